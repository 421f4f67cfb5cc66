package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.deduction;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BenefitDeductionRuleTest {

    private static final RuleCase MANY = deduction("2026-11-02");

    @Test
    void fifteen_days_of_the_full_benefit_are_exactly_both_thresholds() {
        var fifteen = deduction("2026-11-02").with("unapprovedDays", 15);

        assertEquals(
                Map.of("deduction", new BigDecimal("11379.08"), "appealable", true),
                fifteen.evaluation().values());
        assertEquals(false, fifteen.with("unapprovedDays", 14).value("appealable"));
        assertEquals(false, fifteen.with("payment", new BigDecimal("22758.18")).value("appealable"));
        assertEquals(true, fifteen.with("payment", new BigDecimal("22758.16")).value("appealable"));
    }

    @Test
    void a_full_month_of_every_amount_is_compared_unrounded() {
        assertEquals(
                true,
                deduction("2026-04-30")
                        .with("payment", new BigDecimal("21693.33"))
                        .with("unapprovedDays", 15)
                        .value("appealable"));
        assertEquals(
                true,
                deduction("2021-01-01")
                        .with("payment", new BigDecimal("16891.83"))
                        .with("unapprovedDays", 15)
                        .value("appealable"));
        // 17733.1666… was paid as 17733.17
        assertEquals(
                true,
                deduction("2021-05-01")
                        .with("payment", new BigDecimal("17733.170"))
                        .with("unapprovedDays", 15)
                        .value("appealable"));
    }

    @Test
    void both_thresholds_must_be_reached() {
        var young = deduction("2026-11-02").with("bornOn", "2004-04-12").with("payment", new BigDecimal("15172.11"));

        // half of the payment, but 10 114.74 is below a twelfth of the basic amount, 11 379.08
        assertEquals(false, young.with("unapprovedDays", 20).value("appealable"));
        assertEquals(true, young.with("unapprovedDays", 23).value("appealable"));
        var steps = young.with("unapprovedDays", 20).evaluation().steps();
        assertEquals(YES, steps.get(steps.size() - 2).answer());
        assertEquals(NO, steps.getLast().answer());
        assertEquals("11379.08", steps.getLast().facts().get("limit"));
        assertEquals("136549.00", steps.getLast().facts().get("basicAmount"));
        assertEquals("7586.06", steps.get(steps.size() - 2).facts().get("limit"));
    }

    @Test
    void days_and_hours_are_added_before_rounding() {
        assertEquals(
                new BigDecimal("1180.96"),
                deduction("2026-11-02").with("unapprovedHours", 8).value("deduction"));
        assertEquals(
                new BigDecimal("2624.37"),
                deduction("2026-11-02")
                        .with("unapprovedDays", 2)
                        .with("unapprovedHours", new BigDecimal("7.5"))
                        .value("deduction"));
        assertEquals(new BigDecimal("0.00"), deduction("2026-11-02").value("deduction"));
        assertEquals(false, deduction("2026-11-02").value("appealable"));
    }

    @Test
    void the_steps_continue_those_of_the_benefit() {
        var evaluation = deduction("2026-11-02")
                .with("unapprovedDays", 15)
                .with("unapprovedHours", new BigDecimal("1.5"))
                .evaluation();
        var steps = evaluation.steps();

        assertEquals(YES, evaluation.answer());
        assertEquals(LocalDate.of(2026, 5, 1), evaluation.version());
        assertEquals(LocalDate.of(2026, 11, 2), evaluation.decisiveDate());
        assertEquals(7, steps.size());
        assertEquals("R-12.4", steps.get(4).rule());
        assertEquals("15", steps.get(4).facts().get("unapprovedDays"));
        assertEquals("1.5", steps.get(4).facts().get("unapprovedHours"));
        assertEquals("11600.51", steps.get(4).facts().get("deduction"));
        assertEquals("R-12.9", steps.get(5).rule());
        assertEquals(YES, steps.get(5).answer());
        assertEquals("22758.17", steps.get(5).facts().get("payment"));
        assertEquals("11379.08", steps.get(5).facts().get("limit"));
        assertTrue(steps.get(5).note().startsWith("Vår lesing: "));
        assertEquals(YES, steps.get(6).answer());
    }

    @Test
    void before_2021_there_is_no_version() {
        var evaluation = deduction("2020-12-31").evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertTrue(evaluation.values().isEmpty());
        assertEquals("introduction.benefit-deduction", evaluation.rule());
        assertEquals(LocalDate.of(2020, 12, 31), evaluation.decisiveDate());
        assertEquals(
                LocalDate.of(2021, 1, 1), deduction("2021-01-01").evaluation().version());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = deduction("2026-11-02").rule();

        assertEquals("introduction.benefit-deduction", rule.name());
        assertEquals("on", rule.decisiveFact());
        assertEquals(2, rule.tables().size());
        assertEquals(9, rule.facts().size());
    }

    @Property(tries = 200)
    void more_absence_never_deducts_less(
            @ForAll @IntRange(min = 0, max = 30) int days, @ForAll @IntRange(min = 0, max = 30) int more) {
        var less = MANY.with("unapprovedDays", days);
        var longer = MANY.with("unapprovedDays", days + more);

        assertTrue(((BigDecimal) longer.value("deduction")).compareTo((BigDecimal) less.value("deduction")) >= 0);
        assertTrue(!Boolean.TRUE.equals(less.value("appealable")) || Boolean.TRUE.equals(longer.value("appealable")));
    }
}
