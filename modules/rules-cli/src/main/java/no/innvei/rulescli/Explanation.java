package no.innvei.rulescli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Json;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleTable;

/** The parameters of one rule on one day, with paragraph, source and note; what is adopted without a day comes last and says so. */
final class Explanation {

    static String text(Rule rule, LocalDate on) {
        var out = new StringBuilder(rule.name()).append(" den ").append(on).append('\n');
        for (var table : rule.tables()) {
            out.append('\n').append(table.question()).append('\n');
            table.remarks().forEach(remark -> out.append("  ").append(remark).append('\n'));
            var current = table.inForce(on);
            if (current.isEmpty()) {
                out.append("\n  Ingenting er i kraft denne dagen. Den første linja gjelder fra ")
                        .append(first(table))
                        .append(".\n");
            } else {
                out.append('\n').append(rows(table, current));
            }
            if (!table.notInForce().isEmpty()) {
                out.append("\n  VEDTATT, MEN IKKE SATT I KRAFT\n").append(rows(table, table.notInForce()));
            }
            if (!table.explanations().isEmpty()) {
                var meanings = new Columns();
                table.explanations().forEach((name, meaning) -> meanings.row(name, meaning));
                out.append("\n  Forklaring\n").append(meanings.text("  "));
            }
        }
        return out.toString();
    }

    static String json(Rule rule, LocalDate on) {
        var tables = new ArrayList<Object>();
        for (var table : rule.tables()) {
            var described = new LinkedHashMap<String, Object>();
            described.put("file", table.file());
            described.put("question", table.question());
            described.put("remarks", table.remarks());
            described.put("explanations", table.explanations());
            described.put(
                    "inForce",
                    table.inForce(on).stream().map(row -> described(table, row)).toList());
            described.put(
                    "adoptedNotInForce",
                    table.notInForce().stream()
                            .map(row -> described(table, row))
                            .toList());
            tables.add(described);
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("rule", rule.name());
        all.put("on", on);
        all.put("decisiveFact", rule.decisiveFact());
        all.put("tables", tables);
        return Json.write(all) + "\n";
    }

    private static Map<String, Object> described(RuleTable table, RuleTable.Row row) {
        var written = new LinkedHashMap<String, Object>();
        written.put("validFrom", row.validFrom());
        var parameters = new LinkedHashMap<String, Object>();
        table.keys().forEach(column -> parameters.put(column, row.text(column)));
        if (!row.repealed()) {
            table.values().forEach(column -> parameters.put(column, row.none(column) ? null : row.text(column)));
        }
        written.put("parameters", parameters);
        written.put("repealed", row.repealed());
        written.put("legalBasis", row.legalBasis());
        written.put("source", row.source());
        written.put("note", row.note());
        return written;
    }

    private static String rows(RuleTable table, List<RuleTable.Row> rows) {
        var columns = new ArrayList<>(table.keys());
        columns.addAll(table.values());
        var header = new ArrayList<>(columns);
        header.addAll(List.of("gjelder fra", "paragraf", "kilde"));
        var out = new Columns().row(header);
        var notes = new StringBuilder();
        for (var row : rows) {
            var cells = new ArrayList<String>();
            table.keys().forEach(column -> cells.add(row.text(column)));
            for (int i = 0; i < table.values().size(); i++) {
                cells.add(
                        row.repealed()
                                ? i == 0 ? "opphevet" : ""
                                : row.text(table.values().get(i)));
            }
            cells.add(row.validFrom() == null ? "ikke i kraft" : row.validFrom().toString());
            cells.add(row.legalBasis());
            cells.add(row.source());
            out.row(cells);
        }
        var seen = new LinkedHashMap<String, List<String>>();
        for (var row : rows) {
            if (row.note() != null) {
                seen.computeIfAbsent(row.note(), note -> new ArrayList<>())
                        .add(row.key().isEmpty() ? "alle" : String.join(" ", row.key()));
            }
        }
        seen.forEach((note, where) -> notes.append("  Merk (")
                .append(String.join(", ", where))
                .append("): ")
                .append(note)
                .append('\n'));
        return out.text("  ") + notes;
    }

    private static LocalDate first(RuleTable table) {
        return table.rows().stream()
                .map(RuleTable.Row::validFrom)
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private Explanation() {}
}
