package no.innvei.training.domain;

import static no.innvei.training.domain.TrainingCase.category;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

class LanguageCategoryRuleTest {

    @ParameterizedTest
    @CsvSource({
        "A, RIGHT_AND_DUTY",
        "B, RIGHT_AND_DUTY",
        "C, RIGHT_AND_DUTY",
        "D, RIGHT_AND_DUTY",
        "E, RIGHT_ONLY",
        "F, RIGHT_AND_DUTY",
        "G, RIGHT_AND_DUTY",
        "PERMANENT_OTHER, RIGHT_AND_DUTY",
        "LABOUR_23, DUTY_ONLY",
        "LABOUR_25, DUTY_ONLY",
        "LABOUR_FAMILY, DUTY_ONLY",
        "FAMILY_OTHER, NONE",
        "OTHER, NONE"
    })
    void the_permit_decides_which_right_and_which_duty(String permit, String expected) {
        var evaluation = category().with("permitBasis", permit).evaluation();
        assertEquals(Map.of("category", expected), evaluation.values());
        assertEquals(expected.equals("NONE") ? Answer.NO : Answer.YES, evaluation.answer());
        assertEquals(LocalDate.parse(permit.equals("E") ? "2022-06-15" : "2021-01-01"), evaluation.version());
        assertEquals(LocalDate.of(2026, 9, 1), evaluation.decisiveDate());
        assertEquals(
                expected.equals("NONE") ? Answer.NO : Answer.YES,
                evaluation.steps().get(1).answer());
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-14, RIGHT_AND_DUTY, 2021-01-01",
        "2022-06-15, RIGHT_ONLY,     2022-06-15",
        "2028-06-30, RIGHT_ONLY,     2022-06-15",
        "2028-07-01, RIGHT_AND_DUTY, 2021-01-01"
    })
    void collective_protection_gives_a_right_only_while_chapter_6a_is_in_force(
            String decisionOn, String expected, LocalDate version) {
        var evaluation = category()
                .with("permitBasis", "E")
                .with("permitGrantedOn", "2022-03-11")
                .with("decisionOn", decisionOn)
                .evaluation();
        assertEquals(expected, evaluation.values().get("category"));
        assertEquals(version, evaluation.version());
    }

    @ParameterizedTest
    @CsvSource({"2022-03-10, RIGHT_AND_DUTY", "2022-03-11, RIGHT_ONLY", "2028-06-30, RIGHT_ONLY"})
    void chapter_6a_covers_permits_from_11_march_2022(String grantedOn, String expected) {
        assertEquals(
                expected,
                category()
                        .with("permitBasis", "E")
                        .with("permitGrantedOn", grantedOn)
                        .with("decisionOn", "2028-06-30")
                        .value("category"));
    }

    @ParameterizedTest
    @CsvSource({
        "2008-05-01, 2026-05-01, RIGHT_AND_DUTY",
        "2008-05-02, 2026-05-01, NONE",
        "2008-02-29, 2026-02-28, NONE",
        "2008-02-29, 2026-03-01, RIGHT_AND_DUTY"
    })
    void the_age_at_grant_must_be_18(String bornOn, String grantedOn, String expected) {
        assertEquals(
                expected,
                category()
                        .with("bornOn", bornOn)
                        .with("permitGrantedOn", grantedOn)
                        .value("category"));
    }

    @ParameterizedTest
    @CsvSource({"1959-09-02, RIGHT_AND_DUTY", "1959-09-01, NONE", "1940-01-01, NONE"})
    void right_and_duty_end_on_the_67th_birthday(String bornOn, String expected) {
        assertEquals(expected, category().with("bornOn", bornOn).value("category"));
    }

    @ParameterizedTest
    @CsvSource({"1960-02-29, 2027-02-28, RIGHT_AND_DUTY", "1960-02-29, 2027-03-01, NONE"})
    void a_birthday_on_29_february_is_1_march_in_other_years(String bornOn, String decisionOn, String expected) {
        assertEquals(
                expected,
                category().with("bornOn", bornOn).with("decisionOn", decisionOn).value("category"));
    }

    @Test
    void a_decision_dated_before_the_permit_still_looks_at_the_age_at_grant() {
        var ahead = category().with("permitGrantedOn", "2026-05-01").with("decisionOn", "2025-04-30");
        assertEquals("NONE", ahead.with("bornOn", "1958-05-01").value("category"));
        assertEquals("RIGHT_AND_DUTY", ahead.with("bornOn", "1958-05-02").value("category"));
    }

    @Test
    void whoever_is_outside_may_still_be_offered_training_and_the_step_says_so() {
        var evaluation = category().with("bornOn", "1959-09-01").evaluation();
        var last = evaluation.steps().getLast();
        assertEquals("R-14.7", last.rule());
        assertEquals("integreringsloven § 26 sjuende ledd", last.legalBasis());
        assertEquals(Answer.YES, last.answer());
        assertEquals(Map.of("group", "MAY_BE_OFFERED"), last.facts());
        assertNotNull(last.note());
        var ended = evaluation.steps().get(4);
        assertEquals(Answer.NO, ended.answer());
        assertEquals(Map.of("age", "67", "decisionOn", "2026-09-01", "endsAtAge", "67"), ended.facts());
        assertTrue(ended.note().contains("67"));
    }

    @Test
    void every_question_is_a_step_without_the_birth_date() {
        var evaluation = category().with("permitBasis", "D").evaluation();
        assertEquals("language.category", evaluation.rule());
        assertEquals(
                List.of("R-0.2", "R-14.1", "R-14.1", "R-14.1", "R-14.1"),
                evaluation.steps().stream().map(Step::rule).toList());
        assertTrue(evaluation.steps().stream().allMatch(step -> step.answer() == Answer.YES));
        assertEquals(
                Map.of("permitGrantedOn", "2026-05-01"),
                evaluation.steps().get(0).facts());
        assertNull(evaluation.steps().get(0).note());
        assertEquals(
                Map.of("permitBasis", "D", "decisionOn", "2026-09-01", "category", "RIGHT_AND_DUTY"),
                evaluation.steps().get(1).facts());
        assertTrue(evaluation.steps().get(1).note().contains("fornyes"));
        assertEquals(
                Map.of("age", "36", "permitGrantedOn", "2026-05-01", "minimumAge", "18"),
                evaluation.steps().get(2).facts());
        assertEquals(
                Map.of("age", "36", "permitGrantedOn", "2026-05-01", "maximumAge", "67"),
                evaluation.steps().get(3).facts());
        assertNull(evaluation.steps().get(4).note());
    }

    @Test
    void a_step_that_fails_says_no() {
        assertEquals(
                Answer.NO,
                category()
                        .with("bornOn", "2010-01-01")
                        .evaluation()
                        .steps()
                        .get(2)
                        .answer());
        assertEquals(
                Answer.NO,
                category()
                        .with("bornOn", "1940-01-01")
                        .evaluation()
                        .steps()
                        .get(3)
                        .answer());
    }

    @Test
    void a_permit_from_before_2021_is_for_a_person_to_judge() {
        var before = category().with("permitGrantedOn", "2020-12-31").evaluation();
        assertEquals(Answer.UNDETERMINED, before.answer());
        assertEquals(Map.of(), before.values());
        assertEquals(LocalDate.of(2021, 1, 1), before.version());
        assertEquals(Answer.UNDETERMINED, before.steps().getFirst().answer());
        assertNotNull(before.steps().getFirst().note());
        assertEquals(
                "RIGHT_AND_DUTY",
                category().with("permitGrantedOn", "2021-01-01").value("category"));
    }

    @Test
    void a_decision_from_before_2021_is_for_a_person_to_judge() {
        var before = category()
                .with("permitGrantedOn", "2020-12-01")
                .with("decisionOn", "2020-12-31")
                .evaluation();
        assertEquals(Answer.UNDETERMINED, before.answer());
        assertNull(before.version());
        assertEquals(LocalDate.of(2020, 12, 31), before.decisiveDate());
        assertEquals(1, before.steps().size());
        assertEquals(
                Map.of("decisionOn", "2020-12-31"), before.steps().getFirst().facts());
        assertEquals("R-0.2", before.steps().getFirst().rule());
        assertNotNull(before.steps().getFirst().note());
    }

    @Test
    void it_is_found_by_name_and_describes_itself() {
        var rule = category().rule();
        assertTrue(Rules.load(getClass().getClassLoader())
                .find("language.category")
                .filter(rule.getClass()::isInstance)
                .isPresent());
        assertEquals("decisionOn", rule.decisiveFact());
        assertEquals(4, rule.facts().size());
        assertEquals(
                List.of("/rules/language-category.table", "/rules/training-transition.table"),
                rule.tables().stream().map(table -> table.file()).toList());
    }

    @Property(tries = 300)
    void once_ended_a_right_never_comes_back(
            @ForAll @IntRange(min = 0, max = 2_500) int day, @ForAll @IntRange(min = 0, max = 500) int later) {
        var of66 = category().with("bornOn", "1957-06-15").with("permitGrantedOn", "2021-01-01");
        var first = LocalDate.of(2021, 1, 1).plusDays(day);
        if (of66.with("decisionOn", first.toString()).value("category").equals("NONE")) {
            assertEquals(
                    "NONE",
                    of66.with("decisionOn", first.plusDays(later).toString()).value("category"));
        }
    }
}
