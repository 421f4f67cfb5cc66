package no.innvei.training.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleSet.Version;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.training.domain.TrainingWords.Category;
import no.innvei.training.domain.TrainingWords.Education;
import no.innvei.training.domain.TrainingWords.Permit;

/**
 * For how long is Norwegian taught, and which is the last day? Computes {@code maximumMonths} and {@code lastDay}, or {@code maximumHours} for a
 * person with a duty only, who has no last day. Answers UNDETERMINED without {@code lastDay} when the day it is counted from is not known, and NO
 * when there is neither right nor duty.
 *
 * <p>Legal source: integreringsloven §§ 32 and 37 d, integreringsforskriften §§ 73 and 74. The decisive date is the date of the offer of start; the
 * hours, and what the limit is counted from, follow the date of the permit.
 */
public final class LanguageDurationRule implements Rule {

    private static final String DURATION = "R-14.7";

    private static final List<Fact> FACTS = List.of(
            Fact.word("category", Category.class),
            Fact.word("permitBasis", Permit.class),
            Fact.word("education", Education.class),
            Fact.date("offerOn"),
            Fact.date("permitGrantedOn").optional(),
            Fact.date("targetGroupSince").optional(),
            Fact.date("startOn").optional(),
            Fact.wholeNumber("approvedLeaveDays").optional());

    private final RuleTable table;
    private final TransitionalRules transitional;
    private final RuleSet<Integer> upperSecondary;
    private final RuleSet<Integer> belowUpperSecondary;
    private final RuleSet<Integer> collectiveProtection;
    private final RuleSet<Integer> dutyOnlyHours;

    public LanguageDurationRule() {
        this(
                RuleTable.read(
                        LanguageDurationRule.class,
                        "/rules/language-duration.table",
                        List.of("parameter"),
                        List.of("value")),
                new TransitionalRules());
    }

    LanguageDurationRule(RuleTable table, TransitionalRules transitional) {
        this.table = table;
        this.transitional = transitional;
        upperSecondary = table.set(row -> row.integer("value"), "months_upper_secondary");
        belowUpperSecondary = table.set(row -> row.integer("value"), "months_below_upper_secondary");
        collectiveProtection = table.set(row -> row.integer("value"), "months_collective_protection");
        dutyOnlyHours = table.set(row -> row.integer("value"), "hours_duty_only");
    }

    @Override
    public String name() {
        return "language.duration";
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
        return "offerOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var category = facts.word("category", Category.class);
        var permit = facts.word("permitBasis", Permit.class);
        var education = facts.word("education", Education.class);
        var offerOn = facts.date("offerOn");
        var trail = new Trail(name(), offerOn);
        var ordinary = (education == Education.UPPER_SECONDARY ? upperSecondary : belowUpperSecondary)
                .on(offerOn)
                .orElse(null);
        if (ordinary == null) {
            return trail.beforeTheFirstVersion(DURATION, "integreringsloven § 32", "offerOn", offerOn);
        }
        var taken = transitional.takenToBeFrom(offerOn);
        var told = facts.optionalDate("permitGrantedOn");
        var grantedOn = told.orElse(taken.parameters());
        var hours = dutyOnlyHours.on(grantedOn).orElse(null);
        if (hours == null) {
            return trail.beforeTheFirstVersion(DURATION, "integreringsforskriften § 72", "permitGrantedOn", grantedOn);
        }
        var shown = new HashMap<String, String>();
        shown.put("category", category.name());
        shown.put("permitBasis", permit.name());
        shown.put("education", education.name());
        shown.put("offerOn", offerOn.toString());
        told.ifPresent(day -> shown.put("permitGrantedOn", day.toString()));

        if (!category.rightOrDuty()) {
            trail.step(
                    DURATION,
                    ordinary,
                    Answer.NO,
                    shown,
                    "Personen har verken rett eller plikt. Loven setter ingen lengste tid; kommunen bestemmer omfanget av et tilbud.");
            return trail.answer(Answer.NO);
        }
        if (category == Category.DUTY_ONLY) {
            shown.put("maximumHours", hours.parameters().toString());
            trail.step(DURATION, hours, Answer.YES, shown, told.isPresent() ? hours.note() : taken.note());
            trail.value("maximumHours", hours.parameters());
            return trail.answer(Answer.YES);
        }
        var collective = transitional.chapter6a(permit, grantedOn).flatMap(covered -> collective(offerOn));
        var law = collective.orElse(ordinary);
        shown.put("maximumMonths", law.parameters().toString());
        trail.step(collective.isPresent() ? "R-13" : DURATION, law, Answer.YES, shown);
        trail.value("maximumMonths", law.parameters());

        var lastDay = collective.isPresent()
                ? lastDayFromStart(trail, law, facts)
                : transitional.lastDay(DURATION, trail, grantedOn, law.parameters(), facts);
        if (lastDay.isEmpty()) {
            return trail.answer(Answer.UNDETERMINED);
        }
        trail.step(
                collective.isPresent() ? "R-13.1" : DURATION,
                law,
                Answer.YES,
                TransitionalRules.shown(law.parameters(), lastDay.get(), facts),
                collective.isEmpty() && told.isEmpty() ? taken.note() : null);
        trail.value("lastDay", lastDay.get().toString());
        return trail.answer(Answer.YES);
    }

    private Optional<Version<Integer>> collective(LocalDate offerOn) {
        return collectiveProtection.on(offerOn).filter(version -> version.parameters() != null);
    }

    /** The year starts with a day of participation, which is part of it. */
    private static Optional<LocalDate> lastDayFromStart(Trail trail, Version<Integer> law, Facts facts) {
        var startOn = facts.optionalDate("startOn").orElse(null);
        if (startOn == null) {
            trail.step(
                    "R-13.1",
                    law,
                    Answer.UNDETERMINED,
                    Map.of("countedFrom", "startOn"),
                    "Året regnes fra oppstart, og oppstarten er ikke oppgitt (startOn).");
            return Optional.empty();
        }
        trail.step("R-13.1", law, Answer.YES, Map.of("countedFrom", "startOn", "startOn", startOn.toString()), null);
        return Optional.of(TransitionalRules.withLeave(Counting.lastDayOfPeriod(startOn, law.parameters()), facts));
    }
}
