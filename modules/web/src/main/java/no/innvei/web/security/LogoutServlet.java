package no.innvei.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.innvei.web.route.Routes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends our session and Keycloak's, so that the next person at the machine must sign in. */
@WebServlet("/logg-ut")
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "innvei.oidc.issuer")
    private transient Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "innvei.public.url")
    private transient Optional<String> publicUrl;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!OwnForm.sent(request)) {
            response.sendRedirect(request.getContextPath() + Routes.START);
            return;
        }
        var hint = PageLogin.rawIdToken();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        response.sendRedirect(hint.flatMap(this::keycloakLogout).orElse(request.getContextPath() + Routes.LOGGED_OUT));
    }

    private Optional<String> keycloakLogout(String idToken) {
        return issuer.map(realm -> realm + "/protocol/openid-connect/logout?id_token_hint=" + encode(idToken)
                + "&post_logout_redirect_uri=" + encode(publicUrl.orElse("") + Routes.LOGGED_OUT));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
