package no.innvei.training.domain;

import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * Which level should the goal in Norwegian be at least, skill by skill? Computes {@code listening}, {@code reading}, {@code writing} and
 * {@code oral}. Answers UNDETERMINED when it is not known whether a person below upper secondary has completed primary school.
 *
 * <p>Legal source: integreringsforskriften § 28. The decisive date is the day the goal is set.
 */
public final class MinimumLevelRule implements Rule {

    private static final String STEP = "R-14.6";
    private static final String PARAGRAPH = "integreringsforskriften § 28";

    /** {@code BELOW_UPPER_SECONDARY} is what other rules ask; here it does not say enough. */
    private enum Schooling {
        PRIMARY_NOT_COMPLETED,
        PRIMARY_COMPLETED,
        UPPER_SECONDARY,
        BELOW_UPPER_SECONDARY
    }

    private enum Level {
        A1,
        A2,
        B1,
        B2,
        C1
    }

    private record Levels(Level listening, Level reading, Level writing, Level oral) {}

    private static final List<Fact> FACTS = List.of(Fact.word("education", Schooling.class), Fact.date("on"));

    private final RuleTable table;
    private final Map<List<String>, RuleSet<Levels>> sets;

    public MinimumLevelRule() {
        this(RuleTable.read(
                MinimumLevelRule.class,
                "/rules/language-minimum-level.table",
                List.of("education"),
                List.of("listening", "reading", "writing", "oral")));
    }

    MinimumLevelRule(RuleTable table) {
        this.table = table;
        sets = table.sets(row -> new Levels(
                row.word("listening", Level.class),
                row.word("reading", Level.class),
                row.word("writing", Level.class),
                row.word("oral", Level.class)));
    }

    @Override
    public String name() {
        return "language.minimum-level";
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
        var schooling = facts.word("education", Schooling.class);
        var on = facts.date("on");
        var shown = Map.of("education", schooling.name(), "on", on.toString());
        var trail = new Trail(name(), on);
        var set = sets.get(List.of(schooling.name()));
        if (set == null) {
            return new Evaluation(
                    name(),
                    null,
                    on,
                    Answer.UNDETERMINED,
                    Map.of(),
                    List.of(
                            new Step(
                                    STEP,
                                    PARAGRAPH,
                                    Answer.UNDETERMINED,
                                    shown,
                                    "Det er ikke oppgitt om personen har fullført grunnskole (PRIMARY_COMPLETED eller PRIMARY_NOT_COMPLETED).")));
        }
        var law = set.on(on).orElse(null);
        if (law == null) {
            return trail.beforeTheFirstVersion(STEP, PARAGRAPH, "on", on);
        }
        trail.step(STEP, law, Answer.YES, shown);
        trail.value("listening", law.parameters().listening().name());
        trail.value("reading", law.parameters().reading().name());
        trail.value("writing", law.parameters().writing().name());
        trail.value("oral", law.parameters().oral().name());
        return trail.answer(Answer.YES);
    }
}
