package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.addedDays;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AddedDaysRuleTest {

    private static final RuleCase MANY = addedDays(0, "2026-08-17");

    @Test
    void ten_days_add_nothing_and_eleven_add_all_eleven() {
        assertEquals(0, addedDays(10, "2026-05-04").value("addedWorkingDays"));
        assertEquals(11, addedDays(11, "2026-05-04").value("addedWorkingDays"));
        assertEquals(0, addedDays(0, "2026-05-04").value("addedWorkingDays"));
    }

    @Test
    void the_step_names_the_limit_and_says_that_adding_all_is_our_reading() {
        var evaluation = addedDays(11, "2026-01-01").evaluation();
        var step = evaluation.steps().getFirst();

        assertEquals(YES, evaluation.answer());
        assertEquals(LocalDate.of(2026, 1, 1), evaluation.version());
        assertEquals("R-11.9", step.rule());
        assertEquals(YES, step.answer());
        assertEquals(
                Map.of("absenceAndLeaveWorkingDays", "11", "moreThan", "10", "addedWorkingDays", "11"), step.facts());
        assertTrue(step.note().startsWith("Vår lesing: "));

        var nothing = addedDays(10, "2026-01-01").evaluation();
        assertEquals(YES, nothing.answer());
        assertEquals(NO, nothing.steps().getFirst().answer());
        assertNull(nothing.steps().getFirst().note());
    }

    @Test
    void before_2026_it_is_for_a_person_to_judge() {
        var evaluation = addedDays(12, "2025-12-31").evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertEquals(LocalDate.of(2025, 12, 31), evaluation.decisiveDate());
        assertTrue(evaluation.values().isEmpty());
        assertEquals(UNDETERMINED, evaluation.steps().getFirst().answer());
        assertTrue(evaluation.steps().getFirst().note().startsWith("Ikke kontrollert: "));
    }

    @Test
    void the_rule_describes_itself() {
        var rule = addedDays(0, "2026-01-01").rule();

        assertEquals("introduction.added-days", rule.name());
        assertEquals("on", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(2, rule.facts().size());
    }

    @Property(tries = 200)
    void more_absence_never_adds_fewer_days(
            @ForAll @IntRange(min = 0, max = 60) int days, @ForAll @IntRange(min = 0, max = 20) int more) {
        assertTrue(added(days + more) >= added(days));
        assertTrue(added(days) == 0 || added(days) == days);
    }

    private static int added(int days) {
        return (Integer) MANY.with("absenceAndLeaveWorkingDays", days).value("addedWorkingDays");
    }
}
