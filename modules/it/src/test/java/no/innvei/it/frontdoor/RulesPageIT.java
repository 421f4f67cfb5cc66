package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** <em>Prøv regelverket</em>: choose, fill in, read, compare, share. The same answers as the service gives. */
class RulesPageIT {

    private static final String DURATION =
            "/regelverk/introduction.duration?education=UPPER_SECONDARY&goal=WORK&permitBasis=A&offerOn=2025-12-15&startOn=2026-01-12"
                    + "&sammenlign=2026-01-05";

    @ParameterizedTest
    @CsvSource({"ingrid, nb", "vigdis, nn"})
    void every_state_of_the_page_fits_and_says_what_to_do(String user, String form) {
        try (var desk = Desk.of(user)) {
            for (var page : List.of(
                    "/regelverk",
                    "/regelverk/introduction.duration",
                    DURATION,
                    "/regelverk/introduction.category?bornOn=1990-02-29x&offerOn=2026-01-01",
                    "/regelverk/introduction.benefit?on=2026-08-17&bornOn=1990-05-17&livesWithParents=false&participantSince=2026-08-03",
                    "/regelverk/register.deadline?knownOn=2026-08-17&items=GOAL,MEASURE",
                    "/regelverk/alle")) {
                var answer = desk.page().navigate(Running.stack().address() + page);
                assertEquals(200, answer.status(), page);
                assertEquals(form, desk.page().locator("html").getAttribute("lang"), page);
                assertEquals(1, desk.page().locator("h1").count(), page);
                var name = page.replaceAll("^/", "").replaceAll("[?].*", page.contains("?") ? "-svar" : "");
                desk.assertFit("rules-" + form + "-" + name.replaceAll("[^a-z-]", "-"));
            }
        }
    }

