package no.innvei.registersync.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.introduction.api.ProgrammeChanged;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantsChanged;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.participant.api.ParticipantsRemoved;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Outbox;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.persistence.OwedItems;
import no.innvei.registersync.persistence.OwedItems.Changed;

/**
 * Writes down what the municipality now owes the register (integreringsloven § 43 second paragraph), in the transaction of the change itself: either both
 * are saved or neither. Runs with the rights of whoever made the change and asks nobody else.
 */
@ApplicationScoped
public class RegisterDuties {

    /** Kind of the outbox rows; {@code item} and {@code version} are their ids. */
    public static final String OUTBOX_KIND = "registersync.item.v1";

    private OwedItems items;
    private Deadlines deadlines;
    private CurrentScope scope;
    private Outbox outbox;
    private Clock clock;

    protected RegisterDuties() {
        // for the CDI proxy
    }

    @Inject
    public RegisterDuties(OwedItems items, Deadlines deadlines, CurrentScope scope, Outbox outbox, Clock clock) {
        this.items = items;
        this.deadlines = deadlines;
        this.scope = scope;
        this.outbox = outbox;
        this.clock = clock;
    }

    void personChanged(@Observes ParticipantChanged event) {
        owePeople(List.of(event.participant()));
    }

    void peopleChanged(@Observes ParticipantsChanged event) {
        owePeople(event.people().stream().map(ParticipantChanged::participant).toList());
    }

    /** Delivery finds nobody, and withdraws what the register was told. */
    void removed(@Observes ParticipantsRemoved event) {
        owePeople(event.people());
    }

    void programmeChanged(@Observes ProgrammeChanged event) {
        var person = event.participant();
        items.ensure(
                scope.tenant(),
                person,
                ItemKind.PERSON,
                person.value(),
                deadlines.of(ItemKind.PERSON, LocalDate.now(clock)),
                clock.instant());
        owe(person, kind(event.what()), event.subject(), event.programme().value(), event.knownOn());
    }

    /**
     * What the register was told of the merged record is told anew of the surviving one: its programmes, and that the two are one. What it was never told
     * needs no such message.
     */
    void merged(@Observes ParticipantsMerged event) {
        if (event.undone()) {
            takeBack(event);
            return;
        }
        var now = clock.instant();
        var surviving = event.surviving();
        var moved = items.follow(event.merge(), event.merged(), surviving, now);
        if (items.notTold(event.merged(), now)) {
            owe(surviving, ItemKind.MERGED_IDENTITY, event.merged().value(), null, LocalDate.now(clock));
        }
        moved.forEach(item -> owe(surviving, item.kind(), item.subject(), item.programme(), item.knownOn()));
    }

    /** {@code ParticipantChanged} follows for both, and makes the merged record owed again. */
    private void takeBack(ParticipantsMerged event) {
        var merged = event.merged();
        items.back(event.merge(), merged)
                .forEach(item -> owe(merged, item.kind(), item.subject(), item.programme(), item.knownOn()));
        items.kindOf(event.surviving(), ItemKind.MERGED_IDENTITY, merged.value())
                .ifPresent(
                        item -> owe(event.surviving(), item.kind(), item.subject(), item.programme(), item.knownOn()));
    }

    /** The same few statements for one and for many. */
    private void owePeople(Collection<ParticipantId> people) {
        var now = clock.instant();
        var deadline = deadlines.of(ItemKind.PERSON, LocalDate.now(clock));
        items.takeUp(people, now);
        outbox.append(
                OUTBOX_KIND,
                items.peopleChanged(scope.tenant(), people, deadline, now).entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().value(), entry -> ids(entry.getValue()))));
    }

    private static Map<String, String> ids(Changed changed) {
        return Map.of("item", changed.item().toString(), "version", Long.toString(changed.version()));
    }

    private void owe(ParticipantId participant, ItemKind kind, UUID subject, UUID programme, LocalDate knownOn) {
        var now = clock.instant();
        items.takeUp(List.of(participant), now);
        var changed =
                items.changed(scope.tenant(), participant, kind, subject, programme, deadlines.of(kind, knownOn), now);
        outbox.append(participant.value(), OUTBOX_KIND, ids(changed));
    }

    private static ItemKind kind(ProgrammeChanged.What what) {
        return switch (what) {
            case OFFER -> ItemKind.PROGRAMME_OFFER;
            case DECISION -> ItemKind.PROGRAMME_DECISION;
            case START -> ItemKind.PROGRAMME_START;
            case GOAL -> ItemKind.GOAL;
            case NORWEGIAN_GOAL -> ItemKind.NORWEGIAN_GOAL;
            case ELEMENT -> ItemKind.MEASURE;
            case ENDING -> ItemKind.ENDING_REASON;
        };
    }
}
