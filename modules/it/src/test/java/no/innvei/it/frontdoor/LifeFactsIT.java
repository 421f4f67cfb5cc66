package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.testkit.SyntheticNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Life facts at the front door: registered, changed, corrected, looked back on; numbers over time; two people on one fact. */
class LifeFactsIT {

    /** The name of somebody whose letters run from right to left, and long. */
    private static final String RIGHT_TO_LEFT = "محمد عبد الرحمن";

    @ParameterizedTest
    @CsvSource({"ingrid, nb", "vigdis, nn"})
    void a_fact_is_registered_changed_corrected_and_looked_back_on(String adviser, String form) throws Exception {
        var person = Persona.named(RIGHT_TO_LEFT, "Historikksen" + form);
        var participant = IsolationIT.register(Api.as(adviser), person);
        var facts = "/deltakere/" + participant + "/opplysninger";
        try (var desk = Desk.of(adviser)) {
            var page = desk.go(facts);
            assertThat(page.locator("h1")).hasText(form.equals("nn") ? "Opplysningar" : "Opplysninger");
            desk.assertFit("facts-new-" + form);

            change(desk, facts, "RESIDENCE");
            desk.assertFit("fact-first-" + form);
            save(page);
            assertThat(page.locator("#municipality")).hasAttribute("aria-invalid", "true");
            desk.assertFit("fact-error-" + form);
            page.locator("#municipality").selectOption("4601");
            page.locator("#from").fill(Norwegian.date(Running.today().minusDays(30)));
            page.locator("#reason").selectOption("TOLD_BY_PERSON");
            save(page);
            page.waitForURL(url -> url.endsWith("/opplysninger"));
            assertThat(page.locator("main")).containsText("Bergen (4601)");

            change(desk, facts, "RESIDENCE");
            page.locator("#municipality").selectOption("0301");
            page.locator("#from").fill(Norwegian.date(Running.today().minusDays(5)));
            save(page);
            page.waitForURL(url -> url.endsWith("/opplysninger"));
            var line = page.locator("dl.iv-fakta > div:has-text('0301')");
            line.locator("details summary").press("Enter");
            assertThat(line.locator("details")).containsText("4601");
            desk.assertFit("facts-history-" + form);

            change(desk, facts, "RESIDENCE&hva=RETT");
            page.locator("#municipality").selectOption("1103");
            save(page);
            page.waitForURL(url -> url.endsWith("/opplysninger"));
            assertThat(page.locator("dl.iv-fakta > div:has-text('1103') del")).containsText("0301");

            knownSince(participant, 3);
            page = desk.go(facts);
            page.locator("#chosenDay").fill(Norwegian.date(Running.today().minusDays(2)));
            page.locator("#look").click();
            page.waitForURL("**kjent=*");
            assertThat(page.locator("main")).containsText("0301");
            assertThat(page.locator("main")).not().containsText("1103");
            desk.assertFit("facts-as-known-" + form);
            page = desk.go(facts + "?kjent=2020-01-01");
            assertThat(page.locator(".iv-tom")).isVisible();
            desk.assertFit("facts-before-" + form);

            for (var kind : List.of(
                    "NAME",
                    "BIRTH_DATE",
                    "PERMIT",
                    "SETTLEMENT",
                    "CITIZENSHIP",
                    "EDUCATION",
                    "MOTHER_TONGUE",
                    "INTERPRETING",
                    "WRITTEN_FORM",
                    "PARTNER",
                    "CHILD",
                    "EMPLOYMENT",
                    "CONTACT",
                    "UNACCOMPANIED_MINOR",
                    "RESEARCH_RESERVATION")) {
                change(desk, facts, kind);
                assertThat(page.locator("#save")).isVisible();
            }
            desk.go(facts + "/endre?slag=PERMIT");
            desk.assertFit("fact-permit-" + form);
            desk.go("/deltakere/" + participant);
            desk.assertFit("participant-with-history-" + form);
            assertEquals(List.of(), desk.complaints());
        }
    }

