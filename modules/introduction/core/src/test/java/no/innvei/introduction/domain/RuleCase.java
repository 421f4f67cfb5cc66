package no.innvei.introduction.domain;

import java.util.HashMap;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.Rules;

/** The facts of one case with lawful defaults, so that a test names only what it is about. */
final class RuleCase {

    private static final Rules RULES = Rules.load(RuleCase.class.getClassLoader());

    private final Rule rule;
    private final Map<String, Object> facts;

    private RuleCase(String rule, Map<String, Object> facts) {
        this.rule = RULES.find(rule).orElseThrow();
        this.facts = new HashMap<>(facts);
    }

    /** A refugee of 30, settled by agreement six weeks after the permit, decided on in the autumn of 2026. */
    static RuleCase category() {
        return new RuleCase(
                "introduction.category",
                Map.of(
                        "bornOn", "1996-03-10",
                        "permitBasis", "A",
                        "permitGrantedOn", "2026-05-01",
                        "settledByAgreement", true,
                        "settledOn", "2026-06-15",
                        "decisionOn", "2026-09-01",
                        "citizenship", "OTHER"));
    }

    static RuleCase duration(String education, String goal, String offerOn) {
        return new RuleCase(
                "introduction.duration",
                Map.of(
                        "education",
                        education,
                        "goal",
                        goal,
                        "permitBasis",
                        "A",
                        "offerOn",
                        offerOn,
                        "startOn",
                        "2026-08-30"));
    }

    static RuleCase goals(String education, int age, String offerOn) {
        return new RuleCase(
                "introduction.goals",
                Map.of("age", age, "education", education, "offerOn", offerOn, "permitBasis", "A"));
    }

    static RuleCase startDeadline() {
        return new RuleCase("introduction.start-deadline", Map.of());
    }

    RuleCase with(String fact, Object value) {
        var changed = new RuleCase(rule.name(), facts);
        changed.facts.put(fact, value);
        return changed;
    }

    RuleCase without(String fact) {
        var changed = new RuleCase(rule.name(), facts);
        changed.facts.remove(fact);
        return changed;
    }

    Evaluation evaluation() {
        return rule.evaluate(facts);
    }

    Object value(String name) {
        return evaluation().values().get(name);
    }

    /** {@code "12 NONE 0"} and the like. */
    String duration() {
        var values = evaluation().values();
        return values.get("maximumMonths") + " " + values.get("extension") + " " + values.get("extensionMonths");
    }
}
