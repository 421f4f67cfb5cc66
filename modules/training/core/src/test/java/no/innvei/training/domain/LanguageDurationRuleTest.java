package no.innvei.training.domain;

import static no.innvei.training.domain.TrainingCase.duration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDurationRuleTest {

    @ParameterizedTest
    @CsvSource({
        "UPPER_SECONDARY,       2026-08-17, 18, 2028-02-17",
        "BELOW_UPPER_SECONDARY, 2026-08-17, 36, 2029-08-17",
        "UPPER_SECONDARY,       2026-08-31, 18, 2028-02-29",
        "UPPER_SECONDARY,       2025-08-31, 18, 2027-02-28",
        "BELOW_UPPER_SECONDARY, 2028-02-29, 36, 2031-02-28",
        "BELOW_UPPER_SECONDARY, 2026-12-25, 36, 2029-12-25"
    })
    void the_limit_is_counted_from_the_offer(String education, String offerOn, int months, String lastDay) {
        var evaluation =
                duration().with("education", education).with("offerOn", offerOn).evaluation();
        assertEquals(Map.of("maximumMonths", months, "lastDay", lastDay), evaluation.values());
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(LocalDate.of(2023, 8, 1), evaluation.version());
        assertEquals(LocalDate.parse(offerOn), evaluation.decisiveDate());
    }

    @Test
    void approved_leave_is_laid_after_the_last_day_in_calendar_days() {
        assertEquals("2029-08-17", duration().with("approvedLeaveDays", 0).value("lastDay"));
        assertEquals("2029-09-16", duration().with("approvedLeaveDays", 30).value("lastDay"));
    }

    @ParameterizedTest
    @CsvSource({"2023-08-01, 2026-10-16, 2023-08-01", "2023-07-31, 2026-08-20, 2021-01-01"})
    void the_permit_decides_what_the_limit_is_counted_from(String grantedOn, String lastDay, LocalDate version) {
        var evaluation = duration()
                .with("offerOn", "2023-10-16")
                .with("permitGrantedOn", grantedOn)
                .with("targetGroupSince", "2023-08-20")
                .evaluation();
        assertEquals(lastDay, evaluation.values().get("lastDay"));
        assertEquals(version, evaluation.version());
    }

    @Test
    void an_old_permit_without_the_day_of_entry_leaves_the_last_day_to_a_person() {
        var evaluation = duration().with("permitGrantedOn", "2023-07-31").evaluation();
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of("maximumMonths", 36), evaluation.values());
        var last = evaluation.steps().getLast();
        assertEquals(Answer.UNDETERMINED, last.answer());
        assertEquals("integreringsforskriften § 74", last.legalBasis());
        assertEquals(Map.of("countedFrom", "targetGroupSince", "permitGrantedOn", "2023-07-31"), last.facts());
        assertTrue(last.note().contains("targetGroupSince"));
    }

    @Test
    void without_a_permit_date_the_limit_is_counted_from_the_offer_and_the_step_says_so() {
        var evaluation = duration()
                .without("permitGrantedOn")
                .with("targetGroupSince", "2026-05-01")
                .evaluation();
        assertEquals("2029-08-17", evaluation.values().get("lastDay"));
        assertTrue(evaluation.steps().getLast().note().startsWith("Vår lesing: "));
        assertFalse(evaluation.steps().getFirst().facts().containsKey("permitGrantedOn"));
        assertNull(duration().evaluation().steps().getLast().note());
    }

    @Test
    void the_year_of_collective_protection_contains_the_day_of_start() {
        var collective = duration()
                .with("permitBasis", "E")
                .with("category", "RIGHT_ONLY")
                .with("startOn", "2026-08-30");
        var evaluation = collective.evaluation();
        assertEquals(Map.of("maximumMonths", 12, "lastDay", "2027-08-29"), evaluation.values());
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(LocalDate.of(2022, 6, 15), evaluation.version());
        assertEquals(
                List.of("R-13", "R-13.1", "R-13.1"),
                evaluation.steps().stream().map(Step::rule).toList());
        assertTrue(evaluation.steps().getFirst().note().contains("§ 43 g"));
        assertEquals(
                Map.of("countedFrom", "startOn", "startOn", "2026-08-30"),
                evaluation.steps().get(1).facts());
        assertEquals(
                Map.of("months", "12", "approvedLeaveDays", "0", "lastDay", "2027-08-29"),
                evaluation.steps().get(2).facts());
        assertNull(evaluation.steps().get(2).note());
        assertNull(collective
                .without("permitGrantedOn")
                .evaluation()
                .steps()
                .get(2)
                .note());
        assertEquals("2027-09-05", collective.with("approvedLeaveDays", 7).value("lastDay"));
        assertEquals(
                "2027-08-29", collective.with("education", "UPPER_SECONDARY").value("lastDay"));
        assertEquals("2025-02-27", collective.with("startOn", "2024-02-29").value("lastDay"));
    }

    @Test
    void collective_protection_without_a_start_has_no_last_day_yet() {
        var evaluation = duration()
                .with("permitBasis", "E")
                .with("category", "RIGHT_ONLY")
                .with("targetGroupSince", "2026-05-01")
                .evaluation();
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of("maximumMonths", 12), evaluation.values());
        assertEquals(Answer.UNDETERMINED, evaluation.steps().getLast().answer());
        assertTrue(evaluation.steps().getLast().note().contains("startOn"));
    }

    @ParameterizedTest
    @CsvSource({"2022-06-14, 36", "2022-06-15, 12", "2028-06-30, 12", "2028-07-01, 36"})
    void chapter_6a_counts_while_it_is_in_force(String offerOn, int months) {
        assertEquals(
                months,
                duration()
                        .with("permitBasis", "E")
                        .with("startOn", offerOn)
                        .with("offerOn", offerOn)
                        .value("maximumMonths"));
    }

    @ParameterizedTest
    @CsvSource({"2022-03-10, 36", "2022-03-11, 12"})
    void chapter_6a_covers_permits_from_11_march_2022(String grantedOn, int months) {
        assertEquals(
                months,
                duration()
                        .with("permitBasis", "E")
                        .with("permitGrantedOn", grantedOn)
                        .value("maximumMonths"));
    }

    @ParameterizedTest
    @CsvSource({"2021-12-31, 250, 2021-01-01", "2022-01-01, 225, 2022-01-01", "2026-05-01, 225, 2022-01-01"})
    void a_duty_only_has_hours_and_no_last_day(String grantedOn, int hours, LocalDate version) {
        var evaluation = duration()
                .with("category", "DUTY_ONLY")
                .with("permitBasis", "LABOUR_23")
                .with("permitGrantedOn", grantedOn)
                .evaluation();
        assertEquals(Map.of("maximumHours", hours), evaluation.values());
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(version, evaluation.version());
        var step = evaluation.steps().getFirst();
        assertEquals(Integer.toString(hours), step.facts().get("maximumHours"));
        assertEquals(grantedOn, step.facts().get("permitGrantedOn"));
        assertNull(step.note());
    }

    @Test
    void a_duty_only_without_a_permit_date_has_the_hours_of_today_and_the_step_says_so() {
        var evaluation = duration()
                .with("category", "DUTY_ONLY")
                .with("permitBasis", "LABOUR_25")
                .without("permitGrantedOn")
                .evaluation();
        assertEquals(Map.of("maximumHours", 225), evaluation.values());
        assertTrue(evaluation.steps().getFirst().note().startsWith("Vår lesing: "));
    }

    @ParameterizedTest
    @CsvSource({"NONE", "MAY_BE_OFFERED"})
    void without_right_or_duty_the_law_sets_no_length(String category) {
        var evaluation = duration().with("category", category).evaluation();
        assertEquals(Answer.NO, evaluation.answer());
        assertEquals(Map.of(), evaluation.values());
        assertEquals(Answer.NO, evaluation.steps().getFirst().answer());
        assertNotNull(evaluation.steps().getFirst().note());
        assertEquals(LocalDate.of(2021, 1, 1), evaluation.version());
    }

    @Test
    void dates_from_before_2021_are_for_a_person_to_judge() {
        var offer = duration().with("offerOn", "2020-12-31").evaluation();
        assertEquals(Answer.UNDETERMINED, offer.answer());
        assertNull(offer.version());
        assertEquals(Map.of("offerOn", "2020-12-31"), offer.steps().getFirst().facts());
        assertEquals(LocalDate.of(2020, 12, 31), offer.decisiveDate());
        var permit = duration().with("permitGrantedOn", "2020-12-31").evaluation();
        assertEquals(Answer.UNDETERMINED, permit.answer());
        assertEquals(Map.of(), permit.values());
        assertEquals(
                Map.of("permitGrantedOn", "2020-12-31"),
                permit.steps().getFirst().facts());
        var first = duration()
                .with("offerOn", "2021-01-01")
                .with("permitGrantedOn", "2021-01-01")
                .with("targetGroupSince", "2021-01-01");
        assertEquals("2024-01-01", first.value("lastDay"));
        assertEquals("2022-07-01", first.with("education", "UPPER_SECONDARY").value("lastDay"));
    }

    @Test
    void the_steps_name_the_months_the_start_and_the_last_day() {
        var evaluation = duration().evaluation();
        assertEquals("language.duration", evaluation.rule());
        assertEquals(
                List.of("R-14.7", "R-14.7", "R-14.7"),
                evaluation.steps().stream().map(Step::rule).toList());
        assertEquals(
                Map.of(
                        "category", "RIGHT_AND_DUTY",
                        "permitBasis", "A",
                        "education", "BELOW_UPPER_SECONDARY",
                        "offerOn", "2026-08-17",
                        "permitGrantedOn", "2026-05-01",
                        "maximumMonths", "36"),
                evaluation.steps().get(0).facts());
        assertTrue(evaluation.steps().get(0).note().startsWith("Vår lesing: "));
        assertEquals(
                Map.of("countedFrom", "offerOn", "permitGrantedOn", "2026-05-01", "offerOn", "2026-08-17"),
                evaluation.steps().get(1).facts());
        assertEquals(
                Map.of("months", "36", "approvedLeaveDays", "0", "lastDay", "2029-08-17"),
                evaluation.steps().get(2).facts());
    }

    @Test
    void it_is_found_by_name_and_describes_itself_with_both_tables() {
        var rule = duration().rule();
        assertTrue(Rules.load(getClass().getClassLoader())
                .find("language.duration")
                .filter(rule.getClass()::isInstance)
                .isPresent());
        assertEquals("offerOn", rule.decisiveFact());
        assertEquals(8, rule.facts().size());
        assertEquals(
                List.of("/rules/language-duration.table", "/rules/training-transition.table"),
                rule.tables().stream().map(table -> table.file()).toList());
    }

    @Property(tries = 300)
    void a_later_offer_or_more_leave_never_ends_earlier(
            @ForAll @IntRange(min = 0, max = 2_000) int day,
            @ForAll @IntRange(min = 0, max = 60) int later,
            @ForAll @IntRange(min = 0, max = 400) int leave,
            @ForAll @IntRange(min = 0, max = 30) int more) {
        assertFalse(lastDay(day + later, leave + more).isBefore(lastDay(day, leave)));
    }

    private static LocalDate lastDay(int day, int leave) {
        return LocalDate.parse((String) duration()
                .with("offerOn", LocalDate.of(2023, 8, 1).plusDays(day).toString())
                .with("permitGrantedOn", "2023-08-01")
                .with("approvedLeaveDays", leave)
                .value("lastDay"));
    }
}
