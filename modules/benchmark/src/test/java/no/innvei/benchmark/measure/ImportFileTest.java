package no.innvei.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportFileTest {

    @Test
    void people_of_two_files_share_neither_number_nor_name_with_birth_date() {
        var first = rows(300_000);
        var second = rows(305_000);

        assertEquals(5_000, first.size());
        for (var columns : List.of(Set.of(0, 1, 2), Set.of(3))) {
            var shared = new HashSet<>(chosen(first, columns));
            assertTrue(columns.size() == 1 || shared.size() > 4_900, "people of one file are told apart");
            shared.retainAll(chosen(second, columns));
            assertEquals(Set.of(), shared);
        }
    }

    private static List<String[]> rows(int serial) {
        return new String(ImportFile.of(5_000, serial), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    private static Set<String> chosen(List<String[]> rows, Set<Integer> columns) {
        return rows.stream()
                .map(row -> columns.stream().sorted().map(i -> row[i]).collect(Collectors.joining("|")))
                .collect(Collectors.toSet());
    }
}
