package no.innvei.participant.domain;

import java.util.Objects;
import no.innvei.participant.api.ImportPreview.Decision;
import no.innvei.participant.api.ImportPreview.Outcome;

/**
 * One row of an import file: what was written, and what would come of it or has.
 *
 * @param cells encrypted; {@code null} once written
 * @param reasons as {@code COLUMN:CODE}, by comma
 * @param differences encrypted; {@code null} once written
 * @param seenVersion version of the matching person when the row was judged, {@code null} when there was none
 */
public record ImportLine(
        int line,
        byte[] cells,
        Outcome outcome,
        String reasons,
        byte[] differences,
        Decision decision,
        Long seenVersion,
        boolean taken) {

    /** Whether the person a row matches now is the one, in the state, that the preview was made from. */
    public boolean isSeenVersion(Long version) {
        return Objects.equals(seenVersion, version);
    }
}
