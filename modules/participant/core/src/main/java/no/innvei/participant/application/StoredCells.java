package no.innvei.participant.application;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import no.innvei.participant.api.ImportColumn;

/** The cells of a row as one text, in the way forms are sent; encrypted before it is stored. */
final class StoredCells {

    static String write(CsvFile.Line line) {
        return line.complete()
                + line.cells().entrySet().stream()
                        .map(cell -> "&" + cell.getKey().name() + "="
                                + URLEncoder.encode(cell.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }

    static CsvFile.Line read(int number, String text) {
        Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
        var parts = text.split("&");
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            cells.put(
                    ImportColumn.valueOf(parts[i].substring(0, equals)),
                    URLDecoder.decode(parts[i].substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new CsvFile.Line(number, cells, Boolean.parseBoolean(parts[0]));
    }

    private StoredCells() {}
}
