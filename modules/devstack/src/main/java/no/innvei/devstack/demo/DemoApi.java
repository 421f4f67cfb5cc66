package no.innvei.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import no.innvei.devstack.StackException;

/** The application's REST interface as one demo user of one municipality sees it. */
final class DemoApi {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @param version the quoted entity tag; {@code null} when the answer had none */
    record Answer(int status, String version, String location, JsonNode body) {

        boolean ok() {
            return status >= 200 && status < 300;
        }

        /** Last part of the kind of problem; empty when it is none. */
        String problem() {
            var type = body.path("type").asText("");
            return type.substring(type.lastIndexOf(':') + 1);
        }

        UUID created() {
            return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final Supplier<String> login;
    private volatile String token;

    /** @param login a new bearer token; asked again when the last one has expired */
    DemoApi(URI address, Supplier<String> login) {
        this.api = address.resolve("/api/v1/");
        this.login = login;
        this.token = login.get();
    }

    Answer get(String path) {
        return send(path, request -> request.GET());
    }

    Answer post(String path, String key, JsonNode body) {
        return post(path, key, null, body);
    }

    /** @param version of what is changed; {@code null} for something new */
    Answer post(String path, String key, String version, JsonNode body) {
        return send(
                path,
                request -> match(request, version)
                        .header("Idempotency-Key", key)
                        .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    Answer put(String path, String version, JsonNode body) {
        return send(path, request -> match(request, version).PUT(BodyPublishers.ofString(body.toString())));
    }

    private static HttpRequest.Builder match(HttpRequest.Builder request, String version) {
        return version == null ? request : request.header("If-Match", version);
    }

    private interface Shape {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer send(String path, Shape shape) {
        var used = token;
        var answer = sendOnce(path, shape, used);
        if (answer.status() != 401) {
            return answer;
        }
        synchronized (this) {
            if (token.equals(used)) {
                token = login.get();
            }
        }
        return sendOnce(path, shape, token);
    }

    private Answer sendOnce(String path, Shape shape, String bearer) {
        var request = shape.of(HttpRequest.newBuilder(api.resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json"))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Location").orElse(null),
                    json(response.body()));
        } catch (IOException e) {
            throw new StackException("No answer from the application while the demo participants were loaded.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the demo participants were loaded.", e);
        }
    }

    private static JsonNode json(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
