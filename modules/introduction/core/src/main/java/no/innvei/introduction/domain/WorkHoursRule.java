package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleWords.ANY;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.domain.RuleWords.Education;
import no.innvei.introduction.domain.RuleWords.Permit;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleSet.Version;
import no.innvei.kernel.rules.RuleTable;

/**
 * How many hours of work-oriented elements must a week of the programme have on average, and does the plan reach them? Computes
 * {@code requiredHoursPerWeek} and answers NO when the plan is below it.
 *
 * <p>Legal source: integreringsloven § 14 a third paragraph from 2026, and § 37 c for collective protection 2024–2025. The decisive date is the
 * Monday of the week; for collective protection before 2026 also the start of the programme.
 */
public final class WorkHoursRule implements Rule {

    /**
     * @param goal the final goal the minimum is for
     * @param startedFrom first start day the minimum is for; {@code null} = every start
     * @param afterMonths from the start to the first day the minimum holds; 0 where there is no minimum
     * @param hours a week
     * @param partTimePercent at this percentage or below the hours are {@code partTimeHours}; {@code null} = no part-time rule
     */
    record Parameters(
            FinalGoal goal,
            LocalDate startedFrom,
            int afterMonths,
            int hours,
            Integer partTimePercent,
            Integer partTimeHours) {}

    private static final List<Fact> FACTS = List.of(
            Fact.word("education", Education.class),
            Fact.word("goal", FinalGoal.class),
            Fact.word("permitBasis", Permit.class),
            Fact.date("startOn"),
            Fact.date("weekOf"),
            Fact.number("plannedWorkOrientedHours"),
            Fact.number("partTimePercent").optional());

    private final RuleTable table;
    private final Map<List<String>, RuleSet<Parameters>> sets;

    public WorkHoursRule() {
        this(RuleTable.read(
                WorkHoursRule.class,
                "/rules/introduction-work-hours.table",
                List.of("permit", "education"),
                List.of("goal", "started_from", "after_months", "hours", "part_time_percent", "part_time_hours")));
    }

    WorkHoursRule(RuleTable table) {
        this.table = table;
        sets = table.sets(row -> new Parameters(
                row.word("goal", FinalGoal.class),
                row.none("started_from") ? null : LocalDate.parse(row.text("started_from")),
                row.none("after_months") ? 0 : row.integer("after_months"),
                row.integer("hours"),
                numberOrNone(row, "part_time_percent"),
                numberOrNone(row, "part_time_hours")));
    }

    private static Integer numberOrNone(RuleTable.Row row, String column) {
        return row.none(column) ? null : Integer.valueOf(row.integer(column));
    }

    @Override
    public String name() {
        return "introduction.work-hours";
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
        return "weekOf";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var education = facts.word("education", Education.class);
        var goal = facts.word("goal", FinalGoal.class);
        var permit = facts.word("permitBasis", Permit.class);
        var startOn = facts.date("startOn");
        var weekOf = facts.date("weekOf");
        var planned = facts.optionalDecimal("plannedWorkOrientedHours").orElseThrow();
        var partTime = facts.optionalDecimal("partTimePercent").orElse(null);
        if (weekOf.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw Facts.malformed("weekOf", "a Monday");
        }

        var shown = new HashMap<String, String>();
        shown.put("weekOf", weekOf.toString());
        shown.put("startOn", startOn.toString());
        shown.put("goal", goal.name());
        shown.put("education", education.name());
        shown.put("permitBasis", permit.name());
        var version = version(permit.name(), ANY, startOn, weekOf)
                .or(() -> version(ANY, education.name(), startOn, weekOf))
                .orElse(null);
        if (version == null) {
            return Outcomes.beforeTheFirstVersion(name(), "R-8.3", "integreringsloven § 14", weekOf, shown);
        }
        var law = version.parameters();
        var from = Counting.monthsFrom(startOn, law.afterMonths());
        int required = goal == law.goal() && !weekOf.isBefore(from) ? hours(law, partTime, shown) : 0;
        shown.put("requiredFrom", from.toString());
        shown.put("requiredHoursPerWeek", Integer.toString(required));
        shown.put("plannedWorkOrientedHours", planned.toPlainString());
        var enough = planned.compareTo(BigDecimal.valueOf(required)) >= 0 ? Answer.YES : Answer.NO;
        return new Evaluation(
                name(),
                version.validFrom(),
                weekOf,
                enough,
                Map.of("requiredHoursPerWeek", required),
                List.of(new Step("R-8.3", version.legalBasis(), enough, shown, version.note())));
    }

    private static int hours(Parameters law, BigDecimal partTime, Map<String, String> shown) {
        if (law.partTimePercent() == null || partTime == null) {
            return law.hours();
        }
        shown.put("partTimePercent", partTime.toPlainString());
        return partTime.compareTo(BigDecimal.valueOf(law.partTimePercent())) <= 0 ? law.partTimeHours() : law.hours();
    }

    /** In force that week, and meant for programmes that started that day. */
    private Optional<Version<Parameters>> version(
            String permit, String education, LocalDate startOn, LocalDate weekOf) {
        return Optional.ofNullable(sets.get(List.of(permit, education)))
                .flatMap(set -> set.on(weekOf))
                .filter(version -> version.parameters() != null)
                .filter(version -> version.parameters().startedFrom() == null
                        || !startOn.isBefore(version.parameters().startedFrom()));
    }
}
