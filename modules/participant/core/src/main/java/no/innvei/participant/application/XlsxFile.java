package no.innvei.participant.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.innvei.participant.api.ImportReading.Cause;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Reads the first visible sheet of a spreadsheet as data: no formula is calculated, what stands in its cell is what the spreadsheet last showed. Unpacked once
 * before it is read, to be sure that it does not unpack into more than a list of people can be.
 */
final class XlsxFile {

    private static final long MOST_UNPACKED = 60L * 1024 * 1024;
    private static final int MOST_PARTS = 1_000;

    /** Rows of a sheet may be numbered as the file likes; so far down nobody looks. */
    private static final int LAST_ROW = 100_000;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;

    static Grid.Result read(byte[] bytes) {
        try {
            if (unpacksTooFar(bytes)) {
                return Grid.unusable(Cause.TOO_LARGE, 0);
            }
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
                var sheet = workbook.getSheets()
                        .filter(candidate -> candidate.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst();
                if (sheet.isEmpty()) {
                    return Grid.unusable(Cause.EMPTY, 0);
                }
                var grid = new Grid.Builder();
                try (var rows = sheet.get().openStream()) {
                    for (var found = rows.iterator(); found.hasNext(); ) {
                        var row = found.next();
                        var refusal = row.getRowNum() > LAST_ROW
                                ? Optional.of(Grid.unusable(Cause.TOO_MANY_ROWS, 0))
                                : add(grid, row, workbook.isDate1904());
                        if (refusal.isPresent()) {
                            return refusal.get();
                        }
                    }
                }
                return grid.done();
            }
        } catch (IOException | RuntimeException e) { // the library tells of a malformed file in many ways
            return Grid.unusable(Cause.BROKEN_SPREADSHEET, 0);
        }
    }

    /** Looks at the parts the library will read, with the same eyes: by the directory at the end of the file, as spreadsheets do. */
    private static boolean unpacksTooFar(byte[] bytes) throws IOException {
        long unpacked = 0;
        int parts = 0;
        var buffer = new byte[16 * 1024];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (var entries = zip.getEntries().asIterator(); entries.hasNext(); ) {
                try (var part = zip.getInputStream(entries.next())) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            return true;
                        }
                    }
                }
                if (++parts > MOST_PARTS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Rows are as wide as the header: a spreadsheet leaves out the empty cells at the end of a row. */
    private static Optional<Grid.Result> add(Grid.Builder grid, Row row, boolean from1904) {
        if (row.getCellCount() > Grid.MOST_COLUMNS && widest(row) > Grid.MOST_COLUMNS) {
            return Optional.of(Grid.unusable(Cause.TOO_MANY_COLUMNS, row.getRowNum()));
        }
        int columns = grid.started() ? Math.max(grid.columns(), widest(row)) : widest(row);
        var cells = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            cells.add(i < row.getCellCount() ? text(row.getCell(i), from1904) : "");
        }
        return grid.add(row.getRowNum(), cells);
    }

    private static int widest(Row row) {
        int widest = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            if (cell != null
                    && cell.getRawValue() != null
                    && !cell.getRawValue().isBlank()) {
                widest = i + 1;
            }
        }
        return widest;
    }

    private static String text(Cell cell, boolean from1904) {
        if (cell == null || cell.getRawValue() == null) {
            return "";
        }
        var raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getText();
            case BOOLEAN -> List.of("1", "true").contains(raw.toLowerCase(Locale.ROOT)) ? "ja" : "nei";
            case ERROR -> raw;
            case NUMBER, FORMULA ->
                number(raw).map(n -> written(n, cell, from1904)).orElse(raw);
        };
    }

    private static Optional<BigDecimal> number(String raw) {
        try {
            return raw.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(raw));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String written(BigDecimal number, Cell cell, boolean from1904) {
        if (isDate(cell) && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY)) < 0) {
            var midnight = (from1904 ? DAY_ZERO_1904 : DAY_ZERO).atStartOfDay();
            LocalDateTime moment = midnight.plusDays(number.longValue())
                    .plusSeconds(number.remainder(BigDecimal.ONE)
                            .multiply(BigDecimal.valueOf(86_400))
                            .longValue())
                    .truncatedTo(ChronoUnit.MINUTES);
            return moment.toLocalTime().toSecondOfDay() == 0 || number.signum() == 0
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return Math.abs((long) number.scale()) > 40 || number.precision() > 40
                ? cell.getRawValue()
                : number.stripTrailingZeros().toPlainString();
    }

    /** Formats 14 to 22 and 45 to 47 are dates and times everywhere; other formats say so with a y or a d outside quotes and brackets. */
    private static boolean isDate(Cell cell) {
        var id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47)) {
            return true;
        }
        var format = cell.getDataFormatString();
        return format != null
                && format.length() < 200
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
                        .matches(".*[yd].*");
    }

    private XlsxFile() {}
}
