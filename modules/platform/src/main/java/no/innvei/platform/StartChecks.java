package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What must be right before the first request: a missing key, a malformed setting or a database that is too old stops the start. */
@ApplicationScoped
public class StartChecks {

    private static final Logger LOG = System.getLogger(StartChecks.class.getName());

    void check(
            @Observes @Initialized(ApplicationScoped.class) Object start,
            Settings settings,
            Profile profile,
            SealedIdentifiers vault,
            DataSources sources) {
        settings.check();
        vault.check();
        int version;
        try {
            version = new Sql(sources.login())
                    .first("select current_setting('server_version_num')::integer", row -> row.getInt(1))
                    .orElseThrow();
        } catch (StorageException e) {
            LOG.log(Level.WARNING, "The database does not answer yet; its version is checked by readiness");
            return;
        }
        refuseOlder(version, profile);
    }

    static void refuseOlder(int version, Profile profile) {
        if (version < profile.oldestDatabase()) {
            throw new IllegalStateException("PostgreSQL " + version + " is older than " + profile.oldestDatabase()
                    + ", which this profile needs");
        }
    }
}
