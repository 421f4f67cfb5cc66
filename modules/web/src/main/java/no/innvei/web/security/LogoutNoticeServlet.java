package no.innvei.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.innvei.tenancy.api.LogoutNotices;

/**
 * Where the issuer tells that a login has ended (OpenID Connect Back-Channel Logout 1.0). Needs no login and knows no session: what counts is the
 * signature on the token. Whatever is wrong with it, the answer is the same.
 */
@WebServlet("/varsel/utlogging")
public class LogoutNoticeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Bytes; a logout token has less than two thousand. */
    private static final int LARGEST = 16_384;

    @Inject
    private transient LogoutNotices notices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var token = isForm(request) ? request.getParameterValues("logout_token") : null;
        var accepted = token != null && token.length == 1 && notices.accept(token[0]);
        response.setStatus(accepted ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        long length = request.getContentLengthLong();
        return request.getQueryString() == null
                && type != null
                && type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)
                && length > 0
                && length <= LARGEST;
    }
}
