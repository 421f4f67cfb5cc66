package no.innvei.training.domain;

import static no.innvei.training.domain.TrainingCase.level;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumLevelRuleTest {

    @ParameterizedTest
    @CsvSource({
        "PRIMARY_NOT_COMPLETED, 2025-12-31, A2, A2, A2, B1, 2021-01-01",
        "PRIMARY_NOT_COMPLETED, 2026-01-01, A2, A2, A2, B1, 2026-01-01",
        "PRIMARY_COMPLETED,     2025-12-31, B1, B1, B1, B1, 2021-01-01",
        "PRIMARY_COMPLETED,     2026-01-01, B1, B1, B1, B1, 2026-01-01",
        "UPPER_SECONDARY,       2021-01-01, B1, B1, B1, B2, 2021-01-01",
        "UPPER_SECONDARY,       2026-09-01, B1, B1, B1, B2, 2021-01-01"
    })
    void the_schooling_decides_the_level_of_each_skill(
            String education,
            String on,
            String listening,
            String reading,
            String writing,
            String oral,
            LocalDate version) {
        var evaluation = level(education, on).evaluation();
        assertEquals(
                Map.of("listening", listening, "reading", reading, "writing", writing, "oral", oral),
                evaluation.values());
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(version, evaluation.version());
        assertEquals(LocalDate.parse(on), evaluation.decisiveDate());
        var step = evaluation.steps().getFirst();
        assertEquals("R-14.6", step.rule());
        assertEquals("integreringsforskriften § 28", step.legalBasis());
        assertEquals(Map.of("education", education, "on", on), step.facts());
    }

    @Test
    void other_ways_to_the_level_stand_in_the_note() {
        assertTrue(note("PRIMARY_NOT_COMPLETED", "2026-01-01").contains("FOV"));
        assertNull(note("PRIMARY_NOT_COMPLETED", "2025-12-31"));
        assertTrue(note("PRIMARY_COMPLETED", "2026-01-01").contains("FOV"));
        assertTrue(note("PRIMARY_COMPLETED", "2025-12-31").contains("videregående"));
        assertTrue(note("UPPER_SECONDARY", "2026-01-01").contains("B2 i alle fire"));
    }

    @Test
    void below_upper_secondary_does_not_say_enough() {
        var evaluation = level("BELOW_UPPER_SECONDARY", "2026-01-01").evaluation();
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of(), evaluation.values());
        assertNull(evaluation.version());
        assertTrue(evaluation.steps().getFirst().note().contains("PRIMARY_COMPLETED"));
    }

    @Test
    void before_the_regulation_it_is_for_a_person_to_judge() {
        var evaluation = level("UPPER_SECONDARY", "2020-12-31").evaluation();
        assertEquals("language.minimum-level", evaluation.rule());
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of(), evaluation.values());
        assertEquals(Map.of("on", "2020-12-31"), evaluation.steps().getFirst().facts());
    }

    @Test
    void it_is_found_by_name_and_describes_itself() {
        var rule = level("UPPER_SECONDARY", "2026-01-01").rule();
        assertTrue(Rules.load(getClass().getClassLoader())
                .find("language.minimum-level")
                .filter(rule.getClass()::isInstance)
                .isPresent());
        assertEquals("on", rule.decisiveFact());
        assertEquals(2, rule.facts().size());
        assertEquals(
                "/rules/language-minimum-level.table", rule.tables().getFirst().file());
    }

    private static String note(String education, String on) {
        return level(education, on).evaluation().steps().getFirst().note();
    }
}
