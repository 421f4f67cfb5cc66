package no.innvei.participant.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.innvei.kernel.ParticipantId;

/** Participants (deltakere) of the current tenant. */
public interface Participants {

    /** Registers a new person. Fires {@link ParticipantChanged} in the same transaction. */
    RegistrationOutcome register(PersonFacts facts);

    /** Changes what is known. Fires {@link ParticipantChanged} in the same transaction. */
    RegistrationOutcome change(ParticipantId participant, long expectedVersion, PersonFacts facts);

    /** Opens the person for case work: writes an access row. Empty when unknown, of another tenant, or protected above the caller's clearance. */
    Optional<ParticipantView> open(ParticipantId participant);

    /** The same facts for another module's rule, message or list. Writes no access row; the caller answers for the purpose. */
    Optional<ParticipantView> facts(ParticipantId participant);

    /** The same of many at once, in no order; whoever is missing or hidden is left out. */
    List<ParticipantView> facts(Collection<ParticipantId> participants);

    /** The complete identity numbers, for someone who must read them out or copy them; the reading is logged. Empty as {@link #open}. */
    Optional<List<PersonIdentifier>> showIdentifiers(ParticipantId participant);

    /** @param version for {@link #change} */
    record ParticipantView(ParticipantId id, PersonFacts facts, int protectionLevel, long version, Instant changedAt) {}
}