    private static void change(Desk desk, String facts, String kind) {
        assertEquals(
                200,
                desk.page()
                        .navigate(Running.stack().address() + facts + "/endre?slag=" + kind)
                        .status());
    }

    private static void save(Page page) {
        page.locator("#save").click();
    }

    /** Moves what has been written about a person so many days back, except what was written last. */
    private static void knownSince(String participant, int days) throws SQLException {
        try (var connection = Running.stack().connectAsSuperuser();
                var update = connection.prepareStatement(
                        "update participant.residence set recorded_at = recorded_at - ? * interval '1 day' where participant_id = ?::uuid and superseded_at is not null")) {
            update.setInt(1, days);
            update.setString(2, participant);
            assertTrue(update.executeUpdate() > 0);
        }
    }

    @Test
    void new_numbers_keep_the_old_ones_and_all_are_found_and_masked_until_asked_for() {
        var person = Persona.named("Selam", "Nummersen");
        var api = Api.as("ingrid");
        var participant = IsolationIT.register(api, person);
        var replaced = Persona.named("Brukes", "Ikke");
        try (var desk = Desk.of("ingrid")) {
            var page = desk.go("/deltakere/" + participant + "/opplysninger/nummer");
            desk.assertFit("number");
            page.locator("#kind").selectOption("DUF_NUMBER");
            page.locator("#number").fill(person.duf());
            save(page);
            page.waitForURL(url -> url.endsWith("/opplysninger"));
            desk.go("/deltakere/" + participant + "/opplysninger/nummer");
            page.locator("#kind").selectOption("DUF_NUMBER");
            page.locator("#number").fill(replaced.duf());
            save(page);
            assertThat(page.locator("#why")).hasAttribute("aria-invalid", "true");
            page.locator("#why").selectOption("NEW_NUMBER");
            save(page);
            page.waitForURL(url -> url.endsWith("/opplysninger"));
            assertThat(page.locator("main")).not().containsText(person.duf());
            page.locator("#reveal").click();
            assertThat(page.locator("main")).containsText(person.duf());
            assertThat(page.locator("main")).containsText(replaced.duf());
            desk.picture("numbers-shown");
            desk.go("/deltakere/" + participant + "/opplysninger");
            assertThat(page.locator("main")).not().containsText(replaced.duf());

            for (var number : List.of(person.duf(), replaced.duf(), person.nationalId())) {
                desk.go("/min-dag");
                page.keyboard().press("/");
                page.keyboard().type(number);
                page.keyboard().press("Enter");
                page.waitForURL(url -> url.endsWith(participant));
            }
        }
        var other = Persona.named("Annen", "Eier");
        var taken = Json.createObjectBuilder(IsolationIT.body(other))
                .add(
                        "identifiers",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kind", "DUF_NUMBER")
                                        .add("value", person.duf())))
                .build();
        assertEquals(409, api.post("/api/v1/participants", taken).status());

