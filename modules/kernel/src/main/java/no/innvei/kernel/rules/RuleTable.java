package no.innvei.kernel.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameter file of one rule: a table a person with legal training can read and change without knowing Java.
 *
 * <p>Plain text in UTF-8. Lines that start with {@code #} are comments. The first other line names the columns; the rest are one row a line,
 * cells separated by {@code |}. Every table has {@code valid_from}, then the columns its rule asks for, then {@code legal_basis}, {@code source}
 * and {@code note}. A row holds from its day until the next row with the same key columns.
 *
 * <ul>
 *   <li>{@code -} under {@code valid_from}: adopted, but without a commencement date. Writing the date switches the row on.
 *   <li>{@code -} in another cell: none.
 *   <li>{@code repealed} in the first value column: from that day there is no such rule.
 * </ul>
 *
 * <p>Whatever is wrong is refused when the table is read, with file and line.
 */
public final class RuleTable {

    private static final String VALID_FROM = "valid_from";
    private static final String LEGAL_BASIS = "legal_basis";
    private static final String SOURCE = "source";
    private static final String NOTE = "note";
    private static final String NONE = "-";
    private static final String REPEALED = "repealed";
    private static final Pattern QUESTION = Pattern.compile("^[a-z-]+(\\.[a-z-]+)*: *");
    private static final Pattern MORE_NAMES = Pattern.compile(" ?[A-Za-z_-]+(?:, [A-Za-z_-]+)*,");
    private static final Pattern EXPLANATION =
            Pattern.compile(" ?(?<names>[A-Za-z_-]\\S*(?:, \\S+)*) {2,}(?<text>\\S.*)");

    private final String file;
    private final List<String> comments;
    private final List<String> keys;
    private final List<String> values;
    private final List<Row> rows;

    private RuleTable(String file, List<String> comments, List<String> keys, List<String> values, List<Row> rows) {
        this.file = file;
        this.comments = comments;
        this.keys = keys;
        this.values = values;
        this.rows = rows;
    }

    /**
     * Reads a table that lies beside the classes of a module.
     *
     * @param resource absolute name on the class path, for instance {@code /rules/introduction-duration.table}
     * @param keys columns that tell the rows of one day apart; may be empty
     * @param values columns with the parameters
     */
    public static RuleTable read(Class<?> module, String resource, List<String> keys, List<String> values) {
        try (var stream = module.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException(resource + ": no such parameter file");
            }
            return parse(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8), keys, values);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a table from text; {@code file} is the name used in complaints. */
    public static RuleTable parse(String file, String text, List<String> keys, List<String> values) {
        List<String> columns = null;
        var comments = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        var latest = new HashMap<List<String>, LocalDate>();
        int line = 0;
        for (var written : text.split("\\R")) {
            line++;
            if (written.startsWith("#")) {
                comments.add(written.substring(1).stripTrailing());
                continue;
            }
            if (written.isBlank()) {
                continue;
            }
            var cells =
                    Arrays.stream(written.split("\\|", -1)).map(String::strip).toList();
            if (columns == null) {
                columns = header(file, line, cells, keys, values);
                continue;
            }
            var row = row(file, line, columns, cells, keys, values);
            var before = latest.get(row.key());
            if (row.validFrom() != null) {
                if (before != null && !row.validFrom().isAfter(before)) {
                    throw wrong(
                            file,
                            line,
                            row.validFrom().equals(before)
                                    ? "overlaps an earlier line with the same " + VALID_FROM + " and " + keys
                                    : "stands after a later date; rows with the same " + keys + " stand in order");
                }
                latest.put(row.key(), row.validFrom());
            }
            rows.add(row);
        }
        if (columns == null || rows.isEmpty()) {
            throw wrong(file, Math.max(line, 1), "a table needs a line of column names and at least one row");
        }
        return new RuleTable(file, List.copyOf(comments), List.copyOf(keys), List.copyOf(values), List.copyOf(rows));
    }

    private static List<String> header(
            String file, int line, List<String> cells, List<String> keys, List<String> values) {
        var expected = new ArrayList<String>();
        expected.add(VALID_FROM);
        expected.addAll(keys);
        expected.addAll(values);
        expected.addAll(List.of(LEGAL_BASIS, SOURCE, NOTE));
        for (var cell : cells) {
            if (!expected.contains(cell)) {
                throw wrong(file, line, "unknown column \"" + cell + "\"; this table has " + expected);
            }
        }
        for (var name : expected) {
            if (cells.stream().filter(name::equals).count() != 1) {
                throw wrong(file, line, "column \"" + name + "\" must stand exactly once");
            }
        }
        return cells;
    }

    private static Row row(
            String file, int line, List<String> columns, List<String> cells, List<String> keys, List<String> values) {
        if (cells.size() != columns.size()) {
            throw wrong(file, line, cells.size() + " cells under " + columns.size() + " columns");
        }
        var byName = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            byName.put(columns.get(i), cells.get(i));
        }
        for (var name : columns) {
            if (byName.get(name).isEmpty() && !name.equals(NOTE)) {
                throw wrong(file, line, "\"" + name + "\" is empty; write " + NONE + " for none");
            }
        }
        for (var name : List.of(LEGAL_BASIS, SOURCE)) {
            if (byName.get(name).equals(NONE)) {
                throw wrong(file, line, "\"" + name + "\" must be given");
            }
        }
        var note = byName.get(NOTE);
        return new Row(
                file,
                line,
                date(file, line, byName.get(VALID_FROM)),
                keys.stream().map(byName::get).toList(),
                !values.isEmpty() && byName.get(values.getFirst()).equals(REPEALED),
                byName,
                byName.get(LEGAL_BASIS),
                byName.get(SOURCE),
                note.isEmpty() || note.equals(NONE) ? null : note);
    }

    private static LocalDate date(String file, int line, String cell) {
        if (cell.equals(NONE)) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException malformed) {
            throw wrong(
                    file,
                    line,
                    "\"" + cell + "\" is not a date; write year-month-day, or " + NONE + " when not in force");
        }
    }

    static IllegalArgumentException wrong(String file, int line, String what) {
        return new IllegalArgumentException(file + ":" + line + ": " + what);
    }

    /** One line of the table. */
    public record Row(
            String file,
            int line,
            LocalDate validFrom,
            List<String> key,
            boolean repealed,
            Map<String, String> cells,
            String legalBasis,
            String source,
            String note) {

        public Row {
            key = List.copyOf(key);
            cells = Map.copyOf(cells);
        }

        public String text(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw wrong(file, line, "no column \"" + column + "\"");
            }
            return cell;
        }

        public boolean none(String column) {
            return text(column).equals(NONE);
        }

        public int integer(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException malformed) {
                throw wrong(file, line, "\"" + text(column) + "\" under " + column + " is not a whole number");
            }
        }

        public BigDecimal decimal(String column) {
            try {
                return new BigDecimal(text(column));
            } catch (NumberFormatException malformed) {
                throw wrong(file, line, "\"" + text(column) + "\" under " + column + " is not a number");
            }
        }

        public <E extends Enum<E>> E word(String column, Class<E> words) {
            return word(column, text(column), words);
        }

        /** Words separated by blanks; an empty list for {@code -}. */
        public <E extends Enum<E>> List<E> words(String column, Class<E> words) {
            if (none(column)) {
                return List.of();
            }
            return Arrays.stream(text(column).split("\\s+"))
                    .map(cell -> word(column, cell, words))
                    .toList();
        }

        private <E extends Enum<E>> E word(String column, String cell, Class<E> words) {
            return Arrays.stream(words.getEnumConstants())
                    .filter(word -> word.name().equals(cell))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            file,
                            line,
                            "\"" + cell + "\" under " + column + " is none of "
                                    + Arrays.toString(words.getEnumConstants())));
        }
    }

    /** Every row as it stands in the file. */
    public List<Row> rows() {
        return rows;
    }

    public String file() {
        return file;
    }

    /** The lines that start with {@code #}, without it: first the question the table answers, then what its columns and words mean. */
    public List<String> comments() {
        return comments.stream().map(String::strip).toList();
    }

    /** The question the table answers, without the name of the rule that stands before it; empty when no comment stands first. */
    public String question() {
        var first = comments.isEmpty() ? "" : comments.getFirst().strip();
        return QUESTION.matcher(first).replaceFirst("");
    }

    /** The comments that belong to the table as a whole: which date selects the version, and how to read it. */
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        readComments(remarks, new LinkedHashMap<>());
        return List.copyOf(remarks);
    }

    /** What columns and parameters mean: the name, or names with comma, and its explanation; in the order of the file. */
    public Map<String, String> explanations() {
        var explanations = new LinkedHashMap<String, String>();
        readComments(new ArrayList<>(), explanations);
        return explanations;
    }

    /** A name and its explanation have two blanks or more between them; a line that is indented goes on with the one before. */
    private void readComments(List<String> remarks, Map<String, String> explanations) {
        String name = null;
        var names = "";
        for (var comment : comments.subList(Math.min(1, comments.size()), comments.size())) {
            var explanation = EXPLANATION.matcher(names.isEmpty() ? comment : " " + comment.strip());
            if (explanation.matches()) {
                name = names + explanation.group("names");
                names = "";
                explanations.put(name, explanation.group("text"));
            } else if (MORE_NAMES.matcher(comment).matches()) {
                names += comment.strip() + " ";
            } else if (name != null && comment.startsWith("   ")) {
                explanations.merge(name, comment.strip(), (before, more) -> before + " " + more);
            } else {
                name = null;
                if (!comment.isBlank()) {
                    remarks.add(comment.strip());
                }
            }
        }
    }

    /** Names of the columns that tell the rows of one day apart. */
    public List<String> keys() {
        return keys;
    }

    /** The row of each key that holds on a day, in the order of the file; a repealed row says so itself. Never one without a date. */
    public List<Row> inForce(LocalDate on) {
        var current = new LinkedHashMap<List<String>, Row>();
        for (var row : rows) {
            if (row.validFrom() != null && !row.validFrom().isAfter(on)) {
                current.put(row.key(), row);
            }
        }
        return List.copyOf(current.values());
    }

    /** Adopted, but without a commencement date. */
    public List<Row> notInForce() {
        return rows.stream().filter(row -> row.validFrom() == null).toList();
    }

    /** The dated versions of each key, in the order the keys first appear. A complaint of {@code parameters} names file and line. */
    public <P> Map<List<String>, RuleSet<P>> sets(Function<Row, P> parameters) {
        var versions = new LinkedHashMap<List<String>, List<RuleSet.Version<P>>>();
        for (var row : rows) {
            versions.computeIfAbsent(row.key(), key -> new ArrayList<>())
                    .add(new RuleSet.Version<>(
                            row.validFrom(),
                            row.repealed() ? null : parameters.apply(row),
                            row.legalBasis(),
                            row.source(),
                            row.note()));
        }
        var sets = new LinkedHashMap<List<String>, RuleSet<P>>();
        versions.forEach((key, all) -> sets.put(key, new RuleSet<>(all)));
        return sets;
    }

    /** The dated versions of one key. */
    public <P> RuleSet<P> set(Function<Row, P> parameters, String... key) {
        var wanted = List.of(key);
        var versions = rows.stream()
                .filter(row -> row.key().equals(wanted))
                .map(row -> new RuleSet.Version<>(
                        row.validFrom(),
                        row.repealed() ? null : parameters.apply(row),
                        row.legalBasis(),
                        row.source(),
                        row.note()))
                .toList();
        if (versions.isEmpty()) {
            throw new NoSuchElementException(file + ": no row with " + keys + " " + wanted);
        }
        return new RuleSet<>(versions);
    }

    /** Names of the columns with parameters. */
    public List<String> values() {
        return values;
    }
}
