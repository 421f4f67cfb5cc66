package no.innvei.introduction.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;

/** Evaluations that every rule of this module words alike. */
final class Outcomes {

    static Evaluation beforeTheFirstVersion(
            String rule, String step, String legalBasis, LocalDate decisiveDate, Map<String, String> facts) {
        return new Evaluation(
                rule,
                null,
                decisiveDate,
                Answer.UNDETERMINED,
                Map.of(),
                List.of(new Step(
                        step,
                        legalBasis,
                        Answer.UNDETERMINED,
                        facts,
                        "Datoen er før regelens første versjon. Saken følger introduksjonsloven.")));
    }

    /** The later of two version days; {@code null} counts as none. */
    static LocalDate later(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private Outcomes() {}
}
