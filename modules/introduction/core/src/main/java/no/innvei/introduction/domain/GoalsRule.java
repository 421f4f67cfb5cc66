package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleWords.ANY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.domain.RuleWords.Education;
import no.innvei.introduction.domain.RuleWords.Permit;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * Which final goals may a programme have, and which is the main goal of a young participant? Computes {@code goals} and, for persons under 25
 * below upper secondary, {@code mainGoal}.
 *
 * <p>Legal source: integreringsloven §§ 13 and 14, and § 37 c for collective protection before 2026. The decisive date is the date of the offer
 * of start; the age is the age that day.
 */
public final class GoalsRule implements Rule {

    /** @param age {@code null} where the row sets no age */
    record Parameters(String parameter, String education, String permit, List<FinalGoal> goals, Integer age) {}

    private static final List<Fact> FACTS = List.of(
            Fact.word("education", Education.class),
            Fact.wholeNumber("age"),
            Fact.word("permitBasis", Permit.class),
            Fact.date("offerOn"));

    private final RuleTable table;
    private final Map<List<String>, RuleSet<Parameters>> sets;

    public GoalsRule() {
        this(RuleTable.read(
                GoalsRule.class,
                "/rules/introduction-goals.table",
                List.of("parameter", "education", "permit"),
                List.of("goals", "age")));
    }

    GoalsRule(RuleTable table) {
        this.table = table;
        sets = table.sets(row -> new Parameters(
                row.text("parameter"),
                row.text("education"),
                row.text("permit"),
                row.words("goals", FinalGoal.class),
                row.none("age") ? null : Integer.valueOf(row.integer("age"))));
    }

    @Override
    public String name() {
        return "introduction.goals";
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
        return "offerOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        int age = facts.integer("age");
        var education = facts.word("education", Education.class);
        var offerOn = facts.date("offerOn");
        var permit = facts.word("permitBasis", Permit.class);

        var ordinary =
                sets.get(List.of("goals", education.name(), ANY)).on(offerOn).orElse(null);
        if (ordinary == null) {
            return Outcomes.beforeTheFirstVersion(
                    name(), "R-7.2", "integreringsloven §§ 13 og 14", offerOn, Map.of("offerOn", offerOn.toString()));
        }
        var special = sets.get(List.of("goals", education.name(), permit.name()));
        var used = special == null
                ? ordinary
                : special.on(offerOn)
                        .filter(version -> version.parameters() != null)
                        .orElse(ordinary);
        var steps = new ArrayList<Step>();
        var latest = used.validFrom();
        steps.add(new Step(
                education == Education.UPPER_SECONDARY ? "R-7.2" : "R-7.6",
                used.legalBasis(),
                Answer.YES,
                Map.of(
                        "education", education.name(),
                        "offerOn", offerOn.toString(),
                        "permitBasis", permit.name()),
                used.note()));
        var values = new LinkedHashMap<String, Object>();
        values.put("goals", used.parameters().goals().stream().map(Enum::name).toList());

        var over = sets.get(List.of("goals_over_age", ANY, ANY)).on(offerOn).orElseThrow();
        var onlyWork = age > over.parameters().age();
        latest = Outcomes.later(latest, over.validFrom());
        if (onlyWork) {
            // an exception that does not apply is no condition that failed
            steps.add(new Step(
                    "R-7.5",
                    over.legalBasis(),
                    Answer.YES,
                    Map.of(
                            "age",
                            Integer.toString(age),
                            "overAge",
                            over.parameters().age().toString()),
                    over.note()));
            values.put(
                    "goals", over.parameters().goals().stream().map(Enum::name).toList());
        }
        if (education == Education.BELOW_UPPER_SECONDARY) {
            var young = sets.get(List.of("main_goal_under_age", education.name(), ANY))
                    .on(offerOn)
                    .orElseThrow();
            var applies = age < young.parameters().age();
            latest = Outcomes.later(latest, young.validFrom());
            if (applies) {
                steps.add(new Step(
                        "R-7.4",
                        young.legalBasis(),
                        Answer.YES,
                        Map.of(
                                "age",
                                Integer.toString(age),
                                "underAge",
                                young.parameters().age().toString()),
                        young.note()));
                values.put("mainGoal", young.parameters().goals().getFirst().name());
            }
        }
        return new Evaluation(name(), latest, offerOn, Answer.YES, values, steps);
    }
}
