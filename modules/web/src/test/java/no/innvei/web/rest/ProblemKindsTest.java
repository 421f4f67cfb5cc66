package no.innvei.web.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemKindsTest {

    private static final Pattern USED =
            Pattern.compile("(?:conflict\\(|of\\(\\s*\\d{3},\\s*|\\b[45]\\d\\d, )\"([a-z-]+)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void every_kind_used_has_a_title_and_stands_in_the_list() throws IOException {
        var titled = new TreeSet<>(
                ResourceBundle.getBundle("no.innvei.web.problems", Locale.ROOT).keySet());
        var listed = new TreeSet<String>();
        var matcher = LISTED.matcher(Files.readString(Path.of("../../docs/api/problems.md")));
        while (matcher.find()) {
            listed.add(matcher.group(1));
        }
        assertEquals(listed, titled);
        var used = used();
        used.removeAll(titled);
        assertEquals(Set.of(), used);
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (source.contains("Problem")) {
                    var matcher = USED.matcher(source);
                    while (matcher.find()) {
                        used.add(matcher.group(1));
                    }
                }
            }
        }
        return used;
    }
}
