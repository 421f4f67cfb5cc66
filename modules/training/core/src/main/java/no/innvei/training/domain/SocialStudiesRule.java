package no.innvei.training.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * How much social studies must this person have, and by when? Computes {@code hours}, {@code modules} and {@code lastDay}. Answers NO when none is
 * required, and UNDETERMINED without {@code lastDay} when the day it is counted from is not known.
 *
 * <p>Legal source: integreringsloven §§ 33 and 37 d, integreringsforskriften §§ 73 and 74. The decisive date is the day the permit was granted.
 */
public final class SocialStudiesRule implements Rule {

    private static final String STEP = "R-14.8";

    private static final List<Fact> FACTS = List.of(
            Fact.word("permitBasis", Permit.class),
            Fact.word("category", Category.class),
            Fact.date("permitGrantedOn"),
            Fact.date("offerOn"),
            Fact.date("targetGroupSince").optional(),
            Fact.wholeNumber("approvedLeaveDays").optional());

    private final RuleTable table;
    private final TransitionalRules transitional;
    private final RuleSet<Integer> hours;
    private final RuleSet<Integer> modules;
    private final RuleSet<Integer> limitMonths;

    public SocialStudiesRule() {
        this(
                RuleTable.read(
                        SocialStudiesRule.class,
                        "/rules/social-studies-requirement.table",
                        List.of("parameter"),
                        List.of("value")),
                new TransitionalRules());
    }

    SocialStudiesRule(RuleTable table, TransitionalRules transitional) {
        this.table = table;
        this.transitional = transitional;
        hours = table.set(row -> row.integer("value"), "hours");
        modules = table.set(row -> row.integer("value"), "modules");
        limitMonths = table.set(row -> row.integer("value"), "limit_months");
    }

    @Override
    public String name() {
        return "social-studies.requirement";
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
        return "permitGrantedOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var permit = facts.word("permitBasis", Permit.class);
        var category = facts.word("category", Category.class);
        var grantedOn = facts.date("permitGrantedOn");
        var trail = new Trail(name(), grantedOn);
        var scope = hours.on(grantedOn).orElse(null);
        if (scope == null) {
            return trail.beforeTheFirstVersion(STEP, "integreringsforskriften § 72", "permitGrantedOn", grantedOn);
        }
        var shown = new HashMap<String, String>();
        shown.put("permitGrantedOn", grantedOn.toString());
        shown.put("permitBasis", permit.name());
        shown.put("category", category.name());
        var chapter6a = transitional.chapter6a(permit, grantedOn);
        if (chapter6a.isPresent()) {
            trail.step(
                    "R-13",
                    chapter6a.get(),
                    Answer.NO,
                    shown,
                    "Personer med kollektiv beskyttelse har ikke opplæring i samfunnskunnskap.");
            return trail.answer(Answer.NO);
        }
        if (!category.rightOrDuty()) {
            trail.step(STEP, scope, Answer.NO, shown, "Personen har verken rett eller plikt.");
            return trail.answer(Answer.NO);
        }
        shown.put("hours", scope.parameters().toString());
        trail.step(STEP, scope, Answer.YES, shown);
        trail.value("hours", scope.parameters());
        modules.on(grantedOn).ifPresent(parts -> {
            trail.step(
                    STEP,
                    parts,
                    Answer.YES,
                    Map.of("modules", parts.parameters().toString()));
            trail.value("modules", parts.parameters());
        });
        var months = limitMonths.on(grantedOn).orElseThrow();
        var lastDay = transitional.lastDay(STEP, trail, grantedOn, months.parameters(), facts);
        if (lastDay.isEmpty()) {
            return trail.answer(Answer.UNDETERMINED);
        }
        trail.step(STEP, months, Answer.YES, TransitionalRules.shown(months.parameters(), lastDay.get(), facts));
        trail.value("lastDay", lastDay.get().toString());
        return trail.answer(Answer.YES);
    }
}
