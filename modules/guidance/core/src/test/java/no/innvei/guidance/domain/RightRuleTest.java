package no.innvei.guidance.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightRuleTest {

    private static final Rules RULES = Rules.load(RightRuleTest.class.getClassLoader());
    private static final LocalDate ACT = LocalDate.of(2021, 1, 1);
    private static final LocalDate COLLECTIVE = LocalDate.of(2022, 3, 11);

    private final Rule rule = new RightRule();

    @ParameterizedTest
    @CsvSource({
        "RIGHT_AND_DUTY, A, 2026-05-20, RIGHT_AND_DUTY",
        "RIGHT_AND_DUTY, E, 2026-05-20, RIGHT_ONLY",
        "RIGHT_AND_DUTY, E, 2022-03-11, RIGHT_ONLY",
        "RIGHT_AND_DUTY, E, 2022-03-10, RIGHT_AND_DUTY",
        "RIGHT_AND_DUTY, E, 2028-06-30, RIGHT_ONLY",
        "RIGHT_AND_DUTY, E, 2028-07-01, RIGHT_AND_DUTY",
        "RIGHT_ONLY,     E, 2022-08-01, RIGHT_ONLY",
        "RIGHT_ONLY,     A, 2026-05-20, RIGHT_ONLY",
        "MAY_BE_OFFERED, A, 2026-05-20, NONE",
        "NONE,           E, 2026-05-20, NONE"
    })
    void the_programme_category_and_the_permit_decide(
            String programme, String permit, String settledOn, String category) {
        var evaluation = evaluate(programme, permit, settledOn, null);
        assertEquals(category, evaluation.values().get("category"));
        assertEquals(category.equals("NONE") ? Answer.NO : Answer.YES, evaluation.answer());
        assertEquals(LocalDate.parse(settledOn), evaluation.decisiveDate());
    }

    @Test
    void the_days_are_the_answers_of_the_rules_that_own_them() {
        var evaluation = evaluate("RIGHT_AND_DUTY", "A", "2026-05-20", "2026-07-30");
        var start = ask("introduction.start-deadline", Map.of("settledOn", "2026-05-20"));
        var registration = ask("register.deadline", Map.of("knownOn", "2026-07-30", "items", List.of("GUIDANCE_DONE")));

        assertEquals("guidance.right", evaluation.rule());
        assertEquals("2026-08-20", evaluation.values().get("shouldBeHeldBy"));
        assertEquals(start.values().get("decideAndStartBy"), evaluation.values().get("shouldBeHeldBy"));
        assertEquals("2026-09-30", evaluation.values().get("registerBy"));
        assertEquals(
                registration.values().get("registerBy"), evaluation.values().get("registerBy"));
        assertEquals(LocalDate.of(2026, 5, 20), evaluation.decisiveDate());
        assertEquals(
                List.of("R-5.1", "R-5.2", "R-6.1", "R-15.3"),
                evaluation.steps().stream().map(Evaluation.Step::rule).toList());
        assertEquals(start.steps(), evaluation.steps().subList(2, 3));
        assertEquals(registration.steps(), evaluation.steps().subList(3, 4));
        assertTrue(evaluation.steps().get(1).note().startsWith("Veiledningen bør"));
        assertEquals(
                Map.of("settledOn", "2026-05-20"), evaluation.steps().get(1).facts());
        assertEquals(
                Map.of("introductionCategory", "RIGHT_AND_DUTY", "permitBasis", "A"),
                evaluation.steps().getFirst().facts());
    }

    @Test
    void a_date_that_is_not_there_leaves_its_day_out() {
        assertEquals(
                Map.of("category", "RIGHT_AND_DUTY", "registerBy", "2027-02-28"),
                evaluate("RIGHT_AND_DUTY", "A", null, "2026-12-31").values());
        assertEquals(
                LocalDate.of(2026, 12, 31),
                evaluate("RIGHT_AND_DUTY", "A", null, "2026-12-31").decisiveDate());
        var none = evaluate("RIGHT_AND_DUTY", "A", null, null);
        assertEquals(Map.of("category", "RIGHT_AND_DUTY"), none.values());
        assertNull(none.decisiveDate());
        assertEquals(ACT, none.version());
        assertEquals(1, none.steps().size());
    }

    @Test
    void without_a_date_the_newest_version_that_is_not_repealed_counts() {
        var evaluation = evaluate("RIGHT_AND_DUTY", "E", null, null);
        assertEquals(Map.of("category", "RIGHT_ONLY"), evaluation.values());
        assertEquals(COLLECTIVE, evaluation.version());
        assertTrue(evaluation.steps().getFirst().legalBasis().contains("§ 37 b"));
        assertTrue(evaluation.steps().getFirst().note().contains("§ 11 fjerde ledd"));
    }

    @Test
    void whoever_has_no_right_gets_no_days() {
        var evaluation = evaluate("MAY_BE_OFFERED", "A", "2026-05-20", "2026-07-30");
        assertEquals(Map.of("category", "NONE"), evaluation.values());
        assertEquals(1, evaluation.steps().size());
        assertEquals(Answer.NO, evaluation.steps().getFirst().answer());
        assertEquals(ACT, evaluation.version());
    }

    @Test
    void before_the_act_it_is_for_a_person_to_judge() {
        var evaluation = evaluate("RIGHT_AND_DUTY", "A", "2020-12-31", "2021-02-01");
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of(), evaluation.values());
        assertNull(evaluation.version());
        assertEquals(LocalDate.of(2020, 12, 31), evaluation.decisiveDate());
        assertEquals(Answer.UNDETERMINED, evaluation.steps().getFirst().answer());
    }

    @Test
    void information_from_before_the_act_leaves_the_register_day_to_a_person() {
        var evaluation = evaluate("RIGHT_AND_DUTY", "A", "2021-01-01", "2020-12-31");
        assertEquals(Answer.UNDETERMINED, evaluation.answer());
        assertEquals(Map.of("category", "RIGHT_AND_DUTY", "shouldBeHeldBy", "2021-04-01"), evaluation.values());
        assertEquals(ACT, evaluation.version());
    }

    @Test
    void it_shows_its_own_table_first_and_then_those_it_rests_on() {
        assertEquals("settledOn", rule.decisiveFact());
        assertEquals(4, rule.facts().size());
        assertEquals(
                List.of(
                        "/rules/guidance-right.table",
                        "/rules/introduction-start-deadline.table",
                        "/rules/register-deadline.table"),
                rule.tables().stream().map(table -> table.file()).toList());
    }

    @Test
    void it_is_found_by_name() {
        assertTrue(RULES.find("guidance.right").orElseThrow() instanceof RightRule);
    }

    @Test
    void the_version_is_the_latest_of_all_rules_that_took_part() {
        var older = new RightRule(
                RuleTable.parse("test", """
                valid_from | introduction_category | permit | category | legal_basis | source | note
                2020-01-01 | RIGHT_AND_DUTY | ANY | RIGHT_AND_DUTY | § 11 | law | -
                """, List.of("introduction_category", "permit"), List.of("category")));
        var facts = Map.<String, Object>of("introductionCategory", "RIGHT_AND_DUTY", "permitBasis", "A");
        assertEquals(LocalDate.of(2020, 1, 1), older.evaluate(facts).version());
        assertEquals(ACT, older.evaluate(with(facts, "settledOn", "2026-05-20")).version());
        assertEquals(
                ACT, older.evaluate(with(facts, "informationOn", "2026-05-20")).version());
        var early = older.evaluate(with(facts, "settledOn", "2020-06-01"));
        assertEquals(LocalDate.of(2020, 1, 1), early.version());
        assertEquals(Answer.UNDETERMINED, early.answer());
    }

    private static Map<String, Object> with(Map<String, Object> facts, String name, String value) {
        var more = new HashMap<>(facts);
        more.put(name, value);
        return more;
    }

    @Property(tries = 200)
    void a_later_settlement_never_asks_for_guidance_earlier(
            @ForAll @IntRange(min = 0, max = 3_000) int day, @ForAll @IntRange(min = 0, max = 60) int later) {
        var first = heldBy(day);
        assertFalse(heldBy(day + later).isBefore(first));
    }

    private LocalDate heldBy(int day) {
        return LocalDate.parse(
                (String) evaluate("RIGHT_AND_DUTY", "A", ACT.plusDays(day).toString(), null)
                        .values()
                        .get("shouldBeHeldBy"));
    }

    private Evaluation evaluate(String programme, String permit, String settledOn, String informationOn) {
        var facts = new HashMap<String, Object>();
        facts.put("introductionCategory", programme);
        facts.put("permitBasis", permit);
        if (settledOn != null) {
            facts.put("settledOn", settledOn);
        }
        if (informationOn != null) {
            facts.put("informationOn", informationOn);
        }
        return rule.evaluate(facts);
    }

    private static Evaluation ask(String name, Map<String, Object> facts) {
        return RULES.find(name).orElseThrow().evaluate(facts);
    }
}
