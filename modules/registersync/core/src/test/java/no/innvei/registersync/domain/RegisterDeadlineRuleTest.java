package no.innvei.registersync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterDeadlineRuleTest {

    private final RegisterDeadlineRule rule = new RegisterDeadlineRule();

    @ParameterizedTest
    @CsvSource({"2026-09-23, 2026-11-23", "2026-12-31, 2027-02-28", "2027-12-30, 2028-02-29", "2021-01-01, 2021-03-01"})
    void two_months_end_on_the_same_day_of_the_month_or_the_last_day_of_a_shorter_one(
            String knownOn, String registerBy) {
        var evaluation = rule.evaluate(Map.of("knownOn", knownOn, "items", List.of("GOAL")));
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(registerBy, evaluation.values().get("registerBy"));
    }

    @Test
    void information_from_before_the_act_follows_the_older_one() {
        var evaluation = rule.evaluate(Map.of("knownOn", "2020-12-31", "items", List.of("GOAL")));
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of(), evaluation.values());
    }

    @Test
    void an_item_the_regulation_does_not_know_is_refused_without_repeating_it() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> rule.evaluate(Map.of("knownOn", "2026-01-01", "items", List.of("SHOE_SIZE"))));
        assertTrue(refused.getMessage().startsWith("malformed fact items: must be words out of [PERSON, CLAIM"));
        assertFalse(refused.getMessage().contains("SHOE_SIZE"));
    }
}
