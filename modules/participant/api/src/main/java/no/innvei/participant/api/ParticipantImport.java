package no.innvei.participant.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.participant.api.ImportPreview.Decision;

/**
 * Takes in people from a file: CSV in UTF-8 or Windows-1252 with semicolon, comma or tab, or a spreadsheet (xlsx), with one header line, see
 * {@link ImportColumn}. A row is found again by its identity numbers, so reading the same file twice never makes anyone twice. A blank cell never
 * erases what is registered. An import belongs to the user who read the file.
 */
public interface ParticipantImport {

    /** Stores the rows encrypted for at most 24 hours and changes nothing about people. */
    ImportReading read(ImportFile file);

    Optional<ImportStatus> find(ImportId id);

    /** Which column is which, as long as nothing has been written. */
    Optional<ImportColumns> columns(ImportId id);

    /**
     * Says which column is which, and judges the rows anew. Remembered for the organization when the columns are clear.
     *
     * @param meanings by place in the file; {@code null} = fills nothing
     */
    Optional<ImportColumns> choose(ImportId id, List<ImportColumn> meanings);

    ImportRows rows(ImportId id, ImportRows.Question question);

    /** Decides conflicts by line; other lines are passed over. */
    void decide(ImportId id, Map<Integer, Decision> byLine);

    /** Decides every conflict. */
    void decideAll(ImportId id, Decision decision);

    /**
     * Begins to write the rows. Every row is judged again against what is registered then; a row that would do something else than the preview said
     * is left out and told in the receipt.
     *
     * @param sure the user has seen why the numbers look wrong
     */
    ImportConfirmation confirm(ImportId id, boolean sure);

    /** What undoing would do, while it can be undone. */
    Optional<ImportUndo> undoPreview(ImportId id);

    /** Begins to undo a confirmed import for the people where nothing rests on it. */
    ImportUndo.Outcome undo(ImportId id);
}
