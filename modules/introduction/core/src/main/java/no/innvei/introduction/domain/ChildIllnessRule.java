package no.innvei.introduction.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * For how many working days in the last 12 months does a participant keep the benefit when a child or the child's carer is ill? Computes
 * {@code workingDays}.
 *
 * <p>Legal source: integreringsforskriften §§ 6 and 7. The version is that of {@code on}; without it the newest one with a date.
 */
public final class ChildIllnessRule implements Rule {

    private enum Situation {
        ORDINARY,
        MANY_CHILDREN,
        CHRONICALLY_ILL_CHILD
    }

    /** @param moreThanChildren the number is for carers of more children than this */
    record Parameters(int moreThanChildren, int days, int daysSoleCarer) {

        int days(boolean soleCarer) {
            return soleCarer ? daysSoleCarer : days;
        }
    }

    private static final List<Fact> FACTS = List.of(
            Fact.wholeNumber("children"),
            Fact.yesNo("soleCarer"),
            Fact.yesNo("chronicallyIllChild"),
            Fact.date("on").optional());

    private final RuleTable table;
    private final Map<List<String>, RuleSet<Parameters>> sets;
    private final LocalDate newest;

    public ChildIllnessRule() {
        this(RuleTable.read(
                ChildIllnessRule.class,
                "/rules/introduction-child-illness.table",
                List.of("situation"),
                List.of("more_than_children", "working_days", "working_days_sole_carer")));
    }

    ChildIllnessRule(RuleTable table) {
        this.table = table;
        sets = table.sets(row -> new Parameters(
                row.integer("more_than_children"),
                row.integer("working_days"),
                row.integer("working_days_sole_carer")));
        newest = table.rows().stream()
                .map(RuleTable.Row::validFrom)
                .filter(day -> day != null)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public String name() {
        return "introduction.child-illness";
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
        return "on";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        int children = facts.integer("children");
        var soleCarer = facts.yes("soleCarer");
        var chronic = facts.yes("chronicallyIllChild");
        var on = facts.optionalDate("on").orElse(null);
        var day = on == null ? newest : on;
        var shown = Map.of(
                "children", Integer.toString(children),
                "soleCarer", Boolean.toString(soleCarer),
                "chronicallyIllChild", Boolean.toString(chronic));

        var steps = new ArrayList<Step>();
        LocalDate version = null;
        int most = 0;
        for (var situation : Situation.values()) {
            var found = inForce(situation, day).orElse(null);
            if (found == null) {
                continue;
            }
            var law = found.parameters();
            var applies =
                    children > law.moreThanChildren() && (situation != Situation.CHRONICALLY_ILL_CHILD || chronic);
            var days = law.days(soleCarer);
            version = Outcomes.later(version, found.validFrom());
            most = applies ? Math.max(most, days) : most;
            var asked = new HashMap<>(shown);
            asked.put("group", situation.name());
            asked.put("moreThan", Integer.toString(law.moreThanChildren()));
            asked.put("workingDays", Integer.toString(days));
            steps.add(new Step(
                    "R-11.2",
                    found.legalBasis(),
                    applies ? Answer.YES : Answer.NO,
                    asked,
                    applies ? found.note() : null));
        }
        return steps.isEmpty()
                ? Outcomes.beforeTheFirstVersion(name(), "R-11.2", "integreringsforskriften §§ 6 og 7", on, shown)
                : new Evaluation(name(), version, on, Answer.YES, Map.of("workingDays", most), steps);
    }

    private Optional<Version<Parameters>> inForce(Situation situation, LocalDate day) {
        return Optional.ofNullable(sets.get(List.of(situation.name()))).flatMap(set -> set.on(day));
    }
}
