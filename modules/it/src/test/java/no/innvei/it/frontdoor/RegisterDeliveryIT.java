package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is lost on the way to the register and nothing is told twice, whatever goes down in between. */
class RegisterDeliveryIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private final Api ingrid = Api.as("ingrid");

    @AfterEach
    void everything_works_again() {
        Register.faults("{}");
    }

    @Test
    void an_idle_register_has_a_change_within_two_seconds() {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            long from = System.nanoTime();
            var person = IsolationIT.register(ingrid, Persona.named("Hiba", "Idlereg"));
            awaitAccepted(List.of(person));
            times.add(Duration.ofNanos(System.nanoTime() - from).toMillis());
        }
        times.sort(null);
        assertTrue(times.get(18) < 2000, "95 % within two seconds, was " + times);
    }

    @Test
    void lost_answers_an_outage_and_two_kills_lose_nothing_and_repeat_nothing() {
        var people = new ArrayList<String>();
        Register.faults("{\"unavailablePercent\":15,\"droppedPercent\":5,\"brokenPercent\":2,\"seed\":7}");
        registerWithProgramme(people, 8);
        Running.stack().killServer();
        Running.stack().startServer();
        registerWithProgramme(people, 6);

        long away = System.nanoTime();
        Running.stack().stopRegister();
        registerWithProgramme(people, 6);
        Running.stack().killServer();
        Running.stack().startServer();
        await(() -> System.nanoTime() - away > OUTAGE.toNanos());
        Running.stack().startRegister();

        awaitAccepted(people);
        assertToldOnceAndInOrder(people);
    }

    @Test
    void a_refusal_waits_for_a_person_and_nobody_else() {
        Register.faults("{\"refuseKind\":\"programme-offers\",\"refuseCode\":\"R-214\"}");
        var person = IsolationIT.register(ingrid, Persona.named("Amal", "Refusalreg"));
        offer(person);
        await(() ->
                items(person).stream().anyMatch(item -> item.getString("state").equals("REFUSED")));
        assertTrue(items(person).stream()
                .anyMatch(item -> item.getString("refusalCode", "").equals("R-214")
                        && item.getString("mendAt", "").equals("HELPDESK")));

        var other = IsolationIT.register(ingrid, Persona.named("Rasha", "Otherreg"));
        awaitAccepted(List.of(other));
    }

    private void registerWithProgramme(List<String> people, int many) {
        for (int i = 0; i < many; i++) {
            var person = IsolationIT.register(ingrid, Persona.named("Yonas", "Deliveryreg"));
            offer(person);
            people.add(person);
        }
    }

    private void offer(String person) {
        var offered = ingrid.post(
                "/api/v1/participants/" + person + "/programmes",
                Json.createObjectBuilder()
                        .add("offerOn", Running.today().minusDays(3).toString())
                        .build());
        assertEquals(201, offered.status(), offered.response().body());
    }

    /** Each key has one effect, the versions of an item rise, and a person is there before her programme; the receipts are those on the page. */
    private void assertToldOnceAndInOrder(List<String> people) {
        var versions = new HashMap<String, Long>();
        var receipts = new HashMap<String, String>();
        var told = new ArrayList<String>();
        for (var line : Register.ledger().getValuesAs(JsonObject.class)) {
            if (!people.contains(line.getString("person"))) {
                continue;
            }
            assertEquals(1, line.getInt("timesApplied"), line.toString());
            var item = line.getString("kind") + "/" + line.getString("item");
            long version = line.getJsonNumber("version").longValueExact();
            assertTrue(version > versions.getOrDefault(item, 0L), item + " went back to version " + version);
            versions.put(item, version);
            receipts.put(item, line.getString("receipt"));
            if (line.getString("kind").equals("persons")) {
                told.add(line.getString("person"));
            } else {
                assertTrue(told.contains(line.getString("person")), item + " came before its person");
            }
        }
        var collections = Map.of("PERSON", "persons", "PROGRAMME_OFFER", "programme-offers");
        for (var person : people) {
            for (var item : items(person)) {
                assertEquals(
                        receipts.get(collections.get(item.getString("kind")) + "/" + item.getString("subject")),
                        item.getString("receipt"));
            }
        }
        assertEquals(2 * people.size(), versions.size());
    }

    private void awaitAccepted(List<String> people) {
        for (var person : people) {
            await(() -> {
                var items = items(person);
                return !items.isEmpty()
                        && items.stream()
                                .allMatch(item -> item.getString("state").equals("ACCEPTED"));
            });
        }
    }

    private List<JsonObject> items(String person) {
        var answer = ingrid.get("/api/v1/participants/" + person + "/register-items");
        assertEquals(200, answer.status(), answer.response().body());
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "not within " + PATIENCE);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
