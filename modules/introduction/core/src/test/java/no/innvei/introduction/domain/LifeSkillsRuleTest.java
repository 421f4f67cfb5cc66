package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.lifeSkills;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeSkillsRuleTest {

    @ParameterizedTest
    @CsvSource({
        "UPPER_SECONDARY, 2021-01-01, 10, 15, 2021-01-01",
        "UPPER_SECONDARY, 2025-12-31, 10, 15, 2021-01-01",
        "UPPER_SECONDARY, 2026-01-01, 5, 10, 2026-01-01",
        "BELOW_UPPER_SECONDARY, 2021-01-01, 10, 15, 2021-01-01",
        "BELOW_UPPER_SECONDARY, 2025-12-31, 10, 15, 2021-01-01",
        "BELOW_UPPER_SECONDARY, 2026-01-01, 10, 15, 2026-01-01"
    })
    void the_hours_follow_the_education_and_the_start(
            String education, String startOn, int migration, int career, String version) {
        var evaluation = lifeSkills(education, startOn).evaluation();

        assertEquals(YES, evaluation.answer());
        assertEquals(
                Map.of("migrationHealthDiversityHours", migration, "careerCompetenceHours", career),
                evaluation.values());
        assertEquals(LocalDate.parse(version), evaluation.version());
        assertEquals(LocalDate.parse(startOn), evaluation.decisiveDate());
    }

    @Test
    void the_transition_nobody_has_read_is_named() {
        var step =
                lifeSkills("UPPER_SECONDARY", "2026-08-17").evaluation().steps().getFirst();

        assertEquals("R-8.7", step.rule());
        assertEquals("integreringsforskriften § 4", step.legalBasis());
        assertEquals(Map.of("education", "UPPER_SECONDARY", "startOn", "2026-08-17"), step.facts());
        assertTrue(step.note().startsWith("Ikke kontrollert: "));
    }

    @Test
    void before_2021_there_is_no_version() {
        var evaluation = lifeSkills("UPPER_SECONDARY", "2020-12-31").evaluation();

        assertEquals(UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertTrue(evaluation.values().isEmpty());
        assertEquals("R-8.7", evaluation.steps().getFirst().rule());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = lifeSkills("UPPER_SECONDARY", "2026-01-01").rule();

        assertEquals("introduction.life-skills", rule.name());
        assertEquals("startOn", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(2, rule.facts().size());
    }
}
