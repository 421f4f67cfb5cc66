package no.innvei.introduction.domain;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.PlanComparison.Change;
import no.innvei.introduction.domain.RuleWords.Education;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.kernel.rules.Rule;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.PersonFacts;

/** Puts what is known about a participant to the rules, and says which facts are missing when a rule cannot be asked. */
public final class ProgrammeRules {

    private static final Rule WORK_HOURS = new WorkHoursRule();
    private static final Rule LIFE_SKILLS = new LifeSkillsRule();

    private final Rule category = new CategoryRule();
    private final Rule startDeadline = new StartDeadlineRule();
    private final Rule goals = new GoalsRule();
    private final Rule duration = new DurationRule();
    private final Rule planChange = new PlanChangeRule();

    /**
     * A rule that was asked, or could not be.
     *
     * @param evaluation {@code null} when facts are missing
     * @param missing names of the missing facts as the rule knows them; empty when the rule was asked
     */
    public record Asked(Map<String, Object> facts, Evaluation evaluation, List<String> missing) {

        public String json() {
            return EvaluationJson.write(facts, evaluation);
        }

        public boolean answered() {
            return evaluation != null;
        }

        public boolean says(Evaluation.Answer answer) {
            return evaluation != null && evaluation.answer() == answer;
        }

        /** A value the rule computed; empty when it was not asked or left the value out. */
        public Optional<Object> value(String name) {
            return evaluation == null
                    ? Optional.empty()
                    : Optional.ofNullable(evaluation.values().get(name));
        }
    }

    /** @param workHours whole hours a week, or {@code null} when nobody has told of any */
    public Asked category(PersonFacts person, LocalDate claimedOn, LocalDate decisionOn, Integer workHours) {
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "bornOn", person.bornOn());
        put(facts, "permitBasis", person.permitBasis());
        put(facts, "permitGrantedOn", person.permitGrantedOn());
        facts.put("settledByAgreement", person.settledByAgreement());
        put(facts, "settledOn", person.settledOn());
        put(facts, "claimedOn", claimedOn);
        put(facts, "decisionOn", decisionOn);
        put(facts, "citizenship", person.citizenshipGroup());
        if (workHours != null) {
            facts.put("workHoursPerWeek", workHours);
        }
        facts.put("followsFamilyPermit", person.followsFamilyPermit());
        return ask(category, facts);
    }

    public Asked startDeadline(PersonFacts person, LocalDate claimedOn) {
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "settledOn", person.settledOn());
        put(facts, "claimedOn", claimedOn);
        return ask(startDeadline, facts);
    }

    public Asked goals(PersonFacts person, LocalDate offerOn) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("age", Counting.age(person.bornOn(), offerOn));
        education(facts, person.education());
        put(facts, "offerOn", offerOn);
        put(facts, "permitBasis", person.permitBasis());
        return ask(goals, facts);
    }

    public Asked duration(PersonFacts person, FinalGoal goal, LocalDate offerOn, LocalDate startOn) {
        var facts = new LinkedHashMap<String, Object>();
        education(facts, person.education());
        put(facts, "goal", goal);
        put(facts, "permitBasis", person.permitBasis());
        put(facts, "offerOn", offerOn);
        put(facts, "startOn", startOn);
        return ask(duration, facts);
    }

    /** Never lacks a fact. */
    public Asked planChange(List<Change> changes, LocalDate changedOn) {
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "changedOn", changedOn);
        facts.put("finalGoalChanged", count(changes, Change.FinalGoalChanged.class) > 0);
        facts.put("norwegianGoalChanged", count(changes, Change.NorwegianLevelChanged.class) > 0);
        facts.put("elementsRemoved", count(changes, Change.ElementRemoved.class));
        facts.put("elementsAdded", count(changes, Change.ElementAdded.class));
        facts.put(
                "weeklyMinutesChanged",
                most(
                        changes,
                        one -> Math.abs(
                                one.after().minutesPerWeek() - one.before().minutesPerWeek())));
        facts.put(
                "daysMoved",
                most(
                        changes,
                        one -> Math.max(
                                days(one.before().from(), one.after().from()),
                                days(one.before().to(), one.after().to()))));
        return ask(planChange, facts);
    }

    private static int count(List<Change> changes, Class<? extends Change> kind) {
        return Math.toIntExact(changes.stream().filter(kind::isInstance).count());
    }

    private static int most(List<Change> changes, ToIntFunction<Change.ElementChanged> size) {
        return changes.stream()
                .filter(Change.ElementChanged.class::isInstance)
                .map(Change.ElementChanged.class::cast)
                .mapToInt(size)
                .max()
                .orElse(0);
    }

    private static int days(LocalDate one, LocalDate other) {
        return Math.toIntExact(Math.abs(DAYS.between(one, other)));
    }

    /** @param plannedHours planned average a week from the day the minimum holds */
    static Asked workHours(PlanChecks.Situation situation, FinalGoal goal, LocalDate weekOf, BigDecimal plannedHours) {
        var facts = new LinkedHashMap<String, Object>();
        education(facts, situation.education());
        put(facts, "goal", goal);
        put(facts, "permitBasis", situation.permit());
        put(facts, "startOn", situation.firstDay());
        put(facts, "weekOf", weekOf);
        facts.put("plannedWorkOrientedHours", plannedHours);
        return ask(WORK_HOURS, facts);
    }

    static Asked lifeSkills(PlanChecks.Situation situation) {
        var facts = new LinkedHashMap<String, Object>();
        education(facts, situation.education());
        put(facts, "startOn", situation.firstDay());
        return ask(LIFE_SKILLS, facts);
    }

    /** {@code null} when the rule could not determine it. */
    public static Category categoryOf(Asked asked) {
        return asked.value("category")
                .map(name -> Category.valueOf(name.toString()))
                .orElse(null);
    }

    /** Empty when the rule could not say. */
    public static List<FinalGoal> goalsOf(Asked asked) {
        return asked.value("goals")
                .map(list -> ((List<?>) list)
                        .stream()
                                .map(name -> FinalGoal.valueOf(name.toString()))
                                .toList())
                .orElse(List.of());
    }

    /** {@code null} when there is none. */
    public static FinalGoal mainGoalOf(Asked asked) {
        return asked.value("mainGoal")
                .map(name -> FinalGoal.valueOf(name.toString()))
                .orElse(null);
    }

    public static LocalDate dateOf(Asked asked, String value) {
        return asked.value(value).map(day -> LocalDate.parse(day.toString())).orElse(null);
    }

    public static Integer monthsOf(Asked asked) {
        return asked.value("maximumMonths").map(months -> (Integer) months).orElse(null);
    }

    private static void education(Map<String, Object> facts, EducationLevel level) {
        if (level != null) {
            facts.put(
                    "education",
                    (level.upperSecondary() ? Education.UPPER_SECONDARY : Education.BELOW_UPPER_SECONDARY).name());
        }
    }

    private static void put(Map<String, Object> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private static Asked ask(Rule rule, Map<String, Object> facts) {
        var missing = new ArrayList<String>();
        for (var fact : rule.facts()) {
            if (fact.required() && !facts.containsKey(fact.name())) {
                missing.add(fact.name());
            }
        }
        missing.sort(null);
        return new Asked(facts, missing.isEmpty() ? rule.evaluate(facts) : null, missing);
    }
}
