package no.innvei.web.worklist;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import no.innvei.web.security.OwnForm;
import no.innvei.web.security.RequestFilter;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.SavedViews;
import no.innvei.worklist.api.SavedViews.SaveOutcome;

/** Keeps the list under a name, or forgets one. */
@WebServlet("/visning")
public class SavedViewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SavedViews views;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getParameter("liste");
        // only what the list itself understands is kept
        var list = ListState.ofQuery(query == null ? "" : query);
        if (OwnForm.sent(request)) {
            var remove = request.getParameter("slett");
            request.getSession()
                    .setAttribute(
                            RequestFilter.NOTICE,
                            remove == null ? save(request.getParameter("navn"), list) : remove(remove));
        }
        response.sendRedirect(request.getContextPath() + list.address());
    }

    private String save(String name, ListState list) {
        var texts = Texts.of("worklist");
        return switch (views.save(name, list.query())) {
            case SaveOutcome.Saved saved -> texts.get(saved.replaced() ? "list.views.replaced" : "list.views.saved");
            case SaveOutcome.NameNotPossible not -> texts.get("list.views.nameNotPossible");
            case SaveOutcome.TooMany many -> texts.get("list.views.tooMany", SavedViews.MOST);
            case SaveOutcome.ChangedMeanwhile changed -> texts.get("list.views.changed");
            case SaveOutcome.NotFound gone -> texts.get("list.views.changed");
        };
    }

    private String remove(String id) {
        boolean isId = id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        if (isId) {
            views.remove(UUID.fromString(id));
        }
        return Texts.of("worklist").get("list.views.removed");
    }
}
