package no.innvei.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A text file of exceptions, one a line, each with its reason in the last column. */
final class AllowList {

    private AllowList() {}

    static List<List<String>> read(String name, int columns) {
        try (var file = AllowList.class.getResourceAsStream("/catalogue/" + name)) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .peek(line -> {
                        if (line.size() != columns || line.contains("")) {
                            throw new IllegalStateException(name + ": needs " + columns + " columns: " + line);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
