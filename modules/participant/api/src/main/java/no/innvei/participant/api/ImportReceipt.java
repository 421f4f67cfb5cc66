package no.innvei.participant.api;

import java.time.Instant;

/**
 * What an import did.
 *
 * @param notTaken rows that were left out
 * @param undoUntil the import can be undone until then; {@code null} when it cannot
 * @param undone {@code null} until somebody has undone the import
 */
public record ImportReceipt(
        ImportId id,
        Instant confirmedAt,
        int registered,
        int updated,
        int unchanged,
        int notTaken,
        Instant undoUntil,
        Undone undone) {

    /** @param kept people who stay as they are, because something rests on the import */
    public record Undone(Instant at, int people, int kept) {}
}
