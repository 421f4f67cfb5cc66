package no.innvei.web.security;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import no.innvei.platform.NotPermitted;
import no.innvei.platform.RequestContext;
import no.innvei.web.route.Address;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** First and outermost: request id, security headers, language, and the one place where an unexpected failure becomes an incident. */
public class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(RequestFilter.class.getName());

    /** Request attribute and response header; also the incident number of a failure. */
    public static final String REQUEST_ID = "innvei.request.id";

    /** Bytes: a page that fails half-way is still unsent, so that the error page can take its place. */
    private static final int WHOLE_PAGE = 262_144;

    /** Session attribute: one sentence the next page shows. */
    public static final String NOTICE = "innvei.notice";

    @Inject
    @ConfigProperty(name = "innvei.oidc.issuer")
    private transient Optional<URI> issuer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            RequestContext.call(request.getHeader("X-Request-Id"), () -> {
                RequestLanguage.call(request, () -> {
                    handle(request, response, chain);
                    return null;
                });
                return null;
            });
        } catch (IOException | ServletException | RuntimeException known) {
            throw known;
        } catch (Exception checked) {
            throw new ServletException(checked);
        }
    }

    private void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        request.setAttribute(REQUEST_ID, RequestContext.requestId());
        response.setLocale(RequestLanguage.current());
        writeHeaders(request, response);
        if (!isStatic(request)) {
            response.setBufferSize(WHOLE_PAGE);
        }
        try {
            chain.doFilter(request, response);
        } catch (Exception failure) {
            answer(failure, request, response);
        }
    }

    private void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Request-Id", RequestContext.requestId());
        response.setHeader("Content-Security-Policy", contentSecurityPolicy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", isStatic(request) ? "no-cache" : "no-store");
    }

    private String contentSecurityPolicy() {
        var login =
                issuer.map(i -> " " + i.getScheme() + "://" + i.getAuthority()).orElse("");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'"
                + login + "; base-uri 'none'; frame-ancestors 'none'";
    }

    static boolean isStatic(HttpServletRequest request) {
        var path = Address.requested(request);
        return path.startsWith("/resources/") || path.equals("/favicon.ico");
    }

    private static void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (has(ViewExpiredException.class, failure) && !response.isCommitted()) {
            request.getSession().setAttribute(NOTICE, Texts.of("shell").get("notice.viewExpired"));
            response.sendRedirect(addressOf(request));
            return;
        }
        if (has(FileNotFoundException.class, failure)) {
            fail(response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (has(NotPermitted.class, failure)) {
            LOG.log(Level.INFO, "refused: " + rootOf(failure).getMessage());
            fail(response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        LOG.log(Level.ERROR, "incident " + RequestContext.requestId(), failure);
        fail(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private static void fail(HttpServletResponse response, int status) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.sendError(status);
        }
    }

    private static String addressOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static boolean has(Class<? extends Throwable> kind, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
