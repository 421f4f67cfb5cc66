package no.innvei.registersimulator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the journal has been read; tells how much is held. */
@Readiness
@ApplicationScoped
public class RegisterReady implements HealthCheck {

    @Inject
    private Simulator simulator;

    @Override
    public HealthCheckResponse call() {
        long items = simulator.register().counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return HealthCheckResponse.named("register")
                .up()
                .withData("items", items)
                .build();
    }
}
