package no.innvei.web.worklist;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.innvei.kernel.ParticipantId;
import no.innvei.web.security.OwnForm;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.ListOutcome;

/** The search boxes. What was typed is posted here and kept in the session, so that no name or number ever stands in an address. */
@WebServlet("/sok")
public class SearchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Sent by the box of the list, which narrows the list and keeps its filters; the box on top opens the only person it finds. */
    private static final String FROM_LIST = "liste";

    @Inject
    private transient ParticipantList participants;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var state = ListState.of(request::getParameterValues).searching(null);
        var typed = request.getParameter("sok");
        var address = typed == null || typed.isBlank() || !OwnForm.sent(request)
                ? state.address()
                : search(request, SearchMemory.shortened(typed), state);
        response.sendRedirect(request.getContextPath() + address);
    }

    private String search(HttpServletRequest request, String words, ListState state) {
        if (words.replaceAll("[\\s\\u00a0.-]", "").matches("\\d{11,12}")) {
            return participants
                    .withIdentifier(words)
                    .map(SearchServlet::page)
                    .orElseGet(() -> keep(request, state, new SearchMemory.Search(SearchMemory.masked(words), true)));
        }
        if (request.getParameter(FROM_LIST) == null
                && participants.list(state.query(words)) instanceof ListOutcome.Found found
                && found.page().rows().size() == 1) {
            return page(found.page().rows().get(0).participant());
        }
        return keep(request, state, new SearchMemory.Search(words, false));
    }

    private static String keep(HttpServletRequest request, ListState state, SearchMemory.Search search) {
        return state.searching(SearchMemory.keep(request, search)).address();
    }

    private static String page(ParticipantId participant) {
        return ListState.ADDRESS + "/" + participant.value();
    }
}
