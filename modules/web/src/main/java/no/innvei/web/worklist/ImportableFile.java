package no.innvei.web.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.innvei.participant.api.ImportColumn;

/** Participants with the columns of the import template, whatever the list shows: reading the file in again changes nothing. */
final class ImportableFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    static void write(List<Map<ImportColumn, String>> rows, OutputStream out) throws IOException {
        var lines = new StringBuilder(BYTE_ORDER_MARK);
        line(
                lines,
                Arrays.stream(ImportColumn.values()).collect(Collectors.toMap(column -> column, ImportColumn::header)));
        rows.forEach(row -> line(lines, row));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder lines, Map<ImportColumn, String> cells) {
        lines.append(Arrays.stream(ImportColumn.values())
                        .map(column -> ListFile.cell(cells.get(column)))
                        .collect(Collectors.joining(";")))
                .append("\r\n");
    }

    private ImportableFile() {}
}
