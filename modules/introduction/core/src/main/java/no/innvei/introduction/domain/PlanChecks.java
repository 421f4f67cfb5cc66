package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleWords.ANY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.ElementKind.Requirement;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntegrationPlans.Check;
import no.innvei.introduction.api.IntegrationPlans.Check.Kind;
import no.innvei.introduction.api.IntegrationPlans.Check.Level;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleSet.Version;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.participant.api.EducationLevel;

/**
 * The check panel of a plan: which of the things the law asks for are there, and which must be judged. Limits come from the rules
 * {@code introduction.work-hours} and {@code introduction.life-skills} and from the dated table {@code rules/introduction-plan-content.table}; a
 * check whose rule lacks a fact is not shown.
 *
 * <p>Legal source: integreringsloven §§ 14 a and 15; IMDi's guidance for full time.
 */
public final class PlanChecks {

    /**
     * @param on the day the plan is looked at; selects the version
     * @param firstDay first or planned first day of the programme, or {@code null}
     * @param lastDay last day of the programme, or {@code null}
     * @param permit letter of § 9, or {@code null} when unknown
     * @param education {@code null} when unknown
     * @param allowed the goals the rules allow; empty when they cannot tell
     */
    public record Situation(
            LocalDate on,
            LocalDate firstDay,
            LocalDate lastDay,
            String permit,
            EducationLevel education,
            List<LocalDate> childrenBornOn,
            List<FinalGoal> allowed,
            FinalGoal mainGoal) {}

    private static final long MINUTES_AN_HOUR = 60;

    private final Map<List<String>, RuleSet<Set<Requirement>>> content;
    private final RuleSet<Integer> childUnder;
    private final RuleSet<Integer> fullTime;
    private final RuleSet<Integer> fullTimeWithSelfStudy;

    public PlanChecks() {
        var table = RuleTable.read(
                PlanChecks.class,
                "/rules/introduction-plan-content.table",
                List.of("parameter", "permit"),
                List.of("value"));
        content = new HashMap<>();
        for (var permit : List.of(ANY, "E")) {
            content.put(
                    List.of(permit),
                    table.set(row -> Set.copyOf(row.words("value", Requirement.class)), "content", permit));
        }
        childUnder = table.set(row -> row.integer("value"), "parent_guidance_child_under", ANY);
        fullTime = table.set(row -> row.integer("value"), "full_time_minutes", ANY);
        fullTimeWithSelfStudy = table.set(row -> row.integer("value"), "full_time_minutes_self_study", ANY);
    }

    /** In the order of the panel. */
    public List<Check> of(PlanContent plan, Situation situation) {
        var checks = new ArrayList<Check>();
        checks.add(finalGoal(plan, situation));
        checks.add(
                new Check(Kind.NORWEGIAN_GOAL, plan.norwegianGoal().complete() ? Level.MET : Level.NOT_MET, Map.of()));
        checks.add(new Check(Kind.LONG_TERM_GOAL, blank(plan.longTermGoal()) ? Level.NOT_MET : Level.MET, Map.of()));
        requirements(plan, situation).ifPresent(checks::addAll);
        lifeSkillsHours(plan, situation).ifPresent(checks::add);
        workHours(plan, situation).ifPresent(checks::add);
        parentGuidance(plan, situation).ifPresent(checks::add);
        fullTime(plan, situation).ifPresent(checks::add);
        insideProgramme(plan, situation).ifPresent(checks::add);
        checks.add(reasons(plan));
        return List.copyOf(checks);
    }

    /** What § 15 third paragraph demands and the plan lacks; approval waits for it. */
    public static List<Kind> missing(PlanContent plan) {
        var missing = new ArrayList<Kind>();
        if (plan.finalGoal() == null) {
            missing.add(Kind.FINAL_GOAL);
        }
        if (!plan.norwegianGoal().complete()) {
            missing.add(Kind.NORWEGIAN_GOAL);
        }
        if (blank(plan.longTermGoal())) {
            missing.add(Kind.LONG_TERM_GOAL);
        }
        if (plan.elements().isEmpty()) {
            missing.add(Kind.WORK_OR_EDUCATION);
        }
        return List.copyOf(missing);
    }

    private static Check finalGoal(PlanContent plan, Situation situation) {
        if (plan.finalGoal() == null) {
            return new Check(Kind.FINAL_GOAL, Level.NOT_MET, Map.of());
        }
        var values = Map.of("goal", plan.finalGoal().name());
        if (situation.allowed().isEmpty()) {
            return new Check(Kind.FINAL_GOAL, Level.JUDGE, values);
        }
        if (!situation.allowed().contains(plan.finalGoal())) {
            return new Check(Kind.FINAL_GOAL, Level.NOT_MET, values);
        }
        if (situation.mainGoal() != null && situation.mainGoal() != plan.finalGoal() && blank(plan.goalReason())) {
            return new Check(
                    Kind.FINAL_GOAL,
                    Level.NOT_MET,
                    Map.of(
                            "goal",
                            plan.finalGoal().name(),
                            "mainGoal",
                            situation.mainGoal().name()));
        }
        return new Check(Kind.FINAL_GOAL, Level.MET, values);
    }

