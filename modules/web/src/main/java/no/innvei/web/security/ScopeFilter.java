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
import no.innvei.tenancy.api.Memberships.Answer;
import no.innvei.tenancy.api.Memberships.Login;
import no.innvei.tenancy.api.Memberships.Membership;
import no.innvei.web.rest.Problem;
import no.innvei.web.route.Address;
import no.innvei.web.route.Routes;
import no.innvei.web.text.RequestLanguage;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns a verified login into a scope: exactly one organization in the token, a membership in our database today, a session that the issuer has not ended,
 * and the same person and tenant as when our own session began. The rest of the request runs inside the scope.
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
        switch (login.map(memberships::find).orElseGet(Answer.Stranger::new)) {
            case Answer.Member member -> let(member.membership(), login.orElseThrow(), request, response, chain);
            case Answer.Ended ended -> end(request, response);
            case Answer.Stranger stranger -> refuse(request, response);
        }
    }

    private void let(
            Membership membership,
            Login login,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (!PrincipalKindFilter.isApi(request) && !sessionFits(request, VerifiedLogin.of(login), membership)) {
            startAgain(request, response);
            return;
        }
        SignedIn.put(request, membership);
        RequestLanguage.fallBackTo(request, membership.writtenForm());
        response.setLocale(RequestLanguage.current());
        inside(membership, request, response, chain);
    }

    private static Optional<Login> loginOf(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JsonWebToken token) {
            return VerifiedLogin.of(token.getIssuer(), token.getSubject(), token.getClaim("organization"))
                    .map(who -> who.in(token.getClaim("sid"), token.getIssuedAtTime()));
        }
        return PageLogin.current();
    }

    /** As a login that ran out: a page goes to the login page, a token is as good as an expired one. */
    private static void end(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (PrincipalKindFilter.isApi(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        startAgain(request, response);
    }

    /** Without the login cookie, so that the start page asks for a new login. */
    private static void startAgain(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.logout();
        response.sendRedirect(request.getContextPath() + Routes.START);
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
