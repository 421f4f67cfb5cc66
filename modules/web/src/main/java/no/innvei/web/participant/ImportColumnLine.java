package no.innvei.web.participant;

import no.innvei.participant.api.ImportColumn;
import no.innvei.web.text.Texts;

/** One column of the import file, explained. */
public record ImportColumnLine(ImportColumn column) {

    public String getHeader() {
        return column.header();
    }

    public String getText() {
        return Texts.of("participant").get("import.column." + column);
    }
}
