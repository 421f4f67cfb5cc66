package no.innvei.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import no.innvei.devstack.Stack;
import no.innvei.devstack.StackException;

/** Sends a file to the import, confirms it and waits until everybody is registered. */
final class ImportRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI imports;
    private final String token;

    ImportRun(Stack stack, String username) {
        imports = stack.address().resolve("/api/v1/participant-imports");
        token = stack.token(username);
    }

    /** @return how many were registered */
    int take(byte[] file) throws IOException, InterruptedException {
        var read = client.send(
                request(imports)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(file))
                        .build(),
                BodyHandlers.ofString());
        if (read.statusCode() != 201) {
            throw new StackException(
                    "The import answered " + read.statusCode() + " to the file: " + problem(read.body()));
        }
        var one =
                URI.create(imports + "/" + JSON.readTree(read.body()).path("id").asText());
        var confirmed = client.send(
                request(URI.create(one + "/confirmation?sure=true"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (confirmed.statusCode() / 100 != 2) {
            throw new StackException("The import answered " + confirmed.statusCode() + " to the confirmation: "
                    + problem(confirmed.body()));
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var now = state(one);
            if (now.path("state").asText().equals("CONFIRMED")) {
                return now.path("created").asInt();
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new StackException("The import was not done after " + PATIENCE.toMinutes() + " minutes.");
    }

    /** The kind of problem, which names nobody. */
    private static String problem(String body) throws IOException {
        return JSON.readTree(body).path("type").asText("no reason");
    }

    private JsonNode state(URI one) throws IOException, InterruptedException {
        return JSON.readTree(
                client.send(request(one).GET().build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept", "application/json");
    }
}
