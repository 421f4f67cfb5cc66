package no.innvei.kernel.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final List<Fact> KNOWN = List.of(
            Fact.date("on"),
            Fact.number("hours").optional(),
            Fact.yesNo("extended").optional(),
            Fact.word("answer", Evaluation.Answer.class).optional(),
            Fact.words("answers", Evaluation.Answer.class).optional());

    @Test
    void unknown_and_missing_facts_are_named() {
        assertEquals("unknown fact name, number", complaint(Map.of("on", "2026-01-01", "number", 1, "name", "x")));
        assertEquals("missing fact on", complaint(Map.of("hours", 1)));
    }

    @Test
    void a_malformed_fact_is_named_and_its_value_never_repeated() {
        var facts = new Facts(KNOWN, Map.of("on", "12.12.2026", "hours", "many", "extended", "ja", "answer", "MAYBE"));

        assertEquals("malformed fact on: must be a date written year-month-day", thrown(() -> facts.date("on")));
        assertEquals("malformed fact hours: must be a number", thrown(() -> facts.integer("hours")));
        assertEquals("malformed fact extended: must be true or false", thrown(() -> facts.yes("extended")));
        assertEquals(
                "malformed fact answer: must be one of [YES, NO, UNDETERMINED]",
                thrown(() -> facts.word("answer", Evaluation.Answer.class)));
    }

    @Test
    void numbers_are_exact_and_never_negative() {
        assertEquals(
                Optional.of(new BigDecimal("29.5")),
                new Facts(KNOWN, Map.of("on", "2026-01-01", "hours", 29.5)).optionalDecimal("hours"));
        assertEquals(
                "malformed fact hours: must be a whole number",
                thrown(() -> new Facts(KNOWN, Map.of("on", "2026-01-01", "hours", 29.5)).integer("hours")));
        assertEquals(
                "malformed fact hours: must be zero or more",
                thrown(() -> new Facts(KNOWN, Map.of("on", "2026-01-01", "hours", -1)).integer("hours")));
    }

    @Test
    void a_yes_or_no_left_out_means_no() {
        assertFalse(new Facts(KNOWN, Map.of("on", "2026-01-01")).yes("extended"));
        assertTrue(new Facts(KNOWN, Map.of("on", "2026-01-01", "extended", true)).yes("extended"));
        assertEquals(LocalDate.of(2026, 1, 1), new Facts(KNOWN, Map.of("on", "2026-01-01")).date("on"));
    }

    private static String complaint(Map<String, Object> given) {
        return thrown(() -> new Facts(KNOWN, given));
    }

    @Test
    void a_list_of_words_has_each_word_once_and_at_least_one() {
        var facts = new Facts(KNOWN, Map.of("on", "2026-01-01", "answers", List.of("NO", "YES", "NO")));

        assertEquals(
                Set.of(Evaluation.Answer.YES, Evaluation.Answer.NO), facts.words("answers", Evaluation.Answer.class));
        for (var wrong : List.of(List.of(), "YES", List.of("MAYBE"))) {
            var refused = new Facts(KNOWN, Map.of("on", "2026-01-01", "answers", wrong));
            assertTrue(thrown(() -> refused.words("answers", Evaluation.Answer.class))
                    .startsWith("malformed fact answers: must be "));
        }
    }

    private static String thrown(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    @Test
    void a_refusal_names_its_facts_for_whoever_must_point_at_the_field() {
        var known = List.of(Fact.date("offerOn"), Fact.wholeNumber("age"));

        assertEquals(
                List.of("age", "offerOn"),
                assertThrows(RefusedFacts.class, () -> new Facts(known, Map.of()))
                        .names());
        assertEquals(
                List.of("name"),
                assertThrows(
                                RefusedFacts.class,
                                () -> new Facts(known, Map.of("offerOn", "2026-01-01", "age", 20, "name", "x")))
                        .names());
        assertEquals(
                List.of("offerOn"),
                assertThrows(
                                RefusedFacts.class,
                                () -> new Facts(known, Map.of("offerOn", "soon", "age", 20)).date("offerOn"))
                        .names());
    }
}
