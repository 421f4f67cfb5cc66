package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.duration;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innvei.kernel.rules.RuleTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationRuleTest {

    private static final RuleCase MANY = duration("UPPER_SECONDARY", "WORK", "2026-01-01");

    @ParameterizedTest
    @CsvSource({
        "UPPER_SECONDARY, WORK, 2021-01-01, 6 MAY 6",
        "UPPER_SECONDARY, WORK, 2025-12-31, 6 MAY 6",
        "UPPER_SECONDARY, WORK, 2026-01-01, 12 NONE 0",
        "UPPER_SECONDARY, EDUCATION_ABOVE_UPPER_SECONDARY, 2025-12-31, 6 MAY 6",
        "UPPER_SECONDARY, EDUCATION_ABOVE_UPPER_SECONDARY, 2026-01-01, 12 NONE 0",
        "UPPER_SECONDARY, VOCATIONAL_REQUALIFICATION, 2026-01-01, 12 NONE 0",
        "BELOW_UPPER_SECONDARY, WORK, 2021-01-01, 24 MAY 12",
        "BELOW_UPPER_SECONDARY, WORK, 2025-12-31, 24 MAY 12",
        "BELOW_UPPER_SECONDARY, WORK, 2026-01-01, 24 NONE 0",
        "BELOW_UPPER_SECONDARY, PARTS_OF_UPPER_SECONDARY, 2024-12-31, 24 MAY 12",
        "BELOW_UPPER_SECONDARY, PARTS_OF_UPPER_SECONDARY, 2025-01-01, 36 MAY 12",
        "BELOW_UPPER_SECONDARY, PARTS_OF_UPPER_SECONDARY, 2025-12-31, 36 MAY 12",
        "BELOW_UPPER_SECONDARY, PARTS_OF_UPPER_SECONDARY, 2026-01-01, 36 SHALL 12",
        "BELOW_UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2024-12-31, 36 MAY 12",
        "BELOW_UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2025-01-01, 48 MAY 12",
        "BELOW_UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2025-12-31, 48 MAY 12",
        "BELOW_UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2026-01-01, 48 SHALL 12",
        "BELOW_UPPER_SECONDARY, COMPLETE_TRADE_CERTIFICATE, 2025-01-01, 60 NONE 0",
        "BELOW_UPPER_SECONDARY, COMPLETE_TRADE_CERTIFICATE, 2026-01-01, 60 NONE 0",
        "BELOW_UPPER_SECONDARY, COMPLETE_PRIMARY, 2025-12-31, 24 MAY 12"
    })
    void the_length_follows_the_goal_and_the_date_of_the_offer(
            String education, String goal, String offerOn, String expected) {
        var offered = duration(education, goal, offerOn);

        assertEquals(expected, offered.duration());
        assertEquals(YES, offered.evaluation().answer());
        assertEquals(LocalDate.parse(offerOn), offered.evaluation().decisiveDate());
    }

    @Test
    void the_example_of_the_interface() {
        var evaluation = duration("UPPER_SECONDARY", "WORK", "2026-08-17").evaluation();

        assertEquals("2027-08-29", evaluation.values().get("lastDay"));
        assertEquals(LocalDate.of(2026, 1, 1), evaluation.version());
    }

    @Test
    void the_offer_decides_also_when_the_start_is_later() {
        assertEquals(
                "6 MAY 6",
                duration("UPPER_SECONDARY", "WORK", "2025-12-31")
                        .with("startOn", "2026-03-01")
                        .duration());
    }

    @ParameterizedTest
    @CsvSource({
        "BELOW_UPPER_SECONDARY, COMPLETE_PRIMARY, 2026-01-01",
        "BELOW_UPPER_SECONDARY, PARTS_OF_PRIMARY, 2026-01-01",
        "BELOW_UPPER_SECONDARY, COMPLETE_TRADE_CERTIFICATE, 2024-12-31",
        "UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2026-01-01",
        "BELOW_UPPER_SECONDARY, VOCATIONAL_REQUALIFICATION, 2026-01-01"
    })
    void a_goal_the_law_does_not_know_that_day_has_no_length(String education, String goal, String offerOn) {
        var evaluation = duration(education, goal, offerOn).evaluation();

        assertEquals(NO, evaluation.answer());
        assertNull(evaluation.values().get("maximumMonths"));
        assertNotNull(evaluation.steps().getFirst().note());
    }

    @ParameterizedTest
    @CsvSource({
        "WORK, 2022-06-15, 6 MAY 6",
        "WORK, 2025-12-31, 6 MAY 6",
        "WORK, 2026-01-01, 12 NONE 0",
        "EDUCATION_ABOVE_UPPER_SECONDARY, 2023-06-30, 6 MAY 6",
        "EDUCATION_ABOVE_UPPER_SECONDARY, 2023-07-01, 6 MAY 6",
        "EDUCATION_ABOVE_UPPER_SECONDARY, 2026-01-01, 12 NONE 0"
    })
    void collective_protection_has_its_own_lengths_until_the_end_of_2025(String goal, String offerOn, String expected) {
        assertEquals(
                expected,
                duration("UPPER_SECONDARY", goal, offerOn)
                        .with("permitBasis", "E")
                        .duration());
    }

    @Test
    void the_ukrainian_exception_is_named_from_1_july_2023_and_not_the_day_before() {
        var displaced = duration("UPPER_SECONDARY", "EDUCATION_ABOVE_UPPER_SECONDARY", "2023-06-30")
                .with("permitBasis", "E");

        assertNull(displaced.evaluation().steps().getFirst().note());
        assertNotNull(displaced
                .with("offerOn", "2023-07-01")
                .evaluation()
                .steps()
                .getFirst()
                .note());
    }

    @Test
    void an_extension_is_added_where_the_law_gives_one_and_refused_where_it_does_not() {
        var complete = duration("BELOW_UPPER_SECONDARY", "COMPLETE_UPPER_SECONDARY", "2026-08-17");
        assertEquals("2030-08-29", complete.value("lastDay"));
        assertEquals("2031-08-29", complete.with("extended", true).value("lastDay"));

        var work = duration("UPPER_SECONDARY", "WORK", "2026-08-17").with("extended", true);
        assertEquals(NO, work.evaluation().answer());
        assertEquals("2027-08-29", work.value("lastDay"));
    }

    @Test
    void ten_days_of_absence_add_nothing_and_eleven_add_all_eleven() {
        var work = duration("UPPER_SECONDARY", "WORK", "2026-08-17");

        assertEquals("2027-08-29", work.with("absenceAndLeaveWorkingDays", 10).value("lastDay"));
        // eleven working days after Sunday 29.08.2027
        assertEquals("2027-09-13", work.with("absenceAndLeaveWorkingDays", 11).value("lastDay"));
    }

    @Test
    void added_days_before_2026_are_for_a_person_to_judge() {
        var old = duration("UPPER_SECONDARY", "WORK", "2025-12-31").with("absenceAndLeaveWorkingDays", 12);

        assertEquals(UNDETERMINED, old.evaluation().answer());
        assertNull(old.value("lastDay"));
        assertEquals("6 MAY 6", old.duration());
    }

    @Test
    void a_date_before_the_first_version_is_undetermined_with_a_step_that_says_so() {
        var evaluation = duration("UPPER_SECONDARY", "WORK", "2020-12-31").evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNotNull(evaluation.steps().getFirst().note());
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2026-08-17, 2026-01-01",
        "UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2025-06-02, 2021-01-01",
        "UPPER_SECONDARY, COMPLETE_UPPER_SECONDARY, 2023-08-01, 2021-01-01",
        "BELOW_UPPER_SECONDARY, VOCATIONAL_REQUALIFICATION, 2025-06-02, 2025-01-01",
        "BELOW_UPPER_SECONDARY, COMPLETE_TRADE_CERTIFICATE, 2024-12-31, 2021-01-01",
        "BELOW_UPPER_SECONDARY, COMPLETE_PRIMARY, 2026-01-01, 2026-01-01"
    })
    void a_goal_that_is_none_is_refused_under_the_version_of_that_day(
            String education, String goal, String offerOn, String version) {
        var evaluation = duration(education, goal, offerOn).evaluation();

        assertEquals(LocalDate.parse(version), evaluation.version());
        assertEquals(NO, evaluation.steps().getFirst().answer());
        assertEquals(LocalDate.parse(offerOn), evaluation.decisiveDate());
    }

    @Test
    void each_question_is_a_step_with_its_own_answer() {
        var work = duration("UPPER_SECONDARY", "WORK", "2026-08-17");

        assertEquals(List.of("R-7.2 YES", "R-7.8 YES"), steps(work));
        assertEquals(
                List.of("R-7.2 YES", "R-7.3 NO", "R-7.8 YES", "R-11.9 YES"),
                steps(work.with("extended", true).with("absenceAndLeaveWorkingDays", 11)));
        assertEquals(
                List.of("R-7.2 YES", "R-7.3 YES", "R-7.8 YES", "R-11.9 NO"),
                steps(duration("BELOW_UPPER_SECONDARY", "COMPLETE_UPPER_SECONDARY", "2026-08-17")
                        .with("extended", true)
                        .with("absenceAndLeaveWorkingDays", 10)));
        assertEquals(
                NO,
                duration("UPPER_SECONDARY", "WORK", "2026-01-01")
                        .with("extended", true)
                        .with("absenceAndLeaveWorkingDays", 11)
                        .evaluation()
                        .answer());
    }

    @Test
    void an_extension_the_law_does_not_give_is_refused_also_when_the_last_day_is_for_a_person_to_set() {
        var trade = duration("BELOW_UPPER_SECONDARY", "COMPLETE_TRADE_CERTIFICATE", "2025-06-02")
                .with("absenceAndLeaveWorkingDays", 12);

        assertEquals(UNDETERMINED, trade.evaluation().answer());
        assertEquals(NO, trade.with("extended", true).evaluation().answer());
    }

    @Test
    void a_line_without_a_date_waits_until_it_has_one() {
        var durations = """
                valid_from | permit | education | goal | maximum_months | extension | extension_months | legal_basis | source | note
                - | ANY | UPPER_SECONDARY | WORK | 18 | NONE | 0 | loven § 1 | LOV-1 | -
                2021-01-01 | ANY | UPPER_SECONDARY | WORK | 6 | MAY | 6 | loven § 1 | LOV-1 | -
                """;
        var rule = new DurationRule(
                RuleTable.parse(
                        "test",
                        durations,
                        List.of("permit", "education", "goal"),
                        List.of("maximum_months", "extension", "extension_months")),
                new AddedDaysRule());

        assertEquals(
                6,
                rule.evaluate(Map.of(
                                "education",
                                "UPPER_SECONDARY",
                                "goal",
                                "WORK",
                                "permitBasis",
                                "A",
                                "offerOn",
                                "2030-01-01",
                                "startOn",
                                "2030-01-01"))
                        .values()
                        .get("maximumMonths"));
    }

    @Test
    void the_rule_describes_itself() {
        var rule = duration("UPPER_SECONDARY", "WORK", "2026-08-17").rule();

        assertEquals("introduction.duration", rule.name());
        assertEquals("offerOn", rule.decisiveFact());
        assertEquals(
                List.of("/rules/introduction-duration.table", "/rules/introduction-added-days.table"),
                rule.tables().stream().map(RuleTable::file).toList());
        assertEquals(7, rule.facts().size());
    }

    private static List<String> steps(RuleCase asked) {
        return asked.evaluation().steps().stream()
                .map(step -> step.rule() + " " + step.answer())
                .toList();
    }

    @Property(tries = 200)
    void starting_later_or_being_away_more_never_ends_the_programme_earlier(
            @ForAll @IntRange(min = 0, max = 2000) int day,
            @ForAll @IntRange(min = 0, max = 40) int later,
            @ForAll @IntRange(min = 0, max = 40) int away,
            @ForAll @IntRange(min = 0, max = 10) int more) {
        assertFalse(lastDay(day + later, away).isBefore(lastDay(day, away)));
        assertFalse(lastDay(day, away + more).isBefore(lastDay(day, away)));
    }

    private static LocalDate lastDay(int day, int away) {
        return LocalDate.parse((String)
                MANY.with("startOn", LocalDate.of(2026, 1, 1).plusDays(day).toString())
                        .with("absenceAndLeaveWorkingDays", away)
                        .value("lastDay"));
    }
}
