package no.innvei.web.participant;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.web.security.PageScript;

/** Tells the page of a running import how far it has come. */
@WebServlet("/page/import")
public class ImportProgressServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParticipantImport imports;

    @Inject
    private transient CurrentScope scope;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = ImportView.uuid(request.getParameter("import"));
        if (!PageScript.sent(request) || id == null || !scope.holds(ParticipantPermissions.IMPORT)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var answer = Json.createObjectBuilder();
        if (imports.find(new ImportId(id)).orElse(null) instanceof ImportStatus.Running running) {
            answer.add("gjort", running.done()).add("alle", running.all()).add("tekst", ImportView.text(running));
        } else {
            answer.add("ferdig", true);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.build().toString());
    }
}