        try (var desk = Desk.of("ingrid")) {
            var page = desk.go("/deltakere/" + participant + "/opplysninger/nummer");
            page.locator("#remove").click();
            assertThat(page.locator("#wrong")).hasAttribute("aria-invalid", "true");
            page.locator("#wrong").selectOption("DUF_NUMBER");
            page.locator("#remove").click();
            page.waitForURL(url -> url.endsWith("/opplysninger"));
            assertThat(page.locator("main [role=status]")).containsText("fjernet");
        }
        var freed = Json.createObjectBuilder(IsolationIT.body(other))
                .add(
                        "identifiers",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kind", "DUF_NUMBER")
                                        .add("value", replaced.duf())))
                .build();
        assertEquals(201, api.post("/api/v1/participants", freed).status());
    }

    @Test
    void two_who_correct_the_same_fact_and_the_second_sees_both() {
        var participant = IsolationIT.register(Api.as("ingrid"), Persona.named("Luul", "Samtidigsen"));
        var form = "/deltakere/" + participant + "/opplysninger/endre?slag=MOTHER_TONGUE&hva=RETT";
        try (var ingrid = Desk.of("ingrid");
                var leif = Desk.of("leif")) {
            ingrid.go(form);
            leif.go(form);
            leif.page().locator("#motherTongue").selectOption("am");
            save(leif.page());
            leif.page().waitForURL(url -> url.endsWith("/opplysninger"));

            ingrid.page().locator("#motherTongue").selectOption("ar");
            save(ingrid.page());
            assertThat(ingrid.page().locator("main")).containsText("Noen andre har endret deltakeren");
            assertThat(ingrid.page().locator("#motherTongue")).hasValue("ar");
            assertThat(ingrid.page().locator("[aria-labelledby=naa]")).containsText("amharisk");
            ingrid.assertFit("fact-changed-meanwhile");
            save(ingrid.page());
            ingrid.page().waitForURL(url -> url.endsWith("/opplysninger"));
            var line = ingrid.page().locator("dl.iv-fakta > div:has-text('Morsmål')");
            assertThat(line).containsText("arabisk");
            assertThat(line).containsText("amharisk");
            assertThat(line).containsText("tigrinja");
        }
    }

    @Test
    void other_systems_read_and_write_facts_and_others_find_nothing() {
        var api = Api.as("ingrid");
        var participant = IsolationIT.register(api, Persona.named("Ahmed", "Maskinsen"));
        var address = "/api/v1/participants/" + participant + "/facts";
        var read = api.get(address);
        assertEquals(200, read.status(), read.response().body());
        var etag = read.header("ETag");
        var education = facts(read, "EDUCATION").getFirst();
        assertEquals("PRIMARY_COMPLETED", education.getJsonObject("values").getString("level"));

        var correction = Json.createObjectBuilder()
                .add("what", "CORRECT")
                .add("kind", "EDUCATION")
                .add("row", education.getString("row"))
                .add("reason", "NEW_DOCUMENT")
                .add(
                        "values",
                        Json.createObjectBuilder()
                                .add("level", "UPPER_SECONDARY")
                                .add("evidence", "DIPLOMA"))
                .build();
        assertEquals(428, api.post(address, correction).status());
        var written = api.post(address, correction, etag);
        assertEquals(204, written.status(), written.response().body());
        assertFalse(written.header("ETag").equals(etag));
        assertEquals(409, api.post(address, correction, etag).status());
        assertEquals(2, facts(api.get(address), "EDUCATION").size());
        assertEquals(List.of(), facts(api.get(address + "?knownOn=" + LocalDate.of(2020, 1, 1)), "EDUCATION"));
        var wrong = Json.createObjectBuilder()
                .add("what", "CHANGE")
                .add("kind", "EMPLOYMENT")
                .add("values", Json.createObjectBuilder().add("state", "HELD").add("minutesPerWeek", "mye"))
                .build();
        assertEquals(400, api.post(address, wrong, written.header("ETag")).status());

        var number = Json.createObjectBuilder()
                .add("kind", "DUF_NUMBER")
                .add("value", SyntheticNumbers.dufNumber(2024, 777_001))
                .add("why", "MISTAKE")
                .build();
        assertEquals(
                204,
                api.post(address + "/identifiers", number, written.header("ETag"))
                        .status());

        var elsewhere = Api.as("bjorn");
        assertEquals(404, elsewhere.get(address).status());
        assertEquals(404, elsewhere.post(address, correction, etag).status());
        assertEquals(404, elsewhere.post(address + "/identifiers", number, etag).status());
        assertEquals(
                404,
                api.get("/api/v1/participants/" + UUID.randomUUID() + "/facts").status());
    }

    private static List<JsonObject> facts(Api.Answer answer, String kind) {
        return answer.json().getJsonArray("facts").getValuesAs(JsonObject.class).stream()
                .filter(fact -> fact.getString("kind").equals(kind))
                .toList();
    }
}
