package no.innvei.web.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.RefusedFacts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.Rules;
import no.innvei.web.text.Texts;
import org.junit.jupiter.api.Test;

/** Whatever a rule can ask for or answer has words in both written forms; found by asking the rules. */
class RuleWordsTest {

    private static final List<Texts> FORMS =
            List.of(Texts.of(RuleWords.BUNDLE, Locale.of("nb")), Texts.of(RuleWords.BUNDLE, Locale.of("nn")));

    private static final Pattern CODE =
            Pattern.compile("\\b[A-Z0-9]+_[A-Z0-9_]+\\b|\\b(?:ANY|YES|NO|NONE|WORK|OFFER|MAY|SHALL|ORDINARY)\\b");

    /** Both sides of every day the law changed on, and one before there was a law. */
    private static final List<String> DAYS = List.of(
            "2019-05-17",
            "2021-03-01",
            "2022-07-01",
            "2023-06-30",
            "2023-09-01",
            "2024-01-31",
            "2024-08-05",
            "2025-02-03",
            "2025-12-31",
            "2026-01-01",
            "2026-08-17",
            "2027-03-01");

    private static List<Rule> rules() {
        return StreamSupport.stream(
                        Rules.load(RuleWordsTest.class.getClassLoader()).all().spliterator(), false)
                .toList();
    }

    @Test
    void the_rules_are_there_to_be_asked() {
        assertTrue(rules().size() >= 5, "the cores that publish rules are on the class path");
    }

