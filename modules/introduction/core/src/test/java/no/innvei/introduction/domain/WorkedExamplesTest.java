package no.innvei.introduction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked examples beside the tables hold. */
class WorkedExamplesTest {

    private static List<Rule> rules() {
        return List.of(
                new AddedDaysRule(),
                new BenefitDeductionRule(),
                new BenefitRule(),
                new CategoryRule(),
                new ChildIllnessRule(),
                new DurationRule(),
                new GoalsRule(),
                new LifeSkillsRule(),
                new PlanChangeRule(),
                new SelfCertificationRule(),
                new StartDeadlineRule(),
                new WorkHoursRule());
    }

    @Test
    void every_rule_is_published_under_its_name() {
        var published = Rules.load(WorkedExamplesTest.class.getClassLoader());

        for (var rule : rules()) {
            assertEquals(
                    rule.getClass(), published.find(rule.name()).orElseThrow().getClass());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_worked_example_holds() {
        return rules().stream().flatMap(WorkedExamplesTest::examples);
    }

    private static Stream<DynamicTest> examples(Rule rule) {
        var blocks = read(rule).split("\n\\s*\n");
        return Stream.of(blocks)
                .map(block -> DynamicTest.dynamicTest(
                        rule.name() + ": " + block.lines().findFirst().orElseThrow(), () -> holds(rule, block)));
    }

    private static void holds(Rule rule, String block) {
        var lines = new HashMap<String, String>();
        block.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var parts = line.split("\\s+", 2);
            lines.put(parts[0], parts[1].strip());
        });
        var facts = new HashMap<String, Object>();
        pairs(lines.get("facts")).forEach((name, value) -> facts.put(name, fact(rule, name, value)));
        var evaluation = rule.evaluate(facts);

        assertEquals(lines.get("answer"), evaluation.answer().name());
        assertEquals(
                lines.get("version"),
                evaluation.version() == null ? "-" : evaluation.version().toString());
        assertEquals(pairs(lines.get("values")), values(evaluation));
        assertEquals(rule.name(), evaluation.rule());
        assertFalse(evaluation.steps().isEmpty());
        var decisive = facts.get(rule.decisiveFact());
        if (decisive != null && !rule.name().equals("introduction.start-deadline")) {
            assertEquals(decisive, evaluation.decisiveDate().toString());
        }
    }

    private static Map<String, String> pairs(String line) {
        var pairs = new TreeMap<String, String>();
        if (!line.equals("-")) {
            for (var pair : line.split(" ")) {
                pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return pairs;
    }

    private static Object fact(Rule rule, String name, String value) {
        var kind = rule.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::kind)
                .findFirst()
                .orElseThrow();
        return switch (kind) {
            case DATE, WORD -> value;
            case YES_NO -> Boolean.valueOf(value);
            case WHOLE_NUMBER, NUMBER -> new BigDecimal(value);
            case WORDS -> new ArrayList<>(List.of(value.split(",")));
        };
    }

    private static Map<String, String> values(Evaluation evaluation) {
        return new TreeMap<>(evaluation.values().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() instanceof List<?> list
                                ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                                : entry.getValue().toString())));
    }

    private static String read(Rule rule) {
        var file = "/rules/" + rule.name().replace('.', '-') + ".examples";
        try (var stream = WorkedExamplesTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }
}
