package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantsChanged;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.participant.persistence.DuplicateStore;
import no.innvei.platform.Outbox;

/** Whoever was registered, or has another name, birth date or number, is looked at by {@link DuplicateJob} after the transaction, whichever way it happened. */
@ApplicationScoped
public class DuplicateDuties {

    private DuplicateStore store;
    private Outbox outbox;
    private WaitingPeople waiting;

    protected DuplicateDuties() {
        // for the CDI proxy
    }

    @Inject
    public DuplicateDuties(DuplicateStore store, Outbox outbox, WaitingPeople waiting) {
        this.store = store;
        this.outbox = outbox;
        this.waiting = waiting;
    }

    void personChanged(@Observes ParticipantChanged changed) {
        look(List.of(changed));
    }

    void peopleChanged(@Observes ParticipantsChanged changed) {
        look(changed.people());
    }

    private void look(List<ParticipantChanged> changes) {
        var people = changes.stream()
                .filter(changed -> changed.registered()
                        || changed.identifiers()
                        || changed.facts().contains(FactKind.NAME)
                        || changed.facts().contains(FactKind.BIRTH_DATE))
                .map(ParticipantChanged::participant)
                .toList();
        if (!people.isEmpty()) {
            lookFor(people);
        }
    }

    void merged(@Observes ParticipantsMerged merged) {
        lookFor(List.of(merged.surviving()));
    }

    private void lookFor(List<ParticipantId> people) {
        store.enqueue(people);
        if (waiting.first()) {
            wake(people.getFirst().value());
        }
    }

    /** A stream of its own, so that nothing of the register waits for it and nobody else waits for the transaction. */
    void wake(UUID what) {
        var stream = UUID.nameUUIDFromBytes((DuplicateJob.KIND + what).getBytes(StandardCharsets.UTF_8));
        outbox.append(stream, DuplicateJob.KIND, Map.of("first", what.toString()));
    }
}
