package no.innvei.training.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.RuleSet.Version;

/** One evaluation under way: the steps taken, the values found and the latest version that took part. */
final class Trail {

    private final String rule;
    private final LocalDate decisiveDate;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private LocalDate version;

    Trail(String rule, LocalDate decisiveDate) {
        this.rule = rule;
        this.decisiveDate = decisiveDate;
    }

    /** A question answered by a version of the law; its note is repeated. */
    void step(String id, Version<?> law, Answer answer, Map<String, String> facts) {
        step(id, law, answer, facts, law.note());
    }

    void step(String id, Version<?> law, Answer answer, Map<String, String> facts, String note) {
        if (version == null || law.validFrom().isAfter(version)) {
            version = law.validFrom();
        }
        steps.add(new Step(id, law.legalBasis(), answer, facts, note));
    }

    void value(String name, Object value) {
        values.put(name, value);
    }

    Evaluation answer(Answer answer) {
        return new Evaluation(rule, version, decisiveDate, answer, values, steps);
    }

    /** A date of the case lies before the first version. */
    Evaluation beforeTheFirstVersion(String id, String legalBasis, String fact, LocalDate day) {
        return new Evaluation(
                rule,
                null,
                decisiveDate,
                Answer.UNDETERMINED,
                Map.of(),
                List.of(new Step(
                        id,
                        legalBasis,
                        Answer.UNDETERMINED,
                        Map.of(fact, day.toString()),
                        "Datoen er før regelens første versjon. Saken følger introduksjonsloven.")));
    }
}
