package no.innvei.web.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.MyDay.When;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import org.junit.jupiter.api.Test;

class WorklistTextsTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "no.innvei.web.worklist", Locale.ROOT, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    private static final Pattern USED = Pattern.compile(
            "worklistText\\['([^']+)']|texts\\.get\\(\\s*\"([^\"]+)\"|\\? \"([a-z]+\\.[A-Za-z.]+)\" : \"([a-z]+\\.[A-Za-z.]+)\"");

    @Test
    void every_code_has_a_word() {
        for (var phase : Phase.values()) {
            present("phase." + ListState.code(phase));
        }
        for (var state : RegisterState.values()) {
            present("register." + ListState.code(state));
        }
        for (var when : When.values()) {
            present("day.group." + when);
        }
        for (var kind : DeadlineKind.values()) {
            present(
                    "task." + kind + ".title",
                    "task." + kind + ".button",
                    "task." + kind + ".reason",
                    "due." + kind,
                    "paragraph." + kind.paragraph());
        }
        for (var days : ListState.DAYS) {
            present("list.within." + days);
        }
        present("day.tab.alle", "day.tab.frister", "day.tab.registeret");
    }

    @Test
    void every_key_a_page_uses_exists() throws IOException {
        var used = used();

        assertTrue(used.size() > 50, "found " + used.size());
        assertEquals(Set.of(), difference(used, TEXTS.keySet()));
    }

    @Test
    void nynorsk_holds_only_keys_that_bokmål_has_and_only_what_differs() throws IOException {
        var nynorsk = new java.util.Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/no/innvei/web/worklist_nn.properties"))) {
            nynorsk.load(reader);
        }

        assertEquals(Set.of(), difference(nynorsk.stringPropertyNames(), TEXTS.keySet()));
        assertEquals(
                List.of(),
                nynorsk.stringPropertyNames().stream()
                        .filter(key ->
                                TEXTS.containsKey(key) && TEXTS.getString(key).equals(nynorsk.getProperty(key)))
                        .toList());
    }

    private static void present(String... keys) {
        for (var key : keys) {
            assertTrue(TEXTS.containsKey(key), key);
        }
    }

    /** Whole keys in pages and classes; a key that is put together from a code is covered by the codes. */
    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        for (var folder : List.of("src/main/webapp/worklist", "src/main/java/no/innvei/web/worklist")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (var file : files.toList()) {
                    USED.matcher(Files.readString(file)).results().forEach(found -> {
                        for (int group = 1; group <= found.groupCount(); group++) {
                            if (found.group(group) != null
                                    && !found.group(group).endsWith(".")) {
                                used.add(found.group(group));
                            }
                        }
                    });
                }
            }
        }
        return used;
    }

    private static Set<String> difference(Set<String> all, Set<String> known) {
        var missing = new TreeSet<>(all);
        missing.removeAll(known);
        return missing;
    }
}
