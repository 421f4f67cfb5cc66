package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What belongs to one municipality does not exist for another: same status, same body as for what never existed. */
class IsolationIT {

    @Test
    void every_resource_of_one_municipality_is_missing_for_another() {
        var ingrid = Api.as("ingrid");
        var bjorn = Api.as("bjorn");
        var participant = register(ingrid, Persona.named("Amna", "Osmanisol"));
        var offered = ingrid.post(
                "/api/v1/participants/" + participant + "/programmes",
                Json.createObjectBuilder()
                        .add("offerOn", Running.today().minusDays(3).toString())
                        .build());
        assertEquals(201, offered.status(), offered.response().body());
        var programme = lastOf(offered.header("Location"));

        var readable = List.of(
                "/api/v1/participants/%s".formatted(participant),
                "/api/v1/participants/%s/programmes".formatted(participant),
                "/api/v1/participants/%s/register-items".formatted(participant),
                "/api/v1/programmes/%s".formatted(programme),
                "/api/v1/programmes/%s/plan".formatted(programme));
        for (var path : readable) {
            assertEquals(200, ingrid.get(path).status(), "control " + path);
            var foreign = bjorn.get(path);
            var missing = bjorn.get(path.replace(participant, UUID.randomUUID().toString())
                    .replace(programme, UUID.randomUUID().toString()));
            assertEquals(missing.status(), foreign.status(), path);
            assertEquals(missing.response().body(), foreign.response().body(), path);
            assertTrue(
                    foreign.status() == 404 || foreign.response().body().equals("[]"),
                    path + " answers " + foreign.status() + " "
                            + foreign.response().body());
        }
    }

    @Test
    void a_foreign_page_is_the_ordinary_missing_page() {
        var participant = register(Api.as("ingrid"), Persona.named("Elif", "Yildirimisol"));
        try (var bjorn = Desk.of("bjorn")) {
            for (var page : List.of("", "/plan", "/program", "/rediger", "/register")) {
                var foreign = bjorn.go("/deltakere/" + participant + page);
                var heading = foreign.locator("h1").innerText();
                var missing = bjorn.go("/deltakere/" + UUID.randomUUID() + page);
                assertEquals(missing.locator("h1").innerText(), heading, page);
                assertTrue(!foreign.content().contains("Yildirimisol"), page);
            }
        }
    }

    @Test
    void a_registered_number_of_another_municipality_is_free_here() {
        var person = Persona.named("Hodan", "Warsameisol");
        register(Api.as("ingrid"), person);
        register(Api.as("bjorn"), person);
    }

    @Test
    void the_same_number_twice_in_one_municipality_is_refused_with_the_one_who_has_it() {
        var person = Persona.named("Taras", "Melnykisol");
        var first = register(Api.as("ingrid"), person);
        var again = Api.as("ingrid").post("/api/v1/participants", body(person));
        assertEquals(409, again.status());
        assertTrue(again.response().body().contains(first), again.response().body());
    }

    @Test
    void opening_a_participant_is_logged_with_the_reader_and_a_refused_look_is_not() throws SQLException {
        var participant = register(Api.as("ingrid"), Persona.named("Zahra", "Rezaiisol"));
        int before = readsOf(participant);
        Api.as("bjorn").get("/api/v1/participants/" + participant);
        assertEquals(before, readsOf(participant), "nothing was seen, so nothing is logged");
        try (var kari = Desk.of("kari")) {
            kari.go("/deltakere/" + participant);
        }
        assertEquals(before + 1, readsOf(participant));
    }

    private static int readsOf(String participant) throws SQLException {
        try (var database = Running.stack().connectAsSuperuser();
                var count = database.prepareStatement(
                        "select count(*) from platform.access_log where participant_id = ?::uuid")) {
            count.setString(1, participant);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static String register(Api api, Persona person) {
        var answer = api.post("/api/v1/participants", body(person));
        assertEquals(201, answer.status(), answer.response().body());
        return lastOf(answer.header("Location"));
    }

    private static String lastOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    static JsonObject body(Persona person) {
        return Json.createObjectBuilder()
                .add("givenNames", person.given())
                .add("familyName", person.family())
                .add("bornOn", person.bornOn().toString())
                .add(
                        "identifiers",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kind", "NATIONAL_ID")
                                        .add("value", person.nationalId())))
                .add("citizenship", "ER")
                .add("permitBasis", "A")
                .add("permitGrantedOn", Running.today().minusMonths(5).toString())
                .add("settledOn", Running.today().minusMonths(1).toString())
                .add("settledByAgreement", true)
                .add("education", "PRIMARY_COMPLETED")
                .add("motherTongue", "ti")
                .build();
    }
}
