package no.innvei.web.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Rule;

/**
 * One evaluation as the page shows it.
 *
 * @param code {@code ja}, {@code nei} or {@code vurder}
 * @param color of the box with the answer
 */
public record AnswerPanel(
        String title,
        String version,
        String code,
        String color,
        String sentence,
        String more,
        List<RuleAnswer.Value> values,
        List<StepLine> steps) {

    /** One question of the rule, its answer and what it rests on. */
    public record StepLine(
            String code, String said, String title, List<RestsOn> facts, String legalBasis, RuleNote note) {}

    public record RestsOn(String label, String value) {}

    /** One line of the table that sets two answers against each other. */
    public record Difference(String label, String one, String other) {}

    static AnswerPanel of(Rule rule, LocalDate on, Evaluation evaluation) {
        var answer = RuleAnswer.of(evaluation);
        var texts = RuleWords.texts();
        return new AnswerPanel(
                title(rule, on),
                evaluation.version() == null ? texts.get("version.none") : texts.get("version", evaluation.version()),
                code(evaluation.answer()),
                switch (evaluation.answer()) {
                    case YES -> "success";
                    case NO -> "danger";
                    case UNDETERMINED -> "warning";
                },
                answer.sentence(),
                answer.more(),
                answer.values(),
                evaluation.steps().stream().map(step -> line(rule, step)).toList());
    }

    private static String title(Rule rule, LocalDate on) {
        return on == null
                ? RuleWords.texts().get("answer")
                : RuleWords.texts().get("answer.on", RuleWords.fact(rule.name(), rule.decisiveFact()), on);
    }

    private static StepLine line(Rule rule, Step step) {
        var order = rule.facts().stream().map(Fact::name).toList();
        var code = code(step.answer());
        return new StepLine(
                code,
                RuleWords.texts().get("said." + code),
                RuleWords.step(step.rule()),
                step.facts().entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<String, String> fact) ->
                                        order.contains(fact.getKey()) ? order.indexOf(fact.getKey()) : order.size())
                                .thenComparing(Map.Entry::getKey))
                        .map(fact -> new RestsOn(
                                RuleWords.fact(rule.name(), fact.getKey()),
                                RuleWords.value(fact.getKey(), fact.getValue())))
                        .toList(),
                RuleWords.legalBasis(step.legalBasis()),
                RuleNote.of(step.note()));
    }

    static String code(Answer answer) {
        return switch (answer) {
            case YES -> "ja";
            case NO -> "nei";
            case UNDETERMINED -> "vurder";
        };
    }

    /** What the two answers do not have in common; the answers themselves first. */
    static List<Difference> differences(Rule rule, Evaluation one, Evaluation other) {
        var lines = new ArrayList<Difference>();
        var said = RuleAnswer.of(one).sentence();
        var saidOther = RuleAnswer.of(other).sentence();
        if (!said.equals(saidOther)) {
            lines.add(new Difference(RuleWords.texts().get("difference.answer"), said, saidOther));
        }
        var all = new HashMap<>(one.values());
        all.putAll(other.values());
        for (var name : RuleAnswer.inReadingOrder(all).keySet()) {
            if (!same(one.values().get(name), other.values().get(name))) {
                lines.add(new Difference(
                        RuleWords.fact(rule.name(), name),
                        RuleWords.value(name, one.values().get(name)),
                        RuleWords.value(name, other.values().get(name))));
            }
        }
        return lines;
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof List<?> list && other instanceof List<?> second) {
            return new HashSet<>(list).equals(new HashSet<>(second));
        }
        return one == null ? other == null : one.equals(other);
    }
}
