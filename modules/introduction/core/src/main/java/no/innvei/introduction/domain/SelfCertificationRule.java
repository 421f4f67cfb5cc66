package no.innvei.introduction.domain;

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
 * Can an absence for own illness be reported with a self-certificate (egenmelding)? The limits stand in the steps.
 *
 * <p>Legal source: integreringsforskriften § 8. The decisive date is the first day of the absence.
 */
public final class SelfCertificationRule implements Rule {

    private static final List<Fact> FACTS = List.of(
            Fact.date("startOn"),
            Fact.date("absenceFrom"),
            Fact.wholeNumber("calendarDays"),
            Fact.wholeNumber("uncertifiedDaysLast16"));

    private final RuleTable table;
    private final RuleSet<Integer> weeks;
    private final RuleSet<Integer> mostDays;
    private final RuleSet<Integer> lookBack;

    public SelfCertificationRule() {
        this(RuleTable.read(
                SelfCertificationRule.class,
                "/rules/introduction-self-certification.table",
                List.of("parameter"),
                List.of("value")));
    }

    SelfCertificationRule(RuleTable table) {
        this.table = table;
        weeks = table.set(RuleWords::number, "weeks_in_programme");
        mostDays = table.set(RuleWords::number, "calendar_days");
        lookBack = table.set(RuleWords::number, "look_back_calendar_days");
    }

    @Override
    public String name() {
        return "introduction.self-certification";
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
        return "absenceFrom";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var startOn = facts.date("startOn");
        var absenceFrom = facts.date("absenceFrom");
        int days = facts.integer("calendarDays");
        int earlier = facts.integer("uncertifiedDaysLast16");

        var wait = weeks.on(absenceFrom).orElse(null);
        if (wait == null) {
            return Outcomes.beforeTheFirstVersion(
                    name(),
                    "R-11.3",
                    "integreringsforskriften § 8",
                    absenceFrom,
                    Map.of("absenceFrom", absenceFrom.toString()));
        }
        var most = mostDays.on(absenceFrom).orElseThrow();
        var back = lookBack.on(absenceFrom).orElseThrow();
        var firstDay = Counting.weeksFrom(startOn, wait.parameters());
        int together = days + earlier;
        var steps = List.of(
                new Step(
                        "R-11.3",
                        wait.legalBasis(),
                        absenceFrom.isBefore(firstDay) ? Answer.NO : Answer.YES,
                        Map.of(
                                "startOn", startOn.toString(),
                                "absenceFrom", absenceFrom.toString(),
                                "weeks", wait.parameters().toString(),
                                "completedOn", firstDay.toString()),
                        wait.note()),
                new Step(
                        "R-11.3",
                        most.legalBasis(),
                        together > most.parameters() ? Answer.NO : Answer.YES,
                        Map.of(
                                "calendarDays", Integer.toString(days),
                                "uncertifiedDaysLast16", Integer.toString(earlier),
                                "lookBackCalendarDays", back.parameters().toString(),
                                "maximumCalendarDays", most.parameters().toString()),
                        back.note()));
        return new Evaluation(
                name(),
                Outcomes.later(wait.validFrom(), Outcomes.later(most.validFrom(), back.validFrom())),
                absenceFrom,
                Evaluation.allOf(steps),
                Map.of(),
                steps);
    }
}
