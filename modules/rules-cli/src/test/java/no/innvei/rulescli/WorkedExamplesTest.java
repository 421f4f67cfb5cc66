package no.innvei.rulescli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every worked example of every rule, one test each. */
class WorkedExamplesTest {

    private static final Rules RULES = Rules.load(WorkedExamplesTest.class.getClassLoader());

    @TestFactory
    List<DynamicContainer> worked_examples() {
        return AllRules.of(RULES).stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.name(),
                        Stream.concat(
                                Stream.of(DynamicTest.dynamicTest(
                                        "has examples, each with a title of its own", () -> titles(Example.of(rule)))),
                                Example.of(rule).stream()
                                        .map(example -> DynamicTest.dynamicTest(
                                                example.title(),
                                                () -> assertEquals(
                                                        example.expected(),
                                                        example.actual(rule),
                                                        rule.name() + ": " + example.title()))))))
                .toList();
    }

    private static void titles(List<Example> examples) {
        assertFalse(examples.isEmpty(), "no .examples file beside the table");
        assertEquals(
                examples.size(),
                examples.stream().map(Example::title).distinct().count(),
                "two examples with one title");
    }

    /** A reader of a decision wants to know why, so an answer without a step is none. */
    @TestFactory
    Stream<DynamicTest> every_answer_has_steps_with_a_paragraph_and_says_which_date_decided() {
        return AllRules.of(RULES).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    for (var example : Example.of(rule)) {
                        var evaluation = example.evaluate(rule);
                        assertEquals(rule.name(), evaluation.rule());
                        assertFalse(evaluation.steps().isEmpty(), example.title());
                        for (var step : evaluation.steps()) {
                            assertTrue(
                                    step.rule().matches("R-\\d+(\\.\\d+[a-z]?)?"),
                                    example.title() + ": " + step.rule());
                            assertTrue(step.legalBasis().length() > 3, example.title());
                        }
                        assertEquals(
                                evaluation.version() == null,
                                evaluation.answer() == Evaluation.Answer.UNDETERMINED
                                        && evaluation.values().isEmpty()
                                        && example.version() == null,
                                example.title() + ": only an answer without parameters has no version");
                    }
                }));
    }

    @Test
    void an_example_is_read_as_it_is_written() {
        var read = Example.parse("a.b", """
                # Over
                # to linjer
                facts    on=2026-01-01 goals=WORK,OTHER
                answer   YES
                version  -
                values   -

                # Kort
                facts    -
                answer   NO
                version  2026-01-01
                values   share=5/6
                """);

        assertEquals(
                List.of(
                        new Example(
                                "a.b",
                                "Over to linjer",
                                Map.of("on", "2026-01-01", "goals", "WORK,OTHER"),
                                "YES",
                                null,
                                Map.of()),
                        new Example("a.b", "Kort", Map.of(), "NO", "2026-01-01", Map.of("share", "5/6"))),
                read);
        for (var wrong : List.of(
                "facts -\nanswer NO\nversion -\nvalues -",
                "# t\nfacts -\nanswer NO\nversion -",
                "# t\nfacts -\nanswer NO\nversion -\nvalues -\nvalues -",
                "# t\nfacts a\nanswer NO\nversion -\nvalues -",
                "# t\nfacts a=1 a=2\nanswer NO\nversion -\nvalues -",
                "# t\nfact a=1\nanswer NO\nversion -\nvalues -")) {
            assertThrows(IllegalArgumentException.class, () -> Example.parse("a.b", wrong), wrong);
        }
    }
}
