package no.innvei.registersync.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import no.innvei.platform.Requires;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.api.ItemState;
import no.innvei.registersync.api.RegisterStatus.NotRequired;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.registersync.domain.OwedItem;
import no.innvei.registersync.persistence.OwedItems;

/** What delivery reads and writes, each in a short transaction of its own; the call to the register lies between them and never inside one. */
@ApplicationScoped
@Transactional
public class DeliveryRecord {

    /** What to do for an item. */
    public sealed interface Step {

        /** The register has it, or nothing is known of it. */
        record Nothing() implements Step {}

        /** @param alone whether the participant has nothing else the register should have */
        record Tell(OwedItem item, boolean alone) implements Step {}
    }

    private OwedItems items;
    private Deadlines deadlines;
    private Clock clock;

    protected DeliveryRecord() {
        // for the CDI proxy
    }

    @Inject
    public DeliveryRecord(OwedItems items, Deadlines deadlines, Clock clock) {
        this.items = items;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The item, or first what it rests on: a mended start goes before the ending that was refused because of it. */
    @Requires(RegistersyncPermissions.DELIVER)
    public Step next(UUID id) {
        var found = items.find(id);
        if (found.isEmpty() || finished(found.get())) {
            return new Step.Nothing();
        }
        var item = found.get();
        var all = items.ofParticipant(item.participant());
        var first = all.stream()
                .filter(other -> other.foundationOf(item) && !other.settled())
                .filter(other -> other.kind() == ItemKind.PERSON || !finished(other))
                .min(Comparator.comparing(OwedItem::kind).thenComparing(OwedItem::id))
                .orElse(item);
        boolean alone = all.stream()
                .noneMatch(other -> !other.id().equals(first.id()) && other.state() != ItemState.NOT_REQUIRED);
        return new Step.Tell(first, alone);
    }

    /** Before the first attempt. */
    @Requires(RegistersyncPermissions.DELIVER)
    public void telling(OwedItem item) {
        items.told(item.id(), clock.instant());
    }

    @Requires(RegistersyncPermissions.DELIVER)
    public void accepted(OwedItem item, long version, String receipt, Instant at) {
        items.accepted(item.id(), version, receipt, at, clock.instant());
    }

    @Requires(RegistersyncPermissions.DELIVER)
    public void refused(OwedItem item, String code, String field) {
        items.refused(item, code, field, clock.instant());
    }

    @Requires(RegistersyncPermissions.DELIVER)
    public void notRequired(OwedItem item, NotRequired why) {
        items.notRequired(item, why, clock.instant());
    }

    @Requires(RegistersyncPermissions.DELIVER)
    public void heldAbove(OwedItem item, long heldVersion) {
        items.heldAbove(item.id(), heldVersion, clock.instant());
    }

    /** The information existed at least from this day; a day that has not come yet says nothing. */
    @Requires(RegistersyncPermissions.DELIVER)
    public void knownSince(OwedItem item, LocalDate day) {
        if (!day.isAfter(LocalDate.now(clock))) {
            items.knownEarlier(item.id(), deadlines.of(item.kind(), day));
        }
    }

    private static boolean finished(OwedItem item) {
        return item.settled() || item.state() == ItemState.NOT_REQUIRED;
    }
}
