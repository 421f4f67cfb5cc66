package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The database answers and is new enough for the profile. */
@Startup
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private DataSources sources;
    private Profile profile;

    protected DatabaseReady() {
        // for the CDI proxy
    }

    @Inject
    public DatabaseReady(DataSources sources, Profile profile) {
        this.sources = sources;
        this.profile = profile;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try {
            int version = new Sql(sources.login())
                    .first("select current_setting('server_version_num')::integer", row -> row.getInt(1))
                    .orElseThrow();
            return answer.withData("version", version)
                    .status(version >= profile.oldestDatabase())
                    .build();
        } catch (StorageException e) {
            return answer.withData("state", e.state()).down().build();
        }
    }
}
