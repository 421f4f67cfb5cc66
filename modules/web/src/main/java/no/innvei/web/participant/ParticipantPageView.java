package no.innvei.web.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.IntegrationPlans.PlanView;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.introduction.api.Phase;
import no.innvei.introduction.api.Programmes;
import no.innvei.introduction.api.Programmes.CaseView;
import no.innvei.introduction.api.Programmes.ProgrammeView;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.participant.api.Countries;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.Languages;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.LifeFacts.LifeHistory;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.Participants.ParticipantView;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.platform.CurrentScope;
import no.innvei.registersync.api.ItemState;
import no.innvei.registersync.api.RegisterStatus;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.web.page.Messages;
import no.innvei.web.page.UuidConverter;
import no.innvei.web.rules.RuleWords;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** The participant's page: who, where in the case, what is next, deadlines with their reasons, and what the register has. */
@Named("participantView")
@RequestScoped
public class ParticipantPageView {

    private static final String BUNDLE = "participant";
    private static final String PAGE = "/deltakere/";

    @Inject
    private Participants participants;

    @Inject
    private LifeFacts lifeFacts;

    @Inject
    private Programmes programmes;

    @Inject
    private IntegrationPlans plans;

    @Inject
    private RegisterStatus register;

    @Inject
    private CurrentScope scope;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    private UUID id;
    private ParticipantView participant;
    private LifeHistory history;
    private List<PersonIdentifier> revealed;
    private CaseView introduction;
    private PlanView plan;
    private List<ItemStatus> items = List.of();

    /** @param state {@code ferdig}, {@code naa} or {@code senere} */
    public record Step(String state, String icon, String spoken, String title, String note) {}

    /** What should happen now, and where. */
    public record Next(String text, String why, String button, String address) {}

    /** One fact in the head: two lines, and what was true before where that matters. */
    public record Fact(String label, String value, String note, List<FactLine.Past> history) {

        Fact(String label, String value, String note) {
            this(label, value, note, List.of());
        }
    }

    /** An identity number as it may be shown now. */
    public record Number(String label, String text) {}

    /** @param metOn the day it was kept; {@code null} while it runs
     *  @param evaluation why the date is what it is; {@code null} when it needs no rule */
    public record Deadline(String title, LocalDate date, LocalDate metOn, Evaluation evaluation) {}

    /** A line of the programme panel. */
    public record Line(String label, String value) {}

    /** Which person is read from the address before anything else, so that the buttons of the page exist when one of them is pressed. */
    @PostConstruct
    void readAddress() {
        var faces = FacesContext.getCurrentInstance();
        id = new UuidConverter()
                .getAsObject(
                        faces,
                        null,
                        faces.getExternalContext().getRequestParameterMap().get("id"));
        if (id != null && faces.isPostback()) {
            readHistory();
            participants.facts(new ParticipantId(id)).ifPresent(this::take);
        }
    }

    private void readHistory() {
        history = lifeFacts.history(new ParticipantId(id)).orElse(null);
    }

    private List<FactLine.Past> past(FactKind kind) {
        var rows = history.facts().stream().filter(row -> row.kind() == kind).toList();
        return FactLines.past(
                rows,
                rows.stream()
                        .filter(row -> row.known() && row.open())
                        .findFirst()
                        .orElse(null));
    }

    /** Opens the person for case work; the opening is logged. */
    public String open() {
        if (id != null) {
            readHistory();
        }
        return take(
                history == null
                        ? null
                        : participants.facts(new ParticipantId(id)).orElse(null));
    }

    /** Shows complete identity numbers; the showing is logged. */
    public String reveal() {
        revealed = participants.showIdentifiers(new ParticipantId(id)).orElse(null);
        return revealed == null ? messages.notFound() : null;
    }

    private String take(ParticipantView found) {
        if (found == null) {
            return messages.notFound();
        }
        participant = found;
        if (scope.holds(IntroductionPermissions.READ)) {
            introduction = programmes.caseOf(found.id()).orElse(null);
            if (programme() != null) {
                plan = plans.find(programme().id()).orElse(null);
            }
        }
        if (scope.holds(RegistersyncPermissions.READ)) {
            items = register.of(found.id());
        }
        return null;
    }

    private PersonFacts facts() {
        return participant.facts();
    }

    private ProgrammeView programme() {
        return introduction == null ? null : introduction.programme();
    }

    private static String text(String key, Object... values) {
        return Texts.of(BUNDLE).get(key, values);
    }

    public boolean isFound() {
        return participant != null;
    }

    public String getName() {
        return facts().familyName() == null ? facts().givenNames() : facts().givenNames() + " " + facts().familyName();
    }

    public String getBorn() {
        int age = Period.between(facts().bornOn(), LocalDate.now(clock)).getYears();
        var born = text("page.born", age, facts().bornOn());
        return facts().citizenship() == null
                ? born
                : born + " · " + Countries.name(facts().citizenship(), PersonFields.form());
    }

