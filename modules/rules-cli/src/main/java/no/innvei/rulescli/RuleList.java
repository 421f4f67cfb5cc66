package no.innvei.rulescli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import no.innvei.kernel.rules.Json;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.kernel.rules.Rules;

/** Every rule with its question, the days its parameters change and the paragraphs behind each. */
final class RuleList {

    /** The rows of a rule's own table that begin on one day; {@code null} = adopted, without a day. */
    private record Version(LocalDate from, List<RuleTable.Row> rows) {

        String paragraphs() {
            var found = new TreeSet<String>();
            rows.forEach(row -> found.add(row.legalBasis()));
            return String.join("; ", found);
        }
    }

    static String text(Rules rules) {
        var out = new StringBuilder();
        for (var rule : rules.all()) {
            out.append(rule.name()).append("  ").append(question(rule)).append('\n');
            var lines = new Columns();
            for (var version : versions(rule)) {
                lines.row(version.from() == null ? "ikke i kraft" : "fra " + version.from(), version.paragraphs());
            }
            out.append(lines.text("  ")).append('\n');
        }
        return out.toString();
    }

    static String json(Rules rules) {
        var all = new ArrayList<Object>();
        for (var rule : rules.all()) {
            var described = new LinkedHashMap<String, Object>();
            described.put("rule", rule.name());
            described.put("question", question(rule));
            described.put("decisiveFact", rule.decisiveFact());
            var versions = new ArrayList<Object>();
            for (var version : versions(rule)) {
                var written = new LinkedHashMap<String, Object>();
                written.put("validFrom", version.from());
                written.put("inForce", version.from() != null);
                written.put("legalBasis", version.paragraphs());
                versions.add(written);
            }
            described.put("versions", versions);
            all.add(described);
        }
        return Json.write(all) + "\n";
    }

    static String question(Rule rule) {
        return rule.tables().getFirst().question();
    }

    private static List<Version> versions(Rule rule) {
        var dated = new TreeMap<LocalDate, List<RuleTable.Row>>();
        var adopted = new ArrayList<RuleTable.Row>();
        for (var table : rule.tables()) {
            for (var row : table.rows()) {
                if (row.validFrom() == null) {
                    adopted.add(row);
                } else {
                    dated.computeIfAbsent(row.validFrom(), day -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        var versions = new ArrayList<Version>();
        dated.forEach((day, rows) -> versions.add(new Version(day, rows)));
        if (!adopted.isEmpty()) {
            versions.add(new Version(null, adopted));
        }
        return versions;
    }

    private RuleList() {}
}
