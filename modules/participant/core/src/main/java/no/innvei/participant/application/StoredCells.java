package no.innvei.participant.application;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Difference;

/** Cells as one text of harmless characters, in the way forms are sent; encrypted before it is stored. */
final class StoredCells {

    static String write(List<String> cells) {
        return cells.stream()
                .map(cell -> "+" + URLEncoder.encode(cell, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static List<String> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("&"))
                        .map(cell -> URLDecoder.decode(cell.substring(1), StandardCharsets.UTF_8))
                        .toList();
    }

    static String writeDifferences(List<Difference> differences) {
        var cells = new ArrayList<String>();
        for (var difference : differences) {
            cells.add(difference.column().name());
            cells.add(marked(difference.ours()));
            cells.add(marked(difference.file()));
            cells.add(Boolean.toString(difference.contradicts()));
        }
        return write(cells);
    }

    static List<Difference> readDifferences(String text) {
        var cells = read(text);
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < cells.size(); i += 4) {
            differences.add(new Difference(
                    ImportColumn.valueOf(cells.get(i)),
                    unmarked(cells.get(i + 1)),
                    unmarked(cells.get(i + 2)),
                    Boolean.parseBoolean(cells.get(i + 3))));
        }
        return differences;
    }

    private static String marked(String value) {
        return value == null ? "" : "=" + value;
    }

    private static String unmarked(String cell) {
        return cell.isEmpty() ? null : cell.substring(1);
    }

    private StoredCells() {}
}
