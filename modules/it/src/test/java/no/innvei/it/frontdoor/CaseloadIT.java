package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.SelectOption;
import jakarta.json.Json;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows up whom: on a participant's page, in the list, and for other systems. */
class CaseloadIT {

    @ParameterizedTest
    @CsvSource({"ingrid, nb", "vigdis, nn"})
    void a_participant_gets_an_adviser_and_is_found_among_mine(String adviser, String form) {
        var person = Persona.named("Selam", "Oppfølging" + form);
        var participant = IsolationIT.register(Api.as(adviser), person);
        try (var desk = Desk.of(adviser)) {
            desk.go("/deltakere/" + participant);
            assertThat(desk.page().locator("section[aria-labelledby=oppfolging]"))
                    .containsText("Ingen har denne");
            desk.go("/deltakere/" + participant + "/oppfolging");
            desk.assertFit("followup-" + form);
            desk.page().locator("#save").click();
            assertThat(desk.page().locator("#holder")).hasAttribute("aria-invalid", "true");
            desk.page().locator("#holder").selectOption(new SelectOption().setIndex(2));
            desk.page().locator("#save").click();
            desk.page().waitForURL(url -> url.endsWith(participant));
            assertThat(desk.page().locator("section[aria-labelledby=oppfolging]"))
                    .not()
                    .containsText("Ingen har denne");
            desk.assertFit("participant-followed-up-" + form, 1440, 320);

            desk.go("/deltakere?veileder=ingen&sort=navn&rader=100");
            assertThat(desk.page().locator("main")).not().containsText(person.family());
            desk.go("/deltakere?sort=veileder&rader=100&tell=1&kol=fase,kategori,veileder,endret&luftig=1");
            assertThat(desk.page().locator("main table")).containsText(person.family());
            assertThat(desk.page().locator("th[aria-sort=ascending]")).hasCount(1);
            desk.assertFit("list-by-adviser-" + form, 1440, 320);

            desk.page().locator("details.iv-filtervalg summary").nth(2).click();
            desk.page().locator("#visning").fill("Etter veileder " + form);
            desk.page()
                    .locator("form[action$='/visning'] button[type=submit]")
                    .first()
                    .click();
            assertThat(desk.page().locator(".iv-faner [aria-current=true]")).containsText("Etter veileder " + form);
            assertThat(desk.page().locator("main table")).containsText(person.family());
            desk.page().locator("details.iv-filtervalg summary").nth(0).click();
            desk.assertFit("list-filters-" + form, 1440, 320);
            desk.page().locator("#mangler-veileder").check();
            desk.page().locator("#urort").check();
            desk.page()
                    .locator("details.iv-filtervalg[open] button[type=submit]")
                    .click();
            assertThat(desk.page().locator(".ds-chip[data-removable]")).hasCount(2);
            desk.go("/min-dag?hvem=meg");
            desk.assertFit("my-day-mine-" + form, 1440, 320);
        }
    }

    @ParameterizedTest
    @CsvSource({"leif, ingrid, nb, 2 valgt, Fordelingen er angret", "vidar, vigdis, nn, 2 valde, Fordelinga er angra"})
    void a_leader_gives_many_to_another_looks_over_confirms_and_undoes(
            String leader, String adviser, String form, String chosen, String undone) {
        IsolationIT.register(Api.as(adviser), Persona.named("Hanna", "Fordelingsen" + form));
        IsolationIT.register(Api.as(adviser), Persona.named("Meron", "Fordelingsen" + form));
        try (var desk = Desk.of(leader)) {
            desk.go("/deltakere?mangler=veileder&sort=endret");
            var boxes = desk.page().locator("input[name=valgt]");
            for (int i = 0; i < 2; i++) {
                int box = i;
                desk.page()
                        .waitForResponse(
                                answer -> answer.url().endsWith("/utvalg"),
                                () -> boxes.nth(box).check());
            }
            assertThat(desk.page().locator("#antall-valgt")).hasText(chosen);
            desk.assertFit("list-chosen-" + form, 1440, 320);
            desk.page().locator("button[value=fordel]").click();
            desk.page().locator("#holder").selectOption(new SelectOption().setIndex(2));
            desk.assertFit("reassign-" + form, 1440, 320);
            desk.page().locator("#preview").click();
            assertThat(desk.page().locator("tbody tr")).hasCount(2);
            desk.assertFit("reassign-preview-" + form, 1440, 320);
            desk.page().locator("#confirm").click();
            assertThat(desk.page().locator("#undo")).isVisible();
            desk.assertFit("reassign-receipt-" + form, 1440, 320);
            desk.page().locator("#undo").click();
            assertThat(desk.page().locator("#undo")).hasCount(0);
            assertThat(desk.page().locator("h1")).hasText(undone);
        }
    }