    private Optional<List<Check>> requirements(PlanContent plan, Situation situation) {
        var special = "E".equals(situation.permit())
                ? content.get(List.of("E")).on(situation.on())
                : Optional.<Version<Set<Requirement>>>empty();
        return special.or(() -> content.get(List.of(ANY)).on(situation.on())).map(version -> {
            var present = EnumSet.noneOf(Requirement.class);
            plan.elements().forEach(element -> present.add(element.kind().requirement()));
            var checks = new ArrayList<Check>();
            for (var requirement : List.of(
                    Requirement.WORK_OR_EDUCATION,
                    Requirement.NORWEGIAN,
                    Requirement.SOCIAL_STUDIES,
                    Requirement.LIFE_SKILLS)) {
                if (version.parameters().contains(requirement)) {
                    checks.add(new Check(
                            Kind.valueOf(requirement.name()),
                            present.contains(requirement) ? Level.MET : Level.NOT_MET,
                            basis(version, Map.of("minutes", Long.toString(total(plan, requirement))))));
                }
            }
            return checks;
        });
    }

    /** Only when the plan has something of the course; that it is missing altogether is a check of its own. */
    private static Optional<Check> lifeSkillsHours(PlanContent plan, Situation situation) {
        if (plan.elements().stream().noneMatch(element -> element.kind().requirement() == Requirement.LIFE_SKILLS)) {
            return Optional.empty();
        }
        var asked = ProgrammeRules.lifeSkills(situation);
        var migration = asked.value(LifeSkillsRule.MIGRATION);
        var career = asked.value(LifeSkillsRule.CAREER);
        if (migration.isEmpty() || career.isEmpty()) {
            return Optional.empty();
        }
        long migrationLimit = MINUTES_AN_HOUR * (Integer) migration.get();
        long careerLimit = MINUTES_AN_HOUR * (Integer) career.get();
        long migrationMinutes = total(plan, ElementKind.LIFE_SKILLS_MIGRATION_HEALTH_DIVERSITY);
        long careerMinutes = total(plan, ElementKind.LIFE_SKILLS_CAREER_COMPETENCE);
        return Optional.of(new Check(
                Kind.LIFE_SKILLS_HOURS,
                migrationMinutes >= migrationLimit && careerMinutes >= careerLimit ? Level.MET : Level.NOT_MET,
                basis(
                        asked.evaluation(),
                        Map.of(
                                "migrationMinutes", Long.toString(migrationMinutes),
                                "migrationLimit", Long.toString(migrationLimit),
                                "careerMinutes", Long.toString(careerMinutes),
                                "careerLimit", Long.toString(careerLimit)))));
    }

    /**
     * The average is taken over the weeks from the first one with a minimum to the programme's last day, and put to the rule for the week the plan
     * is looked at, or the first with a minimum when that is later.
     */
    private static Optional<Check> workHours(PlanContent plan, Situation situation) {
        if (plan.finalGoal() == null || situation.firstDay() == null || situation.lastDay() == null) {
            return Optional.empty();
        }
        var first = situation.firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        while (!first.isAfter(situation.lastDay()) && required(plan, situation, first) == 0) {
            first = first.plusWeeks(1);
        }
        if (first.isAfter(situation.lastDay())) {
            return Optional.empty();
        }
        long minutes = 0;
        long weeks = 0;
        for (var week = first; !week.isAfter(situation.lastDay()); week = week.plusWeeks(1)) {
            minutes += workOrientedMinutes(plan, week);
            weeks++;
        }
        var last = situation.lastDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var now = situation.on().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var week = later(first, now.isAfter(last) ? last : now);
        var asked = ProgrammeRules.workHours(situation, plan.finalGoal(), week, hours(minutes, weeks));
        int limit = (Integer) asked.value("requiredHoursPerWeek").orElse(0);
        return limit == 0
                ? Optional.empty()
                : Optional.of(new Check(
                        Kind.WORK_HOURS,
                        asked.says(Answer.YES) ? Level.MET : Level.NOT_MET,
                        basis(
                                asked.evaluation(),
                                Map.of(
                                        "minutes", Long.toString(minutes / weeks),
                                        "limit", Long.toString(MINUTES_AN_HOUR * limit),
                                        "from", first.toString()))));
    }

    private static int required(PlanContent plan, Situation situation, LocalDate week) {
        return (Integer) ProgrammeRules.workHours(situation, plan.finalGoal(), week, BigDecimal.ZERO)
                .value("requiredHoursPerWeek")
                .orElse(0);
    }

