package no.innvei.web.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Rule;
import no.innvei.web.text.NorwegianFormat;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static Evaluation evaluation(String rule, Answer answer, Map<String, Object> values, Step... steps) {
        return new Evaluation(
                rule, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 8, 17), answer, values, List.of(steps));
    }

    private static Rule duration() {
        return RuleBook.RULES.find("introduction.duration").orElseThrow();
    }

    @Test
    void the_answer_of_the_duration_rule_is_one_sentence() {
        assertEquals(
                "Inntil 48\u00a0måneder. Skal forlenges med inntil 12\u00a0måneder når det kan hjelpe deltakeren å nå målet."
                        + " Siste dag: torsdag 29.08.2030.",
                RuleAnswer.inOneLine(evaluation(
                        "introduction.duration",
                        Answer.YES,
                        Map.of(
                                "maximumMonths",
                                48,
                                "extension",
                                "SHALL",
                                "extensionMonths",
                                12,
                                "lastDay",
                                "2030-08-29"))));
    }

    @Test
    void a_goal_that_cannot_be_chosen_and_an_extension_the_law_does_not_give_are_told_apart() {
        assertEquals(
                "Målet kan ikke velges på denne datoen",
                RuleAnswer.of(evaluation("introduction.duration", Answer.NO, Map.of()))
                        .sentence());
        assertEquals(
                "Inntil 12\u00a0måneder, uten forlengelse",
                RuleAnswer.of(evaluation(
                                "introduction.duration",
                                Answer.NO,
                                Map.of("maximumMonths", 12, "extension", "NONE", "extensionMonths", 0)))
                        .sentence());
    }

    @Test
    void no_extension_is_said_once() {
        var answer = RuleAnswer.of(evaluation(
                "introduction.duration",
                Answer.YES,
                Map.of("maximumMonths", 12, "extension", "NONE", "extensionMonths", 0, "lastDay", "2027-08-29")));
        assertEquals("Kan ikke forlenges.", answer.more());
        assertEquals(
                List.of("lastDay"),
                answer.values().stream().map(RuleAnswer.Value::name).toList());
    }

    @Test
    void what_a_person_must_judge_is_said_as_such() {
        var answer = RuleAnswer.of(evaluation("introduction.category", Answer.UNDETERMINED, Map.of()));
        assertEquals("Må vurderes", answer.sentence());
        assertEquals("Reglene kan ikke avgjøre dette alene. Se hva som må vurderes.", answer.more());
    }

    @Test
    void money_is_written_the_norwegian_way_and_one_is_one() {
        assertEquals("21\u00a0693,33\u00a0kr", RuleWords.value("monthly", new BigDecimal("21693.33")));
        assertEquals("260\u00a0320,00\u00a0kr", RuleWords.value("annual", "260320.00"));
        assertEquals("1\u00a0måned", RuleWords.value("maximumMonths", 1));
        assertEquals("7,5\u00a0timer", RuleWords.value("unapprovedHours", new BigDecimal("7.50").stripTrailingZeros()));
        assertEquals("1\u00a0180,96", NorwegianFormat.decimal(new BigDecimal("1180.96")));
        assertEquals("−3", NorwegianFormat.decimal(new BigDecimal("-3")));
    }

    @Test
    void words_mean_what_they_are_a_value_of() {
        assertEquals("Kan ikke forlenges", RuleWords.value("extension", "NONE"));
        assertEquals("Utenfor målgruppa", RuleWords.value("category", "NONE"));
        assertEquals("To tredeler", RuleWords.value("share", "2/3"));
        assertEquals("Ja", RuleWords.value("appealable", true));
        assertEquals("Sluttmål, Tiltak", RuleWords.value("items", "GOAL MEASURE"));
        assertEquals("lørdag 01.08.2026", RuleWords.value("lastDay", "2026-08-01"));
    }

    @Test
    void a_step_shows_its_facts_in_the_order_of_the_form_and_marks_our_reading() {
        var panel = AnswerPanel.of(
                duration(),
                LocalDate.of(2026, 8, 17),
                evaluation(
                        "introduction.duration",
                        Answer.YES,
                        Map.of("maximumMonths", 12, "extension", "NONE", "extensionMonths", 0),
                        new Step(
                                "R-7.2",
                                "integreringsloven § 13",
                                Answer.NO,
                                Map.of("offerOn", "2026-08-17", "education", "UPPER_SECONDARY"),
                                "Ikke kontrollert: Ordlyden.")));
        assertEquals("Tilbud om oppstart 17.08.2026", panel.title());
        assertEquals("Versjon 01.01.2026", panel.version());
        var step = panel.steps().getFirst();
        assertEquals("Nei", step.said());
        assertEquals(
                List.of("Utdanning", "Tilbud om oppstart"),
                step.facts().stream().map(AnswerPanel.RestsOn::label).toList());
        assertEquals("integreringsloven §\u00a013", step.legalBasis());
        assertEquals(new RuleNote("Ikke kontrollert", "Ordlyden."), step.note());
    }

    @Test
    void differences_are_what_the_two_answers_do_not_share() {
        var one = evaluation(
                "introduction.duration",
                Answer.YES,
                Map.of("maximumMonths", 6, "extension", "MAY", "extensionMonths", 6));
        var other = evaluation(
                "introduction.duration",
                Answer.YES,
                Map.of("maximumMonths", 12, "extension", "NONE", "extensionMonths", 0));
        var lines = AnswerPanel.differences(duration(), one, other);
        assertEquals(
                List.of("Svar", "Lengste tid", "Forlengelse", "Lengste forlengelse"),
                lines.stream().map(AnswerPanel.Difference::label).toList());
        assertEquals("12\u00a0måneder", lines.get(1).other());
        assertTrue(AnswerPanel.differences(duration(), one, one).isEmpty());
    }

    @Test
    void a_parameter_table_reads_as_names_and_words() {
        var category = RuleBook.RULES.find("introduction.category").orElseThrow();
        var entry = AllRulesPage.entry(category, LocalDate.of(2025, 12, 31));
        var cells = entry.inForce().getFirst().lines().stream()
                .map(ParameterTable.Line::cells)
                .toList();
        assertTrue(cells.contains(List.of("Høyeste alder", "55")), cells.toString());
        assertTrue(entry.notInForce().getFirst().lines().stream()
                .anyMatch(line -> line.from() == null && line.cells().equals(List.of("Høyeste alder", "60"))));
        assertEquals(
                Map.of("a", "first and more", "b", "first and more"),
                ParameterTable.explained(List.of("x: question", "", "a, b   first", "and more", "", "no name here")));
    }
}
