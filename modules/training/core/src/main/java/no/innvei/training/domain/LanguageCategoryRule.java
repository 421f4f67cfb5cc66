package no.innvei.training.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.training.domain.TrainingWords.Category;
import no.innvei.training.domain.TrainingWords.Permit;

/**
 * Has this person a right and a duty to learn Norwegian, a duty only or a right only? Answers YES when the {@code category} is not NONE.
 *
 * <p>Legal source: integreringsloven §§ 26–28, and § 37 d for collective protection. The decisive date is the day of the decision. Age is counted on
 * the day the permit was granted; right and duty end on the 67th birthday all the same. The steps name every question, also after the answer is
 * clear.
 */
public final class LanguageCategoryRule implements Rule {

    private static final String TARGET_GROUP = "R-14.1";

    private static final List<Fact> FACTS = List.of(
            Fact.date("bornOn"),
            Fact.word("permitBasis", Permit.class),
            Fact.date("permitGrantedOn"),
            Fact.date("decisionOn"));

    private final RuleTable table;
    private final TransitionalRules transitional;
    private final RuleSet<LocalDate> actAppliesFrom;
    private final RuleSet<Integer> minimumAge;
    private final RuleSet<Integer> maximumAge;
    private final RuleSet<Integer> endsAtAge;
    private final Map<Permit, RuleSet<Category>> permits = new EnumMap<>(Permit.class);
    private final RuleSet<Category> collectiveProtection;
    private final RuleSet<Category> withoutRightOrDuty;

    public LanguageCategoryRule() {
        this(
                RuleTable.read(
                        LanguageCategoryRule.class,
                        "/rules/language-category.table",
                        List.of("parameter"),
                        List.of("value")),
                new TransitionalRules());
    }

    LanguageCategoryRule(RuleTable table, TransitionalRules transitional) {
        this.table = table;
        this.transitional = transitional;
        actAppliesFrom = table.set(row -> LocalDate.parse(row.text("value")), "act_applies_to_permits_from");
        minimumAge = table.set(row -> row.integer("value"), "minimum_age");
        maximumAge = table.set(row -> row.integer("value"), "maximum_age");
        endsAtAge = table.set(row -> row.integer("value"), "ends_at_age");
        for (var permit : Permit.values()) {
            permits.put(permit, table.set(row -> row.word("value", Category.class), "permit_" + permit.name()));
        }
        collectiveProtection = table.set(row -> row.word("value", Category.class), "collective_protection");
        withoutRightOrDuty = table.set(row -> row.word("value", Category.class), "without_right_or_duty");
    }

    @Override
    public String name() {
        return "language.category";
    }

    @Override
    public List<RuleTable> tables() {
        return List.of(table, transitional.table());
    }

    @Override
    public List<Fact> facts() {
        return FACTS;
    }

    @Override
    public String decisiveFact() {
        return "decisionOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var bornOn = facts.date("bornOn");
        var permit = facts.word("permitBasis", Permit.class);
        var grantedOn = facts.date("permitGrantedOn");
        var decisionOn = facts.date("decisionOn");
        var trail = new Trail(name(), decisionOn);
        var act = actAppliesFrom.on(decisionOn).orElse(null);
        if (act == null) {
            return trail.beforeTheFirstVersion("R-0.2", "integreringsloven § 52", "decisionOn", decisionOn);
        }
        var applies = !grantedOn.isBefore(act.parameters());
        trail.step(
                "R-0.2",
                act,
                applies ? Answer.YES : Answer.UNDETERMINED,
                Map.of("permitGrantedOn", grantedOn.toString()),
                applies ? null : act.note());

        var basis = transitional
                .chapter6a(permit, grantedOn)
                .flatMap(covered -> collectiveProtection.on(decisionOn))
                .filter(version -> version.parameters() != null)
                .orElseGet(() -> permits.get(permit).on(decisionOn).orElseThrow());
        trail.step(
                TARGET_GROUP,
                basis,
                yesOrNo(basis.parameters().rightOrDuty()),
                Map.of(
                        "permitBasis",
                        permit.name(),
                        "decisionOn",
                        decisionOn.toString(),
                        "category",
                        basis.parameters().name()));

        int ageAtGrant = Counting.age(bornOn, grantedOn);
        var least = minimumAge.on(decisionOn).orElseThrow();
        var oldEnough = ageAtGrant >= least.parameters();
        trail.step(
                TARGET_GROUP,
                least,
                yesOrNo(oldEnough),
                age(ageAtGrant, "permitGrantedOn", grantedOn, "minimumAge", least));
        var most = maximumAge.on(decisionOn).orElseThrow();
        var youngEnough = ageAtGrant <= most.parameters();
        trail.step(
                TARGET_GROUP,
                most,
                yesOrNo(youngEnough),
                age(ageAtGrant, "permitGrantedOn", grantedOn, "maximumAge", most));
        int ageNow = Counting.age(bornOn, decisionOn);
        var end = endsAtAge.on(decisionOn).orElseThrow();
        var notEnded = ageNow < end.parameters();
        trail.step(
                TARGET_GROUP,
                end,
                yesOrNo(notEnded),
                age(ageNow, "decisionOn", decisionOn, "endsAtAge", end),
                notEnded ? null : end.note());

        if (!applies) {
            return trail.answer(Answer.UNDETERMINED);
        }
        var inside = basis.parameters().rightOrDuty() && oldEnough && youngEnough && notEnded;
        trail.value("category", (inside ? basis.parameters() : Category.NONE).name());
        if (!inside) {
            var offer = withoutRightOrDuty.on(decisionOn).orElseThrow();
            trail.step(
                    "R-14.7",
                    offer,
                    Answer.YES,
                    Map.of("group", offer.parameters().name()));
        }
        return trail.answer(yesOrNo(inside));
    }

    private static Map<String, String> age(
            int age, String dayName, LocalDate day, String limitName, RuleSet.Version<Integer> limit) {
        return Map.of(
                "age",
                Integer.toString(age),
                dayName,
                day.toString(),
                limitName,
                limit.parameters().toString());
    }

    private static Answer yesOrNo(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }
}
