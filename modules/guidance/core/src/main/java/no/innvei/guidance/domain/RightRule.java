package no.innvei.guidance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleSet.Version;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.kernel.rules.Rules;

/**
 * Has this person a right and a duty to career guidance or a right only, by when should it be held, and by when must it be registered? Computes
 * {@code category}, and for those who have a right {@code shouldBeHeldBy} and {@code registerBy}. Answers YES when the category is not NONE.
 *
 * <p>Legal source: integreringsloven § 11, and § 37 b for collective protection; integreringsforskriften § 59. The decisive date is the settlement,
 * otherwise the day the information existed. The two days are the answers of {@code introduction.start-deadline} and {@code register.deadline}.
 */
public final class RightRule implements Rule {

    private static final String RIGHT = "R-5.1";
    private static final String ANY = "ANY";
    private static final String START_DEADLINE = "introduction.start-deadline";
    private static final String REGISTER_DEADLINE = "register.deadline";

    private enum Category {
        RIGHT_AND_DUTY,
        RIGHT_ONLY,
        MAY_BE_OFFERED,
        NONE
    }

    /** Letters of integreringsloven § 9, or what lies outside it. */
    private enum Permit {
        A,
        B,
        C,
        D,
        E,
        F,
        G,
        FAMILY_OTHER,
        OTHER
    }

    private static final List<Fact> FACTS = List.of(
            Fact.word("introductionCategory", Category.class),
            Fact.word("permitBasis", Permit.class),
            Fact.date("settledOn").optional(),
            Fact.date("informationOn").optional());

    /** Found at the first question, because all rules are made at once (docs/adr/0014). */
    private static final class Others {

        private static final Rules RULES = Rules.load(RightRule.class.getClassLoader());

        private static Rule named(String name) {
            return RULES.find(name).orElseThrow(() -> new IllegalStateException("no rule is named " + name));
        }
    }

    private final RuleTable table;
    private final Map<List<String>, RuleSet<Category>> sets;

    public RightRule() {
        this(RuleTable.read(
                RightRule.class,
                "/rules/guidance-right.table",
                List.of("introduction_category", "permit"),
                List.of("category")));
    }

    RightRule(RuleTable table) {
        this.table = table;
        sets = table.sets(row -> row.word("category", Category.class));
    }

    @Override
    public String name() {
        return "guidance.right";
    }

    @Override
    public List<RuleTable> tables() {
        var all = new ArrayList<RuleTable>();
        all.add(table);
        all.addAll(Others.named(START_DEADLINE).tables());
        all.addAll(Others.named(REGISTER_DEADLINE).tables());
        return List.copyOf(all);
    }

    @Override
    public List<Fact> facts() {
        return FACTS;
    }

    @Override
    public String decisiveFact() {
        return "settledOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var programme = facts.word("introductionCategory", Category.class);
        var permit = facts.word("permitBasis", Permit.class);
        var settledOn = facts.optionalDate("settledOn");
        var informationOn = facts.optionalDate("informationOn");
        var decisive = settledOn.or(() -> informationOn).orElse(null);
        var steps = new ArrayList<Step>();
        var shown = Map.of("introductionCategory", programme.name(), "permitBasis", permit.name());

        var found = inForce(programme, permit.name(), decisive).or(() -> inForce(programme, ANY, decisive));
        if (found.isEmpty()) {
            steps.add(new Step(
                    RIGHT,
                    "integreringsloven § 11",
                    Answer.UNDETERMINED,
                    shown,
                    "Datoen er før regelens første versjon. Saken følger introduksjonsloven."));
            return new Evaluation(name(), null, decisive, Answer.UNDETERMINED, Map.of(), steps);
        }
        var law = found.get();
        var category = law.parameters();
        var answer = category == Category.NONE ? Answer.NO : Answer.YES;
        steps.add(new Step(RIGHT, law.legalBasis(), answer, shown, law.note()));
        var values = new LinkedHashMap<String, Object>();
        values.put("category", category.name());
        if (answer == Answer.NO) {
            return new Evaluation(name(), law.validFrom(), decisive, answer, values, steps);
        }
        var version = law.validFrom();
        if (settledOn.isPresent()) {
            var start = ask(START_DEADLINE, Map.of("settledOn", settledOn.get().toString()));
            steps.add(
                    new Step(
                            "R-5.2",
                            law.legalBasis(),
                            start.answer(),
                            Map.of("settledOn", settledOn.get().toString()),
                            "Veiledningen bør være holdt før vedtaket. Er den ikke det, stanser det verken vedtaket eller oppstarten."));
            steps.addAll(start.steps());
            take(values, "shouldBeHeldBy", start.values().get("decideAndStartBy"));
            version = later(version, start.version());
            answer = both(answer, start.answer());
        }
        if (informationOn.isPresent()) {
            var registration = ask(
                    REGISTER_DEADLINE,
                    Map.of("knownOn", informationOn.get().toString(), "items", List.of("GUIDANCE_DONE")));
            steps.addAll(registration.steps());
            take(values, "registerBy", registration.values().get("registerBy"));
            version = later(version, registration.version());
            answer = both(answer, registration.answer());
        }
        return new Evaluation(name(), version, decisive, answer, values, steps);
    }

    private static Evaluation ask(String rule, Map<String, Object> facts) {
        return Others.named(rule).evaluate(facts);
    }

    /** The version of the settlement or the information; the newest that is not repealed when neither is dated. */
    private Optional<Version<Category>> inForce(Category programme, String permit, LocalDate decisive) {
        var set = sets.get(List.of(programme.name(), permit));
        if (set == null) {
            return Optional.empty();
        }
        return (decisive == null ? newest(set) : set.on(decisive)).filter(version -> version.parameters() != null);
    }

    private static Optional<Version<Category>> newest(RuleSet<Category> set) {
        return set.versions().stream()
                .filter(version -> version.validFrom() != null && version.parameters() != null)
                .max(Comparator.comparing(Version::validFrom));
    }

    private static void take(Map<String, Object> values, String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static Answer both(Answer one, Answer other) {
        return other == Answer.YES ? one : other;
    }
}
