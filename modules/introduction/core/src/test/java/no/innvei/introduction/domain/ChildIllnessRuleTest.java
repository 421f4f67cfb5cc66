package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.childIllness;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class ChildIllnessRuleTest {

    private static final RuleCase MANY = childIllness(0, false, false);

    @ParameterizedTest
    @CsvSource({
        "1, false, false, 10",
        "2, false, false, 10",
        "3, false, false, 15",
        "1, true, false, 20",
        "2, true, false, 20",
        "3, true, false, 30",
        "1, false, true, 20",
        "3, false, true, 20",
        "1, true, true, 40",
        "3, true, true, 40",
        "0, false, false, 0",
        "0, true, true, 0"
    })
    void the_highest_number_that_fits_holds(int children, boolean soleCarer, boolean chronic, int days) {
        var evaluation = childIllness(children, soleCarer, chronic).evaluation();

        assertEquals(days, evaluation.values().get("workingDays"));
        assertEquals(YES, evaluation.answer());
        assertEquals(LocalDate.of(2021, 1, 1), evaluation.version());
        assertNull(evaluation.decisiveDate());
    }

    @Test
    void the_steps_name_each_situation_with_its_limit() {
        var steps = childIllness(3, true, false).evaluation().steps();

        assertEquals(
                List.of(YES, YES, NO), steps.stream().map(step -> step.answer()).toList());
        assertEquals(
                List.of("ORDINARY", "MANY_CHILDREN", "CHRONICALLY_ILL_CHILD"),
                steps.stream().map(step -> step.facts().get("group")).toList());
        assertEquals(
                List.of("20", "30", "40"),
                steps.stream().map(step -> step.facts().get("workingDays")).toList());
        assertEquals("2", steps.get(1).facts().get("moreThan"));
        assertEquals("3", steps.get(1).facts().get("children"));
        assertEquals("true", steps.get(1).facts().get("soleCarer"));
        assertEquals("false", steps.get(1).facts().get("chronicallyIllChild"));
        assertEquals("R-11.2", steps.get(1).rule());
        assertNull(steps.get(2).note());
        assertTrue(
                childIllness(1, true, true).evaluation().steps().get(2).note().startsWith("Vår lesing: "));
    }

    @Test
    void with_a_date_the_version_is_that_of_the_date() {
        var first = childIllness(1, false, false).with("on", "2021-01-01").evaluation();
        assertEquals(10, first.values().get("workingDays"));
        assertEquals(LocalDate.of(2021, 1, 1), first.decisiveDate());

        var before = childIllness(1, false, false).with("on", "2020-12-31").evaluation();
        assertEquals(UNDETERMINED, before.answer());
        assertNull(before.version());
        assertTrue(before.values().isEmpty());
        assertEquals("R-11.2", before.steps().getFirst().rule());
        assertEquals(1, before.steps().size());
    }

    @Test
    void a_line_without_a_date_waits_until_it_has_one() {
        var table = """
                valid_from | situation | more_than_children | working_days | working_days_sole_carer | legal_basis | source | note
                - | ORDINARY | 0 | 30 | 60 | forskriften § 6 | FOR-1 | -
                2021-01-01 | ORDINARY | 0 | 10 | 20 | forskriften § 6 | FOR-1 | -
                2023-01-01 | ORDINARY | 0 | 12 | 24 | forskriften § 6 | FOR-1 | -
                """;
        var rule = new ChildIllnessRule(RuleTable.parse(
                "test",
                table,
                List.of("situation"),
                List.of("more_than_children", "working_days", "working_days_sole_carer")));
        var facts = Map.<String, Object>of("children", 1, "soleCarer", false, "chronicallyIllChild", false);

        assertEquals(12, rule.evaluate(facts).values().get("workingDays"));
        assertEquals(LocalDate.of(2023, 1, 1), rule.evaluate(facts).version());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = childIllness(1, false, false).rule();

        assertEquals("introduction.child-illness", rule.name());
        assertEquals("on", rule.decisiveFact());
        assertEquals(1, rule.tables().size());
        assertEquals(4, rule.facts().size());
    }

    @Property(tries = 100)
    void more_children_never_give_fewer_days(
            @ForAll @IntRange(min = 0, max = 8) int children,
            @ForAll @IntRange(min = 0, max = 4) int more,
            @ForAll boolean soleCarer,
            @ForAll boolean chronic) {
        assertTrue(days(children + more, soleCarer, chronic) >= days(children, soleCarer, chronic));
        assertTrue(days(children, true, chronic) >= days(children, false, chronic));
    }

    private static int days(int children, boolean soleCarer, boolean chronic) {
        return (Integer) MANY.with("children", children)
                .with("soleCarer", soleCarer)
                .with("chronicallyIllChild", chronic)
                .value("workingDays");
    }
}
