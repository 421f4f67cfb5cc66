package no.innvei.tenancy.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.innvei.tenancy.domain.EndedLogin;
import no.innvei.tenancy.integration.LogoutTokens.RefusedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens signed here with keys made here; Keycloak's own are in the test of the whole. */
class LogoutTokensTest {

    private static final String ISSUER = "https://login.example/realms/innvei";
    private static final String CLIENT = "innvei-web";
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private static RSAKey key;
    private static ECKey elliptic;
    private static LogoutTokens tokens;

    @BeforeAll
    static void keys_of_the_issuer() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        elliptic = new ECKeyGenerator(Curve.P_256).keyID("k2").generate();
        var published = new JWKSet(List.of(key.toPublicJWK(), elliptic.toPublicJWK()));
        tokens = new LogoutTokens(ISSUER, CLIENT, new ImmutableJWKSet<>(published), InstantSource.fixed(NOW));
    }

    @Test
    void a_genuine_token_ends_the_session_it_names() throws Exception {
        var genuine = signed(key, claims(c -> {}));

        assertEquals(new EndedLogin(ISSUER, "n1", "s1", "u1", NOW), tokens.verified(genuine));
    }

    @Test
    void a_subject_alone_ends_all_its_sessions_and_a_session_alone_will_do() throws Exception {
        assertEquals(
                new EndedLogin(ISSUER, "n1", null, "u1", NOW),
                tokens.verified(signed(key, claims(c -> c.claim("sid", null)))));
        assertEquals(
                new EndedLogin(ISSUER, "n1", "s1", null, NOW),
                tokens.verified(signed(key, claims(c -> c.subject(null)))));
    }

    @Test
    void the_type_may_be_the_specifications_or_the_general_one_or_none() throws Exception {
        for (var type :
                Stream.of(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT).toList()) {
            assertEquals(
                    "n1", tokens.verified(signed(key, type, claims(c -> {}))).notice());
        }
        assertEquals(
                "n1",
                tokens.verified(signed(key, (JOSEObjectType) null, claims(c -> {})))
                        .notice());
        assertRefused("signature", signed(key, new JOSEObjectType("at+jwt"), claims(c -> {})));
    }

    @Test
    void clocks_may_differ_by_a_minute() throws Exception {
        tokens.verified(signed(key, claims(c -> c.issueTime(at(59)).expirationTime(at(180)))));
        tokens.verified(signed(key, claims(c -> c.issueTime(at(-180)).expirationTime(at(-50)))));
    }

    static Stream<Arguments> wrong_claims() {
        return Stream.of(
                wrong("another issuer", c -> c.issuer("https://login.example/realms/other")),
                wrong("no issuer", c -> c.issuer(null)),
                wrong("another client", c -> c.audience("innvei-api")),
                wrong("no audience", c -> c.audience((String) null)),
                wrong("no events", c -> c.claim("events", null)),
                wrong("another event", c -> c.claim("events", Map.of("https://example.org/other", Map.of()))),
                wrong("events as text", c -> c.claim("events", LogoutTokens.EVENT)),
                wrong("events as list", c -> c.claim("events", List.of(LogoutTokens.EVENT))),
                wrong("event that is no object", c -> c.claim("events", Map.of(LogoutTokens.EVENT, "yes"))),
                wrong("neither session nor subject", c -> c.claim("sid", null).subject(null)),
                wrong("empty session", c -> c.claim("sid", " ")),
                wrong("session that is a number", c -> c.claim("sid", 7)),
                wrong("endless session", c -> c.claim("sid", "s".repeat(256))),
                wrong("empty subject", c -> c.subject("")),
                wrong("a nonce, so an ID token", c -> c.claim("nonce", "n")),
                wrong("no identifier", c -> c.jwtID(null)),
                wrong("empty identifier", c -> c.jwtID("")),
                wrong("no time of issue", c -> c.issueTime(null)),
                wrong("issued in the future", c -> c.issueTime(at(61))),
                wrong("issued long ago", c -> c.issueTime(at(-601))),
                wrong("no end", c -> c.expirationTime(null)),
                wrong("over", c -> c.expirationTime(at(-61))),
                wrong("not yet", c -> c.notBeforeTime(at(61))));
    }

    private static Arguments wrong(String what, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrong_claims(String what, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        assertRefused("claims", signed(key, claims(change)));
    }

    @Test
    void a_key_that_is_not_the_issuers_signs_nothing_whatever_it_calls_itself() throws Exception {
        var stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
        assertRefused("signature", signed(stranger, claims(c -> {})));
        assertRefused("signature", signed(new RSAKeyGenerator(2048).keyID("k9").generate(), claims(c -> {})));
    }

    @Test
    void the_token_does_not_choose_the_way_it_is_checked() throws Exception {
        var claims = claims(c -> {});
        assertRefused("malformed", new PlainJWT(claims).serialize());
        assertRefused(
                "signature",
                signed(
                        JWSAlgorithm.HS256,
                        "k1",
                        new MACSigner(key.toRSAPublicKey().getEncoded()),
                        claims));
        assertRefused("signature", signed(JWSAlgorithm.RS512, "k1", new RSASSASigner(key), claims));
        assertRefused("signature", signed(JWSAlgorithm.PS256, "k1", new RSASSASigner(key), claims));
        assertRefused("signature", signed(JWSAlgorithm.ES256, "k2", new ECDSASigner(elliptic), claims));
    }

    @Test
    void a_changed_or_broken_token_is_refused() throws Exception {
        var genuine = signed(key, claims(c -> {}));
        var other = signed(key, claims(c -> c.claim("sid", "s2")));
        var parts = genuine.split("\\.");
        assertRefused("signature", parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
        for (var broken : List.of("", "x", "a.b.c", parts[0] + "." + parts[1] + ".", genuine + ".x")) {
            assertThrows(RefusedException.class, () -> tokens.verified(broken), broken);
        }
    }

    @Test
    void keys_are_kept_fetched_anew_for_a_new_one_and_not_for_every_forged_token() throws Exception {
        var published = new AtomicReference<>(new JWKSet(key.toPublicJWK()));
        var fetched = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/certs", exchange -> {
            fetched.incrementAndGet();
            var body = published.get().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/certs");
            var remote = new LogoutTokens(ISSUER, CLIENT, LogoutTokens.keysAt(address), InstantSource.fixed(NOW));

            remote.verified(signed(key, claims(c -> {})));
            remote.verified(signed(key, claims(c -> {})));
            assertEquals(1, fetched.get());

            var next = new RSAKeyGenerator(2048).keyID("k3").generate();
            published.set(new JWKSet(List.of(key.toPublicJWK(), next.toPublicJWK())));
            remote.verified(signed(next, claims(c -> {})));
            remote.verified(signed(key, claims(c -> {})));
            assertEquals(2, fetched.get());

            for (int i = 0; i < 20; i++) {
                var forged = signed(key, "forged-" + i, claims(c -> {}));
                assertThrows(RefusedException.class, () -> remote.verified(forged));
            }
            assertTrue(fetched.get() <= 4, "fetched " + fetched.get() + " times");
            remote.verified(signed(next, claims(c -> {})));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void without_keys_nothing_is_believed() throws Exception {
        var nobody = URI.create("http://localhost:1/certs");
        var remote = new LogoutTokens(ISSUER, CLIENT, LogoutTokens.keysAt(nobody), InstantSource.fixed(NOW));
        var genuine = signed(key, claims(c -> {}));

        var refused = assertThrows(RefusedException.class, () -> remote.verified(genuine));
        assertEquals("keys-unavailable", refused.getMessage());
    }

    private static void assertRefused(String code, String token) {
        assertEquals(
                code,
                assertThrows(RefusedException.class, () -> tokens.verified(token))
                        .getMessage());
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .jwtID("n1")
                .subject("u1")
                .claim("sid", "s1")
                .claim("events", Map.of(LogoutTokens.EVENT, Map.of()))
                .issueTime(at(0))
                .expirationTime(at(120));
        change.accept(claims);
        return claims.build();
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String signed(RSAKey by, JWTClaimsSet claims) throws JOSEException {
        return signed(by, JOSEObjectType.JWT, claims);
    }

    private static String signed(RSAKey by, String keyId, JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, keyId, new RSASSASigner(by), claims);
    }

    private static String signed(RSAKey by, JOSEObjectType type, JWTClaimsSet claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(by.getKeyID())
                .type(type)
                .build();
        return signed(header, new RSASSASigner(by), claims);
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        return signed(new JWSHeader.Builder(algorithm).keyID(keyId).build(), signer, claims);
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
