package no.innvei.rulescli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Rule;

/**
 * One worked example out of {@code /rules/<rule>.examples}: facts, and what the rule must answer. Everything is text as it is written in the file;
 * lists are words with commas.
 *
 * @param version {@code null} = none
 */
record Example(
        String rule,
        String title,
        Map<String, String> facts,
        String answer,
        String version,
        Map<String, String> values) {

    private static final List<String> LINES = List.of("facts", "answer", "version", "values");
    private static final String NONE = "-";

    static String resource(Rule rule) {
        return "rules/" + rule.name().replace('.', '-') + ".examples";
    }

    /** The examples that lie beside the rule's table; none when there is no such file. */
    static List<Example> of(Rule rule) {
        try (var file = rule.getClass().getClassLoader().getResourceAsStream(resource(rule))) {
            return file == null
                    ? List.of()
                    : parse(rule.name(), new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Example> parse(String rule, String text) {
        var examples = new ArrayList<Example>();
        for (var block : text.strip().split("\\R\\s*\\R")) {
            var title = new ArrayList<String>();
            var lines = new LinkedHashMap<String, String>();
            for (var line : block.strip().split("\\R")) {
                if (line.startsWith("#")) {
                    title.add(line.substring(1).strip());
                    continue;
                }
                var parts = line.strip().split("\\s+", 2);
                if (!LINES.contains(parts[0]) || lines.put(parts[0], parts.length > 1 ? parts[1] : NONE) != null) {
                    throw new IllegalArgumentException(rule + ": \"" + line + "\" in example " + title
                            + "; an example has one line each of " + LINES);
                }
            }
            if (lines.size() != LINES.size() || title.isEmpty()) {
                throw new IllegalArgumentException(
                        rule + ": example " + title + " has " + lines.keySet() + ", not a title and " + LINES);
            }
            examples.add(new Example(
                    rule,
                    String.join(" ", title),
                    pairs(lines.get("facts")),
                    lines.get("answer"),
                    lines.get("version").equals(NONE) ? null : lines.get("version"),
                    pairs(lines.get("values"))));
        }
        return List.copyOf(examples);
    }

    private static Map<String, String> pairs(String line) {
        var pairs = new LinkedHashMap<String, String>();
        if (line.equals(NONE)) {
            return pairs;
        }
        for (var pair : line.split("\\s+")) {
            var parts = pair.split("=", 2);
            if (parts.length != 2 || pairs.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("\"" + pair + "\" is no name=value, or stands twice");
            }
        }
        return pairs;
    }

    Evaluation evaluate(Rule by) {
        var kinds = by.facts().stream().collect(Collectors.toMap(Fact::name, Fact::kind));
        var given = new LinkedHashMap<String, Object>();
        facts.forEach((name, written) -> given.put(name, fact(kinds.get(name), written)));
        return by.evaluate(given);
    }

    private static Object fact(Fact.Kind kind, String written) {
        return switch (kind) {
            case null -> written;
            case DATE, WORD -> written;
            case YES_NO -> Boolean.valueOf(written);
            case NUMBER, WHOLE_NUMBER -> new BigDecimal(written);
            case WORDS -> Arrays.asList(written.split(","));
        };
    }

    /** Answer, version and values as in the file. */
    String expected() {
        return shown(answer, version, new TreeMap<>(values));
    }

    /** What the rule answers, in the same form. */
    String actual(Rule by) {
        var evaluation = evaluate(by);
        var computed = new TreeMap<String, String>();
        evaluation.values().forEach((name, value) -> computed.put(name, written(value)));
        return shown(
                evaluation.answer().name(),
                evaluation.version() == null ? null : evaluation.version().toString(),
                computed);
    }

    static String written(Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** The order of a list has no meaning. */
    private static String shown(String answer, String version, Map<String, String> values) {
        var lines = new StringBuilder("answer " + answer + "\nversion " + (version == null ? NONE : version));
        values.forEach((name, value) -> lines.append('\n')
                .append(name)
                .append('=')
                .append(Arrays.stream(value.split(",")).sorted().collect(Collectors.joining(","))));
        return lines.toString();
    }

    boolean holds(Rule by) {
        try {
            return expected().equals(actual(by));
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