    public List<Number> getNumbers() {
        var shown = revealed == null ? facts().identifiers() : revealed;
        return shown.stream()
                .map(number -> new Number(
                        text("number." + number.kind()), revealed == null ? number.masked() : number.value()))
                .toList();
    }

    public boolean isRevealable() {
        return revealed == null
                && !facts().identifiers().isEmpty()
                && scope.holds(ParticipantPermissions.SHOW_IDENTIFIER);
    }

    public boolean isProtectedIdentity() {
        return participant.protectionLevel() > 0;
    }

    public String getPhase() {
        return introduction == null || introduction.phase() == null
                ? null
                : Texts.of("introduction").get("phase." + introduction.phase());
    }

    public String getPhaseColor() {
        return switch (introduction.phase()) {
            case BEFORE_DECISION, DECIDED -> "warning";
            case IN_PROGRAMME -> "info";
            case ENDED, REFUSED -> "neutral";
        };
    }

    public List<Fact> getFacts() {
        var lines = new ArrayList<Fact>();
        var f = facts();
        lines.add(new Fact(
                text("fact.permit"),
                f.permitBasis() == null ? text("unknown") : text("permit.short." + f.permitBasis()),
                f.permitGrantedOn() == null ? "" : text("fact.granted", f.permitGrantedOn()),
                past(FactKind.PERMIT)));
        lines.add(new Fact(
                text("fact.settled"),
                f.settledOn() == null ? text("fact.notSettled") : NorwegianFormat.date(f.settledOn()),
                f.settledByAgreement()
                        ? text("fact.byAgreement")
                        : f.settledOn() == null ? "" : text("fact.withoutAgreement"),
                past(FactKind.SETTLEMENT)));
        lines.add(new Fact(
                text("fact.interpreter"),
                f.interpretingLanguage() == null ? text("fact.noInterpreter") : language(f.interpretingLanguage()),
                f.motherTongue() == null ? "" : text("fact.motherTongue", language(f.motherTongue())),
                past(FactKind.INTERPRETING)));
        lines.add(new Fact(
                text("fact.writtenForm"),
                f.writtenForm() == null ? text("fact.asMunicipality") : text("form." + f.writtenForm()),
                ""));
        lines.add(new Fact(
                text("fact.education"),
                f.education() == null ? text("unknown") : text("education." + f.education()),
                "",
                past(FactKind.EDUCATION)));
        var children = f.childrenBornOn();
        lines.add(new Fact(
                text("fact.children"),
                children.isEmpty() ? text("fact.noChildren") : text("fact.childCount", children.size()),
                children.isEmpty()
                        ? ""
                        : text(
                                "fact.childrenBorn",
                                children.stream()
                                        .sorted()
                                        .map(born -> "" + born.getYear())
                                        .collect(Collectors.joining(", ")))));
        if (introduction != null) {
            lines.add(new Fact(
                    text("fact.right"),
                    introduction.category() == null
                            ? Texts.of("introduction").get("category.open")
                            : RuleWords.word("category", introduction.category().name()),
                    introduction.judgedOn() == null ? "" : text("fact.judged", introduction.judgedOn())));
        }
        return lines;
    }

    private static String language(String code) {
        return Languages.name(code, PersonFields.form());
    }

    /** Where the case is: what has happened, what is now, what remains. */
    public List<Step> getSteps() {
        var p = programme();
        boolean refused = p != null && p.decision() == DecisionKind.REFUSED;
        boolean ended = p != null && p.endedOn() != null;
        var steps = new ArrayList<Step>();
        add(steps, "settled", facts().settledOn());
        add(steps, "offer", p == null ? null : p.offerOn());
        add(steps, "decision", p == null ? null : p.decidedOn());
        if (!refused) {
            boolean planned = plan != null && !plan.versions().isEmpty();
            if (planned || !ended) { // what did not happen before the end will not happen
                add(
                        steps,
                        "plan",
                        planned
                                ? NorwegianFormat.dayOf(
                                        plan.versions().getLast().approvedAt())
                                : null);
            }
            if (!ended || p.startedOn() != null) {
                add(steps, "start", p == null ? null : p.startedOn());
            }
            add(steps, "end", p == null ? null : p.endedOn());
        }
        return marked(steps);
    }

    private static void add(List<Step> steps, String step, LocalDate doneOn) {
        steps.add(
                doneOn == null
                        ? new Step("senere", "dash", text("step.later"), text("step." + step), "")
                        : new Step(
                                "ferdig",
                                "tick",
                                text("step.done"),
                                text("step." + step),
                                NorwegianFormat.date(doneOn)));
    }

