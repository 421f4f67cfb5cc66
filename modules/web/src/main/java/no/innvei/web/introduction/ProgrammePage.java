package no.innvei.web.introduction;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.introduction.api.Phase;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.ProgrammeOutcome;
import no.innvei.introduction.api.ProgrammeOutcome.DateField;
import no.innvei.introduction.api.ProgrammeOutcome.Needed;
import no.innvei.introduction.api.Programmes;
import no.innvei.introduction.api.Programmes.Assessment;
import no.innvei.introduction.api.Programmes.CaseView;
import no.innvei.introduction.api.Programmes.ProgrammeView;
import no.innvei.introduction.api.Programmes.Questions;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Choice;
import no.innvei.web.page.Messages;
import no.innvei.web.rules.RuleAnswer;
import no.innvei.web.rules.RuleWords;

/** {@code /deltakere/{id}/program}: the next step of one programme, reviewed with what the rules say before it is confirmed. */
@Named("programmePage")
@ViewScoped
public class ProgrammePage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What is being filled in or confirmed. */
    public enum Step {
        OFFER,
        RECORD_OFFER,
        DECISION,
        START,
        ENDING
    }

    /** One line of the review. */
    public record Line(String label, Object value) {}

    /** One rule with its answer, for the drawer. */
    public record Told(String title, String answer, Evaluation evaluation) {}

    @Inject
    private Programmes programmes;

    @Inject
    private Person person;

    @Inject
    private Messages messages;

    @Inject
    private CurrentScope scope;

    @Inject
    private Clock clock;

    private UUID id;
    private Step reviewing;
    private long version;
    private LocalDate claimedOn;
    private LocalDate offerOn;
    private DecisionKind decision = DecisionKind.AWARDED;
    private LocalDate decidedOn;
    private LocalDate plannedStartOn;
    private FinalGoal finalGoal;
    private String goalReason;
    private Integer workHours;
    private String reasons;
    private LocalDate startedOn;
    private LocalDate endedOn;
    private EndingReason endingReason;

    private transient CaseView found;
    private transient String name;
    private transient Assessment assessment;

    /** Opens the participant; the reading is logged. */
    public String open() {
        if (id == null) {
            return messages.notFound();
        }
        var opened = person.open(id);
        if (opened.isEmpty()) {
            return messages.notFound();
        }
        name = opened.get();
        var programme = getProgramme();
        version = programme == null ? 0 : programme.version();
        decidedOn = LocalDate.now(clock);
        startedOn = programme == null ? null : programme.plannedStartOn();
        return null;
    }

    public String getName() {
        if (name == null) {
            name = person.again(id).orElse("");
        }
        return name;
    }

    CaseView found() {
        if (found == null) {
            found = programmes
                    .caseOf(new ParticipantId(id))
                    .orElseGet(() -> new CaseView(
                            new ParticipantId(id),
                            null,
                            LocalDate.now(clock),
                            null,
                            Phase.BEFORE_DECISION,
                            null,
                            null,
                            null));
        }
        return found;
    }

    /** Last day for decision and start; {@code null} when the limit does not run. */
    public LocalDate getDecideAndStartBy() {
        return found().decideAndStartBy();
    }

    /** The newest programme; {@code null} before the first. */
    public ProgrammeView getProgramme() {
        return found().programme();
    }

    public String getCategory() {
        var programme = getProgramme();
        var category = programme != null && programme.category() != null ? programme.category() : found().category();
        return category == null ? Words.texts().get("category.open") : Words.of(category);
    }

    public String getPhase() {
        return getProgramme() == null ? Words.texts().get("phase.none") : Words.of(found().phase());
    }

    /** The step whose form is shown; {@code null} when nothing can be done here. */
    public Step getStep() {
        if (!scope.holds(IntroductionPermissions.EDIT)) {
            return null;
        }
        var programme = getProgramme();
        if (programme == null) {
            return Step.OFFER;
        }
        return switch (programme.phase()) {
            case BEFORE_DECISION -> programme.offerOn() == null ? Step.RECORD_OFFER : Step.DECISION;
            case DECIDED -> Step.START;
            case IN_PROGRAMME -> Step.ENDING;
            case ENDED, REFUSED -> Step.OFFER;
        };
    }

    public boolean isEditing(String step) {
        return reviewing == null && getStep() == Step.valueOf(step);
    }

    public boolean isReviewing() {
        return reviewing != null;
    }

    public boolean isAfterAnEarlierProgramme() {
        return getProgramme() != null && getStep() == Step.OFFER;
    }

    public boolean isDeadlineRunning() {
        return found().decideAndStartBy() != null
                && (getProgramme() == null
                        || found().phase() == Phase.BEFORE_DECISION
                        || found().phase() == Phase.DECIDED);
    }

    public boolean isPlanPossible() {
        return getProgramme() != null;
    }

    /** Goals the law gives for this person and offer; all when the rule cannot tell. */
    public List<Choice> getGoals() {
        var allowed =
                getAssessment() == null ? List.<FinalGoal>of() : getAssessment().allowedGoals();
        return Words.choices(FinalGoal.class, goal -> allowed.isEmpty() || allowed.contains(goal));
    }

    public String getMainGoal() {
        return getAssessment() == null || getAssessment().mainGoal() == null
                ? null
                : Words.of(getAssessment().mainGoal());
    }

    public List<Choice> getDecisions() {
        return Words.choices(DecisionKind.class, kind -> true);
    }

    public List<Choice> getEndingReasons() {
        return Words.choices(EndingReason.class, reason -> true);
    }

    /** What the rules lack, in words. */
    public List<String> getMissing() {
        return getAssessment() == null
                ? List.of()
                : getAssessment().missing().stream().map(RuleWords::fact).toList();
    }

    private Assessment getAssessment() {
        if (assessment == null) {
            var programme = getProgramme();
            var offered = programme == null || programme.offerOn() == null ? offerOn : programme.offerOn();
            assessment = programmes
                    .assess(
                            new ParticipantId(id),
                            new Questions(
                                    programme == null || getStep() == Step.OFFER ? claimedOn : programme.claimedOn(),
                                    offered,
                                    decidedOn,
                                    reviewing == Step.START ? startedOn : plannedStartOn,
                                    finalGoal != null ? finalGoal : programme == null ? null : programme.finalGoal(),
                                    workHours))
                    .orElse(null);
        }
        return assessment;
    }

    /** Shows what was typed together with what the rules say of it. */
    public String review() {
        var step = getStep();
        if (step == null) {
            return messages.stay(Words.BUNDLE, "programme.notPermitted");
        }
        if (incomplete(step)) {
            return null;
        }
        reviewing = step;
        assessment = null;
        return null;
    }

    /** What the form itself can tell; everything else is the use case's answer. */
    private boolean incomplete(Step step) {
        if (step == Step.OFFER && claimedOn == null && offerOn == null) {
            messages.stayAt("offerOn", Words.BUNDLE, "needed.CLAIM_OR_OFFER");
            return true;
        }
        if (step == Step.DECISION && decision == DecisionKind.AWARDED && finalGoal == null) {
            messages.stayAt("finalGoal", Words.BUNDLE, "needed.FINAL_GOAL");
            return true;
        }
        if (step == Step.DECISION && decision == DecisionKind.AWARDED && plannedStartOn == null) {
            messages.stayAt("plannedStartOn", Words.BUNDLE, "needed.PLANNED_START");
            return true;
        }
        if (step == Step.DECISION && decision == DecisionKind.REFUSED && (reasons == null || reasons.isBlank())) {
            messages.stayAt("reasons", Words.BUNDLE, "needed.REASONS");
            return true;
        }
        return false;
    }

    public String back() {
        reviewing = null;
        return null;
    }

    public List<Line> getSummary() {
        var lines = new ArrayList<Line>();
        if (reviewing == null) {
            return lines;
        }
        switch (reviewing) {
            case OFFER -> {
                line(lines, "claimedOn", claimedOn);
                line(lines, "offerOn", offerOn);
            }
            case RECORD_OFFER -> line(lines, "offerOn", offerOn);
            case DECISION -> {
                line(lines, "decision", Words.of(decision));
                line(lines, "decidedOn", decidedOn);
                if (decision == DecisionKind.AWARDED) {
                    line(lines, "finalGoal", Words.of(finalGoal));
                    line(lines, "goalReason", goalReason);
                    line(lines, "plannedStartOn", plannedStartOn);
                }
                line(lines, "workHours", workHours);
                line(lines, "reasons", reasons);
            }
            case START -> line(lines, "startedOn", startedOn);
            case ENDING -> {
                line(lines, "endedOn", endedOn);
                line(lines, "endingReason", Words.of(endingReason));
            }
        }
        return lines;
    }

    private static void line(List<Line> lines, String label, Object value) {
        if (value != null && !value.toString().isBlank()) {
            lines.add(new Line(
                    Words.texts().get("programme." + label + ".label"),
                    value instanceof LocalDate day ? no.innvei.web.text.NorwegianFormat.date(day) : value));
        }
    }

    /** What the rules say of what is being confirmed. */
    public List<Told> getRules() {
        var told = new ArrayList<Told>();
        var answer = getAssessment();
        if (reviewing == null || answer == null) {
            return told;
        }
        switch (reviewing) {
            case OFFER, RECORD_OFFER -> {
                add(told, answer.category());
                add(told, answer.startDeadline());
            }
            case DECISION -> {
                add(told, answer.category());
                add(told, answer.startDeadline());
                if (decision == DecisionKind.AWARDED) {
                    add(told, answer.goals());
                    add(told, answer.duration());
                }
            }
            case START -> {
                add(told, answer.startDeadline());
                add(told, answer.duration());
            }
            case ENDING -> {
                // no rule is asked
            }
        }
        return told;
    }

    /** What the rules answered when this was decided. */
    public List<Told> getStored() {
        var told = new ArrayList<Told>();
        var programme = getProgramme();
        if (programme == null || programme.evaluations().isEmpty()) {
            add(told, found().categoryEvaluation());
            add(told, found().startDeadlineEvaluation());
            return told;
        }
        programme
                .evaluations()
                .forEach(stored -> told.add(new Told(
                        RuleWords.name(stored.rule()),
                        Words.texts().get("storedStep." + stored.step().name()) + ": "
                                + RuleAnswer.inOneLine(stored.evaluation()),
                        stored.evaluation())));
        return told;
    }

    private static void add(List<Told> told, Evaluation evaluation) {
        if (evaluation != null) {
            told.add(new Told(RuleWords.name(evaluation.rule()), RuleAnswer.inOneLine(evaluation), evaluation));
        }
    }

    public String getConfirmLabel() {
        return reviewing == null ? "" : Words.texts().get("programme.confirm." + reviewing.name());
    }

    /** Does it. */
    public String confirm() {
        if (reviewing == null) {
            return null;
        }
        var step = reviewing;
        var programme = getProgramme();
        var outcome = switch (step) {
            case OFFER -> programmes.offer(new Programmes.Offer(new ParticipantId(id), claimedOn, offerOn));
            case RECORD_OFFER -> programmes.recordOffer(new Programmes.RecordOffer(programme.id(), version, offerOn));
            case DECISION -> programmes.decide(decision(programme.id()));
            case START -> programmes.start(new Programmes.Start(programme.id(), version, startedOn));
            case ENDING -> programmes.end(new Programmes.End(programme.id(), version, endedOn, endingReason));
        };
        reviewing = null;
        found = null;
        assessment = null;
        return say(step, outcome);
    }

    private Programmes.Decide decision(ProgrammeId programme) {
        var awarded = decision == DecisionKind.AWARDED;
        return new Programmes.Decide(
                programme,
                version,
                decision,
                decidedOn,
                awarded ? plannedStartOn : null,
                awarded ? finalGoal : null,
                awarded ? goalReason : null,
                workHours,
                reasons);
    }

    private String say(Step step, ProgrammeOutcome outcome) {
        return switch (outcome) {
            case ProgrammeOutcome.Accepted a ->
                messages.done(Words.BUNDLE, "programme.done." + step.name()).redirect(address());
            case ProgrammeOutcome.AlreadyOpen a -> messages.stay(Words.BUNDLE, "programme.alreadyOpen");
            case ProgrammeOutcome.NotNow n -> messages.stay(Words.BUNDLE, "programme.notNow", Words.of(n.phase()));
            case ProgrammeOutcome.TooEarly t ->
                messages.stayAt(
                        field(step, t.field()),
                        Words.BUNDLE,
                        "programme.tooEarly." + t.field().name(),
                        t.earliest());
            case ProgrammeOutcome.InTheFuture f ->
                messages.stayAt(field(step, f.field()), Words.BUNDLE, "programme.inTheFuture");
            case ProgrammeOutcome.Incomplete i ->
                messages.stayAt(
                        field(step, i.needed()),
                        Words.BUNDLE,
                        "needed." + i.needed().name());
            case ProgrammeOutcome.FactsMissing m ->
                messages.stay(Words.BUNDLE, "programme.factsMissing", facts(m.facts()));
            case ProgrammeOutcome.OutsideTargetGroup o -> messages.stay(Words.BUNDLE, "programme.outside");
            case ProgrammeOutcome.GoalNotAllowed g ->
                messages.stayAt(
                        "finalGoal",
                        Words.BUNDLE,
                        "programme.goalNotAllowed",
                        String.join(", ", g.allowed().stream().map(Words::of).toList()));
            case ProgrammeOutcome.ChangedMeanwhile c -> messages.stay(Words.BUNDLE, "programme.changedMeanwhile");
            case ProgrammeOutcome.NotFound n -> messages.notFound();
        };
    }

    static String facts(List<String> names) {
        return String.join(", ", names.stream().map(RuleWords::fact).toList());
    }

    private static String field(Step step, DateField field) {
        return switch (field) {
            case CLAIMED_ON -> "claimedOn";
            case OFFER_ON -> offer(step);
            case DECIDED_ON -> "decidedOn";
            case PLANNED_START_ON -> "plannedStartOn";
            case STARTED_ON -> "startedOn";
            case ENDED_ON -> "endedOn";
        };
    }

    private static String field(Step step, Needed needed) {
        return switch (needed) {
            case CLAIM_OR_OFFER, OFFER -> offer(step);
            case DECISION_DATE -> "decidedOn";
            case PLANNED_START -> "plannedStartOn";
            case FINAL_GOAL -> "finalGoal";
            case GOAL_REASON -> "goalReason";
            case REASONS -> "reasons";
            case START_DATE -> "startedOn";
            case END_DATE -> "endedOn";
            case ENDING_REASON -> "endingReason";
        };
    }

    private static String offer(Step step) {
        return step == Step.OFFER ? "offerOn" : "offerDate";
    }

    private String address() {
        return "/deltakere/" + id + "/program";
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public LocalDate getClaimedOn() {
        return claimedOn;
    }

    public void setClaimedOn(LocalDate claimedOn) {
        this.claimedOn = claimedOn;
    }

    public LocalDate getOfferOn() {
        return offerOn;
    }

    public void setOfferOn(LocalDate offerOn) {
        this.offerOn = offerOn;
    }

    public DecisionKind getDecision() {
        return decision;
    }

    public void setDecision(DecisionKind decision) {
        this.decision = decision;
    }

    public LocalDate getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(LocalDate decidedOn) {
        this.decidedOn = decidedOn;
    }

    public LocalDate getPlannedStartOn() {
        return plannedStartOn;
    }

    public void setPlannedStartOn(LocalDate plannedStartOn) {
        this.plannedStartOn = plannedStartOn;
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

    public Integer getWorkHours() {
        return workHours;
    }

    public void setWorkHours(Integer workHours) {
        this.workHours = workHours;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }

    public LocalDate getStartedOn() {
        return startedOn;
    }

    public void setStartedOn(LocalDate startedOn) {
        this.startedOn = startedOn;
    }

    public LocalDate getEndedOn() {
        return endedOn;
    }

    public void setEndedOn(LocalDate endedOn) {
        this.endedOn = endedOn;
    }

    public EndingReason getEndingReason() {
        return endingReason;
    }

    public void setEndingReason(EndingReason endingReason) {
        this.endingReason = endingReason;
    }
}
