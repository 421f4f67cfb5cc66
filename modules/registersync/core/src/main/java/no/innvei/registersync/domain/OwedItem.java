package no.innvei.registersync.domain;

import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.api.ItemState;

/**
 * One item (skyldig registrering) as delivery sees it.
 *
 * @param programme {@code null} for the person and for who was merged into her
 * @param key the idempotency key, made with the version: every attempt at one version has the same key, whichever outbox row leads to it, and a
 *     change never hides behind the key of the version before
 * @param told whether we ever tried to tell the register of it; its answer may be lost
 * @param acceptedVersion the newest version the register has accepted; 0 when it has none
 */
public record OwedItem(
        UUID id,
        ParticipantId participant,
        ItemKind kind,
        UUID subject,
        UUID programme,
        long version,
        UUID key,
        ItemState state,
        boolean told,
        long acceptedVersion) {

    /** Whether the register already has what we would tell it now. */
    public boolean settled() {
        return acceptedVersion >= version;
    }

    /**
     * Must this be in the register before {@code other}? The person comes before everything; an item of a programme before the later kinds of the same
     * programme. Elements and goals do not wait for each other.
     */
    public boolean foundationOf(OwedItem other) {
        if (id.equals(other.id) || kind.compareTo(other.kind) >= 0) {
            return false;
        }
        return kind == ItemKind.PERSON
                || programme != null
                        && programme.equals(other.programme)
                        && (kind.compareTo(ItemKind.PROGRAMME_START) <= 0 || other.kind == ItemKind.ENDING_REASON);
    }
}