    private static long workOrientedMinutes(PlanContent plan, LocalDate week) {
        return plan.elements().stream()
                .filter(Element::workOriented)
                .filter(element -> !element.from().isAfter(week.plusDays(4))
                        && !element.to().isBefore(week))
                .mapToLong(Element::minutesPerWeek)
                .sum();
    }

    /** Rounded down, so that a plan just below the minimum is not read as reaching it. */
    private static BigDecimal hours(long minutes, long weeks) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(weeks * MINUTES_AN_HOUR), 6, RoundingMode.DOWN);
    }

    private Optional<Check> parentGuidance(PlanContent plan, Situation situation) {
        return childUnder.on(situation.on()).flatMap(version -> {
            var needed = situation.childrenBornOn().stream()
                    .anyMatch(born -> Counting.age(born, situation.on()) < version.parameters());
            var there = plan.elements().stream()
                    .anyMatch(element -> element.kind().requirement() == Requirement.PARENT_GUIDANCE);
            return needed || there
                    ? Optional.of(new Check(
                            Kind.PARENT_GUIDANCE,
                            there ? Level.MET : Level.NOT_MET,
                            basis(
                                    version,
                                    Map.of("childUnder", version.parameters().toString()))))
                    : Optional.empty();
        });
    }

    /** Every week from now to the programme's last day; guidance is judged, never refused. */
    private Optional<Check> fullTime(PlanContent plan, Situation situation) {
        var limit = (plan.substantialSelfStudy() ? fullTimeWithSelfStudy : fullTime).on(situation.on());
        if (limit.isEmpty() || plan.elements().isEmpty()) {
            return Optional.empty();
        }
        var begins = plan.elements().stream()
                .map(Element::from)
                .min(LocalDate::compareTo)
                .orElseThrow();
        var first = situation.firstDay() == null ? begins : situation.firstDay();
        var last = situation.lastDay() != null
                ? situation.lastDay()
                : plan.elements().stream()
                        .map(Element::to)
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        var monday = later(first, situation.on()).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        if (monday.isAfter(last)) {
            monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        int below = 0;
        for (var week = monday; !week.plusDays(4).isAfter(last); week = week.plusWeeks(1)) {
            if (Elements.minutesOn(plan.elements(), week) < limit.get().parameters()) {
                below++;
            }
        }
        return Optional.of(new Check(
                Kind.FULL_TIME,
                below == 0 ? Level.MET : Level.JUDGE,
                basis(
                        limit.get(),
                        Map.of(
                                "minutes", Integer.toString(Elements.minutesOn(plan.elements(), monday)),
                                "limit", limit.get().parameters().toString(),
                                "weekOf", monday.toString(),
                                "weeksBelow", Integer.toString(below)))));
    }

    private static Optional<Check> insideProgramme(PlanContent plan, Situation situation) {
        if (situation.firstDay() == null || situation.lastDay() == null) {
            return Optional.empty();
        }
        long outside = plan.elements().stream()
                .filter(element -> element.from().isBefore(situation.firstDay())
                        || element.to().isAfter(situation.lastDay()))
                .count();
        return Optional.of(new Check(
                Kind.INSIDE_PROGRAMME,
                outside == 0 ? Level.MET : Level.JUDGE,
                Map.of(
                        "outside", Long.toString(outside),
                        "firstDay", situation.firstDay().toString(),
                        "lastDay", situation.lastDay().toString())));
    }

    private static Check reasons(PlanContent plan) {
        long missing = plan.elements().stream()
                .filter(element ->
                        element.kind().requirement() == Requirement.WORK_OR_EDUCATION && blank(element.reason()))
                .count();
        return new Check(
                Kind.REASONS, missing == 0 ? Level.MET : Level.JUDGE, Map.of("missing", Long.toString(missing)));
    }

    private static long total(PlanContent plan, Requirement requirement) {
        return plan.elements().stream()
                .filter(element -> element.kind().requirement() == requirement)
                .mapToLong(Element::totalMinutes)
                .sum();
    }

    private static long total(PlanContent plan, ElementKind kind) {
        return plan.elements().stream()
                .filter(element -> element.kind() == kind)
                .mapToLong(Element::totalMinutes)
                .sum();
    }

    private static Map<String, String> basis(Evaluation evaluation, Map<String, String> values) {
        var all = new HashMap<>(values);
        var step = evaluation.steps().getFirst();
        all.put("legalBasis", step.legalBasis());
        all.put("validFrom", evaluation.version().toString());
        if (step.note() != null) {
            all.put("note", step.note());
        }
        return all;
    }

    private static Map<String, String> basis(Version<?> version, Map<String, String> values) {
        var all = new HashMap<>(values);
        all.put("legalBasis", version.legalBasis());
        all.put("validFrom", version.validFrom().toString());
        if (version.note() != null) {
            all.put("note", version.note());
        }
        return all;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
