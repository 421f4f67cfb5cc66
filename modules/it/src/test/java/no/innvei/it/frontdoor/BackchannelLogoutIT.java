package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import no.innvei.devstack.SqlRole;
import org.junit.jupiter.api.Test;

/**
 * A login that ends in Keycloak ends here with the next request, whichever node that reaches: the answer comes from the database. And nobody but Keycloak
 * can end one.
 */
class BackchannelLogoutIT {

    private static final String PATH = "/varsel/utlogging";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SESSION_COOKIE = "__Host-innvei-session";
    private static final String LOGIN_COOKIE = "innvei-sso";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Test
    void a_session_ended_in_keycloak_meets_the_login_page_in_every_window_and_other_sessions_go_on() throws Exception {
        try (var elsewhere = Desk.of("kari");
                var kari = Desk.of("kari");
                var window = Desk.empty()) {
            var session = Administrator.latestSessionOf("kari");
            var cookies = cookiesOf(kari);
            assertTrue(cookies.stream().anyMatch(c -> c.name.equals(LOGIN_COOKIE)));
            window.page()
                    .context()
                    .addCookies(cookies.stream()
                            .filter(c -> !c.name.equals(SESSION_COOKIE))
                            .toList());
            assertInside(kari);
            assertInside(window);
            assertNotEquals(
                    sessionCookie(kari),
                    sessionCookie(window),
                    "two HTTP sessions of one login, as two nodes may have");

            Administrator.end(session);

            await(() -> endedRows(session) == 1);
            var answer = kari.page()
                    .request()
                    .get(
                            Running.stack().address() + "/deltakere",
                            RequestOptions.create().setMaxRedirects(0));
            assertEquals(302, answer.status());
            assertTrue(answer.headers().get("location").endsWith("/min-dag"), "our own answer, not the server's");
            assertTrue(
                    cookiesOf(kari).stream().noneMatch(c -> c.name.equals(LOGIN_COOKIE)),
                    "the login cookie is taken back");
            assertAtLogin(kari);
            kari.picture("ended-elsewhere");
            assertAtLogin(window);
            assertInside(elsewhere);

            kari.page().context().clearCookies();
            kari.page().context().addCookies(cookies);
            assertAtLogin(kari);
        }
    }

    @Test
    void only_the_issuers_own_notice_ends_a_login_and_only_once() throws Exception {
        try (var kari = Desk.of("kari")) {
            var session = Administrator.latestSessionOf("kari");
            var notice = Administrator.noticeOf(session);
            long before = allRows();
            assertInside(kari);

            for (var forged : List.of(signedByAStranger(notice), unsigned(notice), changed(notice), "rubbish", "")) {
                assertRefused(post(form(forged), FORM, ""));
            }
            assertRefused(post(form(Running.stack().token("kari")), FORM, ""));
            assertRefused(post("", FORM, ""));
            assertRefused(post(form(notice), "text/plain", ""));
            assertRefused(post(form(notice) + "&" + form(notice), FORM, ""));
            assertRefused(post("x=y", FORM, "?" + form(notice)));
            assertRefused(post(form(notice) + "&x=" + "x".repeat(20_000), FORM, ""));
            assertEquals(405, send(request("").GET()).statusCode());
            assertEquals(before, allRows(), "nothing was written");
            assertInside(kari);

            var taken = post(form(notice), FORM, "");
            assertEquals(200, taken.statusCode());
            assertEquals("", taken.body());
            assertEquals(List.of("no-store"), taken.headers().allValues("Cache-Control"));
            assertEquals(List.of(), taken.headers().allValues("Set-Cookie"));
            assertEquals(1, endedRows(session));
            assertAtLogin(kari);

            kari.logIn("kari", null);
            assertRefused(post(form(notice), FORM, ""));
            assertEquals(before + 1, allRows());
            assertInside(kari);
        }
    }

    @Test
    void a_logout_on_our_page_is_told_to_every_node_too() throws Exception {
        try (var kari = Desk.of("kari")) {
            var session = Administrator.latestSessionOf("kari");
            kari.page().locator("form[action*='logg-ut'] button").first().evaluate("button => button.click()");
            kari.page().waitForURL(url -> url.contains("/utlogget"));

            await(() -> endedRows(session) == 1);
        }
    }

    @Test
    void all_sessions_of_a_user_ended_in_keycloak_meet_the_login_page() throws Exception {
        try (var office = Desk.of("kari")) {
            var first = Administrator.latestSessionOf("kari");
            try (var home = Desk.of("kari")) {
                var second = Administrator.latestSessionOf("kari");
                assertNotEquals(first, second);
                assertInside(office);
                assertInside(home);

                Administrator.endAllOf("kari");

                await(() -> endedRows(first) == 1 && endedRows(second) == 1);
                assertAtLogin(office);
                assertAtLogin(home);
            }
        }
    }

