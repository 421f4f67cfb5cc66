package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.benefit;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenefitRuleTest {

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 101351.00, 202702.00, 16891.83, 563.06, 109.57, 2021-01-01",
        "2021-04-30, 101351.00, 202702.00, 16891.83, 563.06, 109.57, 2021-01-01",
        "2021-05-01, 106399.00, 212798.00, 17733.17, 591.11, 115.03, 2021-05-01",
        "2022-04-30, 106399.00, 212798.00, 17733.17, 591.11, 115.03, 2021-05-01",
        "2022-05-01, 111477.00, 222954.00, 18579.50, 619.32, 120.52, 2022-05-01",
        "2023-05-01, 118620.00, 237240.00, 19770.00, 659.00, 128.24, 2023-05-01",
        "2024-05-01, 124028.00, 248056.00, 20671.33, 689.04, 134.08, 2024-05-01",
        "2025-05-01, 130160.00, 260320.00, 21693.33, 723.11, 140.71, 2025-05-01",
        "2026-04-30, 130160.00, 260320.00, 21693.33, 723.11, 140.71, 2025-05-01",
        "2026-05-01, 136549.00, 273098.00, 22758.17, 758.61, 147.62, 2026-05-01"
    })
    void the_full_benefit_is_two_basic_amounts_of_the_day(
            String on, String basic, String annual, String monthly, String daily, String hourly, String version) {
        var evaluation = benefit(on).evaluation();

        assertEquals(YES, evaluation.answer());
        assertEquals(
                Map.of(
                        "basicAmount", new BigDecimal(basic),
                        "share", "1",
                        "annual", new BigDecimal(annual),
                        "monthly", new BigDecimal(monthly),
                        "daily", new BigDecimal(daily),
                        "hourly", new BigDecimal(hourly)),
                evaluation.values());
        assertEquals(LocalDate.parse(version), evaluation.version());
        assertEquals(LocalDate.parse(on), evaluation.decisiveDate());
    }

    @Test
    void under_25_the_share_depends_on_living_with_parents() {
        var young = benefit("2026-09-14").with("bornOn", "2001-09-15");

        assertEquals("2/3", young.value("share"));
        assertEquals(new BigDecimal("15172.11"), young.value("monthly"));
        assertEquals("1/3", young.with("livesWithParents", true).value("share"));
        assertEquals(
                new BigDecimal("7586.06"), young.with("livesWithParents", true).value("monthly"));
        assertEquals("1", young.with("on", "2026-09-15").value("share"));
        assertEquals(
                "1",
                young.with("on", "2026-09-15").with("livesWithParents", true).value("share"));
    }

    @Test
    void born_on_29_february_25_is_reached_on_1_march() {
        var born = benefit("2025-02-28").with("bornOn", "2000-02-29");

        assertEquals("2/3", born.value("share"));
        assertEquals("1", born.with("on", "2025-03-01").value("share"));
    }

    @Test
    void a_couple_without_children_gets_five_sixths_when_new_from_july_2024() {
        var couple = benefit("2024-07-01").with("partnerAlsoParticipates", true).with("participantSince", "2024-07-01");

        assertEquals("5/6", couple.value("share"));
        assertEquals(LocalDate.of(2024, 7, 1), couple.evaluation().version());
        assertEquals(new BigDecimal("17226.11"), couple.value("monthly"));
        assertEquals("1", couple.with("participantSince", "2024-06-30").value("share"));
        assertEquals("1", couple.with("hasChildren", true).value("share"));
        assertEquals("1", couple.with("partnerAlsoParticipates", false).value("share"));
        assertEquals("1", couple.with("on", "2024-06-30").value("share"));
        assertEquals(
                LocalDate.of(2024, 5, 1),
                couple.with("hasChildren", true).evaluation().version());
        assertEquals(new BigDecimal("18965.14"), couple.with("on", "2026-11-02").value("monthly"));
    }

    @Test
    void under_25_goes_before_the_couples_rate_and_the_step_says_that_it_is_our_reading() {
        var evaluation = benefit("2026-11-02")
                .with("bornOn", "2004-04-12")
                .with("partnerAlsoParticipates", true)
                .evaluation();

        assertEquals("2/3", evaluation.values().get("share"));
        var steps = evaluation.steps();
        assertEquals(
                List.of("R-12.1", "R-12.2", "R-12.1"),
                steps.stream().map(step -> step.rule()).toList());
        assertEquals(YES, steps.get(1).answer());
        assertEquals(
                Map.of("age", "22", "underAge", "25", "livesWithParents", "false", "share", "2/3"),
                steps.get(1).facts());
        assertTrue(steps.get(1).note().startsWith("Vår lesing: "));
    }

    @Test
    void each_question_is_a_step() {
        var steps = benefit("2026-11-02")
                .with("partnerAlsoParticipates", true)
                .evaluation()
                .steps();

        assertEquals(
                List.of("R-12.1", "R-12.2", "R-12.3", "R-12.1"),
                steps.stream().map(step -> step.rule()).toList());
        assertEquals(
                List.of(YES, NO, YES, YES),
                steps.stream().map(step -> step.answer()).toList());
        assertEquals(
                Map.of("on", "2026-11-02", "basicAmount", "136549"),
                steps.getFirst().facts());
        assertEquals("folketrygdloven § 1-4", steps.getFirst().legalBasis());
        assertEquals(Map.of("age", "36", "underAge", "25"), steps.get(1).facts());
        assertEquals(
                Map.of(
                        "partnerAlsoParticipates",
                        "true",
                        "hasChildren",
                        "false",
                        "participantSince",
                        "2026-02-02",
                        "participantsSince",
                        "2024-07-01",
                        "share",
                        "5/6"),
                steps.get(2).facts());
        assertEquals("Gjelder bare nye deltakere.", steps.get(2).note());
        assertEquals(
                Map.of(
                        "basicAmountsPerYear",
                        "2",
                        "share",
                        "5/6",
                        "monthsInYear",
                        "12",
                        "daysInMonth",
                        "30",
                        "hoursInYear",
                        "1850"),
                steps.getLast().facts());
        assertTrue(steps.getLast().note().startsWith("Vår lesing: "));

        var alone = benefit("2026-11-02").evaluation().steps();
        assertEquals(NO, alone.get(2).answer());
        assertNull(alone.get(2).note());
    }

    @Test
    void before_2021_there_is_no_version() {
        var evaluation = benefit("2020-12-31").evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertEquals(LocalDate.of(2020, 12, 31), evaluation.decisiveDate());
        assertTrue(evaluation.values().isEmpty());
        assertEquals("R-12.1", evaluation.steps().getFirst().rule());
        assertEquals("introduction.benefit", evaluation.rule());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = benefit("2026-11-02").rule();

        assertEquals("introduction.benefit", rule.name());
        assertEquals("on", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(6, rule.facts().size());
    }
}
