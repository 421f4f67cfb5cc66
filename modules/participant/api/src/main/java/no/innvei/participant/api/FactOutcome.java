package no.innvei.participant.api;

import java.util.Map;

/** What came of a {@link FactCommand}. Only {@link Recorded} has written anything. */
public sealed interface FactOutcome {

    /** @param changed false when it was known already, so that nothing had to be written */
    record Recorded(long version, boolean changed) implements FactOutcome {}

    /** @param problems field name to the code of what is wrong, for the page's own sentence */
    record Invalid(Map<String, String> problems) implements FactOutcome {
        public Invalid {
            problems = Map.copyOf(problems);
        }
    }

    /** Somebody else changed the person after {@code expectedVersion}: look at {@link LifeFacts#history} and decide again. */
    record ChangedMeanwhile(long version) implements FactOutcome {}

    /** Unknown, of another tenant, or protected above the caller's clearance; we never tell which. */
    record NotFound() implements FactOutcome {}
}
