package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the job scheduler runs; a node whose scheduler died must be restarted. */
@Readiness
@ApplicationScoped
public class SchedulerReady implements HealthCheck {

    private Deliveries deliveries;

    protected SchedulerReady() {
        // for the CDI proxy
    }

    @Inject
    public SchedulerReady(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("jobs").status(deliveries.running()).build();
    }
}
