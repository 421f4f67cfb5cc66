package no.innvei.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import no.innvei.binding.TenantContext;
import no.innvei.tenancy.api.Memberships;
import no.innvei.tenancy.api.Memberships.Membership;
import no.innvei.web.rest.Problem;
import no.innvei.web.route.Address;
import no.innvei.web.route.Routes;
import no.innvei.web.text.RequestLanguage;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns a verified login into a scope: exactly one organization in the token, a membership in our database today, and the same person and tenant as when
 * the session began. The rest of the request runs inside the scope.
 */
public class ScopeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String LOGIN = "innvei.login";
    private static final Duration LONGEST_SESSION = Duration.ofHours(10);

    /** What the session was opened for; anything else in a later request ends it. */
    record Opened(VerifiedLogin login, int tenant, long atMillis) implements java.io.Serializable {}

    @Inject
    private transient Memberships memberships;

    @Inject
    private transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestFilter.isStatic(request)
                || Address.requested(request).equals(Routes.LOGGED_OUT)
                || request.getUserPrincipal() == null) {
            chain.doFilter(request, response);
            return;
        }
        var login = loginOf(request);
        var membership = login.flatMap(l -> memberships.find(l.issuer(), l.subject(), l.organization()));
        if (membership.isEmpty()) {
            refuse(request, response);
            return;
        }
        if (!PrincipalKindFilter.isApi(request) && !sessionFits(request, login.get(), membership.get())) {
            request.logout();
            response.sendRedirect(request.getContextPath() + Routes.START);
            return;
        }
        SignedIn.put(request, membership.get());
        RequestLanguage.fallBackTo(request, membership.get().writtenForm());
        response.setLocale(RequestLanguage.current());
        inside(membership.get(), request, response, chain);
    }

    private static Optional<VerifiedLogin> loginOf(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JsonWebToken token) {
            return VerifiedLogin.of(token.getIssuer(), token.getSubject(), token.getClaim("organization"));
        }
        return PageLogin.current();
    }

    private boolean sessionFits(HttpServletRequest request, VerifiedLogin login, Membership membership) {
        var session = request.getSession();
        if (!(session.getAttribute(LOGIN) instanceof Opened opened)) {
            // the server keeps the id it had before the login; a planted id must not become a signed-in one
            request.changeSessionId();
            session.setAttribute(LOGIN, new Opened(login, membership.tenant(), clock.millis()));
            return true;
        }
        var fits = opened.login().equals(login)
                && opened.tenant() == membership.tenant()
                && clock.millis() - opened.atMillis() < LONGEST_SESSION.toMillis();
        if (!fits) {
            session.invalidate();
        }
        return fits;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        if (PrincipalKindFilter.isApi(request)) {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(Problem.of(403, "no-membership").json().toString());
            return;
        }
        request.getRequestDispatcher("/error/no-access.xhtml").forward(request, response);
    }

    private static void inside(
            Membership membership, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var roles = membership.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        var scope = new TenantContext.Scope(
                membership.tenant(), membership.user(), membership.clearance(), membership.permissions(), roles);
        try {
            TenantContext.call(scope, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException known) {
            throw known;
        } catch (Exception checked) {
            throw new ServletException(checked);
        }
    }
}
