package no.innvei.participant.api;

import java.util.Map;

/** What came of giving somebody a case or taking it away. Only {@link Recorded} has written anything. */
public sealed interface AssignmentOutcome {

    /** @param changed false when it was so already */
    record Recorded(long version, boolean changed) implements AssignmentOutcome {}

    /** @param problems field name to the code of what is wrong */
    record Invalid(Map<String, Problem> problems) implements AssignmentOutcome {
        public Invalid {
            problems = Map.copyOf(problems);
        }
    }

    /** Somebody else gave the case away after {@code expectedVersion}. */
    record ChangedMeanwhile(long version) implements AssignmentOutcome {}

    /** Unknown, of another tenant, or protected above the caller's clearance; we never tell which. */
    record NotFound() implements AssignmentOutcome {}

    /** Why it cannot be. */
    enum Problem {
        /** not a programme adviser or leader of that office on the first day */
        NOT_AN_ADVISER,
        /** the participant is protected above what she may see */
        NO_CLEARANCE,
        /** adviser and substitute on the same day */
        SAME_PERSON,
        /** the last day is before the first */
        DAYS_NOT_IN_ORDER,
        /** before 1990 or more than two years from today */
        DAY_OUT_OF_RANGE,
        /** nobody has that part on the day after the last one */
        NOTHING_TO_END
    }
}
