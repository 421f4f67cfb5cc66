package no.innvei.participant.api;

/** What came of reading a file. Nothing about people has changed either way. */
public sealed interface ImportReading {

    record Read(ImportId id) implements ImportReading {}

    /** The rows are kept, and wait for the user to say which column is which. */
    record ColumnsUnclear(ImportColumns columns) implements ImportReading {}

    /**
     * The file as a whole cannot be used.
     *
     * @param line line the reader should look at, 0 when it concerns the whole file
     */
    record Refused(Cause cause, int line) implements ImportReading {}

    enum Cause {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        /** One cell holds more text than any fact can. */
        CELL_TOO_LONG,
        /** Neither text in an encoding we know nor a spreadsheet. */
        NOT_TEXT,
        /** Begins like a spreadsheet and cannot be read as one. */
        BROKEN_SPREADSHEET,
        /** A quotation mark that is never closed. */
        OPEN_QUOTE
    }
}
