package no.innvei.web.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.innvei.web.rules.RuleWords;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.ParticipantList.Row;
import org.dhatim.fastexcel.Workbook;

/** The list as a file: the columns of the page, one row per participant. A text is never read as a formula by a spreadsheet. */
final class ListFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String APPLICATION = "Innvei";
    private static final String VERSION = "1.0";

    private final List<Field> fields;
    private final List<Row> rows;

    /** A heading and what stands under it: a text, a whole number, a date or {@code null}. */
    private record Field(String heading, Function<Row, Object> value) {}

    ListFile(ListState state, List<Row> rows, LocalDate today) {
        this.rows = rows;
        this.fields = fields(state, today);
    }

    private static List<Field> fields(ListState state, LocalDate today) {
        var texts = Texts.of("worklist");
        var fields = new ArrayList<Field>();
        fields.add(new Field(texts.get("list.column.name"), Row::name));
        state.columns()
                .forEach(column ->
                        fields.add(new Field(texts.get("list.column." + column.code()), value(column, today, texts))));
        if (state.shows(Column.DUE)) {
            fields.add(new Field(
                    texts.get("file.due.date"),
                    row -> row.nextDeadline() == null
                            ? null
                            : row.nextDeadline().date()));
        }
        if (state.shows(Column.ADVISER)) {
            fields.add(new Field(texts.get("file.substitute"), Row::substitute));
        }
        return List.copyOf(fields);
    }

    private static Function<Row, Object> value(Column column, LocalDate today, Texts texts) {
        return switch (column) {
            case PERMIT -> row -> row.permit() == null ? null : texts.get("permit." + row.permit());
            case CATEGORY -> row -> row.category() == null ? null : RuleWords.word("category", row.category());
            case PHASE -> row -> texts.get("phase." + ListState.code(row.phase()));
            case MONTHS -> row -> row.month();
            case GOAL -> row -> row.finalGoal() == null ? null : texts.get("goal." + row.finalGoal());
            case DUE -> row -> new RowLine(row, today).getDue();
            case ADVISER -> Row::adviser;
            case REGISTER -> row -> new RowLine(row, today).getRegisterText();
            case PLAN -> row -> row.planVersion();
            case CHANGED -> row -> NorwegianFormat.dayOf(row.changedAt());
        };
    }

    void writeWorkbook(OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, APPLICATION, VERSION)) {
            var sheet = workbook.newWorksheet(Texts.of("worklist").get("list.title"));
            for (int column = 0; column < fields.size(); column++) {
                sheet.value(0, column, fields.get(column).heading());
                sheet.style(0, column).bold().set();
            }
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column < fields.size(); column++) {
                    var value = fields.get(column).value().apply(rows.get(line));
                    switch (value) {
                        case null -> {
                            // an empty cell
                        }
                        case Integer number -> sheet.value(line + 1, column, number);
                        case LocalDate date -> {
                            sheet.value(line + 1, column, date);
                            sheet.style(line + 1, column).format("dd.mm.yyyy").set();
                        }
                        // as a text cell, which no spreadsheet calculates
                        default -> sheet.value(line + 1, column, value.toString());
                    }
                }
            }
            sheet.freezePane(1, 1);
        }
    }

    /** UTF-8 with a mark and semicolons, as Norwegian spreadsheets read it. */
    void writeText(OutputStream out) throws IOException {
        var lines = new StringBuilder(BYTE_ORDER_MARK);
        lines.append(fields.stream().map(field -> cell(field.heading())).collect(Collectors.joining(";")))
                .append("\r\n");
        for (var row : rows) {
            lines.append(fields.stream()
                            .map(field -> cell(field.value().apply(row)))
                            .collect(Collectors.joining(";")))
                    .append("\r\n");
        }
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A text that a spreadsheet might take for a formula gets an apostrophe in front, which it shows as nothing. */
    static String cell(Object value) {
        var text = switch (value) {
            case null -> "";
            case LocalDate date -> NorwegianFormat.date(date);
            case Integer number -> number.toString();
            default -> safe(value.toString());
        };
        return text.matches("(?s).*[;\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
