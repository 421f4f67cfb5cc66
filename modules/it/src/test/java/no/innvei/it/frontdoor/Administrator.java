package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Somebody who administers the real Keycloak through its admin interface. */
final class Administrator {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String NOTICE_ADDRESS = "backchannel.logout.url";

    /** The session of this demo user that began last on our pages: its sid. */
    static String latestSessionOf(String username) {
        var user = Running.stack().tenants().user(username).id();
        return array("/users/" + user + "/sessions").stream()
                .map(JsonValue::asJsonObject)
                .filter(session -> session.getJsonObject("clients").values().stream()
                        .anyMatch(client -> client.equals(Json.createValue("innvei-web"))))
                .max(Comparator.comparing(
                        session -> session.getJsonNumber("start").longValue()))
                .orElseThrow()
                .getString("id");
    }

    static void end(String session) {
        assertEquals(204, send("DELETE", "/sessions/" + session, null).statusCode());
    }

    static void endAllOf(String username) {
        var user = Running.stack().tenants().user(username).id();
        assertEquals(204, send("POST", "/users/" + user + "/logout", null).statusCode());
    }

    /** What Keycloak would have told the application at the end of this session; the application itself hears nothing. */
    static String noticeOf(String session) throws Exception {
        var caught = new CompletableFuture<String>();
        var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            caught.complete(body);
        });
        listener.start();
        var before = noticeAddress("http://localhost:" + listener.getAddress().getPort() + "/");
        try {
            end(session);
            var form = caught.get(15, TimeUnit.SECONDS);
            assertEquals("logout_token=", form.substring(0, "logout_token=".length()));
            return URLDecoder.decode(form.substring("logout_token=".length()), StandardCharsets.US_ASCII);
        } finally {
            noticeAddress(before);
            listener.stop(0);
        }
    }

    /** @return the address before */
    private static String noticeAddress(String address) {
        var client = array("/clients?clientId=innvei-web").getJsonObject(0);
        var attributes = client.getJsonObject("attributes");
        JsonObject changed = Json.createObjectBuilder(client)
                .add("attributes", Json.createObjectBuilder(attributes).add(NOTICE_ADDRESS, address))
                .build();
        assertEquals(
                204,
                send("PUT", "/clients/" + client.getString("id"), changed.toString())
                        .statusCode());
        return attributes.getString(NOTICE_ADDRESS);
    }

    private static JsonArray array(String path) {
        var answer = send("GET", path, null);
        assertEquals(200, answer.statusCode());
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readArray();
        }
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(Running.stack().keycloak() + "/admin/realms/innvei" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Running.stack().administratorToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " failed on the wire", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Administrator() {}
}
