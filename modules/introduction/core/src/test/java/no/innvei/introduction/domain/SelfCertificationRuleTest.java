package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.selfCertification;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SelfCertificationRuleTest {

    private static final RuleCase MANY = selfCertification("2026-09-07", 0, 0);

    @Test
    void eight_weeks_are_completed_on_the_56th_day_after_the_start() {
        assertEquals(YES, selfCertification("2026-07-27", 3, 0).evaluation().answer());
        assertEquals(NO, selfCertification("2026-07-26", 1, 0).evaluation().answer());
    }

    @Test
    void three_days_together_are_the_most() {
        assertEquals(YES, selfCertification("2026-09-07", 3, 0).evaluation().answer());
        assertEquals(NO, selfCertification("2026-09-07", 4, 0).evaluation().answer());
        assertEquals(YES, selfCertification("2026-09-07", 2, 1).evaluation().answer());
        assertEquals(NO, selfCertification("2026-09-07", 2, 2).evaluation().answer());
        assertEquals(NO, selfCertification("2026-09-07", 1, 3).evaluation().answer());
    }

    @Test
    void the_limits_stand_in_the_steps() {
        var evaluation = selfCertification("2026-09-07", 4, 2).evaluation();

        assertTrue(evaluation.values().isEmpty());
        assertEquals(LocalDate.of(2021, 1, 1), evaluation.version());
        assertEquals(LocalDate.of(2026, 9, 7), evaluation.decisiveDate());
        var waited = evaluation.steps().getFirst();
        assertEquals("R-11.3", waited.rule());
        assertEquals(YES, waited.answer());
        assertEquals(
                Map.of("startOn", "2026-06-01", "absenceFrom", "2026-09-07", "weeks", "8", "completedOn", "2026-07-27"),
                waited.facts());
        assertTrue(waited.note().startsWith("Vår lesing: "));
        var days = evaluation.steps().getLast();
        assertEquals(NO, days.answer());
        assertEquals(
                Map.of(
                        "calendarDays",
                        "4",
                        "uncertifiedDaysLast16",
                        "2",
                        "lookBackCalendarDays",
                        "16",
                        "maximumCalendarDays",
                        "3"),
                days.facts());
    }

    @Test
    void before_2021_there_is_no_version() {
        var evaluation = selfCertification("2020-12-31", 1, 0)
                .with("startOn", "2020-06-01")
                .evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertEquals("2020-12-31", evaluation.steps().getFirst().facts().get("absenceFrom"));
        assertEquals(
                YES,
                selfCertification("2021-01-01", 1, 0)
                        .with("startOn", "2020-06-01")
                        .evaluation()
                        .answer());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = selfCertification("2026-09-07", 1, 0).rule();

        assertEquals("introduction.self-certification", rule.name());
        assertEquals("absenceFrom", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(4, rule.facts().size());
    }

    @Property(tries = 200)
    void a_longer_absence_is_never_easier_to_certify_oneself(
            @ForAll @IntRange(min = 0, max = 6) int days,
            @ForAll @IntRange(min = 0, max = 4) int earlier,
            @ForAll @IntRange(min = 0, max = 4) int more) {
        assertFalse(!allowed(days, earlier) && allowed(days + more, earlier));
        assertFalse(!allowed(days, earlier) && allowed(days, earlier + more));
    }

    private static boolean allowed(int days, int earlier) {
        return MANY.with("calendarDays", days)
                        .with("uncertifiedDaysLast16", earlier)
                        .evaluation()
                        .answer()
                == YES;
    }
}
