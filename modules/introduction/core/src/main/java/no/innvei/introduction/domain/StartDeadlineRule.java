package no.innvei.introduction.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * By which day must the municipality have made the decision and started the programme? Computes {@code decideAndStartBy}, the last day inside.
 *
 * <p>Legal source: integreringsloven § 12 second paragraph; § 8 first paragraph only. The decisive date is the event that is counted from.
 */
public final class StartDeadlineRule implements Rule {

    private static final List<Fact> FACTS =
            List.of(Fact.date("settledOn").optional(), Fact.date("claimedOn").optional());

    private final RuleTable table;

    private final RuleSet<Integer> months;

    public StartDeadlineRule() {
        this(RuleTable.read(
                StartDeadlineRule.class,
                "/rules/introduction-start-deadline.table",
                List.of("parameter"),
                List.of("value")));
    }

    StartDeadlineRule(RuleTable table) {
        this.table = table;
        months = table.set(RuleWords::number, "months");
    }

    @Override
    public String name() {
        return "introduction.start-deadline";
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
        return "settledOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var settledOn = facts.optionalDate("settledOn").orElse(null);
        var claimedOn = facts.optionalDate("claimedOn").orElse(null);
        var shown = new HashMap<String, String>();
        if (settledOn != null) {
            shown.put("settledOn", settledOn.toString());
        }
        if (claimedOn != null) {
            shown.put("claimedOn", claimedOn.toString());
        }
        var event = earlier(settledOn, claimedOn);
        if (event == null) {
            return new Evaluation(
                    name(),
                    null,
                    null,
                    Answer.UNDETERMINED,
                    Map.of(),
                    List.of(new Step(
                            "R-6.1",
                            "integreringsloven § 12 andre ledd",
                            Answer.UNDETERMINED,
                            shown,
                            "Verken bosetting eller krav er datert.")));
        }
        var version = months.on(event).orElse(null);
        if (version == null) {
            return Outcomes.beforeTheFirstVersion(name(), "R-6.1", "integreringsloven § 12", event, shown);
        }
        var by = Counting.monthsFrom(event, version.parameters());
        shown.put("months", version.parameters().toString());
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "R-6.1",
                version.legalBasis(),
                Answer.YES,
                shown,
                settledOn != null && claimedOn != null ? version.note() : null));
        return new Evaluation(
                name(), version.validFrom(), event, Answer.YES, Map.of("decideAndStartBy", by.toString()), steps);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
