package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.workHours;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innvei.kernel.rules.RefusedFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkHoursRuleTest {

    private static final String WITH = "UPPER_SECONDARY";
    private static final String WITHOUT = "BELOW_UPPER_SECONDARY";
    private static final RuleCase MANY = workHours(WITH, "2026-03-02", "2026-08-31");

    @ParameterizedTest
    @CsvSource({
        "UPPER_SECONDARY, 2026-06-01, 2026-08-31, 0",
        "UPPER_SECONDARY, 2026-05-31, 2026-08-31, 15",
        "BELOW_UPPER_SECONDARY, 2026-03-01, 2026-08-31, 0",
        "BELOW_UPPER_SECONDARY, 2026-02-28, 2026-08-31, 15",
        "UPPER_SECONDARY, 2025-01-01, 2025-12-29, 0",
        "UPPER_SECONDARY, 2025-01-01, 2026-01-05, 15",
        "BELOW_UPPER_SECONDARY, 2025-01-01, 2025-12-29, 0",
        "BELOW_UPPER_SECONDARY, 2025-01-01, 2026-01-05, 15",
        "UPPER_SECONDARY, 2020-01-01, 2021-01-04, 0"
    })
    void the_minimum_holds_from_the_third_or_the_sixth_month_in_weeks_from_2026(
            String education, String startOn, String weekOf, int required) {
        var evaluation = workHours(education, startOn, weekOf).evaluation();

        assertEquals(required, evaluation.values().get("requiredHoursPerWeek"));
        assertEquals(YES, evaluation.answer());
        assertEquals(LocalDate.parse(weekOf), evaluation.decisiveDate());
    }

    @Test
    void a_plan_below_the_minimum_is_not_enough() {
        var hours = workHours(WITH, "2026-03-02", "2026-08-31");

        assertEquals(YES, hours.evaluation().answer());
        assertEquals(
                NO, hours.with("plannedWorkOrientedHours", 14.99).evaluation().answer());
        assertEquals(
                YES, hours.with("plannedWorkOrientedHours", 15.5).evaluation().answer());
        var step =
                hours.with("plannedWorkOrientedHours", 14).evaluation().steps().getFirst();
        assertEquals("R-8.3", step.rule());
        assertEquals(NO, step.answer());
        assertEquals("15", step.facts().get("requiredHoursPerWeek"));
        assertEquals("14", step.facts().get("plannedWorkOrientedHours"));
        assertEquals("2026-06-02", step.facts().get("requiredFrom"));
        assertEquals("2026-08-31", step.facts().get("weekOf"));
        assertEquals("2026-03-02", step.facts().get("startOn"));
        assertEquals("WORK", step.facts().get("goal"));
        assertEquals(WITH, step.facts().get("education"));
        assertEquals("A", step.facts().get("permitBasis"));
        assertFalse(step.facts().containsKey("partTimePercent"));
        assertTrue(step.note().startsWith("Vår lesing: "));
    }

    @ParameterizedTest
    @CsvSource({
        "EDUCATION_ABOVE_UPPER_SECONDARY",
        "VOCATIONAL_REQUALIFICATION",
        "COMPLETE_UPPER_SECONDARY",
        "PARTS_OF_UPPER_SECONDARY",
        "COMPLETE_TRADE_CERTIFICATE"
    })
    void other_goals_than_work_have_no_minimum(String goal) {
        var evaluation = workHours(WITH, "2026-01-05", "2026-11-02")
                .with("goal", goal)
                .with("plannedWorkOrientedHours", 0)
                .evaluation();

        assertEquals(0, evaluation.values().get("requiredHoursPerWeek"));
        assertEquals(YES, evaluation.answer());
        assertEquals(LocalDate.of(2026, 1, 1), evaluation.version());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 2024-05-06, 0, 2021-01-01",
        "2024-02-01, 2024-05-06, 15, 2024-02-01",
        "2024-02-01, 2024-04-29, 0, 2024-02-01",
        "2025-09-01, 2025-12-29, 15, 2024-02-01",
        "2025-09-01, 2026-01-05, 0, 2026-01-01",
        "2025-07-05, 2026-01-05, 15, 2026-01-01"
    })
    void collective_protection_had_its_own_minimum_for_starts_from_february_2024_until_the_end_of_2025(
            String startOn, String weekOf, int required, String version) {
        var evaluation =
                workHours(WITHOUT, startOn, weekOf).with("permitBasis", "E").evaluation();

        assertEquals(required, evaluation.values().get("requiredHoursPerWeek"));
        assertEquals(LocalDate.parse(version), evaluation.version());
    }

    @Test
    void a_part_time_programme_of_60_percent_or_less_had_ten_hours() {
        var displaced = workHours(WITH, "2024-03-01", "2024-06-03").with("permitBasis", "E");

        assertEquals(10, displaced.with("partTimePercent", 60).value("requiredHoursPerWeek"));
        assertEquals(15, displaced.with("partTimePercent", 60.1).value("requiredHoursPerWeek"));
        assertEquals(15, displaced.value("requiredHoursPerWeek"));
        assertEquals(
                "60",
                displaced
                        .with("partTimePercent", 60)
                        .evaluation()
                        .steps()
                        .getFirst()
                        .facts()
                        .get("partTimePercent"));
        // only for collective protection
        assertEquals(
                15,
                workHours(WITH, "2026-03-02", "2026-08-31")
                        .with("partTimePercent", 50)
                        .value("requiredHoursPerWeek"));
    }

    @Test
    void before_2021_there_is_no_version() {
        var evaluation = workHours(WITH, "2020-06-01", "2020-12-28").evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertTrue(evaluation.values().isEmpty());
        assertEquals("R-8.3", evaluation.steps().getFirst().rule());
        assertEquals("2020-12-28", evaluation.steps().getFirst().facts().get("weekOf"));
    }

    @Test
    void a_week_is_named_by_its_monday() {
        var refused = assertThrows(
                RefusedFacts.class,
                () -> workHours(WITH, "2026-03-02", "2026-09-01").evaluation());

        assertEquals(List.of("weekOf"), refused.names());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = workHours(WITH, "2026-03-02", "2026-08-31").rule();

        assertEquals("introduction.work-hours", rule.name());
        assertEquals("weekOf", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(7, rule.facts().size());
    }

    @Property(tries = 200)
    void more_planned_hours_are_never_less_enough(
            @ForAll @IntRange(min = 0, max = 30) int hours, @ForAll @IntRange(min = 0, max = 10) int more) {
        assertFalse(answers(hours, YES) && answers(hours + more, NO));
    }

    private static boolean answers(int hours, no.innvei.kernel.rules.Evaluation.Answer answer) {
        return MANY.with("plannedWorkOrientedHours", hours).evaluation().answer() == answer;
    }
}
