package no.innvei.registersimulator;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the register holds, for people: counts, the latest messages, and everything about one id. Identity numbers are shown with six digits. */
@WebServlet("")
public class PageServlet extends HttpServlet {

    private static final int LATEST = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm.ss").withZone(ZoneId.of("Europe/Oslo"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("person", "Person"),
            Map.entry("programme", "Program"),
            Map.entry("identifiers", "Nummer"),
            Map.entry("givenNames", "Fornavn"),
            Map.entry("familyName", "Etternavn"),
            Map.entry("bornOn", "Født"),
            Map.entry("citizenship", "Statsborgerskap"),
            Map.entry("permitBasis", "Oppholdsgrunnlag"),
            Map.entry("permitGrantedOn", "Tillatelse gitt"),
            Map.entry("settledOn", "Bosatt"),
            Map.entry("settledByAgreement", "Bosatt etter avtale"),
            Map.entry("education", "Utdanning"),
            Map.entry("motherTongue", "Morsmål"),
            Map.entry("offeredOn", "Tilbud gitt"),
            Map.entry("decidedOn", "Vedtatt"),
            Map.entry("outcome", "Utfall"),
            Map.entry("category", "Kategori"),
            Map.entry("startOn", "Start"),
            Map.entry("plannedLastDay", "Planlagt siste dag"),
            Map.entry("goal", "Sluttmål"),
            Map.entry("listening", "Lytte"),
            Map.entry("reading", "Lese"),
            Map.entry("writing", "Skrive"),
            Map.entry("oral", "Muntlig"),
            Map.entry("from", "Fra"),
            Map.entry("to", "Til"),
            Map.entry("minutesPerWeek", "Minutter i uka"),
            Map.entry("endedOn", "Avsluttet"),
            Map.entry("reason", "Avslutningsårsak"),
            Map.entry("withdrawn", "Trukket"),
            Map.entry("version", "Versjon"));

    @Inject
    private Simulator simulator;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = request.getParameter("id");
        var page = new StringBuilder(16_000);
        page.append("""
                <!DOCTYPE html>
                <html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Registeret (simulator)</title>
                <style>body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem;color:#1a1a1a;background:#fff}
                table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #767676;padding:.375rem .5rem;text-align:left;vertical-align:top}
                .rull{overflow-x:auto}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:0}dd{margin:0}
                input,button{font:inherit;padding:.25rem .5rem}label{display:block;font-weight:600}
                :focus-visible{outline:3px solid #005fcc;outline-offset:2px}</style></head><body>
                <header><h1>Registeret (simulator)</h1><p>Motpart for demonstrasjon og test. Viser det registeret har godtatt.</p></header><main>
                """);
        page.append(
                "<form method=\"get\" action=\"/\"><label for=\"id\">Nøkkel for person, program eller tiltak</label>"
                        + "<input id=\"id\" name=\"id\" size=\"40\" autocomplete=\"off\" value=\"");
        page.append(wanted == null ? "" : escape(wanted)).append("\"> <button type=\"submit\">Søk</button></form>");
        if (wanted == null || wanted.isBlank()) {
            overview(page);
        } else {
            about(page, wanted.strip());
        }
        page.append("</main></body></html>");
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        response.getWriter().append(page);
    }

    private void overview(StringBuilder page) {
        var counts = simulator.register().counts();
        page.append("<h2>Antall poster</h2><dl>");
        for (var kind : ItemKind.values()) {
            page.append("<dt>")
                    .append(kind.label())
                    .append("</dt><dd>")
                    .append(counts.getOrDefault(kind, 0L))
                    .append("</dd>");
        }
        page.append("</dl>");
        table(page, "De siste meldingene", simulator.register().latest(LATEST));
    }

    private void about(StringBuilder page, String wanted) {
        List<Item> found;
        try {
            found = simulator.register().about(UUID.fromString(wanted));
        } catch (IllegalArgumentException e) {
            page.append("<p role=\"status\">Skriv hele nøkkelen. Den står i adressen til deltakerens side.</p>");
            return;
        }
        if (found.isEmpty()) {
            page.append("<p role=\"status\">Registeret har ingenting med denne nøkkelen.</p>");
            return;
        }
        table(page, "Poster", found);
    }

    private static void table(StringBuilder page, String heading, List<Item> items) {
        page.append("<h2 id=\"poster\">")
                .append(heading)
                .append("</h2><div class=\"rull\" tabindex=\"0\" role=\"region\" aria-labelledby=\"poster\"><table>")
                .append(
                        "<thead><tr><th scope=\"col\">Post</th><th scope=\"col\">Kommune eller fylke</th><th scope=\"col\">Kvittering</th>")
                .append("<th scope=\"col\">Godtatt</th><th scope=\"col\">Innhold</th></tr></thead><tbody>");
        for (Item item : items) {
            page.append("<tr><th scope=\"row\">")
                    .append(item.kind().label())
                    .append(item.withdrawn() ? " (trukket)" : "")
                    .append("<br><small>")
                    .append(item.id())
                    .append("</small></th><td>")
                    .append(escape(item.tenant()))
                    .append("</td><td>")
                    .append(escape(item.receipt()))
                    .append("</td><td>")
                    .append(TIME.format(item.acceptedAt()))
                    .append("</td><td><dl>");
            item.body()
                    .forEach((name, value) -> page.append("<dt>")
                            .append(escape(LABELS.getOrDefault(name, name)))
                            .append("</dt><dd>")
                            .append(escape(shown(value)))
                            .append("</dd>"));
            page.append("</dl></td></tr>");
        }
        page.append("</tbody></table></div>");
    }

    static String shown(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonArray list -> list.stream().map(PageServlet::shown).collect(Collectors.joining(", "));
            case JsonObject identifier ->
                identifier.getString("kind", "") + " " + IdentityNumber.masked(identifier.getString("value", ""));
            default -> value == JsonValue.TRUE ? "ja" : value == JsonValue.FALSE ? "nei" : value.toString();
        };
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
