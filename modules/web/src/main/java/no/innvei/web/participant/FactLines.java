package no.innvei.web.participant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.DatedFact.Superseded;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFacts.LifeHistory;
import no.innvei.web.text.Texts;

/** Lines of a person's history, one per fact that is true, or per kind where nothing is. */
final class FactLines {

    private final LifeHistory history;
    private final LocalDate day;
    private final boolean editable;

    /**
     * @param day what is true on it is shown first
     * @param editable whether the lines lead to the form
     */
    FactLines(LifeHistory history, LocalDate day, boolean editable) {
        this.history = history;
        this.day = day;
        this.editable = editable;
    }

    List<FactLine> of(FactKind... kinds) {
        var lines = new ArrayList<FactLine>();
        for (var kind : kinds) {
            var byLine = new LinkedHashMap<String, List<DatedFact>>();
            history.facts().stream()
                    .filter(row -> row.kind() == kind)
                    .forEach(row -> byLine.computeIfAbsent(row.line(), line -> new ArrayList<>())
                            .add(row));
            if (byLine.isEmpty()) {
                lines.add(new FactLine(label(kind, null), null, "", List.of(), address(kind, null), null));
            }
            byLine.forEach((line, rows) -> lines.add(line(kind, line, rows)));
        }
        return lines;
    }

    private FactLine line(FactKind kind, String line, List<DatedFact> rows) {
        var present = rows.stream()
                .filter(row -> row.known() && row.trueOn(day))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row ->
                                row.known() && row.from() != null && row.from().isAfter(day))
                        .findFirst());
        return new FactLine(
                label(kind, line),
                present.map(row -> FactWords.value(row.fact())).orElse(null),
                present.map(row -> FactWords.period(row.from(), row.to())).orElse(""),
                past(rows, present.orElse(null)),
                address(kind, line),
                present.map(DatedFact::fact)
                        .filter(LifeFact.Partner.class::isInstance)
                        .map(fact -> ((LifeFact.Partner) fact).partner())
                        .map(partner -> "/deltakere/" + partner.value())
                        .orElse(null));
    }

    /** A row that only got another last day is told by the one that took its place. */
    static List<FactLine.Past> past(List<DatedFact> rows, DatedFact present) {
        var past = rows.stream()
                .filter(row -> row != present && row.why() != Superseded.CHANGED)
                .sorted(Comparator.comparing(DatedFact::known)
                        .reversed()
                        .thenComparing(
                                DatedFact::from,
                                Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())
                                        .reversed()))
                .map(FactLines::past)
                .toList();
        if (past.isEmpty() || present == null) {
            return past;
        }
        var all = new ArrayList<FactLine.Past>();
        all.add(past(present));
        all.addAll(past);
        return all;
    }

    private static FactLine.Past past(DatedFact row) {
        return new FactLine.Past(
                FactWords.value(row.fact()),
                FactWords.period(row.from(), row.to()),
                FactWords.knowledge(row),
                !row.known());
    }

    private static String label(FactKind kind, String line) {
        return kind == FactKind.CONTACT && line != null
                ? Texts.of(Registration.BUNDLE).get("channel." + line)
                : FactWords.kind(kind);
    }

    private String address(FactKind kind, String line) {
        if (!editable) {
            return null;
        }
        var address = "/deltakere/" + history.participant().value() + "/opplysninger/endre?slag=" + kind;
        return line == null || line.isEmpty() ? address : address + "&linje=" + line;
    }
}
