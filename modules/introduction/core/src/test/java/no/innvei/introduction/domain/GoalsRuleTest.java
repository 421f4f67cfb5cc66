package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.goals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.innvei.kernel.rules.Evaluation.Answer;
import org.junit.jupiter.api.Test;

class GoalsRuleTest {

    @Test
    void primary_school_is_no_final_goal_from_2026_and_the_trade_certificate_is_one_from_2025() {
        assertEquals(
                Set.of(
                        "WORK",
                        "COMPLETE_PRIMARY",
                        "PARTS_OF_PRIMARY",
                        "COMPLETE_UPPER_SECONDARY",
                        "PARTS_OF_UPPER_SECONDARY"),
                set(goals("BELOW_UPPER_SECONDARY", 30, "2024-12-31")));
        assertTrue(set(goals("BELOW_UPPER_SECONDARY", 30, "2025-01-01")).contains("COMPLETE_TRADE_CERTIFICATE"));
        assertTrue(set(goals("BELOW_UPPER_SECONDARY", 30, "2025-12-31")).contains("COMPLETE_PRIMARY"));
        assertEquals(
                Set.of("WORK", "COMPLETE_UPPER_SECONDARY", "PARTS_OF_UPPER_SECONDARY", "COMPLETE_TRADE_CERTIFICATE"),
                set(goals("BELOW_UPPER_SECONDARY", 30, "2026-01-01")));
    }

    @Test
    void vocational_requalification_is_a_goal_for_those_with_upper_secondary_from_2026() {
        assertEquals(
                Set.of("WORK", "EDUCATION_ABOVE_UPPER_SECONDARY"), set(goals("UPPER_SECONDARY", 30, "2025-12-31")));
        assertEquals(
                Set.of("WORK", "EDUCATION_ABOVE_UPPER_SECONDARY", "VOCATIONAL_REQUALIFICATION"),
                set(goals("UPPER_SECONDARY", 30, "2026-01-01")));
    }

    @Test
    void collective_protection_had_its_own_goals_until_the_end_of_2025() {
        var displaced = goals("UPPER_SECONDARY", 30, "2022-06-15").with("permitBasis", "E");

        assertEquals(
                "integreringsloven § 37 c",
                displaced.evaluation().steps().getFirst().legalBasis());
        assertEquals(
                Set.of("WORK", "EDUCATION_ABOVE_UPPER_SECONDARY", "VOCATIONAL_REQUALIFICATION"),
                set(displaced.with("offerOn", "2026-01-01")));
    }

    @Test
    void over_55_the_goal_must_be_work() {
        assertEquals(Set.of("WORK"), set(goals("BELOW_UPPER_SECONDARY", 56, "2026-06-01")));
        assertEquals(Set.of("WORK"), set(goals("UPPER_SECONDARY", 56, "2026-06-01")));
        assertTrue(set(goals("UPPER_SECONDARY", 55, "2026-06-01")).size() > 1);
    }

    @Test
    void under_25_below_upper_secondary_the_main_goal_is_to_complete_it() {
        assertEquals(
                "COMPLETE_UPPER_SECONDARY",
                goals("BELOW_UPPER_SECONDARY", 24, "2026-06-01").value("mainGoal"));
        assertNull(goals("BELOW_UPPER_SECONDARY", 25, "2026-06-01").value("mainGoal"));
        assertNull(goals("UPPER_SECONDARY", 24, "2026-06-01").value("mainGoal"));
        assertEquals(
                "COMPLETE_UPPER_SECONDARY",
                goals("BELOW_UPPER_SECONDARY", 24, "2021-01-01").value("mainGoal"));
    }

    @Test
    void each_question_that_mattered_is_a_step() {
        assertEquals(List.of("R-7.2"), steps(goals("UPPER_SECONDARY", 30, "2026-06-01")));
        assertEquals(List.of("R-7.6"), steps(goals("BELOW_UPPER_SECONDARY", 30, "2026-06-01")));
        assertEquals(List.of("R-7.6", "R-7.5"), steps(goals("BELOW_UPPER_SECONDARY", 56, "2026-06-01")));
        assertEquals(List.of("R-7.6", "R-7.4"), steps(goals("BELOW_UPPER_SECONDARY", 24, "2026-06-01")));
    }

    @Test
    void the_rule_describes_itself() {
        var rule = goals("UPPER_SECONDARY", 30, "2026-06-01").rule();

        assertEquals("introduction.goals", rule.name());
        assertEquals("offerOn", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(4, rule.facts().size());
    }

    private static List<String> steps(RuleCase asked) {
        return asked.evaluation().steps().stream().map(step -> step.rule()).toList();
    }

    @Test
    void before_2021_it_is_undetermined() {
        assertEquals(
                Answer.UNDETERMINED,
                goals("UPPER_SECONDARY", 30, "2020-12-31").evaluation().answer());
    }

    private static Set<String> set(RuleCase offered) {
        return ((List<?>) offered.value("goals")).stream().map(Object::toString).collect(Collectors.toSet());
    }
}
