package no.innvei.web.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.web.text.NorwegianFormat;

/**
 * Rows of one parameter table as a person reads them: names in place of column names, words in place of codes.
 *
 * @param heading what the table answers, in bokmål; empty for a rule's own table, whose question is the rule's
 */
public record ParameterTable(String heading, List<String> columns, List<Line> lines) {

    /** @param from the day the row holds from; {@code null} when it is adopted and no more */
    public record Line(List<String> cells, String from, String legalBasis, String source, RuleNote note) {}

    private static final String PARAMETER = "parameter";
    private static final String VALUE = "value";
    private static final String NONE = "-";

    /** Before the word of a permit, in a parameter of its own for each. */
    private static final String PERMIT = "permit_";

    /** A line of explanation in the head of a table: one name or several, at least two blanks, then what it means. */
    private static final Pattern EXPLAINED = Pattern.compile("([a-z][a-z0-9_]*(?:, [a-z][a-z0-9_]*)*) {2,}(\\S.*)");

    static ParameterTable of(RuleTable table, List<RuleTable.Row> rows, boolean own) {
        var columns =
                Stream.concat(table.keys().stream(), table.values().stream()).toList();
        var explained = explained(table.comments());
        return new ParameterTable(
                own ? "" : question(table),
                columns.stream().map(column -> label(column, explained)).toList(),
                rows.stream().map(row -> line(row, columns, explained)).toList());
    }

    private static Line line(RuleTable.Row row, List<String> columns, Map<String, String> explained) {
        var parameter = columns.contains(PARAMETER) ? row.text(PARAMETER) : null;
        var cells = new ArrayList<String>();
        for (var column : columns) {
            var written = row.text(column);
            if (column.equals(PARAMETER)) {
                cells.add(label(written, explained));
            } else if (written.equals(NONE)) {
                cells.add("–");
            } else {
                cells.add(RuleWords.value(column.equals(VALUE) && parameter != null ? parameter : column, written));
            }
        }
        return new Line(
                cells,
                row.validFrom() == null ? null : NorwegianFormat.date(row.validFrom()),
                RuleWords.legalBasis(row.legalBasis()),
                row.source(),
                RuleNote.of(row.note()));
    }

    private static String label(String column, Map<String, String> explained) {
        var named = RuleWords.column(column);
        var word = named == null && column.startsWith(PERMIT)
                ? RuleWords.word("permit", column.substring(PERMIT.length()))
                : named;
        if (word != null) {
            return word;
        }
        var text = explained.getOrDefault(column, column.replace('_', ' '));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The first line of a table is {@code <rule>: <question>}. */
    private static String question(RuleTable table) {
        var first = table.comments().isEmpty() ? "" : table.comments().getFirst();
        return first.contains(": ") ? first.substring(first.indexOf(": ") + 2) : first;
    }

    static Map<String, String> explained(List<String> comments) {
        var found = new LinkedHashMap<String, String>();
        List<String> names = List.of();
        for (var comment : comments) {
            var matcher = EXPLAINED.matcher(comment);
            if (matcher.matches()) {
                names = Arrays.asList(matcher.group(1).split(", "));
                names.forEach(name -> found.put(name, matcher.group(2)));
            } else if (comment.isBlank()) {
                names = List.of();
            } else {
                names.forEach(name -> found.merge(name, comment, (one, more) -> one + " " + more));
            }
        }
        return found;
    }

    /** When the rows of the tables came, and by which paragraphs; a row that is not in force has no day and is not told of here. */
    static Map<LocalDate, List<String>> versions(List<RuleTable> tables) {
        var versions = new TreeMap<LocalDate, List<String>>();
        tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.validFrom() != null)
                .forEach(row -> {
                    var bases = versions.computeIfAbsent(row.validFrom(), day -> new ArrayList<>());
                    if (!bases.contains(row.legalBasis())) {
                        bases.add(row.legalBasis());
                    }
                });
        return versions;
    }
}