    @Test
    void what_is_older_than_any_session_is_forgotten_by_a_job() throws Exception {
        var session = UUID.randomUUID().toString();
        try (var database = Running.stack().connectAsSuperuser();
                var statement = database.createStatement()) {
            statement.execute("insert into tenancy.ended_login (issuer, notice, session_id, ended_at) values ('old', '"
                    + session + "', '" + session + "', now() - interval '13 hours')");
            assertEquals(1, endedRows(session));
            await(() -> statement.executeUpdate("update jobs.scheduled_tasks set execution_time = now()"
                            + " where task_name = 'forget-ended-logins' and not picked and last_success is not null")
                    == 1);
            await(() -> endedRows(session) == 0);
        }
    }

    @Test
    void a_bearer_token_of_an_ended_session_opens_nothing_more() throws Exception {
        var token = Running.stack().token("kari");
        var api = Api.with(token);
        assertEquals(200, api.get("/api/v1/me").status());
        var claims = payload(token);

        endLogin(claims.getString("iss"), claims.getString("sid"));

        var refused = api.get("/api/v1/me");
        assertEquals(401, refused.status());
        assertTrue(refused.header("WWW-Authenticate").contains("invalid_token"));
        assertEquals(200, Api.as("kari").get("/api/v1/me").status(), "another session of the same person");
    }

    private static void assertInside(Desk desk) {
        desk.go("/deltakere");
        assertThat(desk.page()).hasURL(Pattern.compile(".*/deltakere$"));
        assertThat(desk.page().locator("header")).containsText("Ringerike");
    }

    private static void assertAtLogin(Desk desk) {
        desk.go("/deltakere");
        assertThat(desk.page().locator("#username")).isVisible();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode());
        assertEquals("", answer.body(), "no detail");
    }

    private static List<Cookie> cookiesOf(Desk desk) {
        return desk.page().context().cookies(Running.stack().address().toString()).stream()
                .map(cookie -> {
                    cookie.partitionKey = null;
                    return cookie;
                })
                .toList();
    }

    private static String sessionCookie(Desk desk) {
        return cookiesOf(desk).stream()
                .filter(c -> c.name.equals(SESSION_COOKIE))
                .map(c -> c.value)
                .findFirst()
                .orElseThrow();
    }

    private static String form(String token) {
        return "logout_token=" + URLEncoder.encode(token, StandardCharsets.US_ASCII);
    }

    private static HttpResponse<String> post(String body, String type, String query) throws Exception {
        return send(request(query).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(Running.stack().address() + PATH + query))
                .timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The same words and the same name of a key, another key. */
    private static String signedByAStranger(String token) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var parts = token.split("\\.");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(generator.generateKeyPair().getPrivate());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return parts[0] + "." + parts[1] + "." + encoded(signature.sign());
    }

    private static String unsigned(String token) {
        return encoded("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + "." + token.split("\\.")[1] + ".";
    }

    private static String changed(String token) {
        var parts = token.split("\\.");
        var other = Json.createObjectBuilder(payload(token))
                .add("jti", UUID.randomUUID().toString())
                .build();
        return parts[0] + "." + encoded(other.toString().getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    private static JsonObject payload(String token) {
        var json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What any node does with a notice it has verified. */
    private static void endLogin(String issuer, String session) throws SQLException {
        try (var database = Running.stack().connect(SqlRole.LOGIN);
                var statement = database.prepareStatement("select tenancy.end_login(?, ?, ?, null, ?)")) {
            database.setAutoCommit(false);
            try (var mode = database.createStatement()) {
                mode.execute("set transaction read write");
            }
            statement.setString(1, issuer);
            statement.setString(2, UUID.randomUUID().toString());
            statement.setString(3, session);
            statement.setObject(4, Instant.now().atOffset(ZoneOffset.UTC));
            statement.execute();
            database.commit();
        }
    }

    private static long endedRows(String session) throws SQLException {
        return count("select count(*) from tenancy.ended_login where session_id = ?", session);
    }

    private static long allRows() throws SQLException {
        return count(
                "select count(*) from tenancy.ended_login where issuer = ?",
                Running.stack().issuer().toString());
    }

    private static long count(String sql, String value) throws SQLException {
        try (var database = Running.stack().connectAsSuperuser();
                var statement = database.prepareStatement(sql)) {
            statement.setString(1, value);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void await(Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!reached.call()) {
            assertTrue(System.nanoTime() < end, "not reached in time");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
