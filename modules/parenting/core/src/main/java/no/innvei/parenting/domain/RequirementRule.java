package no.innvei.parenting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * Must this participant have parent guidance, and how much? Computes {@code required}, and when it is, {@code minimumSessions},
 * {@code maximumSessions} and {@code themes}. Answers NO when it is not required.
 *
 * <p>Legal source: integreringsloven § 14 a second paragraph (§ 14 before 2026), integreringsforskriften § 3. The decisive date is the day asked
 * about. The capacity exception changes the minimum only, and only while there is one.
 */
public final class RequirementRule implements Rule {

    private static final String REQUIRED = "R-8.2";
    private static final String EXTENT = "R-8.6";

    private enum Form {
        GROUP,
        INDIVIDUAL;

        private String parameter(String what) {
            return name().toLowerCase(Locale.ROOT) + what;
        }
    }

    private enum RequiredFor {
        CHILD_UNDER_18
    }

    private enum Theme {
        CHILDS_NEEDS,
        EMOTIONAL_RELATIONSHIP,
        STIMULATING_INTERACTION,
        REGULATION_AND_BOUNDARIES,
        SOCIAL_CONTROL_AND_VIOLENCE
    }

    private static final List<Fact> FACTS = List.of(
            Fact.yesNo("hasChildUnder18"),
            Fact.date("on"),
            Fact.word("form", Form.class),
            Fact.yesNo("capacityException"));

    private final RuleTable table;
    private final RuleSet<RequiredFor> requiredFor;
    private final Map<Form, RuleSet<Integer>> minimum = new EnumMap<>(Form.class);
    private final Map<Form, RuleSet<Integer>> maximum = new EnumMap<>(Form.class);
    private final Map<Form, RuleSet<Integer>> capacityMinimum = new EnumMap<>(Form.class);
    private final RuleSet<List<Theme>> themes;

    public RequirementRule() {
        this(RuleTable.read(
                RequirementRule.class, "/rules/parenting-requirement.table", List.of("parameter"), List.of("value")));
    }

    RequirementRule(RuleTable table) {
        this.table = table;
        requiredFor = table.set(row -> row.word("value", RequiredFor.class), "required_for");
        for (var form : Form.values()) {
            minimum.put(form, table.set(row -> row.integer("value"), form.parameter("_minimum")));
            maximum.put(form, table.set(row -> row.integer("value"), form.parameter("_maximum")));
            capacityMinimum.put(form, table.set(row -> row.integer("value"), "capacity_" + form.parameter("_minimum")));
        }
        themes = table.set(row -> row.words("value", Theme.class), "themes");
    }

    @Override
    public String name() {
        return "parenting.requirement";
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
        var child = facts.yes("hasChildUnder18");
        var on = facts.date("on");
        var form = facts.word("form", Form.class);
        var capacity = facts.yes("capacityException");
        var whom = requiredFor.on(on).orElse(null);
        if (whom == null) {
            return new Evaluation(
                    name(),
                    null,
                    on,
                    Answer.UNDETERMINED,
                    Map.of(),
                    List.of(new Step(
                            REQUIRED,
                            "integreringsloven § 14",
                            Answer.UNDETERMINED,
                            Map.of("on", on.toString()),
                            "Datoen er før regelens første versjon. Saken følger introduksjonsloven.")));
        }
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                REQUIRED,
                whom.legalBasis(),
                child ? Answer.YES : Answer.NO,
                Map.of(
                        "hasChildUnder18",
                        Boolean.toString(child),
                        "on",
                        on.toString(),
                        "requiredFor",
                        whom.parameters().name()),
                whom.note()));
        if (!child) {
            return new Evaluation(name(), whom.validFrom(), on, Answer.NO, Map.of("required", false), steps);
        }
        var ordinary = minimum.get(form).on(on).orElseThrow();
        var most = maximum.get(form).on(on).orElseThrow();
        var about = themes.on(on).orElseThrow();
        var exception = capacity ? capacityMinimum.get(form).on(on).orElse(null) : null;
        var least = exception == null ? ordinary : exception;
        var version = whom.validFrom();
        for (var law : List.of(least, most, about)) {
            version = later(version, law);
        }
        if (capacity) {
            steps.add(new Step(
                    EXTENT,
                    least.legalBasis(),
                    exception == null ? Answer.NO : Answer.YES,
                    Map.of("capacityException", "true", "on", on.toString()),
                    exception == null ? "Det fantes ikke noe unntak for kapasitet denne dagen." : exception.note()));
        }
        steps.add(new Step(
                EXTENT,
                least.legalBasis(),
                Answer.YES,
                Map.of(
                        "form",
                        form.name(),
                        "minimumSessions",
                        least.parameters().toString(),
                        "maximumSessions",
                        most.parameters().toString()),
                null));
        var values = new LinkedHashMap<String, Object>();
        values.put("required", true);
        values.put("minimumSessions", least.parameters());
        values.put("maximumSessions", most.parameters());
        values.put("themes", about.parameters().stream().map(Theme::name).toList());
        return new Evaluation(name(), version, on, Answer.YES, values, steps);
    }

    private static LocalDate later(LocalDate day, Version<?> version) {
        return version.validFrom().isAfter(day) ? version.validFrom() : day;
    }
}
