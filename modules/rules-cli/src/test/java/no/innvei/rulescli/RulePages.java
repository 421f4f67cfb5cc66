package no.innvei.rulescli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleTable;

/** The pages in docs/rules: what the tables and the worked examples say, in bokmål, for a reader with legal training. Same input, same text. */
final class RulePages {

    private static final String READING = "Vår lesing: ";
    private static final String UNVERIFIED = "Ikke kontrollert: ";
    private static final Map<Evaluation.Answer, String> ANSWERS = Map.of(
            Evaluation.Answer.YES, "ja", Evaluation.Answer.NO, "nei", Evaluation.Answer.UNDETERMINED, "må vurderes");

    private final List<Rule> rules;
    private final Properties words;

    /** @param words the words of the pages in the application; where one is missing, the name of the field stands */
    RulePages(List<Rule> rules, Properties words) {
        this.rules = rules;
        this.words = words;
    }

    static RulePages of(List<Rule> rules, Path bundle) {
        var words = new Properties();
        try {
            if (Files.exists(bundle)) {
                words.load(new StringReader(Files.readString(bundle)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RulePages(rules, words);
    }

    /** Text of every page by file name. */
    Map<String, String> all() {
        var pages = new TreeMap<String, String>();
        pages.put("README.md", index());
        rules.forEach(rule -> pages.put(file(rule), page(rule)));
        return pages;
    }

    private static String file(Rule rule) {
        return rule.name().replace('.', '-') + ".md";
    }

    private String index() {
        var out = new StringBuilder("# Reglene\n\n").append("""
                Hver regel er en parameterfil og en klasse. Sidene her er laget av parameterfilene og eksemplene, og en test passer på at de stemmer.
                Endre dem ikke for hånd: lag dem på nytt med `mvn -pl modules/rules-cli -am package -Dinnvei.write-docs=true`.

                De samme svarene gir `./innvei rules evaluate`, siden *Prøv regelverket* og vedtakene i saken.

                """);
        row(out, "regel", "spørsmål", "dato som avgjør", "versjoner fra", "vedtatt, ikke i kraft");
        row(out, "---", "---", "---", "---", "---");
        for (var rule : rules) {
            var own = rule.tables().getFirst();
            row(
                    out,
                    "[" + word(rule.name(), "name." + rule.name()) + "](" + file(rule) + ") `" + rule.name() + "`",
                    own.question(),
                    fact(rule, rule.decisiveFact()),
                    String.join(", ", days(own)),
                    Integer.toString(own.notInForce().size()));
        }
        return out.toString();
    }

    private static List<String> days(RuleTable table) {
        var days = new TreeSet<String>();
        table.rows().stream()
                .filter(row -> row.validFrom() != null)
                .forEach(row -> days.add(row.validFrom().toString()));
        return List.copyOf(days);
    }

    private String page(Rule rule) {
        var own = rule.tables().getFirst();
        var out = new StringBuilder("# ")
                .append(word(rule.name(), "name." + rule.name()))
                .append("\n\n");
        out.append("`").append(rule.name()).append("` · [alle reglene](README.md)\n\n");
        out.append("**").append(own.question()).append("**\n\n");
        own.remarks().forEach(remark -> out.append(remark).append('\n'));
        out.append("\nDato som avgjør: ")
                .append(fact(rule, rule.decisiveFact()))
                .append(" (`")
                .append(rule.decisiveFact())
                .append("`).\n");
        facts(out, rule);
        for (var table : rule.tables()) {
            parameters(out, rule, table, table == own);
        }
        openPoints(out, rule);
        examples(out, rule);
        return out.toString();
    }

    private void facts(StringBuilder out, Rule rule) {
        out.append("\n## Opplysninger\n\n");
        row(out, "felt", "opplysning", "skrives som", "må oppgis");
        row(out, "---", "---", "---", "---");
        for (var fact : rule.facts()) {
            row(
                    out,
                    "`" + fact.name() + "`",
                    fact(rule, fact.name()),
                    form(rule, fact),
                    fact.required() ? "ja" : "nei");
        }
    }

    private String form(Rule rule, Fact fact) {
        return switch (fact.kind()) {
            case DATE -> "dato (år-måned-dag)";
            case YES_NO -> "`true` eller `false`" + (fact.required() ? "" : "; utelatt betyr nei");
            case WHOLE_NUMBER -> "helt tall, null eller mer";
            case NUMBER -> "tall, null eller mer";
            case WORD -> words(rule, fact);
            case WORDS -> "liste med minst ett av: " + words(rule, fact);
        };
    }

    private String words(Rule rule, Fact fact) {
        return fact.words().stream()
                .map(word -> {
                    var meaning = value(rule, fact.name(), word);
                    return "`" + word + "`" + (meaning.equals(word) ? "" : " " + meaning);
                })
                .collect(Collectors.joining(", "));
    }

    private void parameters(StringBuilder out, Rule rule, RuleTable table, boolean own) {
        out.append("\n## Parametre: `")
                .append(table.file().replaceAll(".*/", ""))
                .append("`\n\n");
        if (!own) {
            var owner = rules.stream()
                    .filter(other -> other.tables().getFirst().file().equals(table.file()))
                    .findFirst();
            out.append(table.question())
                    .append(owner.map(other -> " Se [" + other.name() + "](" + file(other) + ").")
                            .orElse(""))
                    .append("\n\n");
        }
        table.explanations()
                .forEach((name, meaning) -> out.append("- `")
                        .append(name)
                        .append("`: ")
                        .append(meaning)
                        .append('\n'));
        out.append('\n');
        rows(
                out,
                table,
                table.rows().stream().filter(row -> row.validFrom() != null).toList());
        if (!table.notInForce().isEmpty()) {
            out.append("\n### Vedtatt, men ikke satt i kraft\n\n")
                    .append("Linjene er med for leseren og brukes ikke i noe svar.\n\n");
            rows(out, table, table.notInForce());
        }
    }

    private static void rows(StringBuilder out, RuleTable table, List<RuleTable.Row> rows) {
        var columns =
                Stream.concat(table.keys().stream(), table.values().stream()).toList();
        var header = new ArrayList<String>();
        header.add("gjelder fra");
        columns.forEach(column -> header.add("`" + column + "`"));
        header.addAll(List.of("paragraf", "kilde", "merknad"));
        row(out, header.toArray(String[]::new));
        row(out, header.stream().map(column -> "---").toArray(String[]::new));
        for (var row : rows) {
            var cells = new ArrayList<String>();
            cells.add(row.validFrom() == null ? "ikke i kraft" : row.validFrom().toString());
            table.keys().forEach(column -> cells.add(row.text(column)));
            for (int i = 0; i < table.values().size(); i++) {
                var cell = row.text(table.values().get(i));
                cells.add(row.repealed() ? i == 0 ? "opphevet" : "" : cell.equals("-") ? "" : cell);
            }
            cells.addAll(List.of(row.legalBasis(), row.source(), row.note() == null ? "" : marked(row.note())));
            row(out, cells.toArray(String[]::new));
        }
    }

    private static String marked(String note) {
        for (var mark : List.of(READING, UNVERIFIED)) {
            if (note.startsWith(mark)) {
                return "**" + mark.strip() + "** " + note.substring(mark.length());
            }
        }
        return note;
    }

    private static void openPoints(StringBuilder out, Rule rule) {
        for (var mark : List.of(READING, UNVERIFIED)) {
            var notes = new TreeMap<String, TreeSet<String>>();
            for (var table : rule.tables()) {
                for (var row : table.rows()) {
                    if (row.note() != null && row.note().startsWith(mark)) {
                        notes.computeIfAbsent(row.note().substring(mark.length()), note -> new TreeSet<>())
                                .add(row.legalBasis());
                    }
                }
            }
            if (!notes.isEmpty()) {
                out.append(
                        mark.equals(READING)
                                ? "\n## Vår lesing\n\nHer er loven ikke klar. Slik leser vi den:\n\n"
                                : "\n## Ikke kontrollert\n\nDette må kontrolleres mot kilden:\n\n");
                notes.forEach((note, paragraphs) -> out.append("- ")
                        .append(note)
                        .append(" (")
                        .append(String.join("; ", paragraphs))
                        .append(")\n"));
            }
        }
    }

    private void examples(StringBuilder out, Rule rule) {
        out.append("\n## Eksempler\n");
        for (var example : Example.of(rule)) {
            var evaluation = example.evaluate(rule);
            out.append("\n### ").append(example.title()).append("\n\n");
            example.facts()
                    .forEach((name, value) -> out.append("- ")
                            .append(fact(rule, name))
                            .append(": ")
                            .append(listed(rule, name, value))
                            .append('\n'));
            out.append("\nSvar: **")
                    .append(ANSWERS.get(evaluation.answer()))
                    .append("**. Versjon: ")
                    .append(evaluation.version() == null ? "ingen" : evaluation.version())
                    .append(". Dato som avgjorde: ")
                    .append(evaluation.decisiveDate() == null ? "ingen" : evaluation.decisiveDate())
                    .append(".\n\n");
            new TreeMap<>(evaluation.values())
                    .forEach((name, value) -> out.append("- ")
                            .append(fact(rule, name))
                            .append(": **")
                            .append(listed(rule, name, Example.written(value)))
                            .append("**\n"));
            if (!evaluation.values().isEmpty()) {
                out.append('\n');
            }
            int number = 1;
            for (var step : evaluation.steps()) {
                out.append(number++).append(". ").append(step(rule, step)).append('\n');
            }
        }
    }

    private String step(Rule rule, Evaluation.Step step) {
        var facts = new TreeMap<>(step.facts())
                .entrySet().stream()
                        .map(fact -> fact(rule, fact.getKey()) + ": " + listed(rule, fact.getKey(), fact.getValue()))
                        .collect(Collectors.joining("; "));
        var title = word(step.rule(), "rule." + step.rule());
        return step.rule() + (title.equals(step.rule()) ? "" : " " + title) + " (" + step.legalBasis() + "): "
                + ANSWERS.get(step.answer()) + "."
                + (facts.isEmpty() ? "" : " " + facts + ".")
                + (step.note() == null ? "" : " " + marked(step.note()));
    }

    private String fact(Rule rule, String name) {
        return word(name, "fact." + rule.name() + "." + name, "fact." + name);
    }

    private String listed(Rule rule, String name, String value) {
        return Arrays.stream(value.split("(?<=[A-Z]),(?=[A-Z])| (?=[A-Z_]+( |$))"))
                .map(one -> value(rule, name, one))
                .collect(Collectors.joining(", "));
    }

    private String value(Rule rule, String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? "ja" : "nei";
        }
        return word(
                value,
                "value." + rule.name() + "." + name + "." + value,
                "value." + name + "." + value,
                "value." + value);
    }

    private String word(String otherwise, String... keys) {
        return Stream.of(keys)
                .map(words::getProperty)
                .filter(word -> word != null)
                .findFirst()
                .orElse(otherwise);
    }

    private static void row(StringBuilder out, String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
