package no.innvei.tenancy.integration;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import no.innvei.tenancy.domain.EndedLogin;

/**
 * Tells genuine logout tokens from others, as OpenID Connect Back-Channel Logout 1.0, section 2.6, demands. The issuer's keys are fetched at first use
 * and kept; a key that is not among them makes them be fetched anew, seldom enough that forged tokens cannot burden the issuer.
 */
final class LogoutTokens {

    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256);

    /** The names in use: the specification's, the general one, and none. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null);

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LARGEST_KEY_SET = 100_000;
    private static final long KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long FETCH_MILLIS = Duration.ofSeconds(10).toMillis();

    /** Two fetches in so long a time at most. */
    private static final long SELDOM_MILLIS = Duration.ofSeconds(30).toMillis();

    private final ConfigurableJWTProcessor<SecurityContext> processor;

    /**
     * @param client the audience
     * @param now real time, by which the issuer works; never the settable clock
     */
    LogoutTokens(String issuer, String client, JWKSource<SecurityContext> keys, InstantSource now) {
        var jwt = new DefaultJWTProcessor<SecurityContext>();
        jwt.setJWSTypeVerifier(TYPES);
        jwt.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        jwt.setJWTClaimsSetVerifier(new Claims(issuer, client, now));
        processor = jwt;
    }

    static JWKSource<SecurityContext> keysAt(URI address) throws MalformedURLException {
        return JWKSourceBuilder.create(
                        address.toURL(),
                        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEY_SET))
                .cache(KEPT_MILLIS, FETCH_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(SELDOM_MILLIS)
                .build();
    }

    /** @throws RefusedException when anything about the token is wrong */
    EndedLogin verified(String token) throws RefusedException {
        try {
            var claims = processor.process(SignedJWT.parse(token), null);
            return new EndedLogin(
                    claims.getIssuer(),
                    claims.getJWTID(),
                    claims.getStringClaim("sid"),
                    claims.getSubject(),
                    claims.getIssueTime().toInstant());
        } catch (ParseException e) {
            throw new RefusedException("malformed");
        } catch (com.nimbusds.jose.KeySourceException e) {
            throw new RefusedException("keys-unavailable");
        } catch (com.nimbusds.jose.proc.BadJOSEException | com.nimbusds.jose.JOSEException e) {
            throw new RefusedException(e instanceof BadJWTException ? "claims" : "signature");
        }
    }

    /** Carries a code for the log and nothing of the token. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String code) {
            super(code, null, false, false);
        }
    }

    /** Issuer, audience, required and forbidden claims are the library's work; event, session or subject and freshness are ours. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private static final int LONGEST = 255;

        private final InstantSource now;

        Claims(String issuer, String client, InstantSource now) {
            super(
                    Set.of(client),
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("iat", "exp", "jti", "events"),
                    Set.of("nonce"));
            this.now = now;
            setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
        }

        @Override
        protected Date currentTime() {
            return Date.from(now.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            if (!(claims.getClaim("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map)) {
                throw new BadJWTException("not a logout");
            }
            var session = claims.getClaim("sid");
            var subject = claims.getClaim("sub");
            if (session == null && subject == null || !nameOrNothing(session) || !nameOrNothing(subject)) {
                throw new BadJWTException("neither session nor subject");
            }
            if (!nameOrNothing(claims.getClaim("jti"))) {
                throw new BadJWTException("no identifier");
            }
            var issuedAt = claims.getIssueTime().toInstant();
            Instant current = now.instant();
            if (issuedAt.isAfter(current.plus(SKEW)) || issuedAt.isBefore(current.minus(OLDEST))) {
                throw new BadJWTException("not issued just now");
            }
        }

        private static boolean nameOrNothing(Object claim) {
            return claim == null || claim instanceof String name && !name.isBlank() && name.length() <= LONGEST;
        }
    }
}
