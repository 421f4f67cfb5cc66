package no.innvei.introduction.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.innvei.introduction.domain.BenefitRule.Benefit;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * How much is deducted from the benefit for unapproved absence, and is the deduction an appealable decision? Computes {@code deduction} in NOK and
 * {@code appealable}.
 *
 * <p>Legal source: integreringsloven §§ 21 and 46 second paragraph. The decisive date is {@code on}, as for the benefit itself.
 */
public final class BenefitDeductionRule implements Rule {

    private static final List<Fact> FACTS = Stream.concat(
                    BenefitRule.FACTS.stream(),
                    Stream.of(
                            Fact.number("unapprovedHours").optional(),
                            Fact.wholeNumber("unapprovedDays").optional(),
                            Fact.number("payment")))
            .toList();

    private final BenefitRule benefits;
    private final List<RuleTable> tables;
    private final RuleSet<Fraction> ofPayment;
    private final RuleSet<Fraction> ofBasicAmount;

    public BenefitDeductionRule() {
        this(
                RuleTable.read(
                        BenefitDeductionRule.class,
                        "/rules/introduction-benefit-deduction.table",
                        List.of("parameter"),
                        List.of("value")),
                new BenefitRule());
    }

    BenefitDeductionRule(RuleTable table, BenefitRule benefits) {
        this.benefits = benefits;
        tables = Stream.concat(Stream.of(table), benefits.tables().stream()).toList();
        ofPayment = table.set(row -> Fraction.parse(row.text("value")), "appealable_share_of_payment");
        ofBasicAmount = table.set(row -> Fraction.parse(row.text("value")), "appealable_share_of_basic_amount");
    }

    @Override
    public String name() {
        return "introduction.benefit-deduction";
    }

    @Override
    public List<RuleTable> tables() {
        return tables;
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
        var half = ofPayment.on(on);
        return half.isEmpty()
                ? BenefitRule.beforeTheFirstVersion(name(), on)
                : evaluate(facts, benefits.compute(facts).orElseThrow());
    }

    private Evaluation evaluate(Facts facts, Benefit benefit) {
        var on = facts.date("on");
        var half = ofPayment.on(on).orElseThrow();
        var twelfth = ofBasicAmount.on(on).orElseThrow();
        var hours = facts.optionalDecimal("unapprovedHours").orElse(BigDecimal.ZERO);
        int days = facts.optionalInteger("unapprovedDays").orElse(0);
        var payment = facts.optionalDecimal("payment").orElseThrow();

        var deduction = benefit.daily()
                .times(Fraction.of(BigDecimal.valueOf(days)))
                .plus(benefit.hourly().times(Fraction.of(hours)));
        // the month's benefit was paid rounded; the threshold is a share of what it is
        var paid = payment.compareTo(benefit.monthly().kroner()) == 0 ? benefit.monthly() : Fraction.of(payment);
        var mostOfPayment = deduction.compareTo(paid.times(half.parameters())) >= 0;
        var mostOfAmount = deduction.compareTo(benefit.basicAmount().times(twelfth.parameters())) >= 0;

        var steps = new ArrayList<>(benefit.steps());
        steps.add(new Step(
                "R-12.4",
                "integreringsloven § 21",
                Answer.YES,
                Map.of(
                        "unapprovedDays", Integer.toString(days),
                        "unapprovedHours", hours.toPlainString(),
                        "deduction", deduction.kroner().toPlainString()),
                null));
        steps.add(new Step(
                "R-12.9",
                half.legalBasis(),
                mostOfPayment ? Answer.YES : Answer.NO,
                Map.of(
                        "payment", payment.toPlainString(),
                        "limit", paid.times(half.parameters()).kroner().toPlainString()),
                half.note()));
        steps.add(new Step(
                "R-12.9",
                twelfth.legalBasis(),
                mostOfAmount ? Answer.YES : Answer.NO,
                Map.of(
                        "basicAmount", benefit.basicAmount().kroner().toPlainString(),
                        "limit",
                                benefit.basicAmount()
                                        .times(twelfth.parameters())
                                        .kroner()
                                        .toPlainString()),
                twelfth.note()));
        var values = new LinkedHashMap<String, Object>();
        values.put("deduction", deduction.kroner());
        values.put("appealable", mostOfPayment && mostOfAmount);
        return new Evaluation(
                name(),
                Outcomes.later(benefit.version(), Outcomes.later(half.validFrom(), twelfth.validFrom())),
                on,
                Answer.YES,
                values,
                steps);
    }
}