    @Test
    void a_leader_decides_how_long_is_a_while_and_a_number_out_of_range_is_told() {
        try (var leif = Desk.of("leif")) {
            leif.go("/innstillinger");
            leif.page().locator("#days").fill("3");
            leif.page().locator("#save").click();
            assertThat(leif.page().locator("#days")).hasAttribute("aria-invalid", "true");
            leif.assertFit("settings-errors-nb", 1440, 320);
            leif.page().locator("#days").fill("45");
            leif.page().locator("#save").click();
            assertThat(leif.page().locator("main [role=status]")).hasText("Innstillingene er lagret.");
            leif.go("/deltakere");
            leif.page().locator("details.iv-filtervalg summary").nth(0).click();
            assertThat(leif.page().locator("#urort-d")).containsText("45 dager");
        }
        var settings = Api.as("leif").get("/api/v1/list-settings");
        assertEquals(45, settings.json().getInt("untouchedDays"));
        var back = Json.createObjectBuilder().add("untouchedDays", 60).build();
        assertEquals(
                403,
                Api.as("ingrid")
                        .put("/api/v1/list-settings", back, settings.header("ETag"))
                        .status());
        assertEquals(
                204,
                Api.as("leif")
                        .put("/api/v1/list-settings", back, settings.header("ETag"))
                        .status());
        assertEquals(
                409,
                Api.as("leif")
                        .put("/api/v1/list-settings", back, settings.header("ETag"))
                        .status());
    }

    @Test
    void many_are_given_away_through_the_interface_and_only_who_made_the_preview_sees_it() {
        var leif = Api.as("leif");
        var participant = IsolationIT.register(Api.as("ingrid"), Persona.named("Rahel", "Fordeltsen"));
        var wanted = Json.createObjectBuilder()
                .add("participants", Json.createArrayBuilder().add(participant))
                .add("part", "ADVISER")
                .add("receivers", Json.createArrayBuilder())
                .add("from", Running.today().toString())
                .build();
        var made = leif.post("/api/v1/reassignments", wanted);
        assertEquals(201, made.status());
        var line = made.json().getJsonArray("lines").getJsonObject(0);
        assertEquals("SKIPPED", line.getString("outcome"));
        assertEquals("ALREADY", line.getString("reason"));
        var address = "/api/v1/reassignments/" + made.json().getString("id");
        assertEquals(404, Api.as("berit").get(address).status());
        assertEquals(403, Api.as("ingrid").get(address).status());
        var nothing = Json.createObjectBuilder().build();
        assertEquals(
                "DONE", leif.post(address + "/confirmation", nothing).json().getString("state"));
        assertEquals("UNDONE", leif.post(address + "/undoing", nothing).json().getString("state"));
        var late = Json.createObjectBuilder(wanted)
                .add("from", Running.today().plusYears(3).toString())
                .build();
        assertEquals(400, leif.post("/api/v1/reassignments", late).status());
    }

    @Test
    void followup_of_one_municipality_is_missing_for_another_and_an_old_version_is_refused() {
        var ingrid = Api.as("ingrid");
        var participant = IsolationIT.register(ingrid, Persona.named("Biniam", "Oppfølgingisol"));
        var path = "/api/v1/participants/" + participant + "/followup";
        var first = ingrid.get(path);

        assertEquals(200, first.status());
        assertEquals(404, Api.as("bjorn").get(path).status());
        var stranger = Json.createObjectBuilder()
                .add("user", UUID.randomUUID().toString())
                .add("office", UUID.randomUUID().toString())
                .add("from", Running.today().toString())
                .build();
        assertEquals(
                409,
                ingrid.put(path + "/ADVISER", stranger, first.header("ETag")).status());
        assertEquals(409, ingrid.put(path + "/ADVISER", stranger, "\"7\"").status());
        assertEquals(
                404, Api.as("bjorn").put(path + "/ADVISER", stranger, "\"0\"").status());
        assertEquals(
                200,
                ingrid.get("/api/v1/participants?adviser=NOBODY&missing=ADVISER&sort=ADVISER")
                        .status());
        assertEquals(400, ingrid.get("/api/v1/participants?adviser=kari").status());
    }
}
