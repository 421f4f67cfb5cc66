package no.innvei.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.tenancy.api.Memberships.Login;
import org.junit.jupiter.api.Test;

class VerifiedLoginTest {

    @Test
    void a_token_for_one_organization_is_a_login() {
        assertEquals(
                Optional.of(new VerifiedLogin("iss", "sub", "nordvik")),
                VerifiedLogin.of("iss", "sub", Map.of("nordvik", Map.of("id", "x"))));
    }

    @Test
    void none_several_or_anything_else_is_not() {
        assertEquals(Optional.empty(), VerifiedLogin.of("iss", "sub", null));
        assertEquals(Optional.empty(), VerifiedLogin.of("iss", "sub", Map.of()));
        assertEquals(Optional.empty(), VerifiedLogin.of("iss", "sub", Map.of("nordvik", 1, "sorvik", 2)));
        assertEquals(Optional.empty(), VerifiedLogin.of("iss", "sub", List.of("nordvik")));
        assertEquals(Optional.empty(), VerifiedLogin.of("iss", "sub", "nordvik"));
        assertEquals(Optional.empty(), VerifiedLogin.of(null, "sub", Map.of("nordvik", 1)));
        assertEquals(Optional.empty(), VerifiedLogin.of("iss", null, Map.of("nordvik", 1)));
    }

    @Test
    void a_login_knows_its_session_and_when_its_token_was_issued() {
        var who = new VerifiedLogin("iss", "sub", "nordvik");
        var second = Instant.parse("2026-11-24T09:00:00Z");

        var login = who.in("sid", second.getEpochSecond());
        assertEquals(new Login("iss", "sub", "nordvik", "sid", second), login);
        assertEquals(who, VerifiedLogin.of(login));
        assertEquals(new Login("iss", "sub", "nordvik", null, Instant.EPOCH), who.in(null, 0));
    }
}
