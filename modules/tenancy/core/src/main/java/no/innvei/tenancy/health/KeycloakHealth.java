package no.innvei.tenancy.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import no.innvei.tenancy.application.KeycloakSettings;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether Keycloak answers for our realm, as data. It does not take the node out of service: those who are logged in keep working, and every node
 * asks the same Keycloak. The answer is at most ten seconds old, so that probes cannot burden Keycloak.
 */
@Readiness
@ApplicationScoped
public class KeycloakHealth implements HealthCheck {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Seen(Instant at, boolean reachable) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private KeycloakSettings settings;
    private Clock clock;
    private volatile Seen seen = new Seen(Instant.MIN, false);

    protected KeycloakHealth() {
        // for the CDI proxy
    }

    @Inject
    public KeycloakHealth(KeycloakSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keycloak")
                .up()
                .withData("reachable", reachable())
                .build();
    }

    private boolean reachable() {
        var now = clock.instant();
        var last = seen;
        if (last.at().isAfter(now.minus(FRESH))) {
            return last.reachable();
        }
        var answer = answers(URI.create(settings.server() + "/realms/" + settings.realm()));
        seen = new Seen(now, answer);
        return answer;
    }

    private boolean answers(URI realm) {
        try {
            var request = HttpRequest.newBuilder(realm).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
