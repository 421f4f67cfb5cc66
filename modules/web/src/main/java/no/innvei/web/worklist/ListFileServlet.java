package no.innvei.web.worklist;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.innvei.participant.api.ParticipantExport;
import no.innvei.web.security.OwnForm;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.Row;

/** The list as a file. The name of the file tells the day and nothing about who is in it. */
@WebServlet("/deltakerfil")
public class ListFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParticipantList participants;

    @Inject
    private transient ParticipantExport export;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var state = ListState.of(request::getParameterValues);
        if (!OwnForm.sent(request)) {
            response.sendRedirect(request.getContextPath() + state.address());
            return;
        }
        var search = SearchMemory.recall(request, state.handle());
        boolean nobody = search.isPresent() && search.get().findsNobody();
        var words = search.map(SearchMemory.Search::words).orElse(null);
        var today = LocalDate.now(clock);
        var rows = nobody ? List.<Row>of() : participants.export(state.at(null).query(words));
        var bytes = new ByteArrayOutputStream();
        var format = request.getParameter("format");
        boolean workbook = "xlsx".equals(format);
        if (workbook) {
            new ListFile(state, rows, today).writeWorkbook(bytes);
        } else if ("import".equals(format)) {
            ImportableFile.write(export.rows(rows.stream().map(Row::participant).toList()), bytes);
        } else {
            new ListFile(state, rows, today).writeText(bytes);
        }
        response.setContentType(
                workbook
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : "text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"deltakere-" + today + (workbook ? ".xlsx\"" : ".csv\""));
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }
}
