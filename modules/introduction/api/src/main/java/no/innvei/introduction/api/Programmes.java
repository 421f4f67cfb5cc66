package no.innvei.introduction.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.rules.Evaluation;

/** Introduction programmes (introduksjonsprogram, integreringsloven chapter 4) of the current tenant. */
public interface Programmes {

    /** What we know about a participant's case, also before there is a programme. Empty when unknown, of another tenant or protected. */
    Optional<CaseView> caseOf(ParticipantId participant);

    Optional<ProgrammeView> find(ProgrammeId programme);

    /** Every programme of one participant, newest first. */
    List<ProgrammeView> ofParticipant(ParticipantId participant);

    /**
     * What the rules say of this participant on these facts, without recording anything: for showing before a step is confirmed.
     *
     * @param questions a {@code null} date or goal leaves the rules that need it out
     */
    Optional<Assessment> assess(ParticipantId participant, Questions questions);

    /** Records a claim (krav), an offer of start (tilbud om oppstart) or both. A participant has at most one programme that is not over. */
    ProgrammeOutcome offer(Offer command);

    /** Records the date of the offer on a programme that was opened by a claim. */
    ProgrammeOutcome recordOffer(RecordOffer command);

    /** Makes the § 12 decision; stores the evaluations it rests on beside it. */
    ProgrammeOutcome decide(Decide command);

    /** Records the first day of participation; computes and stores the last day. */
    ProgrammeOutcome start(Start command);

    /** Records that the programme is over, with its last day and the one ending reason the register asks for. */
    ProgrammeOutcome end(End command);

    /** @param claimedOn or {@code null}
     *  @param offerOn or {@code null}; one of the two must be given */
    record Offer(ParticipantId participant, LocalDate claimedOn, LocalDate offerOn) {}

    record RecordOffer(ProgrammeId programme, long expectedVersion, LocalDate offerOn) {}

    /**
     * @param plannedStartOn first planned day, for an award
     * @param finalGoal for an award
     * @param goalReason required when the goal deviates from the main goal of § 14 third paragraph
     * @param workHoursPerWeek held or offered work, whole hours a week; {@code null} when none is known
     * @param reasons required for a refusal, and for an award the rules cannot determine
     */
    record Decide(
            ProgrammeId programme,
            long expectedVersion,
            DecisionKind decision,
            LocalDate decidedOn,
            LocalDate plannedStartOn,
            FinalGoal finalGoal,
            String goalReason,
            Integer workHoursPerWeek,
            String reasons) {}

    record Start(ProgrammeId programme, long expectedVersion, LocalDate startedOn) {}

    record End(ProgrammeId programme, long expectedVersion, LocalDate endedOn, EndingReason reason) {}

    /** @param decidedOn the day the category is judged on; {@code null} = today */
    record Questions(
            LocalDate claimedOn,
            LocalDate offerOn,
            LocalDate decidedOn,
            LocalDate startOn,
            FinalGoal goal,
            Integer workHoursPerWeek) {}

    /** An evaluation that could not be asked, because a fact is missing, is {@code null}; {@code missing} then names the facts. */
    record Assessment(
            Evaluation category,
            Evaluation startDeadline,
            Evaluation goals,
            Evaluation duration,
            List<FinalGoal> allowedGoals,
            FinalGoal mainGoal,
            List<String> missing) {

        public Assessment {
            allowedGoals = List.copyOf(allowedGoals);
            missing = List.copyOf(missing);
        }
    }

    /**
     * @param category as judged on {@code judgedOn}; {@code null} when the rules could not determine it
     * @param decideAndStartBy last day inside the limit of § 12; {@code null} when it does not run or cannot be computed
     * @param programme the open or newest programme; {@code null} when there is none
     * @param categoryEvaluation {@code null} when facts are missing
     */
    record CaseView(
            ParticipantId participant,
            Category category,
            LocalDate judgedOn,
            LocalDate decideAndStartBy,
            Phase phase,
            ProgrammeView programme,
            Evaluation categoryEvaluation,
            Evaluation startDeadlineEvaluation) {}

    /** One stored evaluation with the facts that were put to the rule; {@code evaluation} is as it was then. */
    record StoredEvaluation(UUID id, String rule, Step step, Instant recordedAt, Evaluation evaluation) {

        /** What was being recorded when the rule was asked. */
        public enum Step {
            DECISION,
            START,
            PLAN
        }
    }

    /** Dates are {@code null} until they happen. @param version for the next command */
    record ProgrammeView(
            ProgrammeId id,
            ParticipantId participant,
            Phase phase,
            LocalDate claimedOn,
            LocalDate offerOn,
            DecisionKind decision,
            LocalDate decidedOn,
            String reasons,
            Category category,
            FinalGoal finalGoal,
            String goalReason,
            LocalDate plannedStartOn,
            LocalDate startedOn,
            Integer maximumMonths,
            LocalDate lastDay,
            LocalDate endedOn,
            EndingReason endingReason,
            List<StoredEvaluation> evaluations,
            long version,
            Instant changedAt) {

        public ProgrammeView {
            evaluations = List.copyOf(evaluations);
        }
    }
}
