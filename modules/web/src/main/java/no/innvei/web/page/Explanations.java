package no.innvei.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.ResourceBundle;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/**
 * A rule's evaluation in words, for the drawer {@code iv:explanation}. Words come from the module's own bundle: {@code rule.<rule of the step>},
 * {@code fact.<name>} and {@code value.<value>}; a value without a key is written as it is.
 */
@Named("explanations")
@ApplicationScoped
public class Explanations {

    public record Fact(String label, String value) {

        public String getLabel() {
            return label;
        }

        public String getValue() {
            return value;
        }
    }

    /** @param answer {@code ja}, {@code nei} or {@code vurder} */
    public record Line(String answer, String spoken, String title, String legalBasis, List<Fact> facts, String note) {

        public String getAnswer() {
            return answer;
        }

        public String getSpoken() {
            return spoken;
        }

        public String getTitle() {
            return title;
        }

        public String getLegalBasis() {
            return legalBasis;
        }

        public List<Fact> getFacts() {
            return facts;
        }

        public String getNote() {
            return note;
        }
    }

    public List<Line> of(Evaluation evaluation, ResourceBundle words) {
        if (evaluation == null) {
            return List.of();
        }
        return evaluation.steps().stream()
                .map(step -> new Line(
                        code(step.answer()),
                        Texts.of("shell").get("answer." + code(step.answer())),
                        word(words, "rule." + step.rule(), step.rule()),
                        step.legalBasis(),
                        step.facts().entrySet().stream()
                                .sorted(java.util.Map.Entry.comparingByKey())
                                .map(fact -> new Fact(
                                        word(words, "fact." + fact.getKey(), fact.getKey()),
                                        value(words, fact.getValue())))
                                .toList(),
                        step.note()))
                .toList();
    }

    public String answer(Evaluation evaluation) {
        return code(evaluation.answer());
    }

    static String code(Answer answer) {
        return switch (answer) {
            case YES -> "ja";
            case NO -> "nei";
            case UNDETERMINED -> "vurder";
        };
    }

    private static String value(ResourceBundle words, String value) {
        if (value.equals("true") || value.equals("false")) {
            return Texts.of("shell").get("value." + value);
        }
        try {
            return NorwegianFormat.date(LocalDate.parse(value));
        } catch (DateTimeParseException notADate) {
            return word(words, "value." + value, value);
        }
    }

    private static String word(ResourceBundle words, String key, String otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }
}
