package no.innvei.participant.api;

import java.util.List;

/** What came of reading a file. Nothing about people has changed either way. */
public sealed interface ImportReading {

    record Read(ImportPreview preview) implements ImportReading {}

    /**
     * The file as a whole cannot be used.
     *
     * @param line physical line the reader should look at, 0 when it concerns the whole file
     * @param columns columns that are missing, for {@link Cause#MISSING_COLUMNS}
     */
    record Refused(Cause cause, int line, List<ImportColumn> columns) implements ImportReading {
        public Refused {
            columns = List.copyOf(columns);
        }
    }

    enum Cause {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        /** The bytes are not UTF-8; spreadsheets save older Norwegian encodings by default. */
        NOT_UTF8,
        /** A spreadsheet file and not text. */
        SPREADSHEET,
        /** A quotation mark that is never closed. */
        OPEN_QUOTE,
        MISSING_COLUMNS,
        /** The same column twice. */
        REPEATED_COLUMN
    }
}
