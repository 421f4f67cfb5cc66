package no.innvei.introduction.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * How much is the introduction benefit (introduksjonsstønad)? Computes {@code basicAmount}, {@code share}, {@code annual}, {@code monthly},
 * {@code daily} and {@code hourly} in NOK.
 *
 * <p>Legal source: integreringsloven § 20, folketrygdloven § 1-4. The decisive date is {@code on}; the couple's rate also asks when the person
 * became a participant. Under 25 goes before the couple's rate.
 */
public final class BenefitRule implements Rule {

    /** Shared with the rule about deductions, which asks for the same and more. */
    static final List<Fact> FACTS = List.of(
            Fact.date("on"),
            Fact.date("bornOn"),
            Fact.yesNo("livesWithParents"),
            Fact.yesNo("partnerAlsoParticipates").optional(),
            Fact.yesNo("hasChildren").optional(),
            Fact.date("participantSince"));

    /** Exact amounts before rounding. */
    record Benefit(
            LocalDate version,
            Fraction basicAmount,
            String share,
            Fraction annual,
            Fraction monthly,
            Fraction daily,
            Fraction hourly,
            List<Step> steps) {

        Benefit {
            steps = List.copyOf(steps);
        }
    }

    /** @param participantsSince first day as a participant the share is for; {@code null} = every participant */
    private record Share(String text, LocalDate participantsSince) {}

    private final RuleTable table;
    private final RuleSet<BigDecimal> basicAmount;
    private final RuleSet<Integer> basicAmountsPerYear;
    private final RuleSet<Integer> months;
    private final RuleSet<Integer> days;
    private final RuleSet<Integer> hours;
    private final RuleSet<Integer> youngUnder;
    private final RuleSet<Share> full;
    private final RuleSet<Share> young;
    private final RuleSet<Share> youngWithParents;
    private final RuleSet<Share> couple;

    public BenefitRule() {
        this(RuleTable.read(
                BenefitRule.class,
                "/rules/introduction-benefit.table",
                List.of("parameter"),
                List.of("value", "participants_since")));
    }

    BenefitRule(RuleTable table) {
        this.table = table;
        basicAmount = table.set(row -> row.decimal("value"), "basic_amount");
        basicAmountsPerYear = table.set(RuleWords::number, "basic_amounts_per_year");
        months = table.set(RuleWords::number, "months_in_year");
        days = table.set(RuleWords::number, "days_in_month");
        hours = table.set(RuleWords::number, "hours_in_year");
        youngUnder = table.set(RuleWords::number, "young_under_age");
        full = table.set(BenefitRule::share, "share");
        young = table.set(BenefitRule::share, "share_young");
        youngWithParents = table.set(BenefitRule::share, "share_young_with_parents");
        couple = table.set(BenefitRule::share, "share_couple_without_children");
    }

    private static Share share(RuleTable.Row row) {
        return new Share(
                row.text("value"),
                row.none("participants_since") ? null : LocalDate.parse(row.text("participants_since")));
    }

    @Override
    public String name() {
        return "introduction.benefit";
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
        var on = facts.date("on");
        return compute(facts)
                .map(benefit -> {
                    var values = new LinkedHashMap<String, Object>();
                    values.put("basicAmount", benefit.basicAmount().kroner());
                    values.put("share", benefit.share());
                    values.put("annual", benefit.annual().kroner());
                    values.put("monthly", benefit.monthly().kroner());
                    values.put("daily", benefit.daily().kroner());
                    values.put("hourly", benefit.hourly().kroner());
                    return new Evaluation(name(), benefit.version(), on, Answer.YES, values, benefit.steps());
                })
                .orElseGet(() -> beforeTheFirstVersion(name(), on));
    }

    static Evaluation beforeTheFirstVersion(String rule, LocalDate on) {
        return Outcomes.beforeTheFirstVersion(
                rule, "R-12.1", "integreringsloven § 20", on, Map.of("on", on.toString()));
    }

