package no.innvei.training.domain;

import java.util.HashMap;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Rule;

/** The facts of one case with lawful defaults, so that a test names only what it is about. */
final class TrainingCase {

    private final Rule rule;
    private final Map<String, Object> facts;

    private TrainingCase(Rule rule, Map<String, Object> facts) {
        this.rule = rule;
        this.facts = new HashMap<>(facts);
    }

    /** A refugee of 36, decided on in the autumn of 2026. */
    static TrainingCase category() {
        return new TrainingCase(
                new LanguageCategoryRule(),
                Map.of(
                        "bornOn", "1990-03-10",
                        "permitBasis", "A",
                        "permitGrantedOn", "2026-05-01",
                        "decisionOn", "2026-09-01"));
    }

    /** A refugee without upper secondary, offered a start in August 2026. */
    static TrainingCase duration() {
        return new TrainingCase(
                new LanguageDurationRule(),
                Map.of(
                        "category", "RIGHT_AND_DUTY",
                        "permitBasis", "A",
                        "education", "BELOW_UPPER_SECONDARY",
                        "offerOn", "2026-08-17",
                        "permitGrantedOn", "2026-05-01"));
    }

    static TrainingCase level(String education, String on) {
        return new TrainingCase(new MinimumLevelRule(), Map.of("education", education, "on", on));
    }

    /** A refugee whose permit is of 2026. */
    static TrainingCase socialStudies() {
        return new TrainingCase(
                new SocialStudiesRule(),
                Map.of(
                        "permitBasis", "A",
                        "category", "RIGHT_AND_DUTY",
                        "permitGrantedOn", "2026-05-01",
                        "offerOn", "2026-08-17"));
    }

    TrainingCase with(String fact, Object value) {
        var changed = new TrainingCase(rule, facts);
        changed.facts.put(fact, value);
        return changed;
    }

    TrainingCase without(String fact) {
        var changed = new TrainingCase(rule, facts);
        changed.facts.remove(fact);
        return changed;
    }

    Rule rule() {
        return rule;
    }

    Evaluation evaluation() {
        return rule.evaluate(facts);
    }

    Object value(String name) {
        return evaluation().values().get(name);
    }
}
