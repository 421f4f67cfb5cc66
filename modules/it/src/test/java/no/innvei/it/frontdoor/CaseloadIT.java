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
            desk.assertFit("participant-followed-up-" + form);

            desk.go("/deltakere?veileder=ingen&sort=navn&rader=100");
            assertThat(desk.page().locator("main")).not().containsText(person.family());
            desk.go("/deltakere?sort=veileder&rader=100&tell=1&kol=fase,kategori,veileder,endret&luftig=1");
            assertThat(desk.page().locator("main table")).containsText(person.family());
            assertThat(desk.page().locator("th[aria-sort=ascending]")).hasCount(1);
            desk.assertFit("list-by-adviser-" + form);

            desk.page().locator("details.iv-filtervalg summary").nth(2).click();
            desk.page().locator("#visning").fill("Etter veileder " + form);
            desk.page()
                    .locator("form[action$='/visning'] button[type=submit]")
                    .first()
                    .click();
            assertThat(desk.page().locator(".iv-faner [aria-current=true]")).containsText("Etter veileder " + form);
            assertThat(desk.page().locator("main table")).containsText(person.family());
            desk.page().locator("details.iv-filtervalg summary").nth(0).click();
            desk.assertFit("list-filters-" + form);
            desk.page().locator("#mangler-veileder").check();
            desk.page().locator("#urort").check();
            desk.page()
                    .locator("details.iv-filtervalg[open] button[type=submit]")
                    .click();
            assertThat(desk.page().locator(".ds-chip[data-removable]")).hasCount(2);
            desk.go("/min-dag?hvem=meg");
            desk.assertFit("my-day-mine-" + form);
        }
    }

    @Test
    void a_leader_gives_many_to_another_looks_over_confirms_and_undoes() {
        IsolationIT.register(Api.as("ingrid"), Persona.named("Hanna", "Fordelingsen"));
        IsolationIT.register(Api.as("ingrid"), Persona.named("Meron", "Fordelingsen"));
        try (var leif = Desk.of("leif")) {
            leif.go("/deltakere?mangler=veileder&sort=endret");
            var boxes = leif.page().locator("input[name=valgt]");
            for (int i = 0; i < 2; i++) {
                int box = i;
                leif.page()
                        .waitForResponse(
                                answer -> answer.url().endsWith("/utvalg"),
                                () -> boxes.nth(box).check());
            }
            assertThat(leif.page().locator("#antall-valgt")).hasText("2 valgt");
            leif.assertFit("list-chosen-nb");
            leif.page().locator("button[value=fordel]").click();
            leif.page().locator("#holder").selectOption(new SelectOption().setIndex(2));
            leif.assertFit("reassign-nb");
            leif.page().locator("#preview").click();
            assertThat(leif.page().locator("tbody tr")).hasCount(2);
            leif.assertFit("reassign-preview-nb");
            leif.page().locator("#confirm").click();
            assertThat(leif.page().locator("#undo")).isVisible();
            leif.assertFit("reassign-receipt-nb");
            leif.page().locator("#undo").click();
            assertThat(leif.page().locator("#undo")).hasCount(0);
            assertThat(leif.page().locator("h1")).hasText("Fordelingen er angret");
        }
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
