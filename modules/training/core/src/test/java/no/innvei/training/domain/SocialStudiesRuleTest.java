package no.innvei.training.domain;

import static no.innvei.training.domain.TrainingCase.socialStudies;
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

class SocialStudiesRuleTest {

    @Test
    void seventy_five_hours_in_three_modules_within_a_year_from_the_offer() {
        var evaluation = socialStudies().evaluation();
        assertEquals("social-studies.requirement", evaluation.rule());
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(Map.of("hours", 75, "modules", 3, "lastDay", "2027-08-17"), evaluation.values());
        assertEquals(LocalDate.of(2023, 8, 1), evaluation.version());
        assertEquals(LocalDate.of(2026, 5, 1), evaluation.decisiveDate());
        assertEquals(
                List.of("R-14.8", "R-14.8", "R-14.8", "R-14.8"),
                evaluation.steps().stream().map(Step::rule).toList());
        assertEquals(
                Map.of(
                        "permitGrantedOn",
                        "2026-05-01",
                        "permitBasis",
                        "A",
                        "category",
                        "RIGHT_AND_DUTY",
                        "hours",
                        "75"),
                evaluation.steps().get(0).facts());
        assertTrue(evaluation.steps().get(0).note().contains("fylkeskommunen"));
        assertEquals(Map.of("modules", "3"), evaluation.steps().get(1).facts());
        assertEquals("offerOn", evaluation.steps().get(2).facts().get("countedFrom"));
        assertEquals(
                Map.of("months", "12", "approvedLeaveDays", "0", "lastDay", "2027-08-17"),
                evaluation.steps().get(3).facts());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-31, 50, , 2021-01-01",
        "2022-01-01, 75, 3, 2022-01-01",
        "2023-07-31, 75, 3, 2022-01-01",
        "2023-08-01, 75, 3, 2023-08-01"
    })
    void the_permit_decides_the_hours(String grantedOn, int hours, Integer modules, LocalDate version) {
        var evaluation = socialStudies()
                .with("permitGrantedOn", grantedOn)
                .with("targetGroupSince", "2023-09-01")
                .evaluation();
        assertEquals(hours, evaluation.values().get("hours"));
        assertEquals(modules, evaluation.values().get("modules"));
        assertEquals(version, evaluation.version());
    }

    @ParameterizedTest
    @CsvSource({"2023-08-01, 2024-10-16", "2023-07-31, 2024-08-20"})
    void the_permit_decides_what_the_year_is_counted_from(String grantedOn, String lastDay) {
        assertEquals(
                lastDay,
                socialStudies()
                        .with("permitGrantedOn", grantedOn)
                        .with("offerOn", "2023-10-16")
                        .with("targetGroupSince", "2023-08-20")
                        .value("lastDay"));
    }

    @Test
    void an_old_permit_without_the_day_of_entry_leaves_the_last_day_to_a_person() {
        var evaluation = socialStudies().with("permitGrantedOn", "2023-07-31").evaluation();
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of("hours", 75, "modules", 3), evaluation.values());
        assertEquals(Answer.UNDETERMINED, evaluation.steps().getLast().answer());
    }

    @Test
    void fifty_hours_say_nothing_of_modules_and_the_note_says_why() {
        var evaluation = socialStudies()
                .with("permitGrantedOn", "2021-12-31")
                .with("targetGroupSince", "2022-01-10")
                .evaluation();
        assertEquals(Map.of("hours", 50, "lastDay", "2023-01-10"), evaluation.values());
        assertTrue(evaluation.steps().getFirst().note().startsWith("Ikke kontrollert: "));
    }

    @Test
    void leave_and_short_months() {
        assertEquals("2027-09-16", socialStudies().with("approvedLeaveDays", 30).value("lastDay"));
        assertEquals("2029-02-28", socialStudies().with("offerOn", "2028-02-29").value("lastDay"));
    }

    @ParameterizedTest
    @CsvSource({"2022-03-11, NO", "2028-06-30, NO", "2028-07-01, YES"})
    void collective_protection_has_none_while_chapter_6a_covers_the_permit(String grantedOn, Answer answer) {
        var evaluation = socialStudies()
                .with("permitBasis", "E")
                .with("permitGrantedOn", grantedOn)
                .evaluation();
        assertEquals(answer, evaluation.answer());
        assertEquals(answer == Answer.NO, evaluation.values().isEmpty());
    }

    @Test
    void the_step_of_collective_protection_shows_its_paragraph() {
        var evaluation = socialStudies().with("permitBasis", "E").evaluation();
        assertEquals(LocalDate.of(2022, 3, 11), evaluation.version());
        assertEquals("R-13", evaluation.steps().getFirst().rule());
        assertEquals(Answer.NO, evaluation.steps().getFirst().answer());
        assertEquals(
                75,
                socialStudies()
                        .with("permitBasis", "E")
                        .with("permitGrantedOn", "2022-03-10")
                        .value("hours"));
    }

    @ParameterizedTest
    @CsvSource({"RIGHT_AND_DUTY, YES", "DUTY_ONLY, YES", "RIGHT_ONLY, YES", "MAY_BE_OFFERED, NO", "NONE, NO"})
    void whoever_has_neither_right_nor_duty_has_no_requirement(String category, Answer answer) {
        var evaluation = socialStudies().with("category", category).evaluation();
        assertEquals(answer, evaluation.answer());
        assertEquals(answer == Answer.NO, evaluation.values().isEmpty());
        assertEquals(answer, evaluation.steps().getFirst().answer());
        assertNotNull(evaluation.steps().getFirst().note());
        assertNotNull(evaluation.version());
    }

    @Test
    void a_permit_from_before_2021_is_for_a_person_to_judge() {
        var evaluation = socialStudies().with("permitGrantedOn", "2020-12-31").evaluation();
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertEquals(Map.of(), evaluation.values());
        assertEquals(
                Map.of("permitGrantedOn", "2020-12-31"),
                evaluation.steps().getFirst().facts());
        assertEquals(50, socialStudies().with("permitGrantedOn", "2021-01-01").value("hours"));
    }

    @Test
    void it_is_found_by_name_and_describes_itself_with_both_tables() {
        var rule = socialStudies().rule();
        assertTrue(Rules.load(getClass().getClassLoader())
                .find("social-studies.requirement")
                .filter(rule.getClass()::isInstance)
                .isPresent());
        assertEquals("permitGrantedOn", rule.decisiveFact());
        assertEquals(6, rule.facts().size());
        assertEquals(
                List.of("/rules/social-studies-requirement.table", "/rules/training-transition.table"),
                rule.tables().stream().map(table -> table.file()).toList());
    }

    @Property(tries = 200)
    void a_later_offer_never_ends_earlier(
            @ForAll @IntRange(min = 0, max = 2_000) int day, @ForAll @IntRange(min = 0, max = 60) int later) {
        assertFalse(lastDay(day + later).isBefore(lastDay(day)));
    }

    private static LocalDate lastDay(int day) {
        return LocalDate.parse((String) socialStudies()
                .with("offerOn", LocalDate.of(2026, 5, 1).plusDays(day).toString())
                .value("lastDay"));
    }
}
