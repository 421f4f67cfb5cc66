package no.innvei.participant.api;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import no.innvei.kernel.ParticipantId;

/**
 * Asked before an import is undone for these people. Whoever has built something on one of them since says so, in the same transaction; then that
 * person stays as she is.
 */
public final class UndoAsked {

    private final Set<ParticipantId> people;
    private final Instant since;
    private final Set<ParticipantId> builtOn = new HashSet<>();

    public UndoAsked(Set<ParticipantId> people, Instant since) {
        this.people = Set.copyOf(people);
        this.since = since;
    }

    public Set<ParticipantId> people() {
        return people;
    }

    /** When the first of them was written. */
    public Instant since() {
        return since;
    }

    /** This one stays. */
    public void builtOn(ParticipantId participant) {
        builtOn.add(participant);
    }

    /** Who stays, as far as anybody has said. */
    public Set<ParticipantId> builtOn() {
        return Set.copyOf(builtOn);
    }
}
