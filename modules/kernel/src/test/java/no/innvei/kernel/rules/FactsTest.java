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
    void every_fact_at_fault_is_named_and_no_value_repeated() {
        var refused = assertThrows(
                RefusedFacts.class,
                () -> new Facts(KNOWN, Map.of("hours", "many", "extended", "ja", "answer", "MAYBE", "b", "x", "a", 7)));

        assertEquals(
                "unknown fact a, b; missing fact on; malformed fact hours: must be a number; "
                        + "malformed fact extended: must be true or false; "
                        + "malformed fact answer: must be one of [YES, NO, UNDETERMINED]",
                refused.getMessage());
        assertEquals(List.of("a", "b", "on", "hours", "extended", "answer"), refused.names());
    }

    @Test
    void a_date_has_four_digits_of_year_and_exists() {
        for (var wrong : List.of("12.12.2026", "2026-02-30", "2026-1-1", "+12026-01-01", "0999-12-31", "", 2026)) {
            assertEquals("malformed fact on: must be a date written year-month-day", complaint(Map.of("on", wrong)));
        }
        assertEquals(LocalDate.of(1000, 1, 1), new Facts(KNOWN, Map.of("on", "1000-01-01")).date("on"));
        assertEquals(LocalDate.of(2024, 2, 29), new Facts(KNOWN, Map.of("on", LocalDate.of(2024, 2, 29))).date("on"));
    }

    @Test
    void numbers_have_a_size_that_can_be_computed_with() {
        var days = List.of(Fact.wholeNumber("days"));
        assertEquals(100_000, new Facts(days, Map.of("days", 100_000)).integer("days"));
        assertEquals(2, new Facts(days, Map.of("days", new BigDecimal("2.0"))).integer("days"));
        assertEquals(
                "malformed fact days: must be a whole number of at most 100000",
                thrown(() -> new Facts(days, Map.of("days", 100_001))));
        assertEquals("malformed fact days: must be a whole number", thrown(() -> new Facts(days, Map.of("days", 0.5))));
        var hours = List.of(Fact.number("hours"));
        assertEquals(
                Optional.of(new BigDecimal("1000000000000")),
                new Facts(hours, Map.of("hours", new BigDecimal("1000000000000"))).optionalDecimal("hours"));
        for (var wrong : List.of(new BigDecimal("1000000000000.1"), new BigDecimal("1e-21"))) {
            assertEquals(
                    "malformed fact hours: must be a number of reasonable size",
                    thrown(() -> new Facts(hours, Map.of("hours", wrong))));
        }
        assertEquals(
                "malformed fact hours: must be a number", thrown(() -> new Facts(hours, Map.of("hours", Double.NaN))));
    }

    @Test
    void facts_that_were_not_given_are_missing_when_asked_for() {
        var none = new Facts(KNOWN, Map.of("on", "2026-01-01"));

        assertEquals("missing fact hours", thrown(() -> none.integer("hours")));
        assertEquals("missing fact answer", thrown(() -> none.word("answer", Evaluation.Answer.class)));
        assertEquals("missing fact answers", thrown(() -> none.words("answers", Evaluation.Answer.class)));
        assertEquals(Optional.empty(), none.optionalInteger("hours"));
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
            assertTrue(complaint(Map.of("on", "2026-01-01", "answers", wrong))
                    .startsWith("malformed fact answers: must be "));
        }
    }

    @Test
    void words_and_zero_are_read_as_given() {
        var facts = new Facts(
                List.of(
                        Fact.word("a", Evaluation.Answer.class),
                        Fact.word("b", Evaluation.Answer.class),
                        Fact.wholeNumber("n"),
                        Fact.date("d").optional()),
                Map.of("a", "NO", "b", Evaluation.Answer.UNDETERMINED, "n", 0));

        assertEquals(Evaluation.Answer.NO, facts.word("a", Evaluation.Answer.class));
        assertEquals(Optional.of(Evaluation.Answer.UNDETERMINED), facts.optionalWord("b", Evaluation.Answer.class));
        assertEquals(0, facts.integer("n"));
        assertEquals(
                new BigDecimal("0.00000000000000000001"),
                new Facts(List.of(Fact.number("n")), Map.of("n", new BigDecimal("0.00000000000000000001")))
                        .optionalDecimal("n")
                        .orElseThrow());
        assertEquals("missing fact d", thrown(() -> facts.date("d")));
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
