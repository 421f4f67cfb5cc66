package no.innvei.participant.api;

import java.util.EnumSet;
import java.util.Set;
import no.innvei.kernel.ParticipantId;

/**
 * A person was registered or changed; fired once per change, in the same transaction.
 *
 * @param facts the kinds of facts that were written
 * @param identifiers a number was given or ended
 */
public record ParticipantChanged(
        ParticipantId participant, long version, boolean registered, Set<FactKind> facts, boolean identifiers) {

    public ParticipantChanged {
        facts = Set.copyOf(facts);
    }

    /** Anything may have changed. */
    public ParticipantChanged(ParticipantId participant, long version, boolean registered) {
        this(participant, version, registered, EnumSet.allOf(FactKind.class), true);
    }
}