    @Test
    void from_the_menu_to_an_answer_and_two_dates_side_by_side_without_a_mouse() {
        try (var ingrid = Desk.of("ingrid")) {
            var page = ingrid.page();
            press(page, "a[href$='/regelverk']");
            page.waitForURL("**/regelverk");
            press(page, "a[href$='/introduction.duration']");
            page.waitForURL("**/introduction.duration");
            assertThat(page.locator("#svar .iv-tom")).isVisible();

            choose(page, "#education", "UPPER_SECONDARY");
            choose(page, "#goal", "WORK");
            choose(page, "#permitBasis", "A");
            type(page, "#offerOn", "15.12.2025");
            type(page, "#sammenlign", "5.1.26");
            assertThat(page.locator("#offerOn-s")).containsText("mandag 15.12.2025, uke\u00a051");
            type(page, "#startOn", "12.1.2026");
            type(page, "#absenceAndLeaveWorkingDays", "14");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("offerOn=2025-12-15") && url.contains("sammenlign=2026-01-05"));

            var panels = page.locator("#svar .iv-to > section");
            assertThat(panels).hasCount(2);
            assertThat(panels.nth(1)).containsText("Inntil 12\u00a0måneder");
            assertThat(panels.nth(1)).containsText("fredag 29.01.2027");
            assertThat(panels.nth(1)).containsText("Versjon 01.01.2026");
            assertThat(page.locator("#svar ins").first()).isVisible();
            ingrid.assertFit("rules-keyboard");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            ingrid.picture("rules-print");
        }
    }

    @Test
    void equal_answers_say_that_they_are_equal() {
        try (var ingrid = Desk.of("ingrid")) {
            ingrid.go(DURATION.replace("2026-01-05", "2025-11-03"));
            assertThat(ingrid.page().locator("#svar .ds-alert")).containsText("Svaret er det samme");
        }
    }

    @Test
    void a_link_shows_everyone_the_same() {
        String seen;
        try (var ingrid = Desk.of("ingrid")) {
            ingrid.go(DURATION);
            seen = ingrid.page().locator("#svar").innerText();
            assertTrue(seen.contains("Inntil"), seen);
        }
        for (var other : List.of("cathrine", "hilde")) {
            try (var desk = Desk.of(other)) {
                assertThat(desk.page().locator("#meny a[href$='/regelverk']")).hasCount(1);
                desk.go(DURATION);
                assertEquals(seen, desk.page().locator("#svar").innerText(), other);
            }
        }
    }

    @Test
    void what_cannot_be_read_is_told_at_the_field_and_the_rest_is_kept() {
        try (var ingrid = Desk.of("ingrid")) {
            var page = ingrid.page();
            ingrid.go(
                    "/regelverk/introduction.duration?education=UPPER_SECONDARY&offerOn=tullball&startOn=12.01.2026&goal=WORK");
            assertTrue(page.title().startsWith("Feil: "), page.title());
            assertThat(page.locator("ds-error-summary")).containsText("Tilbud om oppstart: skriv datoen slik");
            assertThat(page.locator("ds-error-summary")).containsText("Velg: Oppholdsgrunnlag");
            assertThat(page.locator("ds-error-summary")).isFocused();
            assertThat(page.locator("#offerOn")).hasValue("tullball");
            assertThat(page.locator("#offerOn")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#startOn")).hasValue("12.01.2026");
            assertThat(page.locator("#education")).hasValue("UPPER_SECONDARY");
            page.locator("ds-error-summary a").first().click();
            ingrid.assertFit("rules-errors");
        }
    }

    @Test
    void what_the_rule_has_no_use_for_is_passed_over_calmly_and_no_such_rule_is_no_page() {
        try (var ingrid = Desk.of("ingrid")) {
            ingrid.go(DURATION + "&farge=blue");
            assertThat(ingrid.page().locator("main [role=status].ds-alert")).containsText("Vi ser bort fra dem");
            assertThat(ingrid.page().locator("#svar .iv-to")).isVisible();
            assertThat(ingrid.page().locator("[data-kopier]")).hasAttribute("data-kopier", DURATION);
            ingrid.assertFit("rules-unknown");
            var missing = ingrid.page().navigate(Running.stack().address() + "/regelverk/introduction.luck");
            assertEquals(404, missing.status());
            assertThat(ingrid.page().locator("h1")).isVisible();
        }
    }

    @Test
    void all_rules_tell_what_is_in_force_on_the_day_and_what_is_only_adopted() {
        try (var ingrid = Desk.of("ingrid")) {
            ingrid.go("/regelverk/alle?dag=31.12.2025");
            var category = ingrid.page().locator("#introduction-category");
            assertThat(category).containsText("Vedtatt, men ikke satt i kraft");
            category.locator("summary").first().click();
            assertThat(category.locator("details").first()).containsText("Høyeste alder");
            ingrid.assertFit("rules-all");
            ingrid.go("/regelverk/alle?dag=tullball");
            assertThat(ingrid.page().locator("#dag")).hasAttribute("aria-invalid", "true");
        }
    }

    @Test
    void the_service_answers_what_the_page_shows_and_names_what_it_refuses() {
        var api = Api.as("hilde");
        var facts = Json.createObjectBuilder()
                .add("education", "UPPER_SECONDARY")
                .add("goal", "WORK")
                .add("permitBasis", "A")
                .add("offerOn", "2026-08-17")
                .add("startOn", "2026-08-30");
        var answer = api.post(
                "/api/v1/rules/introduction.duration/evaluations",
                Json.createObjectBuilder().add("id", "x1").add("facts", facts).build());
        assertEquals(200, answer.status(), answer.response().body());
        assertEquals("x1", answer.json().getString("id"));
        assertEquals("2027-08-29", answer.json().getJsonObject("values").getString("lastDay"));

        var refused = api.post(
                "/api/v1/rules/introduction.duration/evaluations",
                Json.createObjectBuilder()
                        .add("facts", Json.createObjectBuilder().add("offerOn", "hemmelig"))
                        .build());
        assertEquals(400, refused.status());
        assertTrue(refused.header("Content-Type").startsWith("application/problem+json"));
        assertEquals(
                List.of("education", "goal", "permitBasis", "startOn"),
                refused.json().getJsonArray("facts").stream()
                        .map(name -> name.toString().replace("\"", ""))
                        .filter(name -> !name.equals("offerOn"))
                        .sorted()
                        .toList());
        assertFalse(refused.response().body().contains("hemmelig"));
        assertEquals(
                404,
                api.post(
                                "/api/v1/rules/introduction.luck/evaluations",
                                Json.createObjectBuilder().build())
                        .status());

        var list = api.get("/api/v1/rules").json().getJsonArray("rules").getValuesAs(JsonObject.class);
        assertTrue(list.stream()
                .allMatch(rule -> !rule.getString("question").isEmpty()
                        && !rule.getJsonArray("versions").isEmpty()));
        var document = api.get("/api/openapi").response().body();
        assertTrue(document.contains("RuleEvaluation") && document.contains("introduction.duration"), "described");
    }

    @Test
    void no_fact_of_an_address_reaches_a_log() throws IOException {
        try (var ingrid = Desk.of("ingrid")) {
            ingrid.go(
                    "/regelverk/introduction.benefit?on=2026-08-17&bornOn=1971-03-14&livesWithParents=false&participantSince=2026-08-03");
            assertThat(ingrid.page().locator("#svar .iv-svar")).isVisible();
        }
        try (var files = Files.walk(Running.stack().logs())) {
            for (var log : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                assertFalse(
                        Files.readString(log, StandardCharsets.ISO_8859_1).contains("1971-03-14"),
                        log.getFileName().toString());
            }
        }
    }

    /** Tabs on until the element has the focus. */
    private static void focus(Page page, String element) {
        for (int i = 0; i < 150; i++) {
            if ((Boolean) page.evaluate("s => document.activeElement?.matches(s) ?? false", element)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(element + " is not reached by keyboard");
    }

    private static void press(Page page, String link) {
        focus(page, link);
        page.keyboard().press("Enter");
    }

    private static void type(Page page, String field, String text) {
        focus(page, field);
        page.keyboard().type(text);
    }

    private static void choose(Page page, String field, String value) {
        focus(page, field);
        for (int i = 0; i < 30 && !value.equals(page.locator(field).inputValue()); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator(field)).hasValue(value);
    }
}
