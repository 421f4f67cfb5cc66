package no.innvei.it.frontdoor;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** {@code /api/v1} as one demo user sees it, with her real token. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String token;

    private final String language;

    private Api(String token, String language) {
        this.token = token;
        this.language = language;
    }

    static Api as(String username) {
        return new Api(Running.stack().token(username), null);
    }

    static Api with(String token) {
        return new Api(token, null);
    }

    /** The same user, whose program asks for this language. */
    Api speaking(String tag) {
        return new Api(token, tag);
    }

    record Answer(int status, HttpResponse<String> response) {

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer post(String path, JsonValue body) {
        return send("POST", path, body.toString(), null);
    }

    Answer post(String path, JsonValue body, String etag) {
        return send("POST", path, body.toString(), etag);
    }

    Answer put(String path, JsonValue body, String etag) {
        return send("PUT", path, body.toString(), etag);
    }

    private Answer send(String method, String path, String body, String etag) {
        var request = HttpRequest.newBuilder(URI.create(Running.stack().address() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (language != null) {
            request.header("Accept-Language", language);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " failed on the wire", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
