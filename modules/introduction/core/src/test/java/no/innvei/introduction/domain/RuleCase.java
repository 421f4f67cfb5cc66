package no.innvei.introduction.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Rule;

/** The facts of one case with lawful defaults, so that a test names only what it is about. */
final class RuleCase {

    private final Rule rule;
    private final Map<String, Object> facts;

    private RuleCase(Rule rule, Map<String, Object> facts) {
        this.rule = rule;
        this.facts = new HashMap<>(facts);
    }

    /** A refugee of 30, settled by agreement six weeks after the permit, decided on in the autumn of 2026. */
    static RuleCase category() {
        return new RuleCase(
                new CategoryRule(),
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
                new DurationRule(),
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
                new GoalsRule(), Map.of("age", age, "education", education, "offerOn", offerOn, "permitBasis", "A"));
    }

    static RuleCase startDeadline() {
        return new RuleCase(new StartDeadlineRule(), Map.of());
    }

    static RuleCase addedDays(int days, String on) {
        return new RuleCase(new AddedDaysRule(), Map.of("absenceAndLeaveWorkingDays", days, "on", on));
    }

    /** A refugee in a programme with work as its goal, 15 hours planned. */
    static RuleCase workHours(String education, String startOn, String weekOf) {
        return new RuleCase(
                new WorkHoursRule(),
                Map.of(
                        "education",
                        education,
                        "goal",
                        "WORK",
                        "permitBasis",
                        "A",
                        "startOn",
                        startOn,
                        "weekOf",
                        weekOf,
                        "plannedWorkOrientedHours",
                        15));
    }

    static RuleCase lifeSkills(String education, String startOn) {
        return new RuleCase(new LifeSkillsRule(), Map.of("education", education, "startOn", startOn));
    }

    /** A person of 36 alone in a household, participant since February 2026. */
    static RuleCase benefit(String on) {
        return new RuleCase(new BenefitRule(), benefitFacts(on));
    }

    /** The same person, with a full month paid. */
    static RuleCase deduction(String on) {
        var facts = new HashMap<>(benefitFacts(on));
        facts.put("payment", new BigDecimal("22758.17"));
        return new RuleCase(new BenefitDeductionRule(), facts);
    }

    private static Map<String, Object> benefitFacts(String on) {
        return Map.of("on", on, "bornOn", "1990-04-12", "livesWithParents", false, "participantSince", "2026-02-02");
    }

    static RuleCase childIllness(int children, boolean soleCarer, boolean chronicallyIll) {
        return new RuleCase(
                new ChildIllnessRule(),
                Map.of("children", children, "soleCarer", soleCarer, "chronicallyIllChild", chronicallyIll));
    }

    static RuleCase selfCertification(String absenceFrom, int days, int earlierDays) {
        return new RuleCase(
                new SelfCertificationRule(),
                Map.of(
                        "startOn",
                        "2026-06-01",
                        "absenceFrom",
                        absenceFrom,
                        "calendarDays",
                        days,
                        "uncertifiedDaysLast16",
                        earlierDays));
    }

    /** Nothing has changed. */
    static RuleCase planChange(String on) {
        return new RuleCase(
                new PlanChangeRule(),
                Map.of(
                        "changedOn",
                        on,
                        "finalGoalChanged",
                        false,
                        "norwegianGoalChanged",
                        false,
                        "elementsRemoved",
                        0,
                        "elementsAdded",
                        0,
                        "weeklyMinutesChanged",
                        0,
                        "daysMoved",
                        0));
    }

    RuleCase with(String fact, Object value) {
        var changed = new RuleCase(rule, facts);
        changed.facts.put(fact, value);
        return changed;
    }

    RuleCase without(String fact) {
        var changed = new RuleCase(rule, facts);
        changed.facts.remove(fact);
        return changed;
    }

    Evaluation evaluation() {
        return rule.evaluate(facts);
    }

    Object value(String name) {
        return evaluation().values().get(name);
    }

    /** What the rule calls itself, asks for and is selected by. */
    Rule rule() {
        return rule;
    }

    /** {@code "12 NONE 0"} and the like. */
    String duration() {
        var values = evaluation().values();
        return values.get("maximumMonths") + " " + values.get("extension") + " " + values.get("extensionMonths");
    }
}
