package no.innvei.registersync.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import no.innvei.kernel.ParticipantId;
import no.innvei.platform.Requires;
import no.innvei.registersync.api.RegisterStatus;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.registersync.persistence.OwedItems;
import no.innvei.registersync.persistence.OwedItems.Line;

/** Reads what is owed and answered. */
@ApplicationScoped
@Transactional
public class RegisterStatusService implements RegisterStatus {

    private static final int MOST = 200;

    private OwedItems items;
    private RefusalWords words;

    protected RegisterStatusService() {
        // for the CDI proxy
    }

    @Inject
    public RegisterStatusService(OwedItems items, RefusalWords words) {
        this.items = items;
        this.words = words;
    }

    @Override
    @Requires(RegistersyncPermissions.READ)
    public List<ItemStatus> of(ParticipantId participant) {
        return items.lines(participant).stream()
                .map(this::status)
                .sorted(Comparator.comparing(ItemStatus::kind).thenComparing(ItemStatus::item))
                .toList();
    }

    @Override
    @Requires(RegistersyncPermissions.READ)
    public List<ItemStatus> refused(int limit) {
        return items.refusedLines(Math.clamp(limit, 1, MOST)).stream()
                .map(this::status)
                .toList();
    }

    @Override
    @Requires(RegistersyncPermissions.READ)
    public List<ItemStatus> waiting(int limit) {
        return items.waitingLines(Math.clamp(limit, 1, MOST)).stream()
                .map(this::status)
                .toList();
    }

    @Override
    @Requires(RegistersyncPermissions.READ)
    public Counts counts() {
        int waiting = 0;
        int refused = 0;
        int accepted = 0;
        for (var count : items.counts()) {
            switch (count.state()) {
                case NOT_SENT, PENDING -> waiting += count.many();
                case REFUSED -> refused += count.many();
                case ACCEPTED -> accepted += count.many();
                case NOT_REQUIRED -> {
                    // nothing is owed
                }
            }
        }
        return new Counts(waiting, refused, accepted);
    }

    private ItemStatus status(Line line) {
        return new ItemStatus(
                line.id(),
                new ParticipantId(line.participant()),
                line.kind(),
                line.subject(),
                line.state(),
                line.notRequired(),
                line.knownOn(),
                line.registerBy(),
                line.acceptedAt(),
                line.receipt(),
                line.refusalCode() == null ? null : words.explain(line.refusalCode(), line.refusalField()),
                line.changedAt());
    }
}
