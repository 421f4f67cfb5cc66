package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How much waits for delivery. Data only: a register that is away is no reason to take this node out of service. */
@Readiness
@ApplicationScoped
public class BacklogHealth implements HealthCheck {

    private Backlog backlog;

    protected BacklogHealth() {
        // for the CDI proxy
    }

    @Inject
    public BacklogHealth(Backlog backlog) {
        this.backlog = backlog;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("backlog").up();
        try {
            var size = backlog.size();
            return answer.withData("rows", size.rows())
                    .withData("parkedStreams", size.parkedStreams())
                    .withData("oldestSeconds", size.oldest().toSeconds())
                    .build();
        } catch (StorageException e) {
            return answer.withData("state", e.state()).build();
        }
    }
}
