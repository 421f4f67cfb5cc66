package no.innvei.web.participant;

import java.util.List;
import java.util.stream.Collectors;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.ImportPreview.Row;
import no.innvei.web.text.Texts;

/** One row of a preview or receipt in words. */
public final class ImportRowLine {

    private final Row row;
    private final Texts texts = Texts.of("participant");

    ImportRowLine(Row row) {
        this.row = row;
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
            case UPDATE, NEEDS_LEADER -> "warning";
            case UNCHANGED -> "neutral";
            case ERROR -> "danger";
        };
    }

    /** What is wrong, or worth a look, one sentence each; then what would be changed. */
    public List<String> getSentences() {
        var sentences = row.reasons().stream().map(this::sentence).collect(Collectors.toList());
        if (!row.changed().isEmpty()) {
            sentences.add(texts.get(
                    "import.changed",
                    row.changed().stream().map(ImportColumn::header).collect(Collectors.joining(", "))));
        }
        return sentences;
    }

    private String sentence(Reason reason) {
        var field = reason.column() == null ? "row" : reason.column().field();
        var sentence = texts.get(Registration.key(field, reason.code().name()));
        return reason.column() == null ? sentence : reason.column().header() + ": " + sentence;
    }
}
