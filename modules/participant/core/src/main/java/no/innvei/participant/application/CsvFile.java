package no.innvei.participant.application;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportReading.Cause;
import no.innvei.participant.api.ImportReading.Refused;

/** Reads the text of an import file into cells, without asking what the cells mean. */
final class CsvFile {

    private static final int MOST_LINES_IN_A_CELL = 20;
    private static final char MARK = '\ufeff';

    /** The file as a whole. */
    sealed interface Result {

        record Table(List<Line> lines, List<String> ignoredColumns) implements Result {}

        record Unusable(Refused refusal) implements Result {}
    }

    /**
     * @param number physical line where the row begins
     * @param cells what is written, by column; blank cells are left out
     * @param complete false when the row has more or fewer cells than the header
     */
    record Line(int number, Map<ImportColumn, String> cells, boolean complete) {}

    static Result read(ImportFile file) {
        var bytes = file.content();
        if (bytes.length > ImportFile.MAX_BYTES) {
            return unusable(Cause.TOO_LARGE, 0);
        }
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            return unusable(Cause.SPREADSHEET, 0);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return unusable(Cause.NOT_UTF8, lineOfFirstForeignByte(bytes));
        }
        if (text.indexOf('\0') >= 0 && text.indexOf('\0') < 10) {
            return unusable(Cause.NOT_UTF8, 0);
        }
        return table(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
    }

    private static Result table(String text) {
        int skipped = 0;
        if (text.toLowerCase(Locale.ROOT).startsWith("sep=")) { // a hint for spreadsheets, not a row
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        }
        if (text.isBlank()) {
            return unusable(Cause.EMPTY, 0);
        }
        var reader = reader(text, separatorOf(text));
        long before = 0;
        try {
            var header = reader.readNext();
            while (header != null && isBlank(header)) {
                header = reader.readNext();
            }
            if (header == null) {
                return unusable(Cause.EMPTY, 0);
            }
            var columns = new ArrayList<ImportColumn>();
            var ignored = new ArrayList<String>();
            var seen = EnumSet.noneOf(ImportColumn.class);
            for (var name : header) {
                var column = ImportColumn.of(name).orElse(null);
                if (column == null && !name.isBlank()) {
                    ignored.add(name.strip());
                } else if (column != null && !seen.add(column)) {
                    return new Result.Unusable(new Refused(Cause.REPEATED_COLUMN, 1 + skipped, List.of(column)));
                }
                columns.add(column);
            }
            var missing = missing(seen);
            if (!missing.isEmpty()) {
                return new Result.Unusable(new Refused(Cause.MISSING_COLUMNS, 1 + skipped, missing));
            }
            var lines = new ArrayList<Line>();
            before = reader.getLinesRead();
            for (var cells = reader.readNext(); cells != null; cells = reader.readNext()) {
                if (!isBlank(cells)) {
                    if (lines.size() == ImportFile.MAX_ROWS) {
                        return unusable(Cause.TOO_MANY_ROWS, 0);
                    }
                    lines.add(line((int) before + 1 + skipped, columns, cells));
                }
                before = reader.getLinesRead();
            }
            return lines.isEmpty() ? unusable(Cause.EMPTY, 0) : new Result.Table(lines, ignored);
        } catch (CsvException
                | IOException e) { // the text is in memory: what cannot be read is a quotation mark too many
            return unusable(Cause.OPEN_QUOTE, (int) before + 1 + skipped);
        }
    }

    private static Line line(int number, List<ImportColumn> columns, String[] cells) {
        var byColumn = new EnumMap<ImportColumn, String>(ImportColumn.class);
        if (cells.length != columns.size()) {
            return new Line(number, byColumn, false);
        }
        for (int i = 0; i < cells.length; i++) {
            if (columns.get(i) != null && !cells[i].isBlank()) {
                byColumn.put(columns.get(i), cells[i].strip());
            }
        }
        return new Line(number, byColumn, true);
    }

    private static List<ImportColumn> missing(EnumSet<ImportColumn> seen) {
        var missing = new ArrayList<ImportColumn>();
        for (var column : List.of(ImportColumn.GIVEN_NAMES, ImportColumn.BORN_ON)) {
            if (!seen.contains(column)) {
                missing.add(column);
            }
        }
        if (Stream.of(ImportColumn.NATIONAL_ID, ImportColumn.D_NUMBER, ImportColumn.DUF_NUMBER)
                .noneMatch(seen::contains)) {
            missing.add(ImportColumn.DUF_NUMBER);
        }
        return missing;
    }

    /** The separator that makes most of the header. */
    private static char separatorOf(String text) {
        var header = text.strip().lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ',').count()
                        > header.chars().filter(c -> c == ';').count()
                ? ','
                : ';';
    }

    private static CSVReader reader(String text, char separator) {
        return new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(separator).build())
                .withMultilineLimit(MOST_LINES_IN_A_CELL)
                .withKeepCarriageReturn(false)
                .build();
    }

    private static boolean isBlank(String[] cells) {
        return Stream.of(cells).allMatch(cell -> cell == null || cell.isBlank());
    }

    private static int lineOfFirstForeignByte(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        decoder.decode(in, out, true);
        return 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
    }

    private static Result unusable(Cause cause, int line) {
        return new Result.Unusable(new Refused(cause, line, List.of()));
    }

    private CsvFile() {}
}
