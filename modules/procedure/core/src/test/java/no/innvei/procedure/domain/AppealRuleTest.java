package no.innvei.procedure.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.NorwegianHolidays;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealRuleTest {

    private final AppealRule rule = new AppealRule();

    @ParameterizedTest
    @CsvSource({
        "2026-11-03, 2026-11-24",
        "2026-10-31, 2026-11-23",
        "2026-11-01, 2026-11-23",
        "2026-12-03, 2026-12-24",
        "2026-12-04, 2026-12-28",
        "2026-12-10, 2026-12-31",
        "2026-12-11, 2027-01-04",
        "2026-03-11, 2026-04-01",
        "2026-03-12, 2026-04-07",
        "2026-03-13, 2026-04-07",
        "2026-03-15, 2026-04-07",
        "2026-03-16, 2026-04-07",
        "2026-04-10, 2026-05-04",
        "2027-04-26, 2027-05-18",
        "2026-04-23, 2026-05-15",
        "2026-05-04, 2026-05-26",
        "2024-02-08, 2024-02-29"
    })
    void three_weeks_end_on_the_same_weekday_or_the_next_working_day(String reachedOn, String appealBy) {
        assertEquals(Map.of("appealBy", appealBy), evaluate(reachedOn).values());
    }

    @Test
    void every_question_is_a_step_with_its_paragraph() {
        var evaluation = rule.evaluate(Map.of("noticeReachedOn", "2026-10-31", "decidedOn", "2026-10-29"));

        assertEquals("procedure.appeal", evaluation.rule());
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(LocalDate.of(2021, 1, 1), evaluation.version());
        assertEquals(LocalDate.of(2026, 10, 31), evaluation.decisiveDate());
        assertEquals(Map.of("appealBy", "2026-11-23", "latestPossible", "2027-10-29"), evaluation.values());
        assertEquals(
                List.of("R-17.4", "R-17.4", "R-17.7"),
                evaluation.steps().stream().map(Evaluation.Step::rule).toList());
        var limit = evaluation.steps().get(0);
        assertEquals("forvaltningsloven § 29 første ledd", limit.legalBasis());
        assertEquals(Map.of("noticeReachedOn", "2026-10-31", "weeks", "3", "sameWeekday", "2026-11-21"), limit.facts());
        assertTrue(limit.note().contains("postlagt"));
        var moved = evaluation.steps().get(1);
        assertEquals(Answer.YES, moved.answer());
        assertEquals(Map.of("sameWeekday", "2026-11-21", "appealBy", "2026-11-23"), moved.facts());
        assertNull(moved.note());
        var latest = evaluation.steps().get(2);
        assertEquals("forvaltningsloven § 31 tredje ledd", latest.legalBasis());
        assertEquals(Map.of("decidedOn", "2026-10-29", "latestPossible", "2027-10-29"), latest.facts());
    }

    @Test
    void a_working_day_stays_and_the_step_says_so() {
        var steps = evaluate("2026-11-03").steps();
        assertEquals(2, steps.size());
        assertEquals(Answer.YES, steps.get(1).answer());
        assertEquals(
                Map.of("sameWeekday", "2026-11-24", "appealBy", "2026-11-24"),
                steps.get(1).facts());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, 2027-11-21", "2028-02-29, 2029-02-28", "2027-02-28, 2028-02-28"})
    void the_year_ends_on_the_same_date_and_is_never_moved(String decidedOn, String latestPossible) {
        assertEquals(
                latestPossible,
                rule.evaluate(Map.of("noticeReachedOn", "2028-03-01", "decidedOn", decidedOn))
                        .values()
                        .get("latestPossible"));
    }

    @Test
    void before_the_first_version_nobody_knows() {
        var evaluation = evaluate("2020-12-31");
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertEquals(LocalDate.of(2020, 12, 31), evaluation.decisiveDate());
        assertEquals(Map.of(), evaluation.values());
        assertEquals("2020-12-31", evaluation.steps().getFirst().facts().get("noticeReachedOn"));
        assertEquals(Answer.YES, evaluate("2021-01-01").answer());
    }

    @Test
    void a_table_that_says_no_moves_nothing() {
        var still = new AppealRule(RuleTable.parse("test", """
                valid_from | parameter | value | legal_basis | source | note
                2021-01-01 | weeks | 3 | § 1 | law | -
                2021-01-01 | last_day_moves | NO | § 2 | law | -
                2022-01-01 | latest_months | 12 | § 3 | law | -
                """, List.of("parameter"), List.of("value")));
        var evaluation = still.evaluate(Map.of("noticeReachedOn", "2026-10-31"));
        assertEquals("2026-11-21", evaluation.values().get("appealBy"));
        assertEquals(LocalDate.of(2022, 1, 1), evaluation.version());
    }

    @Test
    void it_is_found_by_name_and_describes_itself() {
        var found =
                Rules.load(getClass().getClassLoader()).find("procedure.appeal").orElseThrow();
        assertEquals("noticeReachedOn", found.decisiveFact());
        assertEquals(2, found.facts().size());
        assertEquals("/rules/procedure-appeal.table", found.tables().getFirst().file());
        assertThrows(IllegalArgumentException.class, () -> found.evaluate(Map.of()));
    }

    @Property(tries = 500)
    void the_last_day_is_a_working_day_and_never_before_the_three_weeks(
            @ForAll @IntRange(min = 0, max = 20_000) int day) {
        var reachedOn = LocalDate.of(2021, 1, 1).plusDays(day);
        var appealBy =
                LocalDate.parse((String) evaluate(reachedOn.toString()).values().get("appealBy"));
        assertTrue(NorwegianHolidays.isWorkingDay(appealBy));
        assertFalse(appealBy.isBefore(reachedOn.plusWeeks(3)));
        // Wednesday before Easter is a working day, and so is the Tuesday after it
        assertFalse(appealBy.isAfter(reachedOn.plusWeeks(3).plusDays(5)));
        var next = LocalDate.parse(
                (String) evaluate(reachedOn.plusDays(1).toString()).values().get("appealBy"));
        assertFalse(next.isBefore(appealBy));
    }

    private Evaluation evaluate(String reachedOn) {
        return rule.evaluate(Map.of("noticeReachedOn", reachedOn));
    }
}
