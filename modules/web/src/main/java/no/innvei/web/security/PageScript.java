package no.innvei.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a page's own script must show at {@code /page/*}: that it runs on a page of this session. The token stands in the page's head. */
public final class PageScript {

    private static final String TOKEN = "innvei.page.token";
    private static final String HEADER = "X-Innvei-Page";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static String token(HttpServletRequest request) {
        var session = request.getSession();
        if (session.getAttribute(TOKEN) instanceof String token) {
            return token;
        }
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        session.setAttribute(TOKEN, token);
        return token;
    }

    public static boolean sent(HttpServletRequest request) {
        var session = request.getSession(false);
        var shown = request.getHeader(HEADER);
        return OwnForm.sent(request)
                && shown != null
                && session != null
                && session.getAttribute(TOKEN) instanceof String token
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }

    private PageScript() {}
}
