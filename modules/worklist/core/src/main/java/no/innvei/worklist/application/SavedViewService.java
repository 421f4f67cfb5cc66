package no.innvei.worklist.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.Uuid7;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;
import no.innvei.worklist.api.SavedViews;
import no.innvei.worklist.api.WorklistPermissions;
import no.innvei.worklist.persistence.SavedViewQueries;

/** The lists a user keeps under names of her own. */
@ApplicationScoped
@Transactional
public class SavedViewService implements SavedViews {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 1000;

    private SavedViewQueries queries;
    private CurrentScope scope;
    private Clock clock;

    protected SavedViewService() {
        // for the CDI proxy
    }

    @Inject
    public SavedViewService(SavedViewQueries queries, CurrentScope scope, Clock clock) {
        this.queries = queries;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public List<SavedView> own() {
        return queries.of(scope.user());
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public SaveOutcome save(String name, String query) {
        var wanted = tidy(name);
        if (wanted.isEmpty() || query.length() > LONGEST_QUERY) {
            return new SaveOutcome.NameNotPossible();
        }
        var own = queries.of(scope.user());
        var same = own.stream().filter(view -> view.name().equals(wanted.get())).findFirst();
        if (same.isPresent()) {
            return store(
                    new SavedView(
                            same.get().id(), wanted.get(), query, same.get().version() + 1),
                    true);
        }
        if (own.size() >= MOST) {
            return new SaveOutcome.TooMany();
        }
        var view = new SavedView(Uuid7.next(), wanted.get(), query, 1);
        queries.insert(scope.tenant(), scope.user(), view, now());
        return new SaveOutcome.Saved(view, false);
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public SaveOutcome change(UUID id, long expectedVersion, String name, String query) {
        var wanted = tidy(name);
        var own = queries.of(scope.user());
        if (own.stream().noneMatch(view -> view.id().equals(id))) {
            return new SaveOutcome.NotFound();
        }
        boolean taken = own.stream()
                .anyMatch(view -> !view.id().equals(id)
                        && wanted.filter(view.name()::equals).isPresent());
        if (wanted.isEmpty() || taken || query.length() > LONGEST_QUERY) {
            return new SaveOutcome.NameNotPossible();
        }
        return store(new SavedView(id, wanted.get(), query, expectedVersion + 1), true);
    }

    private SaveOutcome store(SavedView view, boolean replaced) {
        return queries.update(scope.user(), view, now())
                ? new SaveOutcome.Saved(view, replaced)
                : new SaveOutcome.ChangedMeanwhile();
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public boolean remove(UUID id) {
        return queries.delete(scope.user(), id);
    }

    private static Optional<String> tidy(String name) {
        var tidy = name == null ? "" : name.strip().replaceAll("\\s+", " ");
        return tidy.isEmpty() || tidy.length() > LONGEST_NAME ? Optional.empty() : Optional.of(tidy);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
