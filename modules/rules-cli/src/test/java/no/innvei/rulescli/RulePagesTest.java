package no.innvei.rulescli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.Test;

class RulePagesTest {

    private static final boolean WRITE = Boolean.getBoolean("innvei.write-docs");
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve("docs/rules");

    @Test
    void the_pages_in_the_documentation_are_what_tables_and_examples_say() throws IOException {
        var expected = pages();
        if (WRITE) {
            write(expected);
        }
        var hint = " is old; write the pages anew with: mvn -pl modules/rules-cli -am package -Dinnvei.write-docs=true";
        var committed = committed();
        assertEquals(expected.keySet(), committed.keySet(), "docs/rules" + hint);
        expected.forEach((name, text) -> assertEquals(text, committed.get(name), "docs/rules/" + name + hint));
    }

    @Test
    void the_same_rules_give_the_same_pages() {
        assertEquals(pages(), pages());
    }

    private static Map<String, String> pages() {
        var rules = Rules.load(RulePagesTest.class.getClassLoader());
        return RulePages.of(
                        AllRules.of(rules),
                        ROOT.resolve("modules/web/src/main/resources/no/innvei/web/rules.properties"))
                .all();
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (var name : committed().keySet()) {
            if (!pages.containsKey(name)) {
                Files.delete(FOLDER.resolve(name));
            }
        }
        for (var page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static Map<String, String> committed() throws IOException {
        var pages = new TreeMap<String, String>();
        if (Files.isDirectory(FOLDER)) {
            try (var files = Files.list(FOLDER)) {
                for (var file : files.toList()) {
                    pages.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return pages;
    }
}
