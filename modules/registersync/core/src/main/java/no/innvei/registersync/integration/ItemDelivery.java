package no.innvei.registersync.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.OutboxHandler;
import no.innvei.registersync.api.RegisterGateway;
import no.innvei.registersync.api.RegisterGateway.Answer;
import no.innvei.registersync.api.RegisterMessage;
import no.innvei.registersync.api.RegisterMessage.Content;
import no.innvei.registersync.api.RegisterStatus.NotRequired;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.registersync.application.DeliveryRecord;
import no.innvei.registersync.application.DeliveryRecord.Step;
import no.innvei.registersync.application.RegisterDuties;
import no.innvei.registersync.domain.OwedItem;
import no.innvei.registersync.integration.CurrentFacts.Told;
import no.innvei.tenancy.api.OwnNumber;

/**
 * Delivers what is owed to the register. A row of the outbox only says where to look: the item and what it rests on are told in their newest version, and a
 * row whose version the register already has is done. Safe to run again at any point.
 */
@ApplicationScoped
public class ItemDelivery implements OutboxHandler {

    private static final Logger LOG = System.getLogger(ItemDelivery.class.getName());

    /** More messages for one row than one person's items can need; then the row waits its turn again. */
    private static final int MOST_MESSAGES = 200;

    private static final Duration WHEN_NOT_ADMITTED = Duration.ofMinutes(1);

    private DeliveryRecord record;
    private CurrentFacts facts;
    private RegisterGateway register;
    private OwnNumber number;

    protected ItemDelivery() {
        // for the CDI proxy
    }

    @Inject
    public ItemDelivery(DeliveryRecord record, CurrentFacts facts, RegisterGateway register, OwnNumber number) {
        this.record = record;
        this.facts = facts;
        this.register = register;
        this.number = number;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RegisterDuties.OUTBOX_KIND);
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                RegistersyncPermissions.DELIVER,
                ParticipantPermissions.FACTS,
                IntroductionPermissions.FACTS,
                OwnNumber.PERMISSION);
    }

    @Override
    public Delivery deliver(Row row) {
        var item = UUID.fromString(row.ids().get("item"));
        for (int sent = 0; sent < MOST_MESSAGES; sent++) {
            switch (record.next(item)) {
                case Step.Nothing n -> {
                    return new Delivery.Done();
                }
                case Step.Tell tell -> {
                    var stop = tell(tell.item(), tell.alone());
                    if (stop.isPresent()) {
                        return stop.get();
                    }
                }
            }
        }
        return new Delivery.Retry(Duration.ZERO);
    }

    /** Empty when the item is settled and the next may follow. */
    private Optional<Delivery> tell(OwedItem item, boolean alone) {
        switch (facts.about(item, alone)) {
            case Told.NotSettled n -> {
                record.notRequired(item, NotRequired.NOT_SETTLED);
                return Optional.empty();
            }
            case Told.NeverStarted n -> {
                record.notRequired(item, NotRequired.NEVER_STARTED);
                return Optional.empty();
            }
            case Told.Gone g -> {
                if (!item.told()) {
                    record.notRequired(item, NotRequired.WITHDRAWN);
                    return Optional.empty();
                }
                return send(item, new Content.Withdrawn());
            }
            case Told.Now now -> {
                if (now.since() != null) {
                    record.knownSince(item, now.since());
                }
                return send(item, now.content());
            }
        }
    }

    private Optional<Delivery> send(OwedItem item, Content content) {
        var tenant = number.today();
        if (tenant.isEmpty()) {
            LOG.log(Level.ERROR, "a tenant without a number has items for the register");
            return Optional.of(new Delivery.Retry(WHEN_NOT_ADMITTED));
        }
        var message =
                new RegisterMessage(tenant.get(), item.kind(), item.subject(), item.version(), item.key(), content);
        if (!item.told()) {
            record.telling(item);
        }
        return switch (register.put(message)) {
            case Answer.Stored s -> accepted(item, content, s.version(), s.receipt(), s.acceptedAt());
            case Answer.Duplicate d -> accepted(item, content, d.version(), d.receipt(), d.acceptedAt());
            case Answer.Conflict c -> above(item, c.heldVersion());
            case Answer.Refused r -> {
                if (content instanceof Content.Withdrawn && RegisterVocabulary.NOTHING_TO_WITHDRAW.equals(r.code())) {
                    record.notRequired(item, NotRequired.WITHDRAWN); // our first attempt never arrived
                    yield Optional.empty();
                }
                yield refused(item, r.code(), r.field());
            }
            case Answer.NotUnderstood n -> refused(item, RegisterVocabulary.NOT_UNDERSTOOD + n.status(), null);
            case Answer.NotAdmitted n -> {
                LOG.log(Level.ERROR, "the register does not admit us: check innvei.register.token");
                yield Optional.of(new Delivery.Retry(WHEN_NOT_ADMITTED));
            }
            case Answer.Unreachable u ->
                Optional.of(new Delivery.Retry(u.retryAfter().orElse(Duration.ZERO)));
        };
    }

    private Optional<Delivery> accepted(OwedItem item, Content content, long version, String receipt, Instant at) {
        if (version != item.version()) { // a key belongs to one version; anything else is not our register
            return refused(item, RegisterVocabulary.CONFLICT, null);
        }
        record.accepted(item, version, receipt, at);
        if (content instanceof Content.Withdrawn) {
            record.notRequired(item, NotRequired.WITHDRAWN);
        }
        return Optional.empty();
    }

    /** After a restore from backup the register may be ahead of us. Our data are the truth: the same content again, above its version. */
    private Optional<Delivery> above(OwedItem item, long heldVersion) {
        if (heldVersion < item.version()) {
            return refused(item, RegisterVocabulary.CONFLICT, null);
        }
        record.heldAbove(item, heldVersion);
        return Optional.empty();
    }

    private Optional<Delivery> refused(OwedItem item, String code, String field) {
        record.refused(item, code, field);
        LOG.log(Level.INFO, "the register refused {0} {1}: {2}", item.kind(), item.id(), code);
        return Optional.of(new Delivery.Parked(code));
    }
}
