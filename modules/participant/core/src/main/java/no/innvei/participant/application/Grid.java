package no.innvei.participant.application;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportReading.Cause;
import no.innvei.participant.api.ImportReading.Refused;

/** What stands in a file, cell by cell, without asking what the cells mean. */
record Grid(List<String> headers, List<Line> lines) {

    static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 4_000;
    private static final long MOST_TEXT = 10_000_000;

    Grid {
        headers = List.copyOf(headers);
        lines = List.copyOf(lines);
    }

    /** The file as a whole. */
    sealed interface Result {

        record Table(Grid grid) implements Result {}

        record Unusable(Refused refusal) implements Result {}
    }

    /**
     * @param number line where the row begins
     * @param cells stripped, blank ones empty; as many as the file has there
     */
    record Line(int number, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** The row under these columns; {@code null} among them fills nothing. */
        SheetRow under(List<ImportColumn> columns) {
            Map<ImportColumn, String> byColumn = new EnumMap<>(ImportColumn.class);
            if (cells.size() != columns.size()) {
                return new SheetRow(number, byColumn, false);
            }
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i) != null && !cells.get(i).isEmpty()) {
                    byColumn.put(columns.get(i), cells.get(i));
                }
            }
            return new SheetRow(number, byColumn, true);
        }
    }

    /**
     * @param cells what is written, by column; blank cells are left out
     * @param complete false when the row has more or fewer cells than the header
     */
    record SheetRow(int number, Map<ImportColumn, String> cells, boolean complete) {}

    static Result read(ImportFile file) {
        var bytes = file.content();
        if (bytes.length > ImportFile.MAX_BYTES) {
            return unusable(Cause.TOO_LARGE, 0);
        }
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K' ? XlsxFile.read(bytes) : CsvFile.read(bytes);
    }

    static Result unusable(Cause cause, int line) {
        return new Result.Unusable(new Refused(cause, line));
    }

    /** Takes the rows of a file one by one, as long as they keep within the limits. */
    static final class Builder {

        private final List<Line> lines = new ArrayList<>();
        private List<String> headers;
        private long text;

        /** Why the file cannot be used; empty while it can. */
        Optional<Result> add(int number, List<String> cells) {
            var line = new Line(number, cells.stream().map(Grid::tidy).toList());
            if (line.isBlank()) {
                return Optional.empty();
            }
            if (line.cells().size() > MOST_COLUMNS) {
                return Optional.of(unusable(Cause.TOO_MANY_COLUMNS, number));
            }
            for (var cell : line.cells()) {
                if (cell.length() > LONGEST_CELL) {
                    return Optional.of(unusable(Cause.CELL_TOO_LONG, number));
                }
                text += cell.length();
            }
            if (text > MOST_TEXT) {
                return Optional.of(unusable(Cause.TOO_LARGE, 0));
            }
            if (headers == null) {
                headers = line.cells();
            } else if (lines.size() == ImportFile.MAX_ROWS) {
                return Optional.of(unusable(Cause.TOO_MANY_ROWS, 0));
            } else {
                lines.add(line);
            }
            return Optional.empty();
        }

        boolean started() {
            return headers != null;
        }

        int columns() {
            return headers.size();
        }

        Result done() {
            return lines.isEmpty() ? unusable(Cause.EMPTY, 0) : new Result.Table(new Grid(headers, lines));
        }
    }

    private static String tidy(String cell) {
        return cell == null || cell.isBlank() ? "" : cell.strip();
    }
}
