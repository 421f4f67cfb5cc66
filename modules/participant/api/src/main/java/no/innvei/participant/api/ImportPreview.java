package no.innvei.participant.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What confirming would do as things were when the file was read, as numbers; the rows stand in {@link ImportRows}.
 *
 * @param expiresAt the preview and the personal data in it are deleted then
 * @param takesFile conflicts that the user has decided for the file
 * @param ignoredColumns headers of the file that fill nothing
 * @param doubts why confirming asks once more; empty when nothing looks wrong
 */
public record ImportPreview(
        ImportId id,
        Instant expiresAt,
        Map<Outcome, Long> counts,
        long takesFile,
        List<String> ignoredColumns,
        List<Doubt> doubts) {

    public ImportPreview {
        counts = Map.copyOf(counts);
        ignoredColumns = List.copyOf(ignoredColumns);
        doubts = List.copyOf(doubts);
    }

    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that may change something when confirmed. */
    public long toWrite() {
        return count(Outcome.NEW) + count(Outcome.UPDATE) + count(Outcome.CONFLICT);
    }

    public enum Outcome {
        NEW,
        UPDATE,
        UNCHANGED,
        /** The file contradicts what a person has stated in Innvei, or two different people in the file have one number. */
        CONFLICT,
        ERROR,
        /** til behandling hos leder: says nothing more, on purpose */
        NEEDS_LEADER
    }

    /** What becomes of a conflict. Until somebody chooses, what stands in Innvei is kept. */
    public enum Decision {
        OURS,
        FILE
    }

    /** Numbers that look as if it were the wrong file, or the right one wrongly read. */
    public record Doubt(Kind kind, long number, long of) {

        public enum Kind {
            /** {@code number} of {@code of} people who are registered would change. */
            MANY_CHANGES,
            /** {@code number} of {@code of} rows cannot be taken in. */
            MANY_ERRORS,
            /** {@code number} rows, where files usually have {@code of}. */
            MANY_ROWS
        }
    }

    /**
     * @param line line in the file where the row begins; the header is line 1
     * @param name the name written in the row, empty when it could not be read or has been deleted
     * @param reasons what is wrong, or worth a look, column by column
     * @param differences what differs from what is registered
     * @param decision of a conflict, otherwise {@code null}
     * @param taken whether confirming has written the row, or would
     */
    public record Row(
            int line,
            String name,
            Outcome outcome,
            List<Reason> reasons,
            List<Difference> differences,
            Decision decision,
            boolean taken) {
        public Row {
            reasons = List.copyOf(reasons);
            differences = List.copyOf(differences);
        }

        public List<ImportColumn> changed() {
            return differences.stream().map(Difference::column).toList();
        }
    }

    /**
     * Two values of one column, written as in a file; identity numbers are left out ({@code null}).
     *
     * @param contradicts whether somebody has stated ours
     */
    public record Difference(ImportColumn column, String ours, String file, boolean contradicts) {}

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
        /** a person in the file with another name and birth date has the same number */
        CLAIMED_TWICE(true),
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
