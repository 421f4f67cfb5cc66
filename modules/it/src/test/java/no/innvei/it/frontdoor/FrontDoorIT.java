package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who gets in, by which door, and what every answer carries. */
class FrontDoorIT {

    @Test
    void without_a_token_the_api_answers_401_and_sends_nobody_to_a_login_page() {
        for (var api : List.of(Api.with(null), Api.with("rubbish"))) {
            var answer = api.get("/api/v1/me");
            assertEquals(401, answer.status());
            assertEquals("", answer.header("Location"));
        }
    }

    @Test
    void a_bearer_token_opens_no_page_not_even_with_an_address_that_mentions_the_api() {
        var token = Api.as("ingrid");
        for (var path :
                List.of("/min-dag", "/min-dag?x=/api/", "/deltakere?x=/api/v1/", "/api;x/v1/me", "/%61pi/v1/me")) {
            var answer = token.get(path);
            assertTrue(Set.of(302, 400, 401, 404).contains(answer.status()), path + " answers " + answer.status());
            assertFalse(answer.response().body().contains("iv-app"), path);
        }
    }

    @Test
    void a_login_session_opens_no_api() {
        try (var ingrid = Desk.of("ingrid")) {
            var answer = ingrid.page().request().get(Running.stack().address() + "/api/v1/me");
            assertEquals(401, answer.status());
        }
    }

    @Test
    void the_api_says_who_i_am_and_what_i_may_do() {
        var me = Api.as("ingrid").get("/api/v1/me");
        assertEquals(200, me.status(), me.response().body());
        assertTrue(me.response().body().contains("participant.person.edit"));
        assertFalse(Api.as("aud").get("/api/v1/me").response().body().contains("participant.person.edit"));
    }

    @Test
    void an_auditor_reads_and_cannot_write() {
        var refused = Api.as("aud").post("/api/v1/participants", IsolationIT.body(Persona.named("Ingen", "Adgang")));
        assertEquals(403, refused.status());
        assertTrue(refused.header("Content-Type").startsWith("application/problem+json"));
    }

    @Test
    void every_page_carries_the_security_headers() {
        try (var ingrid = Desk.of("ingrid")) {
            var answer = ingrid.page().navigate(Running.stack().address() + "/deltakere");
            var headers = answer.allHeaders();
            assertTrue(headers.get("content-security-policy").contains("default-src 'none'"), headers.toString());
            assertFalse(headers.get("content-security-policy").contains("unsafe"), headers.toString());
            assertTrue(headers.get("cache-control").contains("no-store"));
            assertEquals("no-referrer", headers.get("referrer-policy"));
            assertEquals("nosniff", headers.get("x-content-type-options"));
        }
    }

    @Test
    void logging_out_ends_both_sessions_and_old_cookies_open_nothing() {
        try (var ingrid = Desk.of("ingrid")) {
            var before = ingrid.page().context().cookies();
            assertTrue(before.stream().anyMatch(c -> c.name.equals("__Host-innvei-session") && c.httpOnly && c.secure));
            ingrid.page().locator("form[action*='logg-ut'] button").first().evaluate("button => button.click()");
            ingrid.page().waitForURL(url -> url.contains("/utlogget"));
            assertThat(ingrid.page().locator("h1")).isVisible();
            ingrid.assertFit("logged-out");

            ingrid.page()
                    .context()
                    .addCookies(before.stream()
                            .map(c -> {
                                c.partitionKey = null;
                                return c;
                            })
                            .collect(Collectors.toList()));
            ingrid.go("/min-dag");
            assertThat(ingrid.page().locator("#username")).isVisible();
        }
    }

    @Test
    void a_user_in_two_municipalities_chooses_and_sees_one() {
        try (var tove = Desk.of("tove", "Volda kommune")) {
            assertThat(tove.page().locator("header")).containsText("Volda kommune");
            assertThat(tove.page().locator("header")).not().containsText("Ringerike");
        }
    }

    @Test
    void the_pages_that_nobody_needs_to_find_are_missing_in_words() {
        try (var ingrid = Desk.of("ingrid")) {
            var answer = ingrid.page().navigate(Running.stack().address() + "/finnes-ikke");
            assertEquals(404, answer.status());
            assertThat(ingrid.page().locator("h1")).isVisible();
            assertTrue(ingrid.page().title().contains("Innvei"));
        }
    }

    @Test
    void what_is_wrong_in_a_request_is_told_in_the_language_it_asks_for() {
        var bad = Json.createObjectBuilder().add("givenNames", "").build();
        var answers = new HashMap<String, String>();
        for (var language : List.of("nb", "nn", "nn-NO,nb;q=0.5", "en,nn;q=0.4", "se")) {
            var answer = Api.as("ingrid").speaking(language).post("/api/v1/participants", bad);
            assertEquals(400, answer.status(), answer.response().body());
            answers.put(language, answer.json().getString("detail"));
        }
        for (var nynorsk : List.of("nn", "nn-NO,nb;q=0.5", "en,nn;q=0.4")) {
            assertTrue(answers.get(nynorsk).contains("må fyllast ut"), answers.toString());
            assertFalse(answers.get(nynorsk).contains("må fylles ut"), answers.toString());
        }
        for (var bokmaal : List.of("nb", "se")) {
            assertTrue(answers.get(bokmaal).contains("må fylles ut"), answers.toString());
        }
    }

    @Test
    void health_tells_of_database_keycloak_jobs_and_what_waits_for_the_register_and_for_logins() {
        var ready = Api.with(null).get("/health/ready");
        assertEquals(200, ready.status(), ready.response().body());
        var checks = ready.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        check -> check.getString("name"),
                        check -> check.containsKey("data")
                                ? check.getJsonObject("data")
                                : JsonObject.EMPTY_JSON_OBJECT));
        assertTrue(
                checks.keySet().containsAll(Set.of("database", "keycloak", "jobs", "backlog")),
                checks.keySet().toString());
        for (var module : Set.of("registersync", "tenancy")) {
            for (var number : Set.of("rows", "parkedStreams", "oldestSeconds")) {
                assertTrue(checks.get("backlog").getInt(module + "." + number) >= 0, module + "." + number);
            }
        }
        assertEquals(200, Api.with(null).get("/health/live").status());
        assertEquals(200, Api.with(null).get("/health/started").status());
    }

    @Test
    void the_api_describes_itself_without_a_fault() throws IOException {
        var document = Api.as("ingrid").get("/api/openapi");
        assertEquals(200, document.status());
        assertTrue(document.response().body().contains("/api/v1/participants"), "the document lists the participants");
        try (var logs = Files.walk(Running.stack().logs())) {
            for (var log : logs.filter(f -> f.getFileName().toString().equals("messages.log"))
                    .toList()) {
                assertFalse(Files.readString(log).contains("CWWKO1650E"), "the server found a fault in the document");
            }
        }
    }
}
