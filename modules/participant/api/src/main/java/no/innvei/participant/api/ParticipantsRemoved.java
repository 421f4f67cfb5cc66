package no.innvei.participant.api;

import java.util.Set;
import no.innvei.kernel.ParticipantId;

/** People are gone, because the import that registered them was undone and nothing was built on them. Told in the same transaction. */
public record ParticipantsRemoved(Set<ParticipantId> people) {

    public ParticipantsRemoved {
        people = Set.copyOf(people);
    }
}
