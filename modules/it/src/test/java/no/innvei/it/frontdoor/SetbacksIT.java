package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What did not go as planned, on its pages: refused by the register, ended, refused by the municipality, declined by the participant. */
class SetbacksIT {

    @AfterEach
    void the_register_takes_everything_again() {
        Register.faults("{}");
    }

    @ParameterizedTest
    @CsvSource({"ingrid, nb", "vigdis, nn"})
    void what_the_register_refused(String adviser, String form) {
        var api = Api.as(adviser);
        var numberless = Json.createObjectBuilder(IsolationIT.body(Persona.named("Senait", "Avvistnummer" + form)))
                .remove("identifiers")
                .build();
        var mendable = created(api.post("/api/v1/participants", numberless));
        Register.faults("{\"refuseKind\":\"programme-offers\",\"refuseCode\":\"R-214\"}");
        var locked = IsolationIT.register(api, Persona.named("Amanuel", "Avvistperiode" + form));
        offer(api, locked);

        try (var desk = Desk.of(adviser)) {
            Refused.await(desk, "a[href='/deltakere/" + mendable + "']");
            Refused.await(desk, "a[href='/deltakere/" + locked + "']");
            look(desk, "/min-dag", "refused-day-" + form);
            for (var person : new String[] {mendable, locked}) {
                var kind = person.equals(locked) ? "locked-" : "mendable-";
                look(desk, "/deltakere/" + person, "refused-person-" + kind + form);
                assertThat(desk.page().locator("#registeret [data-reg=avvist]").last())
                        .isVisible();
                assertThat(desk.page().locator("#registeret a.iv-lenke[href*='/rediger#nationalId']"))
                        .hasCount(person.equals(mendable) ? 1 : 0);
                look(desk, "/deltakere/" + person + "/register", "refused-items-" + kind + form);
            }
            assertThat(desk.page().locator("main")).containsText("R-214");
            look(desk, "/register", "refused-overview-" + form);
            look(desk, "/deltakere?register=avvist", "refused-list-" + form);
            assertThat(desk.page().locator("main table [data-reg=avvist]").first())
                    .isVisible();
            assertThat(desk.page().locator("main")).containsText("Avvistperiode" + form);
        }
    }

    @ParameterizedTest
    @CsvSource({"ingrid, nb, Trakk seg, Avslått", "vigdis, nn, Trekte seg, Avslått"})
    void ended_refused_and_declined(String adviser, String form, String withdrew, String no) {
        var api = Api.as(adviser);
        var ended = IsolationIT.register(api, Persona.named("Mehret", "Avsluttet" + form));
        var programme = offer(api, ended);
        programme = step(api, programme, "decision", award());
        programme = step(
                api,
                programme,
                "start",
                Json.createObjectBuilder().add("startedOn", day(7)).build());
        step(api, programme, "ending", ending("MOVED_MUNICIPALITY"));

        var refused = IsolationIT.register(api, Persona.named("Dawit", "Avslag" + form));
        step(
                api,
                offer(api, refused),
                "decision",
                Json.createObjectBuilder()
                        .add("decision", "REFUSED")
                        .add("decidedOn", day(10))
                        .add("reasons", "Deltakeren har fulltidsarbeid og ønsker ikke å redusere stillingen.")
                        .build());

        var declined = IsolationIT.register(api, Persona.named("Ruta", "Takketnei" + form));
        step(api, step(api, offer(api, declined), "decision", award()), "ending", ending("WITHDRAWN"));

        try (var desk = Desk.of(adviser)) {
            look(desk, "/deltakere/" + ended, "setback-ended-person-" + form);
            look(desk, "/deltakere/" + ended + "/program", "setback-ended-programme-" + form);
            look(desk, "/deltakere/" + ended + "/plan", "setback-ended-plan-" + form);
            look(desk, "/deltakere/" + refused, "setback-refused-person-" + form);
            look(desk, "/deltakere/" + refused + "/program", "setback-refused-programme-" + form);
            assertThat(desk.page().locator("[aria-labelledby=forlop]")).containsText(no);
            assertThat(desk.page().locator("#offerOn")).isVisible();
            look(desk, "/deltakere/" + declined, "setback-declined-person-" + form);
            look(desk, "/deltakere/" + declined + "/program", "setback-declined-programme-" + form);
            assertThat(desk.page().locator("[aria-labelledby=forlop]")).containsText(withdrew);
        }
    }

    private static void look(Desk desk, String address, String name) {
        desk.go(address);
        desk.assertFit(name, 1440, 320);
    }

    private record Programme(String path, String etag) {}

    private static Programme offer(Api api, String person) {
        var offered = api.post(
                "/api/v1/participants/" + person + "/programmes",
                Json.createObjectBuilder().add("offerOn", day(20)).build());
        return new Programme("/api/v1/programmes/" + created(offered), offered.header("ETag"));
    }

    private static Programme step(Api api, Programme programme, String step, JsonObject body) {
        var answer = api.post(programme.path() + "/" + step, body, programme.etag());
        assertEquals(204, answer.status(), answer.response().body());
        return new Programme(programme.path(), answer.header("ETag"));
    }

    private static JsonObject award() {
        return Json.createObjectBuilder()
                .add("decision", "AWARDED")
                .add("decidedOn", day(10))
                .add("plannedStartOn", day(7))
                .add("finalGoal", "WORK")
                .build();
    }

    private static JsonObject ending(String reason) {
        return Json.createObjectBuilder()
                .add("endedOn", day(1))
                .add("reason", reason)
                .build();
    }

    private static String day(int ago) {
        return Running.today().minusDays(ago).toString();
    }

    private static String created(Api.Answer answer) {
        assertEquals(201, answer.status(), answer.response().body());
        var location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
