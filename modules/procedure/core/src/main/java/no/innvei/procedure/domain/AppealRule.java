package no.innvei.procedure.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.NorwegianHolidays;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleSet.Version;
import no.innvei.kernel.rules.RuleTable;

/**
 * By which day must a decision be appealed? Computes {@code appealBy}, the last day inside, and {@code latestPossible}, the last day an appeal can
 * be taken in at all, which is left out when it is not known when the decision was made.
 *
 * <p>Legal source: forvaltningsloven §§ 29, 30 and 31 third paragraph, domstolloven §§ 148 and 149. The decisive date is the day the notice of the
 * decision reached the party. The only rule that moves a last day.
 */
public final class AppealRule implements Rule {

    private enum Moves {
        YES,
        NO
    }

    private static final List<Fact> FACTS =
            List.of(Fact.date("noticeReachedOn"), Fact.date("decidedOn").optional());

    private final RuleTable table;
    private final RuleSet<Integer> weeks;
    private final RuleSet<Moves> lastDayMoves;
    private final RuleSet<Integer> latestMonths;

    public AppealRule() {
        this(RuleTable.read(AppealRule.class, "/rules/procedure-appeal.table", List.of("parameter"), List.of("value")));
    }

    AppealRule(RuleTable table) {
        this.table = table;
        weeks = table.set(row -> row.integer("value"), "weeks");
        lastDayMoves = table.set(row -> row.word("value", Moves.class), "last_day_moves");
        latestMonths = table.set(row -> row.integer("value"), "latest_months");
    }

    @Override
    public String name() {
        return "procedure.appeal";
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
        return "noticeReachedOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var reachedOn = facts.date("noticeReachedOn");
        var decidedOn = facts.optionalDate("decidedOn").orElse(null);
        var limit = weeks.on(reachedOn).orElse(null);
        if (limit == null) {
            return new Evaluation(
                    name(),
                    null,
                    reachedOn,
                    Answer.UNDETERMINED,
                    Map.of(),
                    List.of(new Step(
                            "R-17.4",
                            "forvaltningsloven § 29",
                            Answer.UNDETERMINED,
                            Map.of("noticeReachedOn", reachedOn.toString()),
                            "Datoen er før regelens første versjon.")));
        }
        var moves = lastDayMoves.on(reachedOn).orElseThrow();
        var steps = new ArrayList<Step>();
        var values = new LinkedHashMap<String, Object>();

        var sameWeekday = Counting.weeksFrom(reachedOn, limit.parameters());
        steps.add(new Step(
                "R-17.4",
                limit.legalBasis(),
                Answer.YES,
                Map.of(
                        "noticeReachedOn", reachedOn.toString(),
                        "weeks", limit.parameters().toString(),
                        "sameWeekday", sameWeekday.toString()),
                limit.note()));
        var appealBy =
                moves.parameters() == Moves.YES ? NorwegianHolidays.sameOrNextWorkingDay(sameWeekday) : sameWeekday;
        steps.add(new Step(
                "R-17.4",
                moves.legalBasis(),
                Answer.YES,
                Map.of("sameWeekday", sameWeekday.toString(), "appealBy", appealBy.toString()),
                moves.note()));
        values.put("appealBy", appealBy.toString());

        var latest = latestMonths.on(reachedOn).orElseThrow();
        if (decidedOn != null) {
            var possible = Counting.monthsFrom(decidedOn, latest.parameters());
            values.put("latestPossible", possible.toString());
            steps.add(new Step(
                    "R-17.7",
                    latest.legalBasis(),
                    Answer.YES,
                    Map.of("decidedOn", decidedOn.toString(), "latestPossible", possible.toString()),
                    latest.note()));
        }
        var version = Stream.of(limit, moves, latest)
                .map(Version::validFrom)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new Evaluation(name(), version, reachedOn, Answer.YES, values, steps);
    }
}
