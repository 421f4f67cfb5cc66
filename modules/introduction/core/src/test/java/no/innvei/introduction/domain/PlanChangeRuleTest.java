package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.planChange;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innvei.kernel.rules.Evaluation.Step;
import org.junit.jupiter.api.Test;

class PlanChangeRuleTest {

    private static final RuleCase NOTHING = planChange("2026-10-01");

    @Test
    void a_change_of_words_alone_needs_no_decision() {
        assertEquals(NO, NOTHING.evaluation().answer());
        assertTrue(NOTHING.evaluation().steps().stream().allMatch(step -> step.answer() == NO));
    }

    @Test
    void each_kind_of_change_is_enough_from_its_limit_on_and_says_so_in_its_own_step() {
        essentialFrom("elementsRemoved", 1, 2);
        essentialFrom("elementsAdded", 1, 3);
        essentialFrom("weeklyMinutesChanged", 450, 4);
        essentialFrom("daysMoved", 31, 5);
        for (var goal : List.of("finalGoalChanged", "norwegianGoalChanged")) {
            assertEquals(YES, NOTHING.with(goal, true).evaluation().answer(), goal);
        }
        assertEquals(List.of(YES, NO, NO, NO, NO, NO), answers(NOTHING.with("finalGoalChanged", true)));
        assertEquals(List.of(NO, YES, NO, NO, NO, NO), answers(NOTHING.with("norwegianGoalChanged", true)));
    }

    private static void essentialFrom(String fact, int limit, int step) {
        assertEquals(NO, NOTHING.with(fact, limit - 1).evaluation().answer(), fact);
        var enough = NOTHING.with(fact, limit);
        assertEquals(YES, enough.evaluation().answer(), fact);
        assertEquals(1, answers(enough).stream().filter(answer -> answer == YES).count(), fact);
        assertEquals(YES, answers(enough).get(step), fact);
        assertEquals(
                Integer.toString(limit),
                enough.evaluation().steps().get(step).facts().get(fact));
    }

    private static List<no.innvei.kernel.rules.Evaluation.Answer> answers(RuleCase asked) {
        return asked.evaluation().steps().stream().map(Step::answer).toList();
    }

    @Test
    void the_limits_stand_in_the_steps() {
        var evaluation = NOTHING.with("weeklyMinutesChanged", 60).evaluation();

        assertEquals(LocalDate.of(2021, 1, 1), evaluation.version());
        assertEquals(LocalDate.of(2026, 10, 1), evaluation.decisiveDate());
        assertEquals(
                Map.of("finalGoalChanged", "false"),
                evaluation.steps().getFirst().facts());
        assertEquals(
                Map.of("weeklyMinutesChanged", "60", "leastMinutesChanged", "450"),
                evaluation.steps().get(4).facts());
        assertTrue(evaluation.steps().stream()
                .allMatch(step -> step.rule().equals("R-9.8") && step.note().startsWith("Vår lesing: ")));
    }

    @Test
    void before_2021_there_is_no_version() {
        var evaluation = planChange("2020-12-31").with("finalGoalChanged", true).evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertEquals(
                Map.of("changedOn", "2020-12-31"), evaluation.steps().getFirst().facts());
        assertEquals("R-9.8", evaluation.steps().getFirst().rule());
        assertEquals(
                YES,
                planChange("2021-01-01")
                        .with("finalGoalChanged", true)
                        .evaluation()
                        .answer());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = NOTHING.rule();

        assertEquals("introduction.plan-change", rule.name());
        assertEquals("changedOn", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(7, rule.facts().size());
    }

    @Property(tries = 200)
    void more_change_is_never_less_essential(
            @ForAll @IntRange(min = 0, max = 2) int removed,
            @ForAll @IntRange(min = 0, max = 900) int minutes,
            @ForAll @IntRange(min = 0, max = 60) int days,
            @ForAll @IntRange(min = 0, max = 600) int more) {
        var less = NOTHING.with("elementsRemoved", removed)
                .with("weeklyMinutesChanged", minutes)
                .with("daysMoved", days);
        if (less.evaluation().answer() == YES) {
            assertEquals(
                    YES,
                    less.with("weeklyMinutesChanged", minutes + more)
                            .with("daysMoved", days + more)
                            .evaluation()
                            .answer());
        }
    }
}
