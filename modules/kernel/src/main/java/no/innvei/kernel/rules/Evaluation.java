package no.innvei.kernel.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was asked, what was answered and why; stored as it is next to the decision.
 *
 * @param version start date of the parameter version used; the latest one when several sets took part; {@code null} before the first version
 * @param decisiveDate the date of the case that selected the version
 * @param values what the rule computed, by name, in ISO formats; a value that could not be computed is left out
 */
public record Evaluation(
        String rule,
        LocalDate version,
        LocalDate decisiveDate,
        Answer answer,
        Map<String, Object> values,
        List<Step> steps) {

    public enum Answer {
        YES,
        NO,
        UNDETERMINED
    }

    /**
     * @param facts the values the answer rests on, in ISO formats; no names, no identity numbers
     * @param note our reading or what is unverified, repeated from the parameters; {@code null} when there is none
     */
    public record Step(String rule, String legalBasis, Answer answer, Map<String, String> facts, String note) {

        public Step {
            facts = Map.copyOf(facts);
        }
    }

    public Evaluation {
        values = Map.copyOf(values);
        steps = List.copyOf(steps);
    }

    /** For rules that are a plain conjunction: NO wins over UNDETERMINED, which wins over YES. Other rules state their own answer. */
    public static Answer allOf(List<Step> steps) {
        if (steps.stream().anyMatch(s -> s.answer() == Answer.NO)) {
            return Answer.NO;
        }
        return steps.stream().allMatch(s -> s.answer() == Answer.YES) ? Answer.YES : Answer.UNDETERMINED;
    }
}
