package no.innvei.web.introduction;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.IntegrationPlans.Check.Level;
import no.innvei.introduction.api.IntegrationPlans.PlanView;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.introduction.api.PlanOutcome;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.Programmes;
import no.innvei.introduction.api.Programmes.ProgrammeView;
import no.innvei.kernel.ParticipantId;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Choice;
import no.innvei.web.page.Messages;
import no.innvei.web.rules.RuleAnswer;
import no.innvei.web.text.NorwegianFormat;

/** {@code /deltakere/{id}/plan}: the draft of the integration plan, with its checks and its approved versions. Every button saves what was typed. */
@Named("planPage")
@ViewScoped
public class PlanPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "nytt";

    /** One approved version in the list. */
    public record VersionLink(int number, String text, String address) {}

    @Inject
    private Programmes programmes;

    @Inject
    private IntegrationPlans plans;

    @Inject
    private Person person;

    @Inject
    private Messages messages;

    @Inject
    private CurrentScope scope;

    @Inject
    private Clock clock;

    private UUID id;
    private String element;
    private UUID programme;
    private long draftVersion;
    private FinalGoal finalGoal;
    private String goalReason;
    private CefrLevel listening;
    private CefrLevel reading;
    private CefrLevel writing;
    private CefrLevel oral;
    private String longTermGoal;
    private boolean selfStudy;
    private ArrayList<ElementRow> rows = new ArrayList<>();
    private ElementRow edited;

    private transient String name;
    private transient PlanView plan;
    private transient ProgrammeView current;

    /** Opens the participant; the reading is logged. */
    public String open() {
        var opened = id == null ? Optional.<String>empty() : person.open(id);
        if (opened.isEmpty()) {
            return messages.notFound();
        }
        name = opened.get();
        current = programmes
                .caseOf(new ParticipantId(id))
                .map(Programmes.CaseView::programme)
                .orElse(null);
        if (current == null) {
            return null;
        }
        programme = current.id().value();
        draftVersion = getPlan().draftVersion();
        take(getPlan().content());
        if (element != null && isEditable()) {
            edited = NEW.equals(element)
                    ? ElementRow.fresh(firstDay(), current.lastDay())
                    : rows.stream()
                            .filter(row -> row.getId().toString().equals(element))
                            .findFirst()
                            .map(row -> ElementRow.of(row.element()))
                            .orElse(null);
        }
        return null;
    }

    private LocalDate firstDay() {
        return current.startedOn() != null ? current.startedOn() : current.plannedStartOn();
    }

    private void take(PlanContent content) {
        finalGoal = content.finalGoal();
        goalReason = content.goalReason();
        listening = content.norwegianGoal().listening();
        reading = content.norwegianGoal().reading();
        writing = content.norwegianGoal().writing();
        oral = content.norwegianGoal().oral();
        longTermGoal = content.longTermGoal();
        selfStudy = content.substantialSelfStudy();
        rows = new ArrayList<>(content.elements().stream().map(ElementRow::of).toList());
    }

    public String getName() {
        if (name == null) {
            name = person.again(id).orElse("");
        }
        return name;
    }

    public boolean isPresent() {
        return programme != null;
    }

    public PlanView getPlan() {
        if (plan == null) {
            plan = plans.find(new ProgrammeId(programme)).orElseThrow();
        }
        return plan;
    }

    private ProgrammeView current() {
        if (current == null) {
            current = programmes.find(new ProgrammeId(programme)).orElseThrow();
        }
        return current;
    }

    public boolean isEditable() {
        return isOpen() && scope.holds(IntroductionPermissions.EDIT_PLAN);
    }

    /** The plan may still change: the programme is neither refused nor over. */
    public boolean isOpen() {
        return isPresent() && current().endedOn() == null && current().decision() != DecisionKind.REFUSED;
    }

    public boolean isApprovable() {
        return isEditable()
                && getPlan().hasDraft()
                && current().decision() != null
                && scope.holds(IntroductionPermissions.APPROVE_PLAN);
    }

    public boolean isWaitingForDecision() {
        return isPresent() && current().decision() == null;
    }

    /** "Kladd, versjon 2" or "Versjon 1". */
    public String getState() {
        int newest = getPlan().versions().isEmpty()
                ? 0
                : getPlan().versions().getFirst().number();
        if (getPlan().hasDraft()) {
            return Words.texts().get("plan.state.draft", newest + 1);
        }
        return newest == 0
                ? Words.texts().get("plan.state.none")
                : Words.texts().get("plan.state.version", newest);
    }

    public String getSaved() {
        return getPlan().savedAt() == null
                ? null
                : Words.texts()
                        .get(
                                "plan.savedAt",
                                NorwegianFormat.date(
                                        NorwegianFormat.dayOf(getPlan().savedAt())),
                                NorwegianFormat.time(getPlan().savedAt()));
    }

    public List<Choice> getGoals() {
        var allowed = getPlan().goals();
        return Words.choices(FinalGoal.class, goal -> allowed.isEmpty() || allowed.contains(goal) || goal == finalGoal);
    }

    /** What the goal means for the length of the programme. */
    public String getGoalHelp() {
        if (getPlan().duration() != null) {
            return RuleAnswer.inOneLine(getPlan().duration());
        }
        return getPlan().mainGoal() == null
                ? Words.texts().get("plan.finalGoal.help")
                : Words.texts()
                        .get("programme.mainGoal.help", Words.of(getPlan().mainGoal()));
    }

    public List<Choice> getLevels() {
        return java.util.Arrays.stream(CefrLevel.values())
                .map(level -> Choice.of(level, level.name()))
                .toList();
    }

    public List<Choice> getKinds() {
        return Words.choices(ElementKind.class, kind -> true);
    }

    public List<CheckLine> getChecks() {
        return CheckLine.of(getPlan().checks());
    }

    public long getNotMet() {
        return count(Level.NOT_MET);
    }

    public long getToJudge() {
        return count(Level.JUDGE);
    }

    private long count(Level level) {
        return getPlan().checks().stream()
                .filter(check -> check.level() == level)
                .count();
    }

    /** Whether there are two plans to lay side by side. */
    public boolean isComparable() {
        return getPlan().versions().size() + (getPlan().hasDraft() ? 1 : 0) > 1;
    }

    public List<VersionLink> getVersions() {
        return getPlan().versions().stream()
                .map(line -> new VersionLink(
                        line.number(),
                        Words.texts()
                                .get(
                                        "plan.version.line",
                                        line.number(),
                                        NorwegianFormat.date(NorwegianFormat.dayOf(line.approvedAt()))),
                        address() + "/versjoner/" + line.number()))
                .toList();
    }

    /** Hours in the first whole week that lies ahead in the programme. */
    public String getWeekTitle() {
        return Words.texts()
                .get("plan.sum", NorwegianFormat.week(week(), no.innvei.web.text.RequestLanguage.current()));
    }

    public String getWeekSum() {
        int minutes = getPlan().content().elements().stream()
                .filter(one -> one.runsOn(week()))
                .mapToInt(Element::minutesPerWeek)
                .sum();
        return NorwegianFormat.hours(minutes);
    }

    private LocalDate week() {
        var today = LocalDate.now(clock);
        var first = current().startedOn() != null
                ? current().startedOn()
                : current().plannedStartOn();
        var from = first == null || first.isBefore(today) ? today : first;
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    /** Saves and stays. */
    public String save() {
        return save(rows, "plan.saved", address());
    }

    public String add() {
        return save(rows, null, address() + "?tiltak=" + NEW + "#tiltak-skjema");
    }

    public String edit(UUID row) {
        return save(rows, null, address() + "?tiltak=" + row + "#tiltak-skjema");
    }

    public String remove(UUID row) {
        var kept = new ArrayList<>(rows);
        kept.removeIf(one -> one.getId().equals(row));
        return save(kept, "plan.element.removed", address());
    }

    /** Takes the element's form into the plan. */
    public String saveElement() {
        var changed = new ArrayList<>(rows);
        int at = -1;
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).getId().equals(edited.getId())) {
                at = i;
            }
        }
        if (at < 0) {
            changed.add(edited);
        } else {
            changed.set(at, edited);
        }
        return save(changed, "plan.element.saved", address());
    }

    public String cancelElement() {
        return messages.redirect(address());
    }

    /** Saves, then shows what will be approved. */
    public String toApproval() {
        return save(rows, null, address() + "/godkjenn");
    }

    private String save(List<ElementRow> elements, String notice, String next) {
        var content = new PlanContent(
                finalGoal,
                blankToNull(goalReason),
                new NorwegianGoal(listening, reading, writing, oral),
                blankToNull(longTermGoal),
                selfStudy,
                elements.stream().map(ElementRow::element).toList());
        if (draftVersion == 0 && content.equals(getPlan().content())) {
            return messages.redirect(next); // nothing written, so no draft is opened
        }
        return say(
                plans.saveDraft(new IntegrationPlans.SaveDraft(new ProgrammeId(programme), draftVersion, content)),
                notice,
                next);
    }

    private String say(PlanOutcome outcome, String notice, String next) {
        return switch (outcome) {
            case PlanOutcome.Saved s ->
                notice == null
                        ? messages.redirect(next)
                        : messages.done(Words.BUNDLE, notice).redirect(next);
            case PlanOutcome.BadElement b ->
                messages.stayAt(
                        edited == null ? null : field(b.problem()),
                        Words.BUNDLE,
                        "plan.problem." + b.problem().name());
            case PlanOutcome.ChangedMeanwhile c -> messages.stay(Words.BUNDLE, "plan.changedMeanwhile");
            case PlanOutcome.NotNow n -> messages.stay(Words.BUNDLE, "plan.notNow", Words.of(n.phase()));
            case PlanOutcome.Approved a -> messages.redirect(next);
            case PlanOutcome.NoDraft n -> messages.stay(Words.BUNDLE, "plan.noDraft");
            case PlanOutcome.ContentMissing m -> messages.stay(Words.BUNDLE, "plan.contentMissing");
            case PlanOutcome.GoalNotAllowed g -> messages.stayAt("finalGoal", Words.BUNDLE, "plan.goalNotAllowed");
            case PlanOutcome.GoalReasonMissing g -> messages.stayAt("goalReason", Words.BUNDLE, "needed.GOAL_REASON");
            case PlanOutcome.FactsMissing m ->
                messages.stay(Words.BUNDLE, "programme.factsMissing", ProgrammePage.facts(m.facts()));
            case PlanOutcome.NotFound n -> messages.notFound();
        };
    }

    private static String field(PlanOutcome.Problem problem) {
        return switch (problem) {
            case KIND_MISSING -> "kind";
            case DATES_MISSING -> "from";
            case ENDS_BEFORE_IT_STARTS -> "to";
            case HOURS_OUT_OF_RANGE -> "hours";
            case NOT_WORK_ORIENTED -> "workOriented";
            case TEXT_TOO_LONG, SAME_ID_TWICE -> "reason";
        };
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private String address() {
        return "/deltakere/" + id + "/plan";
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getElement() {
        return element;
    }

    public void setElement(String element) {
        this.element = element;
    }

    public FinalGoal getFinalGoal() {
        return finalGoal;
    }

    public void setFinalGoal(FinalGoal finalGoal) {
        this.finalGoal = finalGoal;
    }

    public String getGoalReason() {
        return goalReason;
    }

    public void setGoalReason(String goalReason) {
        this.goalReason = goalReason;
    }

    public CefrLevel getListening() {
        return listening;
    }

    public void setListening(CefrLevel listening) {
        this.listening = listening;
    }

    public CefrLevel getReading() {
        return reading;
    }

    public void setReading(CefrLevel reading) {
        this.reading = reading;
    }

    public CefrLevel getWriting() {
        return writing;
    }

    public void setWriting(CefrLevel writing) {
        this.writing = writing;
    }

    public CefrLevel getOral() {
        return oral;
    }

    public void setOral(CefrLevel oral) {
        this.oral = oral;
    }

    public String getLongTermGoal() {
        return longTermGoal;
    }

    public void setLongTermGoal(String longTermGoal) {
        this.longTermGoal = longTermGoal;
    }

    public boolean isSelfStudy() {
        return selfStudy;
    }

    public void setSelfStudy(boolean selfStudy) {
        this.selfStudy = selfStudy;
    }

    public List<ElementRow> getRows() {
        return rows;
    }

    public ElementRow getEdited() {
        return edited;
    }

    public String getEditedTitle() {
        return Words.texts().get(edited != null && edited.getKind() != null ? "plan.element.edit" : "plan.element.new");
    }

    /** What the page looks like to someone who may only read. */
    public PlanText getText() {
        return PlanText.of(getPlan().content());
    }
}
