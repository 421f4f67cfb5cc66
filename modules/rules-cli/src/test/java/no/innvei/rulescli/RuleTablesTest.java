package no.innvei.rulescli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a person with legal training must find in every parameter file. */
class RuleTablesTest {

    private static final Rules RULES = Rules.load(RuleTablesTest.class.getClassLoader());

    @TestFactory
    Stream<DynamicTest> a_table_begins_with_its_name_its_question_and_the_date_that_selects_the_version() {
        return each(table -> {
            var name = table.file().replaceAll(".*/|\\.table$", "");
            var first = table.comments().getFirst();
            assertEquals(name, first.split(":")[0].replace('.', '-'), "first comment: \"# <name>: <question>\"");
            assertTrue(table.question().endsWith("?"), table.question());
            assertTrue(
                    table.remarks().stream().anyMatch(remark -> remark.contains(" velges av ")),
                    table.file() + ": a comment \"Versjonen velges av …\" that names the date");
        });
    }

    @TestFactory
    Stream<DynamicTest> every_column_and_parameter_is_explained() {
        return each(table -> {
            var explained = new TreeSet<String>();
            var texts = new StringBuilder();
            table.explanations().forEach((names, text) -> {
                explained.addAll(Arrays.asList(names.split(", *")));
                texts.append(' ').append(text);
            });
            var unexplained = new TreeSet<String>();
            for (var column : table.keys()) {
                if (column.equals("parameter")) {
                    table.rows().stream().map(row -> row.text(column)).forEach(unexplained::add);
                } else {
                    unexplained.add(column);
                }
            }
            table.values().stream()
                    .filter(column -> !column.equals("value") || !table.keys().contains("parameter"))
                    .forEach(unexplained::add);
            unexplained.removeAll(explained);
            unexplained.removeIf(name -> texts.toString().contains(name + " = "));
            assertEquals(
                    new TreeSet<>(), unexplained, table.file() + ": write a line \"# name   explanation\" for each");
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_our_reading_or_unverified_says_so_at_once() {
        return each(table -> {
            for (var row : table.rows()) {
                if (row.note() == null) {
                    continue;
                }
                var note = row.note();
                var marked = note.startsWith("Vår lesing: ") || note.startsWith("Ikke kontrollert: ");
                var speaks = note.toLowerCase(Locale.ROOT).matches(".*(lesing|kontrollert|vi leser|vi regner|tolk).*");
                assertTrue(
                        marked || !speaks,
                        table.file() + " line " + row.line()
                                + ": begin the note with \"Vår lesing: \" or \"Ikke kontrollert: \"");
                assertTrue(note.endsWith("."), table.file() + " line " + row.line() + ": a note is a sentence");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> every_row_names_its_paragraph_and_source() {
        return each(table -> {
            for (var row : table.rows()) {
                assertTrue(row.legalBasis().length() > 3, table.file() + " line " + row.line());
                assertTrue(row.source().length() > 3, table.file() + " line " + row.line());
            }
        });
    }

    /** Versions follow on each other; what is not repealed goes on until the next. */
    @TestFactory
    Stream<DynamicTest> versions_of_a_key_neither_overlap_nor_end_without_a_repeal() {
        return each(table -> {
            var before = new HashMap<List<String>, RuleTable.Row>();
            for (var row : table.rows()) {
                if (row.validFrom() == null) {
                    continue;
                }
                var earlier = before.put(row.key(), row);
                assertTrue(
                        earlier == null || earlier.validFrom().isBefore(row.validFrom()),
                        table.file() + " line " + row.line() + " overlaps");
                assertFalse(
                        row.repealed() && (earlier == null || earlier.repealed()),
                        table.file() + " line " + row.line() + " repeals what was not in force");
            }
            for (var row : before.values()) {
                var current = table.inForce(LocalDate.of(2100, 1, 1)).stream()
                        .filter(one -> one.key().equals(row.key()))
                        .toList();
                assertEquals(List.of(row), current);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_rule_names_its_decisive_date_and_each_fact_once() {
        return AllRules.of(RULES).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    var names = rule.facts().stream().map(Fact::name).toList();
                    assertEquals(names.size(), Set.copyOf(names).size());
                    assertTrue(
                            rule.facts().stream()
                                    .anyMatch(fact ->
                                            fact.name().equals(rule.decisiveFact()) && fact.kind() == Fact.Kind.DATE),
                            rule.decisiveFact());
                    for (var fact : rule.facts()) {
                        var words = fact.kind() == Fact.Kind.WORD || fact.kind() == Fact.Kind.WORDS;
                        assertEquals(words, !fact.words().isEmpty(), fact.name());
                    }
                }));
    }

    /** A module that publishes a rule is on the class path of the command; a new one must be named in its pom. */
    @Test
    void the_command_has_the_rules_of_every_module() throws IOException {
        var published = new TreeSet<String>();
        try (var files = Files.walk(Path.of("..").toAbsolutePath().normalize())) {
            for (var file : files.filter(
                            path -> path.endsWith("src/main/resources/META-INF/services/no.innvei.kernel.rules.Rule"))
                    .toList()) {
                Files.readAllLines(file).stream()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(published::add);
            }
        }
        var found = new TreeSet<String>();
        RULES.all().forEach(rule -> found.add(rule.getClass().getName()));
        assertEquals(published, found);
    }

    private static Stream<DynamicTest> each(Consumer<RuleTable> check) {
        return AllRules.tables(RULES).values().stream()
                .map(table -> DynamicTest.dynamicTest(table.file(), () -> check.accept(table)));
    }
}
