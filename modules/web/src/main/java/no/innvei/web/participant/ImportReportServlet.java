package no.innvei.web.participant;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportRows;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.web.text.Texts;

/** The report of an import as a file: every row with what came of it and why. Names nobody. */
@WebServlet("/deltakere/import/rapport")
public class ImportReportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParticipantImport imports;

    @Inject
    private transient CurrentScope scope;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = ImportView.uuid(request.getParameter("import"));
        if (id == null || !scope.holds(ParticipantPermissions.IMPORT)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!(imports.find(new ImportId(id)).orElse(null) instanceof ImportStatus.Confirmed)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var rows = imports.rows(new ImportId(id), new ImportRows.Question(null, false, 0, ImportFile.MAX_ROWS));
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"importrapport.csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(report(rows));
    }

    static String report(ImportRows rows) {
        var texts = Texts.of("participant");
        var report = new StringBuilder("\ufeff");
        line(
                report,
                texts.get("import.line"),
                texts.get("import.outcome"),
                texts.get("import.report.taken"),
                texts.get("import.why"));
        for (var row : rows.rows()) {
            var words = new ImportRowLine(row, rows.letters());
            line(
                    report,
                    Integer.toString(row.line()),
                    words.getOutcome(),
                    texts.get(row.taken() ? "import.yes" : "import.no"),
                    String.join(" ", words.getSentences()));
        }
        return report.toString();
    }

    private static void line(StringBuilder report, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            report.append(i == 0 ? "" : ";").append(cell(cells[i]));
        }
        report.append("\r\n");
    }

    /** Quoted, and with an apostrophe before what a spreadsheet would calculate. */
    static String cell(String text) {
        boolean calculated = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (calculated ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
