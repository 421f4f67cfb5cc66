package no.innvei.introduction.api;

import java.time.LocalDate;
import java.util.List;
import no.innvei.kernel.rules.Evaluation;

/** What came of a change to a programme. Only {@link Accepted} has changed anything. */
public sealed interface ProgrammeOutcome {

    record Accepted(ProgrammeId programme, long version) implements ProgrammeOutcome {}

    /** The participant already has a programme that is not over. */
    record AlreadyOpen(ProgrammeId existing) implements ProgrammeOutcome {}

    /** The step does not fit where the programme is; {@code phase} says where it is. */
    record NotNow(ProgrammeId programme, Phase phase) implements ProgrammeOutcome {}

    /** A date must not be before another one that it follows. */
    record TooEarly(DateField field, LocalDate earliest) implements ProgrammeOutcome {}

    /** Something that has happened cannot lie in the future. */
    record InTheFuture(DateField field) implements ProgrammeOutcome {}

    /** A value the step needs was not given. */
    record Incomplete(Needed needed) implements ProgrammeOutcome {}

    /** The rules need facts about the participant that nobody has recorded; names as in the rule. */
    record FactsMissing(List<String> facts) implements ProgrammeOutcome {

        public FactsMissing {
            facts = List.copyOf(facts);
        }
    }

    /** The rule of §§ 8 and 9 answers that the person is outside; a programme cannot be awarded. */
    record OutsideTargetGroup(Evaluation evaluation) implements ProgrammeOutcome {}

    /** The goal cannot be chosen for this person and this offer. */
    record GoalNotAllowed(List<FinalGoal> allowed, Evaluation evaluation) implements ProgrammeOutcome {

        public GoalNotAllowed {
            allowed = List.copyOf(allowed);
        }
    }

    record ChangedMeanwhile(ProgrammeId programme) implements ProgrammeOutcome {}

    /** Unknown, of another tenant, or protected above the caller's clearance; we never tell which. */
    record NotFound() implements ProgrammeOutcome {}

    enum DateField {
        CLAIMED_ON,
        OFFER_ON,
        DECIDED_ON,
        PLANNED_START_ON,
        STARTED_ON,
        ENDED_ON
    }

    enum Needed {
        CLAIM_OR_OFFER,
        OFFER,
        DECISION_DATE,
        PLANNED_START,
        FINAL_GOAL,
        /** the goal is not the main goal of § 14 third paragraph */
        GOAL_REASON,
        /** a refusal, or an award the rules cannot determine */
        REASONS,
        START_DATE,
        END_DATE,
        ENDING_REASON
    }
}
