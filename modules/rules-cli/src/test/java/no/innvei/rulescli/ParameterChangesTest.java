package no.innvei.rulescli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A change of any one parameter line is noticed by a worked example of that table, and by no example of a rule that does not rest on it. So the
 * examples guard every number, word and date of the law that is written down.
 */
class ParameterChangesTest {

    private static final Rules RULES = Rules.load(ParameterChangesTest.class.getClassLoader());
    private static final Map<String, RuleTable> TABLES = AllRules.tables(RULES);
    private static final Map<String, List<Example>> EXAMPLES = examples();
    private static final String VALID_FROM = "valid_from";

    /** A row that is older is seen from this day only: integreringsloven § 51. */
    private static final LocalDate ACT_IN_FORCE = LocalDate.of(2021, 1, 1);

    /** Parameters that change the explanation and not the answer, because the case comes with the sum already made. */
    private static final Set<String> SHOWN_IN_STEPS =
            Set.of("introduction-self-certification | look_back_calendar_days 2021-01-01 | value");

    /** Cells without effect: how a requirement of no hours is counted, and a word that only tells the reader what the municipality may do. */
    private static final Set<String> UNSEEN = Set.of(
            "introduction-work-hours | ANY UPPER_SECONDARY 2021-01-01 | goal",
            "introduction-work-hours | ANY UPPER_SECONDARY 2021-01-01 | after_months",
            "introduction-work-hours | ANY BELOW_UPPER_SECONDARY 2021-01-01 | goal",
            "introduction-work-hours | ANY BELOW_UPPER_SECONDARY 2021-01-01 | after_months",
            "language-category | without_right_or_duty 2021-01-01 | value");

