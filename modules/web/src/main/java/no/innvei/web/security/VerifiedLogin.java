package no.innvei.web.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.innvei.tenancy.api.Memberships.Login;

/**
 * Who signed in and for which organization, as a verified token says. Whether that gives anything is decided in our database.
 *
 * @param organization alias of the one organization
 */
record VerifiedLogin(String issuer, String subject, String organization) implements Serializable {

    /**
     * Empty unless the claim names exactly one organization: the scope travels through the browser, where it can be changed to give all or none.
     *
     * @param organizations the claim {@code organization}: alias to details
     */
    static Optional<VerifiedLogin> of(String issuer, String subject, Object organizations) {
        if (issuer == null || subject == null || !(organizations instanceof Map<?, ?> map) || map.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new VerifiedLogin(
                issuer, subject, map.keySet().iterator().next().toString()));
    }

    static VerifiedLogin of(Login login) {
        return new VerifiedLogin(login.issuer(), login.subject(), login.organization());
    }

    /**
     * The same, with the session at the issuer that the token belongs to.
     *
     * @param session the claim {@code sid}; {@code null} when the token has none
     * @param issuedAt the claim {@code iat}, seconds since 1970; 0 when the token has none, and then any logout is later
     */
    Login in(Object session, long issuedAt) {
        return new Login(
                issuer,
                subject,
                organization,
                session == null ? null : session.toString(),
                Instant.ofEpochSecond(issuedAt));
    }
}
