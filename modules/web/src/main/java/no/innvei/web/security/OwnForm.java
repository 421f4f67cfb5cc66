package no.innvei.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a plain post comes from a page of ours. Faces forms need no such check: their view state is known to the session only. */
public final class OwnForm {

    /**
     * Browsers say where a request started in {@code Sec-Fetch-Site}. A browser without it is held back by the session cookie, which is
     * {@code SameSite=Lax}; {@code Origin} is no help, because {@code Referrer-Policy: no-referrer} makes it {@code null}.
     */
    public static boolean sent(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }

    private OwnForm() {}
}
