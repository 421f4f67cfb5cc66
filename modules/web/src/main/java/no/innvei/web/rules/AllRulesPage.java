package no.innvei.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.innvei.kernel.rules.Rule;
import no.innvei.web.dates.StaffDate;
import no.innvei.web.dates.StaffDate.Direction;
import no.innvei.web.dates.StaffDate.Reading;
import no.innvei.web.dates.StaffDate.Side;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** Every rule on one page: its question, its versions, and what its tables say on a chosen day and are to say one day. */
@Named("allRulesPage")
@RequestScoped
public class AllRulesPage {

    private static final String DAY = "dag";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private LocalDate on;
    private Object typed;

    /** @param inForce tables with at least one row on the day */
    public record Entry(
            String id,
            String name,
            String question,
            String address,
            List<Version> versions,
            List<ParameterTable> inForce,
            List<ParameterTable> notInForce) {}

    public record Version(String from, List<String> legalBases) {}

    public void open() {
        on = LocalDate.now(clock);
        typed = on;
        var given = request.getParameter(DAY);
        if (given == null || given.isBlank()) {
            return;
        }
        if (StaffDate.read(given, Direction.PAST, Side.FROM, on) instanceof Reading.Day day) {
            on = day.date();
            typed = on;
            return;
        }
        typed = given.strip();
        var text = Texts.of("shell").get("date.notUnderstood");
        FacesContext.getCurrentInstance().addMessage(DAY, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    /** A date, or what was typed and not understood. */
    public Object getTyped() {
        return typed;
    }

    public String getDay() {
        return NorwegianFormat.date(on);
    }

    public List<RuleShelf> getShelves() {
        return RuleShelf.all(null);
    }

    public List<Entry> getEntries() {
        return RuleShelf.inOrder().map(rule -> entry(rule, on)).toList();
    }

    static Entry entry(Rule rule, LocalDate on) {
        var tables = rule.tables();
        return new Entry(
                anchor(rule.name()),
                RuleWords.name(rule.name()),
                RuleWords.question(rule.name()),
                RuleQuery.addressOf(rule),
                ParameterTable.versions(tables).entrySet().stream()
                        .map(version -> new Version(
                                NorwegianFormat.date(version.getKey()),
                                version.getValue().stream()
                                        .map(RuleWords::legalBasis)
                                        .toList()))
                        .toList(),
                tables.stream()
                        .filter(table -> !table.inForce(on).isEmpty())
                        .map(table -> ParameterTable.of(table, table.inForce(on), table == tables.getFirst()))
                        .toList(),
                tables.stream()
                        .filter(table -> !table.notInForce().isEmpty())
                        .map(table -> ParameterTable.of(table, table.notInForce(), table == tables.getFirst()))
                        .toList());
    }

    /** Where the rule stands on the page. */
    public static String anchor(String rule) {
        return rule.replace('.', '-');
    }
}
