package no.innvei.web.worklist;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.web.security.OwnForm;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.ParticipantList;

/** The boxes of the list: what is ticked is kept in the session, over all pages. */
@WebServlet("/utvalg")
public class SelectionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Address of the page that gives the chosen ones to others. */
    private static final String REASSIGN = "/deltakere/fordel";

    @Inject
    private transient ParticipantList participants;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var state = ListState.of(request::getParameterValues);
        var wanted = String.valueOf(request.getParameter("handling"));
        if (!OwnForm.sent(request)) {
            response.sendRedirect(request.getContextPath() + state.address());
            return;
        }
        var selection = Selection.of(request).page(ids(request, "vist"), ids(request, "valgt"));
        switch (wanted) {
            case "alle" -> everyone(request, state).keep(request);
            case "ingen" -> Selection.forget(request);
            default -> selection.keep(request);
        }
        if (request.getParameter("stille") != null) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(Texts.of("worklist").get("list.selected", selection.size()));
            return;
        }
        response.sendRedirect(request.getContextPath()
                + (wanted.equals("fordel") && selection.size() > 0 ? REASSIGN : state.address()));
    }

    private Selection everyone(HttpServletRequest request, ListState state) {
        var search = SearchMemory.recall(request, state.handle());
        return search.isPresent() && search.get().findsNobody()
                ? Selection.of(Set.of())
                : Selection.of(participants.everyone(state.at(null)
                        .query(search.map(SearchMemory.Search::words).orElse(null))));
    }

    private static Set<UUID> ids(HttpServletRequest request, String name) {
        var given = request.getParameterValues(name);
        return given == null
                ? Set.of()
                : Stream.of(given)
                        .filter(each -> each.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
    }
}
