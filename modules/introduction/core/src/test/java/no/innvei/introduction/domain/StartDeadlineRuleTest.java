package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.startDeadline;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StartDeadlineRuleTest {

    private static final RuleCase MANY = startDeadline();

    @Test
    void three_months_from_settlement_end_on_the_same_day_number() {
        assertEquals(
                "2026-08-20", startDeadline().with("settledOn", "2026-05-20").value("decideAndStartBy"));
        assertEquals(
                "2026-02-28", startDeadline().with("settledOn", "2025-11-30").value("decideAndStartBy"));
        assertEquals(
                "2028-02-29", startDeadline().with("settledOn", "2027-11-29").value("decideAndStartBy"));
    }

    @Test
    void a_holiday_does_not_move_the_limit() {
        assertEquals(
                "2026-12-25", startDeadline().with("claimedOn", "2026-09-25").value("decideAndStartBy"));
    }

    @Test
    void the_earlier_of_settlement_and_claim_decides_and_the_step_names_both() {
        var evaluation = startDeadline()
                .with("settledOn", "2026-05-20")
                .with("claimedOn", "2026-05-04")
                .evaluation();

        assertEquals("2026-08-04", evaluation.values().get("decideAndStartBy"));
        assertEquals(LocalDate.of(2026, 5, 4), evaluation.decisiveDate());
        var step = evaluation.steps().getFirst();
        assertEquals("2026-05-20", step.facts().get("settledOn"));
        assertEquals("2026-05-04", step.facts().get("claimedOn"));
        assertNotNull(step.note());
        assertNull(startDeadline()
                .with("settledOn", "2026-05-20")
                .evaluation()
                .steps()
                .getFirst()
                .note());
    }

    @Test
    void without_a_date_or_before_2021_it_is_for_a_person_to_judge() {
        assertEquals(UNDETERMINED, startDeadline().evaluation().answer());
        assertEquals(
                UNDETERMINED,
                startDeadline().with("settledOn", "2020-12-31").evaluation().answer());
        assertEquals(
                "2021-04-01", startDeadline().with("settledOn", "2021-01-01").value("decideAndStartBy"));
    }

    @Test
    void the_rule_describes_itself() {
        var rule = startDeadline().rule();

        assertEquals("introduction.start-deadline", rule.name());
        assertEquals("settledOn", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(2, rule.facts().size());
    }

    @Property(tries = 300)
    void a_later_settlement_never_has_an_earlier_limit(
            @ForAll @IntRange(min = 0, max = 3000) int day, @ForAll @IntRange(min = 0, max = 60) int later) {
        assertFalse(limit(day + later).isBefore(limit(day)));
    }

    private static LocalDate limit(int day) {
        var settled = LocalDate.of(2021, 1, 1).plusDays(day).toString();
        return LocalDate.parse((String) MANY.with("settledOn", settled).value("decideAndStartBy"));
    }
}
