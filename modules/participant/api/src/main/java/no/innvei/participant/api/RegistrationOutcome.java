package no.innvei.participant.api;

import java.util.Map;
import no.innvei.kernel.ParticipantId;

/** What came of registering or changing a person. Only {@link Accepted} has changed anything. */
public sealed interface RegistrationOutcome {

    record Accepted(ParticipantId participant, long version) implements RegistrationOutcome {}

    /** The identifier belongs to someone already registered in this tenant, whom the caller may see. */
    record AlreadyRegistered(ParticipantId existing) implements RegistrationOutcome {}

    /** Someone with more clearance must look at this row; says nothing more, on purpose. */
    record NeedsLeader() implements RegistrationOutcome {}

    /** @param problems field name to the code of what is wrong, for the page's own sentence */
    record Invalid(Map<String, String> problems) implements RegistrationOutcome {
        public Invalid {
            problems = Map.copyOf(problems);
        }
    }

    record ChangedMeanwhile(ParticipantId participant) implements RegistrationOutcome {}

    /** Unknown, of another tenant, or protected above the caller's clearance; we never tell which. */
    record NotFound() implements RegistrationOutcome {}
}
