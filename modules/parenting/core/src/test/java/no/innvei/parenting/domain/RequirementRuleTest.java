package no.innvei.parenting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementRuleTest {

    private static final List<String> THEMES = List.of(
            "CHILDS_NEEDS",
            "EMOTIONAL_RELATIONSHIP",
            "STIMULATING_INTERACTION",
            "REGULATION_AND_BOUNDARIES",
            "SOCIAL_CONTROL_AND_VIOLENCE");

    private final RequirementRule rule = new RequirementRule();

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, GROUP,      false, 8, 12, 2026-01-01",
        "2026-09-01, INDIVIDUAL, false, 5, 8,  2026-01-01",
        "2026-09-01, GROUP,      true,  4, 12, 2026-07-01",
        "2026-09-01, INDIVIDUAL, true,  2, 8,  2026-07-01",
        "2026-07-01, GROUP,      true,  4, 12, 2026-07-01",
        "2026-06-30, GROUP,      true,  4, 12, 2026-01-01",
        "2025-12-31, GROUP,      true,  4, 12, 2024-07-01",
        "2024-06-30, INDIVIDUAL, true,  2, 8,  2023-07-01",
        "2023-07-01, GROUP,      true,  4, 12, 2023-07-01",
        "2023-06-30, GROUP,      true,  8, 12, 2021-01-01",
        "2023-06-30, INDIVIDUAL, true,  5, 8,  2021-01-01",
        "2026-01-01, GROUP,      false, 8, 12, 2026-01-01",
        "2025-12-31, GROUP,      false, 8, 12, 2021-01-01",
        "2021-01-01, INDIVIDUAL, false, 5, 8,  2021-01-01"
    })
    void with_a_child_it_is_required_and_the_form_and_the_day_decide_how_much(
            String on, String form, boolean capacity, int minimum, int maximum, LocalDate version) {
        var evaluation = evaluate(true, on, form, capacity);
        assertEquals(Answer.YES, evaluation.answer());
        assertEquals(
                Map.of("required", true, "minimumSessions", minimum, "maximumSessions", maximum, "themes", THEMES),
                evaluation.values());
        assertEquals(version, evaluation.version());
        assertEquals(LocalDate.parse(on), evaluation.decisiveDate());
    }

    @Test
    void without_a_child_nothing_is_required_and_nothing_more_is_said() {
        var evaluation = evaluate(false, "2026-09-01", "GROUP", true);
        assertEquals("parenting.requirement", evaluation.rule());
        assertEquals(Answer.NO, evaluation.answer());
        assertEquals(Map.of("required", false), evaluation.values());
        assertEquals(LocalDate.of(2026, 1, 1), evaluation.version());
        var step = evaluation.steps().getFirst();
        assertEquals(1, evaluation.steps().size());
        assertEquals("R-8.2", step.rule());
        assertEquals("integreringsloven § 14 a andre ledd", step.legalBasis());
        assertEquals(Answer.NO, step.answer());
        assertEquals(
                Map.of("hasChildUnder18", "false", "on", "2026-09-01", "requiredFor", "CHILD_UNDER_18"), step.facts());
    }

    @Test
    void the_steps_say_which_minimum_counts_and_why() {
        var steps = evaluate(true, "2026-09-01", "GROUP", true).steps();
        assertEquals(
                List.of("R-8.2", "R-8.6", "R-8.6"),
                steps.stream().map(Evaluation.Step::rule).toList());
        assertEquals(Answer.YES, steps.get(0).answer());
        assertEquals(Answer.YES, steps.get(1).answer());
        assertTrue(steps.get(1).note().startsWith("Ikke kontrollert: "));
        assertEquals(
                Map.of("capacityException", "true", "on", "2026-09-01"),
                steps.get(1).facts());
        assertEquals(
                Map.of("form", "GROUP", "minimumSessions", "4", "maximumSessions", "12"),
                steps.get(2).facts());

        var before = evaluate(true, "2023-06-30", "GROUP", true).steps();
        assertEquals(Answer.NO, before.get(1).answer());
        assertNotNull(before.get(1).note());
        assertEquals("8", before.get(2).facts().get("minimumSessions"));

        var ordinary = evaluate(true, "2025-12-31", "GROUP", false).steps();
        assertEquals(2, ordinary.size());
        assertEquals("integreringsloven § 14", ordinary.getFirst().legalBasis());
        assertNull(evaluate(true, "2024-07-01", "GROUP", true).steps().get(1).note());
    }

    @Test
    void before_the_act_it_is_for_a_person_to_judge() {
        var evaluation = evaluate(true, "2020-12-31", "GROUP", false);
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertNull(evaluation.version());
        assertEquals(LocalDate.of(2020, 12, 31), evaluation.decisiveDate());
        assertEquals(Map.of(), evaluation.values());
        assertEquals(Map.of("on", "2020-12-31"), evaluation.steps().getFirst().facts());
    }

    @Test
    void it_is_found_by_name_and_asks_for_all_four_facts() {
        var found = Rules.load(getClass().getClassLoader())
                .find("parenting.requirement")
                .orElseThrow();
        assertEquals("on", found.decisiveFact());
        assertEquals(4, found.facts().size());
        assertEquals(
                "/rules/parenting-requirement.table", found.tables().getFirst().file());
        var facts = new HashMap<String, Object>(Map.of("hasChildUnder18", true, "on", "2026-09-01", "form", "GROUP"));
        var refused = assertThrows(IllegalArgumentException.class, () -> found.evaluate(facts));
        assertTrue(refused.getMessage().contains("capacityException"));
    }

    @Property(tries = 300)
    void the_exception_never_asks_for_more(@ForAll @IntRange(min = 0, max = 3_000) int day, @ForAll boolean group) {
        var on = LocalDate.of(2021, 1, 1).plusDays(day).toString();
        var form = group ? "GROUP" : "INDIVIDUAL";
        var with = evaluate(true, on, form, true).values();
        var without = evaluate(true, on, form, false).values();
        assertTrue((int) with.get("minimumSessions") <= (int) without.get("minimumSessions"));
        assertEquals(without.get("maximumSessions"), with.get("maximumSessions"));
        assertEquals(without.get("themes"), with.get("themes"));
    }

    private Evaluation evaluate(boolean child, String on, String form, boolean capacity) {
        return rule.evaluate(Map.of("hasChildUnder18", child, "on", on, "form", form, "capacityException", capacity));
    }
}
