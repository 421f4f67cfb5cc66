package no.innvei.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private static PropertyResourceBundle words() throws IOException {
        return new PropertyResourceBundle(new StringReader("""
                rule.introduction.age=Alder ved bosetting
                fact.birthDate=Fødselsdato
                fact.agreed=Avtalt bosetting
                value.REFUGEE=Flyktning
                """));
    }

    @Test
    void a_step_is_told_in_the_words_of_its_module() throws IOException {
        var step = new Step(
                "introduction.age",
                "integreringsloven § 8",
                Answer.UNDETERMINED,
                Map.of("birthDate", "1990-02-01", "agreed", "true", "basis", "REFUGEE"),
                null);
        var evaluation = new Evaluation(
                "introduction.right", null, LocalDate.of(2026, 1, 1), Answer.UNDETERMINED, Map.of(), List.of(step));

        var line = new Explanations().of(evaluation, words()).get(0);

        assertEquals("vurder", line.answer());
        assertEquals("Må vurderes", line.spoken());
        assertEquals("Alder ved bosetting", line.title());
        assertEquals(
                List.of(
                        new Explanations.Fact("Avtalt bosetting", "Ja"),
                        new Explanations.Fact("basis", "Flyktning"),
                        new Explanations.Fact("Fødselsdato", "01.02.1990")),
                line.facts());
        assertNull(line.note());
    }

    @Test
    void before_anything_was_evaluated_there_is_nothing_to_tell() throws IOException {
        assertEquals(List.of(), new Explanations().of(null, words()));
    }
}
