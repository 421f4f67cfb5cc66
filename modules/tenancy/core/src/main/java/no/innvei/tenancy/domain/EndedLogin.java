package no.innvei.tenancy.domain;

import java.time.Instant;

/**
 * What a verified logout notice says.
 *
 * @param notice {@code jti}: the same notice counts once
 * @param session {@code sid} of the session that ended; {@code null} when every session of the subject did
 * @param subject {@code sub}; {@code null} when the notice names a session only
 * @param at {@code iat}, whole seconds of the issuer's clock; tokens issued until then open nothing
 */
public record EndedLogin(String issuer, String notice, String session, String subject, Instant at) {

    public EndedLogin {
        if (session == null && subject == null) {
            throw new IllegalArgumentException("a logout notice names a session or a subject");
        }
    }
}
