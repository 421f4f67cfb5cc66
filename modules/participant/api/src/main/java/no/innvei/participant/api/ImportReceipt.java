package no.innvei.participant.api;

import java.time.Instant;
import java.util.List;

/**
 * What an import did.
 *
 * @param notTaken the rows that were left out, with why; without names, since the file's personal data has been deleted
 */
public record ImportReceipt(
        ImportId id,
        Instant confirmedAt,
        int registered,
        int updated,
        int unchanged,
        List<ImportPreview.Row> notTaken) {

    public ImportReceipt {
        notTaken = List.copyOf(notTaken);
    }
}