    /** Empty before the first version. */
    Optional<Benefit> compute(Facts facts) {
        var on = facts.date("on");
        return full.on(on).map(whole -> compute(facts, on, whole));
    }

    private Benefit compute(Facts facts, LocalDate on, Version<Share> whole) {
        var steps = new ArrayList<Step>();
        var amount = basicAmount.on(on).orElseThrow();
        var perYear = basicAmountsPerYear.on(on).orElseThrow();
        var month = months.on(on).orElseThrow();
        var day = days.on(on).orElseThrow();
        var hour = hours.on(on).orElseThrow();
        steps.add(new Step(
                "R-12.1",
                amount.legalBasis(),
                Answer.YES,
                Map.of("on", on.toString(), "basicAmount", amount.parameters().toPlainString()),
                amount.note()));
        var used = share(facts, on, whole, steps);

        var basic = Fraction.of(amount.parameters());
        var annual = basic.times(Fraction.of(BigDecimal.valueOf(perYear.parameters())))
                .times(Fraction.parse(used.parameters().text()));
        var monthly = annual.dividedBy(month.parameters());
        steps.add(new Step(
                "R-12.1",
                perYear.legalBasis(),
                Answer.YES,
                Map.of(
                        "basicAmountsPerYear", perYear.parameters().toString(),
                        "share", used.parameters().text(),
                        "monthsInYear", month.parameters().toString(),
                        "daysInMonth", day.parameters().toString(),
                        "hoursInYear", hour.parameters().toString()),
                perYear.note()));
        return new Benefit(
                latest(amount, perYear, month, day, hour, used),
                basic,
                used.parameters().text(),
                annual,
                monthly,
                monthly.dividedBy(day.parameters()),
                annual.dividedBy(hour.parameters()),
                steps);
    }

    private Version<Share> share(Facts facts, LocalDate on, Version<Share> whole, List<Step> steps) {
        int age = Counting.age(facts.date("bornOn"), on);
        var limit = youngUnder.on(on).orElseThrow();
        var isYoung = age < limit.parameters();
        var withParents = facts.yes("livesWithParents");
        var shown = new HashMap<String, String>();
        shown.put("age", Integer.toString(age));
        shown.put("underAge", limit.parameters().toString());
        if (isYoung) {
            var found = (withParents ? youngWithParents : young).on(on).orElseThrow();
            shown.put("livesWithParents", Boolean.toString(withParents));
            shown.put("share", found.parameters().text());
            steps.add(new Step("R-12.2", found.legalBasis(), Answer.YES, shown, limit.note()));
            return found;
        }
        steps.add(new Step("R-12.2", limit.legalBasis(), Answer.NO, shown, null));
        return couple(facts, on, steps).orElse(whole);
    }

    private Optional<Version<Share>> couple(Facts facts, LocalDate on, List<Step> steps) {
        return couple.on(on).filter(found -> {
            var since = facts.date("participantSince");
            var bothTakePart = facts.yes("partnerAlsoParticipates");
            var hasChildren = facts.yes("hasChildren");
            var applies = bothTakePart
                    && !hasChildren
                    && !since.isBefore(found.parameters().participantsSince());
            steps.add(new Step(
                    "R-12.3",
                    found.legalBasis(),
                    applies ? Answer.YES : Answer.NO,
                    Map.of(
                            "partnerAlsoParticipates", Boolean.toString(bothTakePart),
                            "hasChildren", Boolean.toString(hasChildren),
                            "participantSince", since.toString(),
                            "participantsSince",
                                    found.parameters().participantsSince().toString(),
                            "share", found.parameters().text()),
                    applies ? found.note() : null));
            return applies;
        });
    }

    private static LocalDate latest(Version<?>... used) {
        LocalDate latest = null;
        for (var version : used) {
            latest = Outcomes.later(latest, version.validFrom());
        }
        return latest;
    }
}
