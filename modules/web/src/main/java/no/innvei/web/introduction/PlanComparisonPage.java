package no.innvei.web.introduction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.IntegrationPlans.PlanView;
import no.innvei.introduction.api.PlanComparison;
import no.innvei.introduction.api.PlanComparison.Change;
import no.innvei.introduction.api.PlanComparison.Field;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.introduction.api.Programmes;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.web.page.Messages;
import no.innvei.web.rules.RuleAnswer;
import no.innvei.web.text.NorwegianFormat;

/** {@code /deltakere/{id}/plan/sammenlign?fra=2&til=utkast}: what differs between two versions, or a version and the draft. */
@Named("planComparisonPage")
@RequestScoped
public class PlanComparisonPage {

    private static final String DRAFT = "utkast";

    @Inject
    private Programmes programmes;

    @Inject
    private IntegrationPlans plans;

    @Inject
    private Person person;

    @Inject
    private Messages messages;

    private UUID id;
    private String from;
    private String to;
    private String name;
    private PlanView plan;
    private PlanComparison comparison;

    /** A version to choose. */
    public record Side(String value, String text, boolean chosen) {}

    /** A goal that differs. */
    public record GoalLine(String label, String before, String after) {}

    /** @param before {@code null} for what is new, {@code after} for what is gone; {@code fields} are empty then */
    public record ElementLine(String title, String state, String color, String period, List<GoalLine> fields) {}

    /** Without an address of its own: the newest version and the draft, or the two newest. */
    public String open() {
        var opened = id == null ? Optional.<String>empty() : person.open(id);
        plan = opened.flatMap(found -> programmes.ofParticipant(new ParticipantId(id)).stream()
                        .findFirst()
                        .flatMap(newest -> plans.find(newest.id())))
                .orElse(null);
        if (plan == null || plan.versions().isEmpty()) {
            return messages.notFound();
        }
        name = opened.get();
        int newest = plan.versions().getFirst().number();
        var before = number(from).orElse(plan.hasDraft() ? newest : Math.max(1, newest - 1));
        var after = to == null || to.isBlank() ? (plan.hasDraft() ? DRAFT : String.valueOf(newest)) : to;
        if (!after.equals(DRAFT) && number(after).isEmpty()) {
            return messages.notFound();
        }
        comparison = plans.compare(plan.programme(), before, number(after).orElse(null))
                .orElse(null);
        return comparison == null ? messages.notFound() : null;
    }

    private static Optional<Integer> number(String text) {
        return text != null && text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    public List<Side> getBefore() {
        return versions(comparison.before()).toList();
    }

    public List<Side> getAfter() {
        return Stream.concat(
                        plan.hasDraft()
                                ? Stream.of(new Side(
                                        DRAFT, Words.texts().get("plan.compare.draft"), comparison.after() == null))
                                : Stream.empty(),
                        versions(comparison.after()))
                .toList();
    }

    private Stream<Side> versions(Integer chosen) {
        return plan.versions().stream()
                .map(line -> new Side(
                        String.valueOf(line.number()),
                        Words.texts()
                                .get(
                                        "plan.version.line",
                                        line.number(),
                                        NorwegianFormat.date(NorwegianFormat.dayOf(line.approvedAt()))),
                        chosen != null && chosen == line.number()));
    }

    public String getSummary() {
        int found = comparison.changes().size();
        return switch (found) {
            case 0 -> Words.texts().get("plan.compare.none");
            case 1 -> Words.texts().get("plan.compare.one");
            default -> Words.texts().get("plan.compare.many", found);
        };
    }

    public boolean isSame() {
        return comparison.changes().isEmpty();
    }

    /** Whether the change should have a decision, in one line. */
    public String getProposal() {
        return RuleAnswer.inOneLine(comparison.essential());
    }

    public boolean isEssential() {
        return comparison.essential().answer() == Evaluation.Answer.YES;
    }

    /** What speaks for a decision. */
    public Evaluation getReasons() {
        var all = comparison.essential();
        return new Evaluation(
                all.rule(),
                all.version(),
                all.decisiveDate(),
                all.answer(),
                all.values(),
                all.steps().stream()
                        .filter(step -> step.answer() == Evaluation.Answer.YES)
                        .toList());
    }

    public List<GoalLine> getGoals() {
        var lines = new ArrayList<GoalLine>();
        for (var change : comparison.changes()) {
            switch (change) {
                case Change.FinalGoalChanged goal ->
                    lines.add(line("plan.finalGoal.label", Words.of(goal.before()), Words.of(goal.after())));
                case Change.GoalReasonChanged reason ->
                    lines.add(line("plan.goalReason.label", reason.before(), reason.after()));
                case Change.LongTermGoalChanged goal ->
                    lines.add(line("plan.longTermGoal.label", goal.before(), goal.after()));
                case Change.NorwegianLevelChanged level ->
                    lines.add(line(
                            "plan.level." + level.skill().name().toLowerCase(Locale.ROOT),
                            level.before() == null ? null : level.before().name(),
                            level.after() == null ? null : level.after().name()));
                case Change.SelfStudyChanged study ->
                    lines.add(line("plan.selfStudy.label", yesOrNo(!study.after()), yesOrNo(study.after())));
                case Change.ElementAdded e -> {}
                case Change.ElementRemoved e -> {}
                case Change.ElementChanged e -> {}
            }
        }
        return lines;
    }

    public List<ElementLine> getElements() {
        var lines = new ArrayList<ElementLine>();
        for (var change : comparison.changes()) {
            if (change instanceof Change.ElementAdded added) {
                lines.add(element(added.element(), "added", "success", List.of()));
            } else if (change instanceof Change.ElementRemoved removed) {
                lines.add(element(removed.element(), "removed", "warning", List.of()));
            } else if (change instanceof Change.ElementChanged changed) {
                var fields = Stream.of(Field.values())
                        .filter(changed.fields()::contains)
                        .map(field -> line(
                                "plan.compare.field." + field.name(),
                                value(changed.before(), field),
                                value(changed.after(), field)))
                        .toList();
                lines.add(element(changed.after(), "changed", "info", fields));
            }
        }
        return lines;
    }

    private static ElementLine element(Element element, String state, String color, List<GoalLine> fields) {
        var row = ElementRow.of(element);
        return new ElementLine(
                row.getTitle(),
                Words.texts().get("plan.compare." + state),
                color,
                Words.texts().get("plan.compare.extent", row.getPeriod(), row.getHours()),
                fields);
    }

    private static String value(Element element, Field field) {
        return switch (field) {
            case KIND -> Words.of(element.kind());
            case PROVIDER -> element.provider();
            case FROM -> NorwegianFormat.date(element.from());
            case TO -> NorwegianFormat.date(element.to());
            case HOURS -> NorwegianFormat.hours(element.minutesPerWeek());
            case WORK_ORIENTED -> yesOrNo(element.workOriented());
            case REASON -> element.reason();
        };
    }

    private static String yesOrNo(boolean answer) {
        return Words.texts().get(answer ? "plan.compare.yes" : "plan.compare.no");
    }

    private static GoalLine line(String label, String before, String after) {
        return new GoalLine(Words.texts().get(label), before == null ? "–" : before, after == null ? "–" : after);
    }

    public String getName() {
        return name;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
