package no.innvei.participant.api;

import java.time.Instant;
import java.util.List;

/**
 * What confirming would do, row by row, as things are now.
 *
 * @param expiresAt the preview and the personal data in it are deleted then
 * @param ignoredColumns headers of the file that mean nothing to us
 */
public record ImportPreview(ImportId id, Instant expiresAt, List<Row> rows, List<String> ignoredColumns) {

    public ImportPreview {
        rows = List.copyOf(rows);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    public enum Outcome {
        NEW,
        UPDATE,
        UNCHANGED,
        ERROR,
        /** til behandling hos leder: says nothing more, on purpose */
        NEEDS_LEADER
    }

    /**
     * @param line physical line in the file, where the row begins; the header is line 1
     * @param name the name written in the row, empty when it could not be read
     * @param reasons what is wrong, or worth a look, column by column
     * @param changed the columns whose value differs from what is registered
     */
    public record Row(int line, String name, Outcome outcome, List<Reason> reasons, List<ImportColumn> changed) {
        public Row {
            reasons = List.copyOf(reasons);
            changed = List.copyOf(changed);
        }
    }

    /** @param column {@code null} when it concerns the whole row */
    public record Reason(ImportColumn column, Code code) {}

    public enum Code {
        REQUIRED(false),
        TOO_LONG(false),
        CHARACTERS(false),
        DATE_NOT_READ(false),
        VALUE_NOT_KNOWN(false),
        FUTURE(false),
        TOO_EARLY(false),
        BEFORE_BIRTH(false),
        TOO_MANY(false),
        COLUMN_COUNT(false),
        NO_IDENTIFIER(false),
        /** the same person stands earlier in the file */
        REPEATED_IN_FILE(false),
        NUMBER_NOT_DIGITS(false),
        NUMBER_LENGTH(false),
        NUMBER_LEADING_ZERO(false),
        NUMBER_DATE(false),
        NUMBER_CHECK_DIGITS(false),
        NUMBER_SYNTHETIC(false),
        NUMBER_YEAR(false),
        NUMBER_OTHER_KIND(false),
        /** someone with more overview must decide; one wording for every cause */
        LEADER(false),
        /** the person was changed after the preview was made; nothing was written */
        CHANGED_SINCE_PREVIEW(false),
        /** worth a look, does not stop the row */
        DUF_CHECK_DIGITS(true),
        /** worth a look, does not stop the row */
        BIRTH_DATE_DIFFERS(true);

        private final boolean warning;

        Code(boolean warning) {
            this.warning = warning;
        }

        public boolean warning() {
            return warning;
        }
    }
}
