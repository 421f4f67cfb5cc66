package no.innvei.benchmark.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The figures as a page to read and as JSON to compare.
 *
 * @param people in the database
 * @param tenantPeople in the municipality whose pages were asked for
 * @param offered requests a second
 */
record Report(
        String measuredAt,
        String machine,
        String size,
        int people,
        int tenantPeople,
        double offered,
        List<Figure> figures) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int WIDTH = 900;
    private static final int LABELS = 330;
    private static final int LINE = 26;

    Report {
        figures = List.copyOf(figures);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.json"), json());
        Files.writeString(folder.resolve("report.html"), html());
    }

    String json() throws IOException {
        var root = JSON.createObjectNode()
                .put("measuredAt", measuredAt)
                .put("machine", machine)
                .put("size", size)
                .put("people", people)
                .put("tenantPeople", tenantPeople)
                .put("requestsPerSecond", offered);
        var lines = root.putArray("figures");
        for (var figure : figures) {
            var line = lines.addObject()
                    .put("name", figure.name())
                    .put("count", figure.latencies().count())
                    .put("wrong", figure.wrong())
                    .put("p50", rounded(figure.latencies().p50()))
                    .put("p95", rounded(figure.latencies().p95()))
                    .put("most", rounded(figure.latencies().most()))
                    .put("load", rounded(figure.load()));
            if (figure.budget() != null) {
                line.put("ceiling", figure.budget().milliseconds()).put("withinCeiling", figure.withinBudget());
            }
            if (figure.statements() != null) {
                line.put("statementsLeast", figure.statements().least())
                        .put("statementsMost", figure.statements().most());
                line.put("statementsHold", figure.statementsHold());
            }
        }
        return JSON.writeValueAsString(root);
    }

    /** One line of the table on the terminal. */
    static String line(Figure figure) {
        var latencies = figure.latencies();
        var text = String.format(
                Locale.ROOT,
                "  %-46s %6d  p50 %8.1f  p95 %8.1f  most %8.1f ms",
                figure.name(),
                latencies.count(),
                latencies.p50(),
                latencies.p95(),
                latencies.most());
        if (figure.budget() != null) {
            text += String.format(
                    Locale.ROOT,
                    "  ceiling %6.0f %s",
                    figure.budget().milliseconds(),
                    figure.withinBudget() ? "held" : "OVER");
        }
        if (figure.statements() != null) {
            text += "  statements " + statements(figure) + (figure.statementsHold() ? "" : " TOO MANY OR NOT CONSTANT");
        }
        return figure.wrong() == 0 ? text : text + "  WRONG ANSWERS " + figure.wrong();
    }

    private static String statements(Figure figure) {
        var counted = figure.statements();
        return counted.least() == counted.most()
                ? Integer.toString(counted.most())
                : counted.least() + "–" + counted.most();
    }

    String html() {
        var page = new StringBuilder("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Innvei benchmark</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1c2530; }
                table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #d6dce3; }
                td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } .over { color: #a3260f; font-weight: 600; }
                svg { width: 100%; height: auto; } svg text { font: 13px system-ui, sans-serif; fill: #1c2530; }
                </style></head><body><h1>Innvei benchmark</h1>
                """);
        page.append("<p>")
                .append(escaped(measuredAt))
                .append(". ")
                .append(escaped(machine))
                .append(".</p>\n<p>")
                .append(String.format(
                        Locale.ROOT,
                        "Size %s: %,d people in the database, %,d in the municipality whose pages were asked for; %.0f requests a second arrived.",
                        escaped(size),
                        people,
                        tenantPeople,
                        offered))
                .append(" Times count from when a request was due.</p>\n")
                .append(plot())
                .append(
                        "<table><thead><tr><th>Work</th><th class=n>Requests</th><th class=n>p50 ms</th><th class=n>p95 ms</th>")
                .append(
                        "<th class=n>Longest ms</th><th class=n>Ceiling</th><th class=n>Statements</th><th class=n>Load</th></tr></thead><tbody>\n");
        for (var figure : figures) {
            var latencies = figure.latencies();
            page.append("<tr><td>")
                    .append(escaped(figure.name()))
                    .append(figure.wrong() == 0 ? "" : " <span class=over>" + figure.wrong() + " wrong answers</span>")
                    .append("</td>")
                    .append(cell(Integer.toString(latencies.count()), true))
                    .append(cell(number(latencies.p50()), true))
                    .append(cell(number(latencies.p95()), figure.withinBudget()))
                    .append(cell(number(latencies.most()), true))
                    .append(cell(
                            figure.budget() == null
                                    ? ""
                                    : number(figure.budget().milliseconds()),
                            true))
                    .append(cell(figure.statements() == null ? "" : statements(figure), figure.statementsHold()))
                    .append(cell(number(figure.load()), true))
                    .append("</tr>\n");
        }
        return page.append("</tbody></table></body></html>\n").toString();
    }

    /** 95th percentile as a share of the ceiling, which is the line at 100 %. */
    private String plot() {
        var shown = figures.stream().filter(f -> f.budget() != null).toList();
        if (shown.isEmpty()) {
            return "";
        }
        double widest = Math.max(
                1.25,
                shown.stream()
                        .mapToDouble(f -> f.latencies().p95() / f.budget().milliseconds())
                        .max()
                        .orElse(1));
        double scale = (WIDTH - LABELS - 70) / widest;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"95th percentile beside its ceiling\">\n",
                WIDTH,
                LINE * (shown.size() + 1)));
        for (int i = 0; i < shown.size(); i++) {
            var figure = shown.get(i);
            double share = figure.latencies().p95() / figure.budget().milliseconds();
            int y = LINE * i + 4;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>"
                            + "<text x=\"%.1f\" y=\"%d\">%.0f %%</text>\n",
                    LABELS - 8,
                    y + 14,
                    escaped(figure.name()),
                    LABELS,
                    y,
                    Math.max(1, share * scale),
                    LINE - 8,
                    share <= 1 ? "#2f6f8f" : "#a3260f",
                    LABELS + share * scale + 6,
                    y + 14,
                    share * 100));
        }
        double ceiling = LABELS + scale;
        return svg.append(String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" stroke=\"#1c2530\" stroke-dasharray=\"4 3\"/>"
                                + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">ceiling</text>\n</svg>\n",
                        ceiling,
                        ceiling,
                        LINE * shown.size(),
                        ceiling,
                        LINE * shown.size() + 16))
                .toString();
    }

    private static String cell(String text, boolean fine) {
        return "<td class=\"n" + (fine ? "" : " over") + "\">" + text + "</td>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%.0f", value);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
