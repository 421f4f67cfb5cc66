package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The directorate's administrator takes a municipality in over REST: it is a tenant at once, and Keycloak gets its organization and first administrator. */
class OnboardingIT {

    private static final String NOT_ONBOARDED = "/api/v1/tenants/not-onboarded?kind=MUNICIPALITY";

    private final Api sigrid = Api.as("sigrid");

    @Test
    void a_municipality_is_taken_in_and_keycloak_has_its_organization_and_administrator() {
        var unit = list(sigrid.get(NOT_ONBOARDED)).getFirst();
        var number = unit.getString("number");
        var alias = "kommune-" + number;
        var email = "admin." + UUID.randomUUID() + "@" + alias + ".example";
        var request = onboard(alias, number, unit.getString("name") + " kommune", email);
        assertEquals(Optional.empty(), Running.stack().membersInKeycloak(alias));

        var taken = sigrid.post("/api/v1/tenants", request);

        assertEquals(204, taken.status(), taken.response().body());
        assertFalse(numbers(sigrid.get(NOT_ONBOARDED)).contains(number));
        assertTrue(list(sigrid.get("/api/v1/tenants")).stream()
                .anyMatch(tenant -> tenant.getString("alias").equals(alias)
                        && tenant.getString("number").equals(number)
                        && tenant.getString("writtenForm").equals("nn")));
        await(alias, email);

        var again = sigrid.post("/api/v1/tenants", request);
        assertEquals(409, again.status());
        assertEquals("urn:innvei:problem:already-onboarded", again.json().getString("type"));
    }

    @Test
    void what_is_taken_or_unknown_is_told_apart() {
        var free = list(sigrid.get(NOT_ONBOARDED)).getLast().getString("number");
        assertEquals(
                "urn:innvei:problem:alias-taken",
                sigrid.post("/api/v1/tenants", onboard("bergen", free, "En kommune", "en@kommune.example"))
                        .json()
                        .getString("type"));
        assertEquals(
                "urn:innvei:problem:number-unknown",
                sigrid.post("/api/v1/tenants", onboard("ukjent", "0000", "En kommune", "en@kommune.example"))
                        .json()
                        .getString("type"));
    }

    @Test
    void nobody_else_onboards_not_even_a_municipality_s_own_administrator() {
        for (var other : List.of("anne", "vidar", "hilde", "ingrid")) {
            assertEquals(403, Api.as(other).get("/api/v1/tenants").status(), other);
            assertEquals(
                    403,
                    Api.as(other)
                            .post("/api/v1/tenants", onboard("kommune", "0301", "Oslo kommune", "en@kommune.example"))
                            .status(),
                    other);
        }
    }

    private static JsonObject onboard(String alias, String number, String name, String email) {
        return Json.createObjectBuilder()
                .add("alias", alias)
                .add("kind", "MUNICIPALITY")
                .add("number", number)
                .add("name", name)
                .add("writtenForm", "nn")
                .add("officeName", "Flyktningtenesta")
                .add("administratorName", "Første Administrator")
                .add("administratorEmail", email)
                .build();
    }

    private static List<JsonObject> list(Api.Answer answer) {
        assertEquals(200, answer.status(), answer.response().body());
        try (var reader = Json.createReader(new StringReader(answer.response().body()))) {
            JsonArray array = reader.readArray();
            return array.getValuesAs(JsonObject.class);
        }
    }

    private static List<String> numbers(Api.Answer answer) {
        return list(answer).stream().map(unit -> unit.getString("number")).toList();
    }

    private static void await(String alias, String email) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Running.stack()
                .membersInKeycloak(alias)
                .filter(members -> members.contains(email))
                .isPresent()) {
            assertTrue(System.nanoTime() < end, "no organization with its administrator within a minute");
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }
}
