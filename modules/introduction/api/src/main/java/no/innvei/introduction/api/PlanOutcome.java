package no.innvei.introduction.api;

import java.util.List;
import java.util.UUID;
import no.innvei.kernel.rules.Evaluation;

/** What came of a change to a plan. Only {@link Saved} and {@link Approved} have changed anything. */
public sealed interface PlanOutcome {

    /** @param draftVersion for the next save */
    record Saved(ProgrammeId programme, long draftVersion) implements PlanOutcome {}

    record Approved(ProgrammeId programme, int number) implements PlanOutcome {}

    /** There is no draft to approve. */
    record NoDraft(ProgrammeId programme) implements PlanOutcome {}

    /** A plan belongs to a programme that is awarded and not over. */
    record NotNow(ProgrammeId programme, Phase phase) implements PlanOutcome {}

    /** An element is not well-formed; {@code problem} says how. */
    record BadElement(UUID element, Problem problem) implements PlanOutcome {}

    /** What § 15 third paragraph demands of a plan is missing; approval must wait. */
    record ContentMissing(List<IntegrationPlans.Check.Kind> missing) implements PlanOutcome {

        public ContentMissing {
            missing = List.copyOf(missing);
        }
    }

    record GoalNotAllowed(List<FinalGoal> allowed, Evaluation evaluation) implements PlanOutcome {

        public GoalNotAllowed {
            allowed = List.copyOf(allowed);
        }
    }

    /** The goal is not the main goal of § 14 third paragraph and no reason is given. */
    record GoalReasonMissing(FinalGoal mainGoal) implements PlanOutcome {}

    /** The rules need facts about the participant that nobody has recorded; names as in the rule. */
    record FactsMissing(List<String> facts) implements PlanOutcome {

        public FactsMissing {
            facts = List.copyOf(facts);
        }
    }

    record ChangedMeanwhile(ProgrammeId programme) implements PlanOutcome {}

    /** Unknown, of another tenant, or protected above the caller's clearance; we never tell which. */
    record NotFound() implements PlanOutcome {}

    enum Problem {
        KIND_MISSING,
        DATES_MISSING,
        ENDS_BEFORE_IT_STARTS,
        HOURS_OUT_OF_RANGE,
        NOT_WORK_ORIENTED,
        TEXT_TOO_LONG,
        SAME_ID_TWICE
    }
}
