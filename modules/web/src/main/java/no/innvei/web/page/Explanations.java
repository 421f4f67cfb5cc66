package no.innvei.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.web.rules.RuleNote;
import no.innvei.web.rules.RuleWords;
import no.innvei.web.text.Texts;

/** A rule's evaluation in the words of the rules, for the drawer {@code iv:explanation}. */
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
    public record Line(String answer, String spoken, String title, String legalBasis, List<Fact> facts, RuleNote note) {

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

        /** What kind of note it is; empty for a plain one. */
        public String getMark() {
            return note.mark();
        }

        public String getNote() {
            return note.text();
        }
    }

    public List<Line> of(Evaluation evaluation) {
        if (evaluation == null) {
            return List.of();
        }
        return evaluation.steps().stream()
                .map(step -> new Line(
                        code(step.answer()),
                        Texts.of("shell").get("answer." + code(step.answer())),
                        RuleWords.step(step.rule()),
                        step.legalBasis(),
                        step.facts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(fact -> new Fact(
                                        RuleWords.fact(evaluation.rule(), fact.getKey()),
                                        RuleWords.value(fact.getKey(), fact.getValue())))
                                .toList(),
                        RuleNote.of(step.note())))
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
}
