package no.innvei.registersync.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * By which day must information be in the national register? Computes {@code registerBy}, the last day inside.
 *
 * <p>Legal source: integreringsloven § 43 second paragraph, integreringsforskriften §§ 58 and 59. The decisive date is the day the
 * information existed.
 */
public final class RegisterDeadlineRule implements Rule {

    /** Everything the regulation has registered; all of it has the same limit. {@code PERSON} is our name for the common data of § 46. */
    enum Item {
        PERSON,
        CLAIM,
        PROGRAMME_OFFER,
        PROGRAMME_DECISION,
        PROGRAMME_START,
        PROGRAMME_STOP,
        GOAL,
        MEASURE,
        ABSENCE,
        LEAVE,
        MAPPING_DONE,
        GUIDANCE_DONE,
        PARENT_GUIDANCE_DONE,
        LIFE_SKILLS_DONE,
        ENDING_REASON,
        APPEAL,
        BENEFIT,
        LANGUAGE_OFFER,
        LANGUAGE_DECISION,
        LANGUAGE_START,
        LANGUAGE_STOP,
        NORWEGIAN_GOAL,
        LANGUAGE_HOURS,
        SOCIAL_STUDIES_MODULE,
        EXEMPTION,
        RESERVATION
    }

    private static final String NAME = "register.deadline";
    private static final String STEP = "R-15.3";
    private static final List<Fact> FACTS = List.of(Fact.date("knownOn"), Fact.words("items", Item.class));

    private final RuleTable table;
    private final RuleSet<Integer> months;

    public RegisterDeadlineRule() {
        this(RuleTable.read(
                RegisterDeadlineRule.class, "/rules/register-deadline.table", List.of("parameter"), List.of("value")));
    }

    RegisterDeadlineRule(RuleTable table) {
        this.table = table;
        months = table.set(row -> row.integer("value"), "months");
    }

    @Override
    public String name() {
        return NAME;
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
        return "knownOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var asked = new Facts(FACTS, given);
        var knownOn = asked.date("knownOn");
        var facts = Map.of("knownOn", knownOn.toString(), "items", items(asked.words("items", Item.class)));
        var version = months.on(knownOn).orElse(null);
        if (version == null) {
            return new Evaluation(
                    NAME,
                    null,
                    knownOn,
                    Answer.UNDETERMINED,
                    Map.of(),
                    List.of(new Step(
                            STEP,
                            "integreringsforskriften §§ 58 og 59",
                            Answer.UNDETERMINED,
                            facts,
                            "Datoen er før regelens første versjon. Opplysningen følger introduksjonsloven.")));
        }
        var registerBy = Counting.monthsFrom(knownOn, version.parameters());
        return new Evaluation(
                NAME,
                version.validFrom(),
                knownOn,
                Answer.YES,
                Map.of("registerBy", registerBy.toString()),
                List.of(new Step(STEP, version.legalBasis(), Answer.YES, facts, version.note())));
    }

    private static String items(Set<Item> items) {
        return items.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
