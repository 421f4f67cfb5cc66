package no.innvei.participant.api;

import java.util.List;
import java.util.Map;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Row;

/**
 * Some rows of an import, in the order of the file.
 *
 * @param all how many the question has in all
 * @param letters the letter a spreadsheet gives the column of the file that fills ours
 */
public record ImportRows(List<Row> rows, long all, Map<ImportColumn, String> letters) {

    public ImportRows {
        rows = List.copyOf(rows);
        letters = Map.copyOf(letters);
    }

    /**
     * Which rows.
     *
     * @param outcome {@code null} = of any outcome
     * @param notTaken only those that were, or would be, left out
     * @param from how many to pass over
     */
    public record Question(Outcome outcome, boolean notTaken, int from, int limit) {}
}
