package no.innvei.kernel.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {

    private static final Evaluation EVALUATION = new Evaluation(
            "introduction.duration",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 8, 17),
            Evaluation.Answer.YES,
            Map.of("maximumMonths", 12, "goals", List.of("WORK"), "lastDay", "2027-08-29"),
            List.of(new Evaluation.Step(
                    "R-7.2",
                    "integreringsloven § 13",
                    Evaluation.Answer.YES,
                    Map.of("offerOn", "2026-08-17"),
                    "vår lesing")));

    @Test
    void an_evaluation_survives_being_stored() {
        var text = EvaluationJson.write(Map.of("offerOn", "2026-08-17"), EVALUATION);

        assertEquals(EVALUATION, EvaluationJson.read(text));
        assertEquals(Map.of("offerOn", "2026-08-17"), EvaluationJson.facts(text));
    }

    @Test
    void the_text_is_the_one_the_interface_describes() {
        assertEquals(
                "{\"rule\":\"introduction.duration\",\"version\":\"2026-01-01\",\"decisiveDate\":\"2026-08-17\",\"answer\":\"YES\","
                        + "\"values\":{\"goals\":[\"WORK\"],\"lastDay\":\"2027-08-29\",\"maximumMonths\":12},"
                        + "\"steps\":[{\"rule\":\"R-7.2\",\"legalBasis\":\"integreringsloven § 13\",\"answer\":\"YES\","
                        + "\"facts\":{\"offerOn\":\"2026-08-17\"},\"note\":\"vår lesing\"}]}",
                EvaluationJson.write(EVALUATION));
    }

    @Property(tries = 300)
    void any_text_comes_back_as_it_was(@ForAll String text) {
        assertEquals(Map.of("x", text), Json.read(Json.write(Map.of("x", text))));
    }

    @Test
    void json_is_read_as_the_standard_says() {
        assertEquals(new BigDecimal("1.50"), Json.read(" 1.50 "));
        assertEquals("æ\n\"", Json.read("\"\\u00e6\\n\\\"\""));
        assertEquals(List.of(Map.of(), List.of(), true, false), Json.read("[{}, [], true, false]"));
        for (var broken : List.of(
                "",
                "{",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "[1 2]",
                "01",
                "1.",
                "nul",
                "\"a",
                "\"\\x\"",
                "1 2",
                "{a:1}")) {
            assertThrows(IllegalArgumentException.class, () -> Json.read(broken), broken);
        }
        assertThrows(IllegalArgumentException.class, () -> Json.read("[".repeat(5000)));
    }
}
