package no.innvei.participant.application;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;

/** Which column of the file is which fact. */
record ColumnGuess(List<ImportColumn> meanings) {

    /** @param remembered what the organization chose for a header; an empty value = fills nothing */
    static ColumnGuess of(List<String> headers, Map<String, Optional<ImportColumn>> remembered) {
        var meanings = new ArrayList<ImportColumn>();
        for (var header : headers) {
            meanings.add(remembered
                    .getOrDefault(ImportColumn.plain(header), ImportColumn.of(header))
                    .orElse(null));
        }
        return new ColumnGuess(meanings);
    }

    List<ImportColumn> missing() {
        var missing = new ArrayList<ImportColumn>();
        for (var column : List.of(ImportColumn.GIVEN_NAMES, ImportColumn.BORN_ON)) {
            if (!meanings.contains(column)) {
                missing.add(column);
            }
        }
        if (Stream.of(ImportColumn.NATIONAL_ID, ImportColumn.D_NUMBER, ImportColumn.DUF_NUMBER)
                .noneMatch(meanings::contains)) {
            missing.add(ImportColumn.DUF_NUMBER);
        }
        return missing;
    }

    List<ImportColumn> repeated() {
        var seen = EnumSet.noneOf(ImportColumn.class);
        return meanings.stream()
                .filter(column -> column != null && !seen.add(column))
                .distinct()
                .toList();
    }

    boolean clear() {
        return missing().isEmpty() && repeated().isEmpty();
    }

    /** As a spreadsheet names its columns: A to Z, then AA. */
    static String letter(int index) {
        return (index < 26 ? "" : letter(index / 26 - 1)) + (char) ('A' + index % 26);
    }
}
