package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The switches of the register's counterpart: what it refuses and breaks, and what it has taken in. */
final class Register {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** From now on; {@code {}} is a register without faults. */
    static void faults(String json) {
        answer(request("/control/faults").PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    static JsonArray ledger() {
        try (var reader = Json.createReader(
                new StringReader(answer(request("/control/ledger").GET())))) {
            return reader.readArray();
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Running.stack().register() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Running.stack().registerToken());
    }

    private static String answer(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
            return response.body();
        } catch (IOException e) {
            throw new AssertionError("the register's switches do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Register() {}
}
