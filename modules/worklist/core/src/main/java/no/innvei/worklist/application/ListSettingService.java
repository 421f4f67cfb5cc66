package no.innvei.worklist.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;
import no.innvei.worklist.api.ListSettings;
import no.innvei.worklist.api.WorklistPermissions;
import no.innvei.worklist.persistence.SavedViewQueries;

/** What the tenant decides for its lists. */
@ApplicationScoped
@Transactional
public class ListSettingService implements ListSettings {

    private SavedViewQueries queries;
    private CurrentScope scope;
    private Clock clock;

    protected ListSettingService() {
        // for the CDI proxy
    }

    @Inject
    public ListSettingService(SavedViewQueries queries, CurrentScope scope, Clock clock) {
        this.queries = queries;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    @Requires(WorklistPermissions.SETTINGS_READ)
    public Settings now() {
        var stored = queries.settings();
        return stored == null
                ? new Settings(DEFAULT_UNTOUCHED_DAYS, 0)
                : new Settings(Math.toIntExact(stored[0]), stored[1]);
    }

    @Override
    @Requires(WorklistPermissions.SETTINGS)
    public boolean change(int untouchedDays, long expectedVersion) {
        return untouchedDays >= LEAST_DAYS
                && untouchedDays <= MOST_DAYS
                && queries.store(
                        scope.tenant(), scope.user(), untouchedDays, expectedVersion, OffsetDateTime.now(clock));
    }
}
