package no.innvei.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.web.rules.RuleNote;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Test
    void a_step_is_told_in_the_words_of_the_rules() {
        var step = new Step(
                "R-3.1c",
                "integreringsloven § 8",
                Answer.UNDETERMINED,
                Map.of("settledOn", "1990-02-01", "settledByAgreement", "true", "permitBasis", "A"),
                "Vår lesing: Begge dager er med.");
        var evaluation = new Evaluation(
                "introduction.category", null, LocalDate.of(2026, 1, 1), Answer.UNDETERMINED, Map.of(), List.of(step));

        var line = new Explanations().of(evaluation).get(0);

        assertEquals("vurder", line.answer());
        assertEquals("Må vurderes", line.spoken());
        assertEquals("Bosatt etter avtale", line.title());
        assertEquals(
                List.of(
                        new Explanations.Fact("Oppholdsgrunnlag", "§ 9 a, flyktning"),
                        new Explanations.Fact("Bosatt etter avtale", "Ja"),
                        new Explanations.Fact("Bosatt", "torsdag 01.02.1990")),
                line.facts());
        assertEquals(new RuleNote("Vår lesing", "Begge dager er med."), line.note());
    }

    @Test
    void before_anything_was_evaluated_there_is_nothing_to_tell() {
        assertEquals(List.of(), new Explanations().of(null));
    }
}
