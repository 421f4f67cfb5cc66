package no.innvei.web.worklist;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.innvei.web.security.PageScript;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.ParticipantList;

/** Who the search box on top can mean while somebody types in it. Posted, because a name is no address. */
@WebServlet("/page/forslag")
public class SuggestionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParticipantList participants;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!PageScript.sent(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var typed = request.getParameter("sok");
        var people = Json.createArrayBuilder();
        var found = participants.suggest(typed == null ? "" : SearchMemory.shortened(typed));
        found.forEach(each -> people.add(Json.createObjectBuilder()
                .add(
                        "adresse",
                        request.getContextPath() + ListState.ADDRESS + "/"
                                + each.participant().value())
                .add("navn", each.name())
                .add("om", RowLine.about(each.age(), each.language()))));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("treff", people)
                        .add("status", count(found.size()))
                        .build()
                        .toString());
    }

    private static String count(int people) {
        var texts = Texts.of("worklist");
        return switch (people) {
            case 0 -> texts.get("suggest.none");
            case 1 -> texts.get("suggest.one");
            default -> texts.get("suggest.many", people);
        };
    }
}
