package no.innvei.registersync.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * One exchange with the register over HTTP, with limits: how long, how many at once, and not at all for a while when most fail. It never tries again by
 * itself; the delivery job does, or attempts would multiply.
 */
@ApplicationScoped
public class RegisterLine {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private RegisterSettings settings;
    private HttpClient client;

    protected RegisterLine() {
        // for the CDI proxy
    }

    @Inject
    public RegisterLine(RegisterSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param body JSON text; empty unless the answer has one */
    record Exchange(int status, String body, Optional<Duration> retryAfter) {}

    /** @throws TransportFault when the outcome is unknown: no answer, 408, 429 or 5xx */
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 10,
            delayUnit = ChronoUnit.SECONDS,
            successThreshold = 3,
            failOn = TransportFault.class)
    @Bulkhead(8)
    Exchange put(String path, UUID key, String json) {
        var request = HttpRequest.newBuilder(settings.url().resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + settings.token())
                .header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new TransportFault("no answer: " + e.getClass().getSimpleName(), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportFault("interrupted", Optional.empty());
        }
        var retryAfter = response.headers().firstValue("Retry-After").flatMap(RegisterLine::seconds);
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            throw new TransportFault("status " + status, retryAfter);
        }
        return new Exchange(status, response.body(), retryAfter);
    }

    /** The form in seconds only; a date is ignored, and our own wait is used. */
    private static Optional<Duration> seconds(String header) {
        return header.matches("\\d{1,5}") ? Optional.of(Duration.ofSeconds(Long.parseLong(header))) : Optional.empty();
    }
}
