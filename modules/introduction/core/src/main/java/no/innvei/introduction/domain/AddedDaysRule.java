package no.innvei.introduction.domain;

import java.time.LocalDate;
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
 * How many working days are added to the programme because of absence, time off and leave? Computes {@code addedWorkingDays}.
 *
 * <p>Legal source: integreringsforskriften §§ 10 and 19, in force from 2026. The decisive date is the date the rules are applied to.
 */
public final class AddedDaysRule implements Rule {

    static final String ADDED = "addedWorkingDays";

    private static final List<Fact> FACTS = List.of(Fact.wholeNumber("absenceAndLeaveWorkingDays"), Fact.date("on"));

    private final RuleTable table;
    private final RuleSet<Integer> moreThan;

    public AddedDaysRule() {
        this(RuleTable.read(
                AddedDaysRule.class,
                "/rules/introduction-added-days.table",
                List.of(),
                List.of("more_than_working_days")));
    }

    AddedDaysRule(RuleTable table) {
        this.table = table;
        moreThan = table.set(row -> row.integer("more_than_working_days"));
    }

    @Override
    public String name() {
        return "introduction.added-days";
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
        return evaluate(facts.integer("absenceAndLeaveWorkingDays"), facts.date("on"));
    }

    /** @param days working days of absence, time off and leave that may count */
    Evaluation evaluate(int days, LocalDate on) {
        var found = moreThan.on(on).orElse(null);
        if (found == null) {
            return new Evaluation(
                    name(),
                    null,
                    on,
                    Answer.UNDETERMINED,
                    Map.of(),
                    List.of(
                            new Step(
                                    "R-11.9",
                                    "integreringsforskriften §§ 10 og 19",
                                    Answer.UNDETERMINED,
                                    Map.of("absenceAndLeaveWorkingDays", Integer.toString(days), "on", on.toString()),
                                    "Ikke kontrollert: Datoen er før regelens første versjon. Før 2026 sto hver regel om fravær for seg; sluttdatoen må en saksbehandler fastsette.")));
        }
        var counts = days > found.parameters();
        var added = counts ? days : 0;
        return new Evaluation(
                name(),
                found.validFrom(),
                on,
                Answer.YES,
                Map.of(ADDED, added),
                List.of(new Step(
                        "R-11.9",
                        found.legalBasis(),
                        counts ? Answer.YES : Answer.NO,
                        Map.of(
                                "absenceAndLeaveWorkingDays",
                                Integer.toString(days),
                                "moreThan",
                                found.parameters().toString(),
                                ADDED,
                                Integer.toString(added)),
                        counts ? found.note() : null)));
    }
}
