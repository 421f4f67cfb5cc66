package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same person is registered twice, seen, made one by a leader, and two again. */
class DuplicatesIT {

    @ParameterizedTest
    @CsvSource({"ingrid, leif, nb", "vigdis, vidar, nn"})
    void a_person_registered_twice_is_asked_about_merged_found_by_the_old_address_and_undone(
            String adviser, String leader, String form) {
        var person = Persona.named("Olena", "Dobbeltsen" + form);
        var again = Persona.named("Olena", "Dobbeltsen" + form);
        var first = IsolationIT.register(Api.as(adviser), person);
        String second;
        try (var desk = Desk.of(adviser)) {
            var page = desk.go("/deltakere/ny");
            page.locator("#givenNames").fill("Dobbeltsen" + form);
            page.locator("#familyName").fill(person.given());
            page.locator("#bornOn").fill(Norwegian.date(person.bornOn()));
            page.locator("#dufNumber").fill(again.duf());
            page.locator("#save").click();
            assertThat(page.locator("#kanskje")).containsText(person.family());
            desk.assertFit("register-suggestion-" + form, 1440, 320);
            assertThat(page.locator("#kanskje a").first()).hasAttribute("href", Pattern.compile(".*" + first));
            page.locator("#save").click();
            page.waitForURL(url -> !url.endsWith("/ny"));
            second = page.url().substring(page.url().lastIndexOf('/') + 1);

            awaits(() -> {
                page.navigate(Running.stack().address() + "/deltakere/dobbelt");
                return page.locator("main li:has-text('" + person.family() + "')")
                                .count()
                        == 1;
            });
            desk.assertFit("duplicates-" + form, 1440, 320);
            page.locator("main li:has-text('" + person.family() + "') a")
                    .first()
                    .focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#merge")).hasCount(0);
            page.locator("#propose").click();
            assertThat(page.locator("main li:has-text('" + person.family() + "') .ds-tag"))
                    .hasCount(1);
        }
        try (var desk = Desk.of(leader)) {
            var page = desk.go("/deltakere/dobbelt");
            page.locator("main li:has-text('" + person.family() + "') a")
                    .first()
                    .click();
            desk.assertFit("compare-" + form, 1440, 320);
            page.locator("#valg-NAME-MERGED").check();
            page.locator("#merge").focus();
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/deltakere/" + first));
            assertThat(page.locator("h1")).containsText("Dobbeltsen" + form + " Olena");

            desk.go("/deltakere/" + second + "/opplysninger");
            page.waitForURL(url -> url.endsWith("/deltakere/" + first + "/opplysninger"));
            assertThat(page.locator("main")).containsText("DUF");
            desk.assertFit("merged-history-" + form, 1440);
            var moved = Api.as(adviser).get("/api/v1/participants/" + second);
            assertEquals(308, moved.status());
            assertTrue(moved.header("Location").endsWith("/api/v1/participants/" + first));

            desk.go("/deltakere/dobbelt?vis=sammen");
            desk.assertFit("merges-" + form, 1440, 320);
            page.locator("main li:has-text('Dobbeltsen" + form + "')")
                    .getByRole(AriaRole.BUTTON)
                    .click();
            page.waitForURL(url -> url.endsWith("/deltakere/" + second));
            assertEquals(
                    200, Api.as(adviser).get("/api/v1/participants/" + second).status());
            desk.go("/deltakere/" + first);
            assertThat(page.locator("h1")).containsText("Olena Dobbeltsen" + form);

            desk.go("/deltakere/dobbelt");
            page.locator("main li:has-text('" + person.family() + "') a")
                    .first()
                    .click();
            page.locator("#dismiss").click();
            desk.go("/deltakere/dobbelt?vis=ikke");
            assertThat(page.locator("main")).containsText("Dobbeltsen" + form);
            desk.assertFit("duplicates-dismissed-" + form, 320);
        }
    }

    @Test
    void through_the_interface_a_leader_merges_and_undoes_and_an_adviser_does_not() {
        var ingrid = Api.as("ingrid");
        var leif = Api.as("leif");
        var person = Persona.named("Hiwot", "Grensesnittsen");
        var again = Persona.named("Hiwot", "Grensesnittsen");
        var first = IsolationIT.register(ingrid, person);
        var second = IsolationIT.register(ingrid, again);
        var comparison = "/api/v1/merges/comparison?surviving=" + first + "&merged=" + second;
        var compared = leif.get(comparison);
        assertEquals(200, compared.status());
        assertEquals(404, Api.as("berit").get(comparison).status());
        var request = Json.createObjectBuilder()
                .add("surviving", first)
                .add("survivingVersion", compared.json().getInt("survivingVersion"))
                .add("merged", second)
                .add("mergedVersion", compared.json().getInt("mergedVersion"))
                .add("choices", Json.createObjectBuilder().add("BIRTH_DATE", "MERGED"))
                .build();
        assertEquals(403, ingrid.post("/api/v1/merges", request).status());
        var made = leif.post("/api/v1/merges", request);
        assertEquals(200, made.status(), made.response().body());
        assertEquals(409, leif.post("/api/v1/merges", request).status());
        var undo = "/api/v1/merges/" + made.json().getString("id") + "/undo";
        var nothing = Json.createObjectBuilder().build();
        assertEquals(404, Api.as("berit").post(undo, nothing).status());
        assertEquals(200, leif.post(undo, nothing).status());
        assertEquals(409, leif.post(undo, nothing).status());
        assertEquals(200, ingrid.get("/api/v1/duplicates?size=5").status());
    }

    @Test
    void a_protected_person_is_never_suggested_to_somebody_without_clearance() throws SQLException {
        var ingrid = Api.as("ingrid");
        var person = Persona.named("Selam", "Skjermetsen");
        var hidden = IsolationIT.register(ingrid, person);
        var body = Json.createObjectBuilder()
                .add("givenNames", person.given())
                .add("familyName", person.family())
                .add("bornOn", person.bornOn().toString())
                .add("identifiers", Json.createArrayBuilder())
                .build();
        assertTrue(ingrid.post("/api/v1/duplicates/candidates", body)
                .response()
                .body()
                .contains(hidden));
        protect(hidden);
        assertFalse(ingrid.post("/api/v1/duplicates/candidates", body)
                .response()
                .body()
                .contains(hidden));
    }

    private static void protect(String participant) throws SQLException {
        try (var connection = Running.stack().connectAsSuperuser();
                var insert = connection.prepareStatement(
                        "insert into platform.protected_participant (tenant_id, participant_id, level) select tenant_id, id, 2 from participant.participant where id = ?::uuid")) {
            insert.setString(1, participant);
            assertEquals(1, insert.executeUpdate());
        }
    }

    private static void awaits(BooleanSupplier condition) {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(until), "the job has not looked in 30 seconds");
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
