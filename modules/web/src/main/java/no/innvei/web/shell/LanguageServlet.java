package no.innvei.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import no.innvei.web.route.Routes;
import no.innvei.web.security.OwnForm;
import no.innvei.web.text.RequestLanguage;

/** Bokmål or nynorsk, as the user wants it: kept in the session, and in a cookie for the next time. */
@WebServlet("/malform")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OwnForm.sent(request)) {
            RequestLanguage.parse(request.getParameter("malform")).ifPresent(form -> {
                RequestLanguage.choose(request, form);
                var cookie = new Cookie(RequestLanguage.COOKIE, form.languageTag());
                cookie.setPath("/");
                cookie.setHttpOnly(true);
                cookie.setSecure(request.isSecure());
                cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
                cookie.setAttribute("SameSite", "Lax");
                response.addCookie(cookie);
            });
        }
        response.sendRedirect(request.getContextPath() + ownAddress(request.getParameter("tilbake")));
    }

    /** Only an address of ours: a path, and not one that a browser reads as another host. */
    static String ownAddress(String wanted) {
        return wanted != null && wanted.matches("/[a-z0-9][A-Za-z0-9/?=&_.,-]*") ? wanted : Routes.START;
    }
}