    @Test
    void every_rule_has_a_name_a_question_and_a_scheme() {
        var missing = new TreeSet<String>();
        for (var rule : rules()) {
            for (var key : List.of(
                    "name." + rule.name(), "question." + rule.name(), "scheme." + RuleWords.schemeCode(rule.name()))) {
                FORMS.stream().filter(texts -> !texts.has(key)).forEach(texts -> missing.add(key));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void what_a_step_is_called_never_holds_a_number_of_the_law() {
        var number = Pattern.compile("(?<!§ |§§ )\\b(\\d+|to|tre|fire|fem|seks|åtte|ti|tolv)\\b");
        for (var form : List.of("nb", "nn")) {
            var titles = ResourceBundle.getBundle("no.innvei.web." + RuleWords.BUNDLE, Locale.of(form));
            var holding = titles.keySet().stream()
                    .filter(key -> key.startsWith("rule.R-")
                            && number.matcher(titles.getString(key)).find())
                    .toList();
            assertEquals(List.of(), holding, form);
        }
    }

    @Test
    void every_fact_and_every_word_it_can_be_has_a_name() {
        var missing = new TreeSet<String>();
        for (var rule : rules()) {
            for (var fact : rule.facts()) {
                name(rule, fact.name(), missing);
                fact.words().forEach(word -> word(fact.name(), word, missing));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_step_value_and_word_a_rule_answers_with_has_a_name() {
        var missing = new TreeSet<String>();
        for (var rule : rules()) {
            for (var evaluation : evaluations(rule)) {
                evaluation.values().forEach((name, value) -> {
                    name(rule, name, missing);
                    words(name, value, missing);
                });
                for (var step : evaluation.steps()) {
                    require("rule." + step.rule(), missing);
                    step.facts().forEach((name, value) -> {
                        name(rule, name, missing);
                        words(name, value, missing);
                    });
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_table_reads_without_a_code() {
        var missing = new TreeSet<String>();
        for (var rule : rules()) {
            for (var table : rule.tables()) {
                var shown = ParameterTable.of(table, table.rows(), true);
                Stream.concat(table.keys().stream(), table.values().stream())
                        .filter(column -> RuleWords.column(column) == null)
                        .forEach(column -> missing.add("column." + column));
                if (table.keys().contains("parameter")) {
                    table.rows().stream()
                            .map(row -> row.text("parameter"))
                            .filter(name -> RuleWords.column(name) == null && !name.startsWith("permit_"))
                            .forEach(name -> missing.add("column." + name));
                }
                shown.lines().stream()
                        .flatMap(line -> line.cells().stream())
                        .filter(cell -> CODE.matcher(cell).find())
                        .forEach(cell -> missing.add(table.file() + " shows " + cell));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_answer_is_a_sentence_without_a_hole() {
        for (var rule : rules()) {
            for (var evaluation : evaluations(rule)) {
                var answer = RuleAnswer.of(evaluation);
                assertFalse(answer.sentence().isBlank(), rule.name());
                assertFalse((answer.sentence() + answer.more()).contains("{"), rule.name() + " " + answer.sentence());
            }
        }
    }

    /** The worked examples, and cases put together from every word the rule knows and days around every change. */
    private static List<Evaluation> evaluations(Rule rule) {
        var all = new ArrayList<Evaluation>();
        examples(rule).forEach(facts -> all.add(rule.evaluate(facts)));
        var random = new Random(20_260_101L);
        for (int i = 0; i < 3_000; i++) {
            try {
                all.add(rule.evaluate(someCase(rule, random)));
            } catch (RefusedFacts impossible) {
                // together they make no case; the next ones do
            }
        }
        assertFalse(all.isEmpty(), rule.name() + " answers nothing");
        return all;
    }

    private static Map<String, Object> someCase(Rule rule, Random random) {
        var facts = new LinkedHashMap<String, Object>();
        for (var fact : rule.facts()) {
            if (fact.required() || random.nextInt(3) > 0) {
                facts.put(fact.name(), some(fact, random));
            }
        }
        return facts;
    }

    private static Object some(Fact fact, Random random) {
        return switch (fact.kind()) {
            case DATE ->
                fact.name().equals("bornOn")
                        ? pick(List.of("1955-01-01", "1969-06-30", "1985-02-28", "2001-11-24", "2008-08-08"), random)
                        : pick(DAYS, random);
            case YES_NO -> random.nextBoolean();
            case WHOLE_NUMBER -> pick(List.of(0, 1, 2, 3, 11, 24, 30, 40, 56), random);
            case NUMBER ->
                pick(
                        List.of(
                                BigDecimal.ZERO,
                                new BigDecimal("7.5"),
                                BigDecimal.valueOf(37),
                                new BigDecimal("20000")),
                        random);
            case WORD -> pick(fact.words(), random);
            case WORDS -> List.of(pick(fact.words(), random), pick(fact.words(), random));
        };
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<Map<String, Object>> examples(Rule rule) {
        var file = "/rules/" + rule.name().replace('.', '-') + ".examples";
        try (var stream = rule.getClass().getResourceAsStream(file)) {
            return stream == null
                    ? List.of()
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("facts"))
                            .map(line ->
                                    facts(rule, line.substring("facts".length()).strip()))
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Object> facts(Rule rule, String line) {
        var facts = new LinkedHashMap<String, Object>();
        for (var pair : line.split("\\s+")) {
            var name = pair.substring(0, Math.max(0, pair.indexOf('=')));
            var text = pair.substring(pair.indexOf('=') + 1);
            rule.facts().stream()
                    .filter(fact -> fact.name().equals(name))
                    .forEach(fact -> facts.put(
                            name,
                            switch (fact.kind()) {
                                case DATE, WORD -> text;
                                case YES_NO -> Boolean.valueOf(text);
                                case WHOLE_NUMBER, NUMBER -> new BigDecimal(text);
                                case WORDS -> Arrays.asList(text.split(","));
                            }));
        }
        return facts;
    }

    private static void name(Rule rule, String name, Set<String> missing) {
        if (FORMS.stream()
                .anyMatch(texts -> !texts.has("fact." + rule.name() + "." + name) && !texts.has("fact." + name))) {
            missing.add("fact." + name + " of " + rule.name());
        }
    }

    private static void words(String name, Object value, Set<String> missing) {
        if (value instanceof Collection<?> list) {
            list.forEach(one -> words(name, one, missing));
        } else if (value instanceof String text && text.matches("[A-Za-z0-9_]*[A-Za-z][A-Za-z0-9_]*|[0-9]/[0-9]")) {
            word(name, text, missing);
        } else if (value instanceof String text && text.matches("[A-Z_]+([ ,]+[A-Z_]+)+")) {
            List.of(text.split("[ ,]+")).forEach(one -> word(name, one, missing));
        }
    }

    private static void word(String name, String word, Set<String> missing) {
        if (FORMS.stream().anyMatch(texts -> !texts.has("value." + name + "." + word) && !texts.has("value." + word))) {
            missing.add("value." + word + " for " + name);
        }
    }

    private static void require(String key, Set<String> missing) {
        if (FORMS.stream().anyMatch(texts -> !texts.has(key))) {
            missing.add(key);
        }
    }
}
