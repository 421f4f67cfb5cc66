package no.innvei.registersync.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * By which day must information be in the national register? Computes {@code registerBy}, the last day inside.
 *
 * <p>Legal source: integreringsloven § 43 second paragraph, integreringsforskriften § 58. The decisive date is the day the information existed.
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

    /** A parameter under its name, for readers. */
    record Named(String name, int value) {}

    private static final String NAME = "register.deadline";
    private static final String STEP = "R-15.3";
    private static final Map<String, Boolean> FACTS = Map.of("knownOn", true, "items", true);

    private final RuleSet<Named> months;

    public RegisterDeadlineRule() {
        this(RuleTable.read(
                RegisterDeadlineRule.class, "/rules/register-deadline.table", List.of("parameter"), List.of("value")));
    }

    RegisterDeadlineRule(RuleTable table) {
        months = table.set(row -> new Named(row.text("parameter"), row.integer("value")), "months");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<RuleSet<?>> parameters() {
        return List.of(months);
    }

    @Override
    public Map<String, Boolean> facts() {
        return FACTS;
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var knownOn = new Facts(FACTS, given).date("knownOn");
        var facts = Map.of("knownOn", knownOn.toString(), "items", items(given.get("items")));
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
                            "integreringsforskriften § 58",
                            Answer.UNDETERMINED,
                            facts,
                            "Datoen er før regelens første versjon. Opplysningen følger introduksjonsloven.")));
        }
        var registerBy = Counting.monthsFrom(knownOn, version.parameters().value());
        return new Evaluation(
                NAME,
                version.validFrom(),
                knownOn,
                Answer.YES,
                Map.of("registerBy", registerBy.toString()),
                List.of(new Step(STEP, version.legalBasis(), Answer.YES, facts, version.note())));
    }

    private static String items(Object given) {
        if (!(given instanceof Collection<?> items) || items.isEmpty()) {
            throw new IllegalArgumentException("malformed fact items: must be a list of item kinds");
        }
        var known = new TreeSet<String>();
        for (Object item : items) {
            try {
                known.add(Item.valueOf(String.valueOf(item)).name());
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException("malformed fact items: each must be a known item kind", unknown);
            }
        }
        return String.join(" ", known);
    }
}
