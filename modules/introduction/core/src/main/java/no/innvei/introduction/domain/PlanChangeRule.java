package no.innvei.introduction.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * Is a change of the integration plan essential (vesentlig), so that it needs a decision? The law does not say what is; the rule proposes and the
 * adviser decides.
 *
 * <p>Legal source: integreringsloven §§ 15 and 46 second paragraph. The decisive date is the day the plan is changed.
 */
public final class PlanChangeRule implements Rule {

    private static final List<Fact> FACTS = List.of(
            Fact.date("changedOn"),
            Fact.yesNo("finalGoalChanged"),
            Fact.yesNo("norwegianGoalChanged"),
            Fact.wholeNumber("elementsRemoved"),
            Fact.wholeNumber("elementsAdded"),
            Fact.wholeNumber("weeklyMinutesChanged"),
            Fact.wholeNumber("daysMoved"));

    /** What is looked at, with the name of its limit in a step; {@code null} for what is either so or not. */
    private enum Question {
        FINAL_GOAL("finalGoalChanged", null),
        NORWEGIAN_GOAL("norwegianGoalChanged", null),
        ELEMENTS_REMOVED("elementsRemoved", "leastRemoved"),
        ELEMENTS_ADDED("elementsAdded", "leastAdded"),
        WEEKLY_MINUTES("weeklyMinutesChanged", "leastMinutesChanged"),
        MOVED_DAYS("daysMoved", "leastDaysMoved");

        private final String fact;
        private final String limit;

        Question(String fact, String limit) {
            this.fact = fact;
            this.limit = limit;
        }

        private String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final RuleTable table;
    private final Map<Question, RuleSet<Integer>> limits = new LinkedHashMap<>();

    public PlanChangeRule() {
        this(RuleTable.read(
                PlanChangeRule.class, "/rules/introduction-plan-change.table", List.of("parameter"), List.of("value")));
    }

    PlanChangeRule(RuleTable table) {
        this.table = table;
        for (var question : Question.values()) {
            limits.put(question, table.set(RuleWords::number, question.parameter()));
        }
    }

    @Override
    public String name() {
        return "introduction.plan-change";
    }

    @Override
    public List<RuleTable> tables() {
        return List.of(table);
    }

    @Override
    public List<Fact> facts() {
        return FACTS;
    }

    @Override
    public String decisiveFact() {
        return "changedOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var changedOn = facts.date("changedOn");
        var steps = new ArrayList<Step>();
        LocalDate version = null;
        for (var question : Question.values()) {
            var limit = limits.get(question).on(changedOn).orElse(null);
            if (limit == null) {
                return Outcomes.beforeTheFirstVersion(
                        name(),
                        "R-9.8",
                        "integreringsloven §§ 15 og 46",
                        changedOn,
                        Map.of("changedOn", changedOn.toString()));
            }
            version = Outcomes.later(version, limit.validFrom());
            steps.add(new Step(
                    "R-9.8",
                    limit.legalBasis(),
                    essential(facts, question, limit.parameters()) ? Answer.YES : Answer.NO,
                    told(facts, question, limit.parameters()),
                    limit.note()));
        }
        var answer = steps.stream().anyMatch(step -> step.answer() == Answer.YES) ? Answer.YES : Answer.NO;
        return new Evaluation(name(), version, changedOn, answer, Map.of(), steps);
    }

    private static boolean essential(Facts facts, Question question, int limit) {
        return question.limit == null ? limit == 1 && facts.yes(question.fact) : facts.integer(question.fact) >= limit;
    }

    private static Map<String, String> told(Facts facts, Question question, int limit) {
        return question.limit == null
                ? Map.of(question.fact, Boolean.toString(facts.yes(question.fact)))
                : Map.of(
                        question.fact,
                        Integer.toString(facts.integer(question.fact)),
                        question.limit,
                        Integer.toString(limit));
    }
}