    /** The rules of these classes made anew with one table changed; empty when the table refuses the change. */
    private static Optional<List<Rule>> rules(String file, String text, List<Rule> which) {
        var classes = new ChangedTable(file, text);
        try {
            var rules = new ArrayList<Rule>();
            for (var rule : which) {
                rules.add((Rule) classes.loadClass(rule.getClass().getName())
                        .getDeclaredConstructor()
                        .newInstance());
            }
            return Optional.of(rules);
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_changed_line_fails_an_example_of_its_table() {
        return TABLES.values().stream().map(table -> DynamicTest.dynamicTest(table.file(), () -> everyChange(table)));
    }

    private static void everyChange(RuleTable table) {
        var unnoticed = new ArrayList<String>();
        var keys = new HashSet<List<String>>();
        for (var row : table.rows()) {
            if (row.validFrom() == null) {
                continue;
            }
            if (!keys.add(row.key())) {
                expect(unnoticed, table, row, VALID_FROM, moved(row.validFrom(), -1, -7));
                expect(unnoticed, table, row, VALID_FROM, moved(row.validFrom(), 1, 7));
            } else if (!row.validFrom().isBefore(ACT_IN_FORCE)) {
                expect(unnoticed, table, row, VALID_FROM, moved(row.validFrom(), 1, 7));
            }
            if (!row.repealed()) {
                for (var column : table.values()) {
                    otherValues(table, row, column).forEach(others -> expect(unnoticed, table, row, column, others));
                }
            }
        }
        if (!unnoticed.isEmpty()) {
            fail(table.file() + ": no worked example notices when\n  " + String.join("\n  ", unnoticed));
        }
    }

    /** A rule that is asked for Mondays notices a week where it cannot notice a day. */
    private static List<String> moved(LocalDate day, int days, int more) {
        return List.of(day.plusDays(days).toString(), day.plusDays(more).toString());
    }

    private static void expect(
            List<String> unnoticed, RuleTable table, RuleTable.Row row, String column, List<String> others) {
        var resting = resting(table);
        var taken = new ArrayList<String>();
        for (var other : others) {
            var changed = rules(table.file(), with(table, Map.of(row, Map.of(column, other))), resting);
            if (changed.isPresent()) {
                taken.add(other);
                if (!failing(changed.get()).isEmpty()
                        || onlyInSteps(table, row, column) && explainsOtherwise(changed.get())) {
                    return;
                }
                if (!column.equals(VALID_FROM) && !other.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    break;
                }
            }
        }
        if (!taken.isEmpty() && !UNSEEN.contains(place(table, row, column))) {
            unnoticed.add("line " + row.line() + " " + row.key() + ": " + column + " changes from " + row.text(column)
                    + " to " + String.join(" or ", taken));
        }
    }

    private static Set<String> failing(List<Rule> rules) {
        var failing = new TreeSet<String>();
        for (var rule : rules) {
            if (EXAMPLES.get(rule.name()).stream().anyMatch(example -> !example.holds(rule))) {
                failing.add(rule.name());
            }
        }
        return failing;
    }

    private static boolean onlyInSteps(RuleTable table, RuleTable.Row row, String column) {
        return SHOWN_IN_STEPS.contains(place(table, row, column));
    }

    private static boolean explainsOtherwise(List<Rule> rules) {
        return rules.stream()
                .anyMatch(rule -> EXAMPLES.get(rule.name()).stream()
                        .anyMatch(example -> !example.evaluate(rule)
                                .steps()
                                .equals(example.evaluate(RULES.find(rule.name()).orElseThrow())
                                        .steps())));
    }

    private static String place(RuleTable table, RuleTable.Row row, String column) {
        return table.file().replaceAll(".*/|\\.table$", "") + " | " + String.join(" ", row.key()) + " "
                + row.validFrom() + " | " + column;
    }

    @TestFactory
    Stream<DynamicTest> changed_lines_fail_no_example_of_a_rule_that_rests_on_other_tables() {
        return TABLES.values().stream()
                .map(table -> DynamicTest.dynamicTest(table.file(), () -> {
                    var strangers = new ArrayList<>(AllRules.of(RULES));
                    strangers.removeAll(resting(table));
                    var changes = new HashMap<RuleTable.Row, Map<String, String>>();
                    for (var row : table.rows()) {
                        if (row.validFrom() != null) {
                            changes.put(
                                    row,
                                    Map.of(
                                            VALID_FROM,
                                            row.validFrom().plusDays(1).toString()));
                        }
                    }
                    var changed =
                            rules(table.file(), with(table, changes), strangers).orElseThrow();
                    assertEquals(
                            Set.of(),
                            failing(changed),
                            "rules that do not name " + table.file() + " among their tables");
                }));
    }

    private static List<Rule> resting(RuleTable table) {
        return AllRules.of(RULES).stream()
                .filter(rule ->
                        rule.tables().stream().anyMatch(one -> one.file().equals(table.file())))
                .toList();
    }

    /** For each change worth trying: the new value, and what to try when the table does not take it. */
    private static List<List<String>> otherValues(RuleTable table, RuleTable.Row row, String column) {
        var value = row.text(column);
        if (row.none(column)) {
            return List.of();
        }
        if (value.matches("\\d+(\\.\\d+)?")) {
            var number = new BigDecimal(value);
            var more = List.of(number.add(BigDecimal.ONE).toPlainString());
            return number.signum() == 0
                    ? List.of(more)
                    : List.of(more, List.of(number.subtract(BigDecimal.ONE).toPlainString()));
        }
        if (value.matches("\\d+/\\d+")) {
            return List.of(List.of("3/7"));
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            var day = LocalDate.parse(value);
            return List.of(List.of(day.plusDays(1).toString(), day.minusDays(1).toString()));
        }
        var words = Arrays.asList(value.split("\\s+"));
        if (words.size() > 1) {
            return words.stream()
                    .map(dropped -> List.of(String.join(
                            " ",
                            words.stream().filter(word -> !word.equals(dropped)).toList())))
                    .toList();
        }
        var others = new LinkedHashSet<String>();
        table.rows().forEach(other -> others.add(other.text(column)));
        others.addAll(List.of("YES", "NO"));
        TABLES.values()
                .forEach(each -> each.rows()
                        .forEach(other -> each.values()
                                .forEach(name -> others.addAll(
                                        Arrays.asList(other.text(name).split(" "))))));
        others.removeIf(word -> word.equals(value) || !word.matches("[A-Z_]+"));
        return List.of(List.copyOf(others));
    }

    private static String with(RuleTable table, Map<RuleTable.Row, Map<String, String>> changes) {
        var lines = text(table.file()).split("\\R", -1);
        var header = Arrays.stream(lines)
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .findFirst()
                .orElseThrow();
        var columns = Arrays.stream(header.split("\\|")).map(String::strip).toList();
        changes.forEach((row, cells) -> cells.forEach((column, value) -> {
            var written = lines[row.line() - 1].split("\\|", -1);
            written[columns.indexOf(column)] = " " + value + " ";
            lines[row.line() - 1] = String.join("|", written);
        }));
        return String.join("\n", lines);
    }

    private static String text(String file) {
        try (var stream = ParameterChangesTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those that hold; the others are the business of {@link WorkedExamplesTest}. */
    private static Map<String, List<Example>> examples() {
        var examples = new LinkedHashMap<String, List<Example>>();
        for (var rule : RULES.all()) {
            examples.put(
                    rule.name(),
                    Example.of(rule).stream()
                            .filter(example -> example.holds(rule))
                            .toList());
        }
        return examples;
    }

    /** A lawyer writes the day a change commences in the place of "-"; nothing that happened before is answered otherwise. */
    @TestFactory
    Stream<DynamicTest> an_adopted_change_is_switched_on_by_writing_its_date() {
        return TABLES.values().stream()
                .flatMap(table -> table.notInForce().stream()
                        .map(row -> DynamicTest.dynamicTest(table.file() + " line " + row.line(), () -> {
                            var changed = rules(table.file(), commenced(table, row), AllRules.of(RULES));
                            assertEquals(Set.of(), failing(changed.orElseThrow()));
                        })));
    }

    /** The row with a date, moved behind the dated rows of its key. */
    private static String commenced(RuleTable table, RuleTable.Row row) {
        var lines = new ArrayList<>(Arrays.asList(text(table.file()).split("\\R", -1)));
        var written = lines.get(row.line() - 1);
        lines.add(" 2099-01-01 " + written.substring(written.indexOf('|')));
        lines.remove(row.line() - 1);
        return String.join("\n", lines);
    }
}