    /** The first step that is not done is the one we are at. */
    private static List<Step> marked(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).state().equals("senere")) {
                var step = steps.get(i);
                steps.set(i, new Step("naa", "arrow", text("step.now"), step.title(), step.note()));
                break;
            }
        }
        return steps;
    }

    /** How far the programme has come; {@code null} unless it runs. */
    public String getMonths() {
        var p = programme();
        if (p == null || p.phase() != Phase.IN_PROGRAMME || p.startedOn() == null || p.maximumMonths() == null) {
            return null;
        }
        long month = ChronoUnit.MONTHS.between(p.startedOn(), LocalDate.now(clock)) + 1;
        return text("page.months", Math.max(1, month), p.maximumMonths());
    }

    /** The next right thing; {@code null} when nothing is to be done or the reader may not do it. */
    public Next getNext() {
        if (introduction == null || !scope.holds(IntroductionPermissions.EDIT)) {
            return null;
        }
        var p = programme();
        var programmePage = PAGE + id + "/program";
        if (p == null) {
            return next("offer", programmePage);
        }
        return switch (p.phase()) {
            case BEFORE_DECISION -> next(p.offerOn() == null ? "recordOffer" : "decide", programmePage);
            case DECIDED ->
                plan == null || plan.versions().isEmpty()
                        ? next("plan", getPlanAddress())
                        : next("start", programmePage);
            case IN_PROGRAMME -> {
                if (plan == null || plan.versions().isEmpty()) {
                    yield next("plan", getPlanAddress());
                }
                yield plan.hasDraft() ? next("approve", getPlanAddress()) : next("follow", getPlanAddress());
            }
            case ENDED, REFUSED -> null;
        };
    }

    private static Next next(String what, String address) {
        return new Next(text("next." + what), text("next." + what + ".why"), text("next." + what + ".button"), address);
    }

    public List<Deadline> getDeadlines() {
        var deadlines = new ArrayList<Deadline>();
        var p = programme();
        boolean over = p != null && p.startedOn() == null && (p.phase() == Phase.REFUSED || p.phase() == Phase.ENDED);
        if (introduction != null && introduction.decideAndStartBy() != null && !over) {
            deadlines.add(new Deadline(
                    text("deadline.start"),
                    introduction.decideAndStartBy(),
                    p == null ? null : p.startedOn(),
                    introduction.startDeadlineEvaluation()));
        }
        if (p != null && p.lastDay() != null && !over) {
            deadlines.add(new Deadline(
                    text("deadline.end"),
                    p.lastDay(),
                    p.endedOn(),
                    p.evaluations().stream()
                            .filter(stored ->
                                    stored.evaluation() != null && stored.rule().contains("duration"))
                            .reduce((first, last) -> last)
                            .map(Programmes.StoredEvaluation::evaluation)
                            .orElse(null)));
        }
        items.stream()
                .filter(item -> item.state() == ItemState.PENDING
                        || item.state() == ItemState.REFUSED
                        || item.state() == ItemState.NOT_SENT)
                .map(ItemStatus::registerBy)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(day -> deadlines.add(new Deadline(text("deadline.register"), day, null, null)));
        return deadlines;
    }

    public Evaluation getCategoryEvaluation() {
        return introduction == null ? null : introduction.categoryEvaluation();
    }

    /** What is recorded about the programme; empty before there is one. */
    public List<Line> getProgrammeLines() {
        var p = programme();
        if (p == null) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        line(lines, "programme.claimed", p.claimedOn());
        line(lines, "programme.offer", p.offerOn());
        if (p.decidedOn() != null) {
            lines.add(new Line(text("programme.decision"), text("programme.decision." + p.decision(), p.decidedOn())));
        }
        if (p.finalGoal() != null) {
            lines.add(new Line(text("programme.goal"), Texts.of("worklist").get("goal." + p.finalGoal())));
        }
        line(lines, "programme.plannedStart", p.startedOn() == null ? p.plannedStartOn() : null);
        line(lines, "programme.start", p.startedOn());
        if (p.maximumMonths() != null) {
            lines.add(new Line(text("programme.maximum"), text("programme.months", p.maximumMonths())));
        }
        line(lines, "programme.lastDay", p.endedOn() == null ? p.lastDay() : null);
        if (p.endedOn() != null) {
            lines.add(new Line(
                    text("programme.ended"),
                    NorwegianFormat.date(p.endedOn()) + ", "
                            + Texts.of("introduction").get("endingReason." + p.endingReason())));
        }
        return lines;
    }

    private static void line(List<Line> lines, String key, LocalDate day) {
        if (day != null) {
            lines.add(new Line(text(key), NorwegianFormat.date(day)));
        }
    }

    public boolean isEditable() {
        return scope.holds(ParticipantPermissions.EDIT);
    }

    public boolean isProgrammeVisible() {
        return introduction != null;
    }

    public boolean isPlanOpen() {
        return programme() != null;
    }

    public String getPlanAddress() {
        return PAGE + id + "/plan";
    }

    public String getProgrammeAddress() {
        return PAGE + id + "/program";
    }

    public String getFactsAddress() {
        return PAGE + id + "/opplysninger";
    }

    public String getEditAddress() {
        return PAGE + id + "/rediger";
    }

    public UUID getId() {
        return id;
    }
}
