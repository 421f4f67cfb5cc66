package no.innvei.web.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Decision;
import no.innvei.participant.api.ImportPreview.Difference;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.ImportPreview.Row;
import no.innvei.web.text.Texts;

/** One row of a preview or receipt in words. */
public final class ImportRowLine {

    private final Row row;
    private final Map<ImportColumn, String> letters;
    private final Texts texts = Texts.of("participant");

    ImportRowLine(Row row, Map<ImportColumn, String> letters) {
        this.row = row;
        this.letters = letters;
    }

    public int getLine() {
        return row.line();
    }

    public String getName() {
        return row.name().isEmpty() ? "–" : row.name();
    }

    public String getOutcome() {
        return texts.get("outcome." + row.outcome());
    }

    public String getColor() {
        return switch (row.outcome()) {
            case NEW -> "info";
            case UPDATE, CONFLICT, NEEDS_LEADER -> "warning";
            case UNCHANGED -> "neutral";
            case ERROR -> "danger";
        };
    }

    /** Something to choose. */
    public boolean isConflict() {
        return row.outcome() == Outcome.CONFLICT;
    }

    public boolean isTakesFile() {
        return row.decision() == Decision.FILE;
    }

    /** What is wrong, or worth a look, one sentence each; then what differs. */
    public List<String> getSentences() {
        var sentences = new ArrayList<String>();
        row.reasons().forEach(reason -> sentences.add(sentence(reason)));
        row.differences().stream()
                .filter(Difference::contradicts)
                .forEach(difference -> sentences.add(texts.get(
                        "import.contradicts",
                        place(difference.column()),
                        words(difference.file()),
                        words(difference.ours()))));
        var changed = row.differences().stream()
                .filter(difference -> !difference.contradicts())
                .map(this::change)
                .collect(Collectors.joining("; "));
        if (!changed.isEmpty()) {
            sentences.add(texts.get("import.changed", changed));
        }
        return sentences;
    }

    private String change(Difference difference) {
        if (difference.file() == null) {
            return difference.column().header();
        }
        return difference.ours() == null
                ? texts.get("import.added", difference.column().header(), difference.file())
                : texts.get("import.from", difference.column().header(), difference.ours(), difference.file());
    }

    private String words(String value) {
        return value == null ? texts.get("import.nothing") : "«" + value + "»";
    }

    private String sentence(Reason reason) {
        var field = reason.column() == null ? "row" : reason.column().field();
        var sentence = texts.get(Registration.key(field, reason.code().name()));
        return reason.column() == null ? sentence : place(reason.column()) + ": " + sentence;
    }

    /** The column and the cell, as a spreadsheet names it. */
    private String place(ImportColumn column) {
        var letter = letters.get(column);
        return letter == null ? column.header() : column.header() + " (" + letter + row.line() + ")";
    }
}
