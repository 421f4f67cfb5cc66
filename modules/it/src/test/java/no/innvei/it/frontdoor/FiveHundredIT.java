package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.innvei.devstack.SqlRole;
import org.junit.jupiter.api.Test;

/** A file of 500 people: taken in, delivered, and invisible to everybody else by page, REST and SQL. */
class FiveHundredIT {

    private static final int PEOPLE = 500;
    private static final String FAMILY = "Femhundrefil";
    private static final Pattern PARTICIPANT = Pattern.compile(".*/deltakere/[0-9a-f-]{36}");

    @Test
    void a_municipality_takes_in_five_hundred_and_another_sees_none() throws Exception {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Persona.named("Person" + letters(i), FAMILY))
                .toList();
        var file = Stream.concat(Stream.of(Persona.header()), people.stream().map(Persona::row))
                .collect(Collectors.joining("\n"));
        var last = people.get(PEOPLE - 1);

        String participant;
        try (var bjorn = Desk.of("bjorn")) {
            bjorn.go("/deltakere/import");
            bjorn.page()
                    .locator("#file")
                    .setInputFiles(new FilePayload("femhundre.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            bjorn.page().locator("#read").click();
            var aMinute = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
            assertThat(bjorn.page().locator("#confirm")).isVisible(aMinute);
            bjorn.page().waitForLoadState();
            bjorn.page().locator("#confirm").click();
            assertThat(bjorn.page().locator("dl.iv-fakta dd").first())
                    .hasText("" + PEOPLE, new LocatorAssertions.HasTextOptions().setTimeout(60_000));

            bjorn.go("/min-dag");
            bjorn.page().keyboard().press("/");
            bjorn.page().keyboard().type(last.nationalId());
            bjorn.page().keyboard().press("Enter");
            bjorn.page().waitForURL(PARTICIPANT);
            participant = bjorn.page().url().replaceAll(".*/", "");

            bjorn.go("/deltakere");
            assertThat(bjorn.page().locator("main tbody tr")).hasCount(25);
            bjorn.assertFit("list-of-many");
            bjorn.page().locator("a[rel=next], nav a:has-text('Neste')").first().click();
            assertThat(bjorn.page().locator("main tbody tr")).hasCount(25);
        }

        var items = Api.as("bjorn").get("/api/v1/participants/" + participant + "/register-items");
        var deadline = System.nanoTime() + 120_000_000_000L;
        while (!accepted(items)) {
            assertTrue(
                    System.nanoTime() < deadline,
                    "the register has not taken " + items.response().body());
            items = Api.as("bjorn").get("/api/v1/participants/" + participant + "/register-items");
        }
        assertTrue(registerPage(participant).contains(FAMILY), "the register's own page shows the same person");

        try (var ingrid = Desk.of("ingrid")) {
            var answer = ingrid.page().navigate(Running.stack().address() + "/deltakere/" + participant);
            assertEquals(404, answer.status());
        }
        assertEquals(
                404, Api.as("ingrid").get("/api/v1/participants/" + participant).status());
        assertEquals(PEOPLE, countAs("bergen"));
        assertEquals(0, countAs("ringerike"));
    }

    private static boolean accepted(Api.Answer items) {
        assertEquals(200, items.status(), items.response().body());
        var all = items.json().getJsonArray("items").getValuesAs(JsonObject.class);
        return !all.isEmpty()
                && all.stream().allMatch(item -> item.getString("state").equals("ACCEPTED"));
    }

    private static String registerPage(String participant) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Running.stack().register() + "/?id=" + participant))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** As the application's own database role, bound to one tenant, without any predicate. */
    private static int countAs(String alias) throws SQLException {
        try (var connection = Running.stack().connect(SqlRole.APP)) {
            connection.setAutoCommit(false);
            int tenant;
            try (var owner = Running.stack().connectAsSuperuser();
                    var find = owner.prepareStatement("select id from tenancy.tenant where alias = ?")) {
                find.setString(1, alias);
                try (var row = find.executeQuery()) {
                    row.next();
                    tenant = row.getInt(1);
                }
            }
            try (var bind = connection.prepareStatement(
                    "select set_config('app.tenant', ?, true), set_config('app.clearance', '0', true)")) {
                bind.setString(1, "" + tenant);
                bind.execute();
            }
            try (var count = connection.prepareStatement(
                    "select count(*) from participant.pub_participant where family_name = ?")) {
                count.setString(1, FAMILY);
                try (var row = count.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        }
    }

    /** 0 = aa, 1 = ab …: names have no digits. */
    private static String letters(int i) {
        return "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
    }
}
