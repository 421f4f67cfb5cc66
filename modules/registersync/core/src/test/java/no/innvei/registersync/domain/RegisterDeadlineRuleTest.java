package no.innvei.registersync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
        assertEquals(Map.of("registerBy", registerBy), evaluation.values());
        assertEquals("register.deadline", evaluation.rule());
        assertEquals(LocalDate.of(2021, 1, 1), evaluation.version());
        assertEquals(LocalDate.parse(knownOn), evaluation.decisiveDate());
        var step = evaluation.steps().getFirst();
        assertEquals("R-15.3", step.rule());
        assertEquals("integreringsloven § 43 andre ledd, integreringsforskriften §§ 58 og 59", step.legalBasis());
        assertEquals(Map.of("knownOn", knownOn, "items", "GOAL"), step.facts());
        assertNull(step.note());
    }

    @Test
    void every_item_has_the_same_limit_and_the_step_names_them_all() {
        var items = rule.facts().get(1).words();
        var evaluation = rule.evaluate(Map.of("knownOn", "2026-09-23", "items", items));
        assertEquals(Map.of("registerBy", "2026-11-23"), evaluation.values());
        assertEquals(
                String.join(" ", items.stream().sorted().toList()),
                evaluation.steps().getFirst().facts().get("items"));
    }

    @Test
    void it_describes_itself() {
        assertEquals("register.deadline", rule.name());
        assertEquals("knownOn", rule.decisiveFact());
        assertEquals(2, rule.facts().size());
        assertEquals("/rules/register-deadline.table", rule.tables().getFirst().file());
    }

    @Property(tries = 300)
    void later_information_never_has_an_earlier_limit(
            @ForAll @IntRange(min = 0, max = 3_000) int day, @ForAll @IntRange(min = 0, max = 60) int later) {
        assertFalse(registerBy(day + later).isBefore(registerBy(day)));
    }

    private static LocalDate registerBy(int day) {
        var knownOn = LocalDate.of(2021, 1, 1).plusDays(day).toString();
        return LocalDate.parse((String) new RegisterDeadlineRule()
                .evaluate(Map.of("knownOn", knownOn, "items", List.of("GOAL")))
                .values()
                .get("registerBy"));
    }

    @Test
    void information_from_before_the_act_follows_the_older_one() {
        var evaluation = rule.evaluate(Map.of("knownOn", "2020-12-31", "items", List.of("GOAL")));
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of(), evaluation.values());
        assertNull(evaluation.version());
        assertEquals(LocalDate.of(2020, 12, 31), evaluation.decisiveDate());
        assertEquals("2020-12-31", evaluation.steps().getFirst().facts().get("knownOn"));
        assertNotNull(evaluation.steps().getFirst().note());
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
