package no.innvei.introduction.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innvei.introduction.domain.RuleWords.Education;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * How many hours must the life-skills course (kurs i livsmestring) have of each theme? Computes {@code migrationHealthDiversityHours} and
 * {@code careerCompetenceHours}.
 *
 * <p>Legal source: integreringsforskriften § 4. The decisive date is the start of the programme.
 */
public final class LifeSkillsRule implements Rule {

    static final String MIGRATION = "migrationHealthDiversityHours";
    static final String CAREER = "careerCompetenceHours";

    record Parameters(int migration, int career) {}

    private static final List<Fact> FACTS = List.of(Fact.word("education", Education.class), Fact.date("startOn"));

    private final RuleTable table;
    private final Map<List<String>, RuleSet<Parameters>> sets;

    public LifeSkillsRule() {
        this(RuleTable.read(
                LifeSkillsRule.class,
                "/rules/introduction-life-skills.table",
                List.of("education"),
                List.of("migration_health_diversity_hours", "career_competence_hours")));
    }

    LifeSkillsRule(RuleTable table) {
        this.table = table;
        sets = table.sets(row -> new Parameters(
                row.integer("migration_health_diversity_hours"), row.integer("career_competence_hours")));
    }

    @Override
    public String name() {
        return "introduction.life-skills";
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
        return "startOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var education = facts.word("education", Education.class);
        var startOn = facts.date("startOn");
        var shown = Map.of("education", education.name(), "startOn", startOn.toString());
        var version = sets.get(List.of(education.name())).on(startOn).orElse(null);
        if (version == null) {
            return Outcomes.beforeTheFirstVersion(name(), "R-8.7", "integreringsforskriften § 4", startOn, shown);
        }
        var values = new LinkedHashMap<String, Object>();
        values.put(MIGRATION, version.parameters().migration());
        values.put(CAREER, version.parameters().career());
        return new Evaluation(
                name(),
                version.validFrom(),
                startOn,
                Answer.YES,
                values,
                List.of(new Step("R-8.7", version.legalBasis(), Answer.YES, shown, version.note())));
    }
}
