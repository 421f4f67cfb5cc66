package no.innvei.web.participant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportColumns.FileColumn;
import no.innvei.web.text.Texts;

/** One column of the user's file, and what it may fill. */
public record ImportFileColumn(FileColumn column) {

    /** One thing a column may fill. */
    public record Meaning(String code, String text, boolean chosen) {}

    static String parameter(int index) {
        return "kolonne-" + index;
    }

    public String getParameter() {
        return parameter(column.index());
    }

    public String getLetter() {
        return column.letter();
    }

    public String getHeader() {
        return column.header().isEmpty() ? "–" : column.header();
    }

    /** Identity numbers are masked here as everywhere. */
    public String getSamples() {
        return column.samples().stream()
                .map(sample -> sample.replaceAll("([0-9]{6})[ ]?[0-9]{5,6}(?![0-9])", "$1 •••••"))
                .collect(Collectors.joining(" · "));
    }

    public String getLabel() {
        return Texts.of("participant").get("import.meaning.of", column.letter(), getHeader());
    }

    public List<Meaning> getMeanings() {
        return Stream.concat(
                        Stream.of(new Meaning(
                                "", Texts.of("participant").get("import.meaning.none"), column.meaning() == null)),
                        Arrays.stream(ImportColumn.values())
                                .map(meaning ->
                                        new Meaning(meaning.name(), meaning.header(), meaning == column.meaning())))
                .toList();
    }
}
