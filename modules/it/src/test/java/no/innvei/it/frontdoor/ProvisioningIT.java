package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What the tenant administrator decides reaches the real Keycloak through the outbox: a login, its organization, and the end of both. */
class ProvisioningIT {

    private static final LocalDate TODAY = Running.today();

    private final Api anne = Api.as("anne");

    @Test
    void a_counsellor_of_the_county_gets_access_to_a_municipality_and_loses_it_at_once() {
        var email = Running.stack().tenants().user("cathrine").email();

        var invited = anne.post("/api/v1/users", invitation("Cathrine Bakke", email, "PROGRAMME_ADVISER"));
        assertEquals(201, invited.status());
        var address = pathOf(invited);
        awaitLogin(address);

        var cathrine = Api.with(Running.stack().token("cathrine", "ringerike"));
        var me = cathrine.get("/api/v1/me");
        assertEquals(200, me.status());
        assertEquals("Ringerike kommune", me.json().getString("tenant"));
        assertEquals("PROGRAMME_ADVISER", me.json().getJsonArray("roles").getString(0));

        var ended = anne.put(address + "/last-day", lastDay(TODAY.minusDays(1)), etag(address));
        assertEquals(204, ended.status());
        assertEquals(403, cathrine.get("/api/v1/me").status(), "the old token is good, the right is gone");
        awaitLogin(address);
        var later = Api.with(Running.stack().token("cathrine", "ringerike"));
        assertEquals(403, later.get("/api/v1/me").status(), "Keycloak no longer puts the organization in the token");
        assertEquals(200, Api.as("cathrine").get("/api/v1/me").status(), "her own county is untouched");
    }

    @Test
    void somebody_new_gets_a_login_and_an_invitation_repeated_makes_no_second_one() {
        var email = "ny." + UUID.randomUUID() + "@ringerike.example";

        var invited = anne.post("/api/v1/users", invitation("Ny Medarbeider", email, "AUDITOR"));
        var again = anne.post("/api/v1/users", invitation("Ny Medarbeider", email, "AUDITOR"));

        assertEquals(201, invited.status());
        assertEquals(409, again.status());
        assertTrue(invited.header("Location").endsWith(again.json().getString("user")));
        awaitLogin(pathOf(invited));
    }

    @Test
    void only_the_administrator_invites_and_only_into_her_own_office() {
        assertEquals(
                403,
                Api.as("ingrid")
                        .post("/api/v1/users", invitation("Ny Medarbeider", "ny@ringerike.example", "AUDITOR"))
                        .status());
        assertEquals(
                409,
                Api.as("vidar")
                        .post("/api/v1/users", invitation("Ny Medarbeider", "ny@volda.example", "AUDITOR"))
                        .status(),
                "the office is another municipality's");
        assertEquals(404, Api.as("vidar").get(pathOfSomebodyInRingerike()).status());
    }

    private String pathOfSomebodyInRingerike() {
        return "/api/v1/users/" + Running.stack().tenants().user("anne").id();
    }

    private JsonObject invitation(String name, String email, String role) {
        return Json.createObjectBuilder()
                .add("displayName", name)
                .add("email", email)
                .add("roles", Json.createArrayBuilder().add(role))
                .add("office", officeOfRingerike())
                .add("validFrom", TODAY.toString())
                .build();
    }

    private String officeOfRingerike() {
        try (var reader = Json.createReader(
                new StringReader(anne.get("/api/v1/users/offices").response().body()))) {
            return reader.readArray().getJsonObject(0).getString("id");
        }
    }

    private static JsonObject lastDay(LocalDate day) {
        return Json.createObjectBuilder().add("lastDay", day.toString()).build();
    }

    private String etag(String address) {
        return anne.get(address).header("ETag");
    }

    private void awaitLogin(String address) {
        await(() -> anne.get(address).json().getBoolean("loginReady"));
    }

    private static String pathOf(Api.Answer created) {
        var location = created.header("Location");
        return location.substring(location.indexOf("/api/v1/"));
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not reached within a minute");
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }
}
