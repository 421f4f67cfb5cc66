package no.innvei.worklist.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import no.innvei.kernel.Page;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.NameTokens;
import no.innvei.platform.AccessLog;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.IdentifierVault;
import no.innvei.platform.Requires;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.WorklistPermissions;
import no.innvei.worklist.domain.ListPosition;
import no.innvei.worklist.domain.Search;
import no.innvei.worklist.domain.Viewer;
import no.innvei.worklist.persistence.ParticipantListQueries;

/** The list of participants and the look-up by identity number. */
@ApplicationScoped
@Transactional
public class ParticipantListService implements ParticipantList {

    private static final int LEAST_TYPED = 2;

    private ParticipantListQueries queries;
    private IdentifierVault vault;
    private AccessLog accessLog;
    private CurrentScope scope;
    private Clock clock;

    protected ParticipantListService() {
        // for the CDI proxy
    }

    @Inject
    public ParticipantListService(
            ParticipantListQueries queries,
            IdentifierVault vault,
            AccessLog accessLog,
            CurrentScope scope,
            Clock clock) {
        this.queries = queries;
        this.vault = vault;
        this.accessLog = accessLog;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public ListOutcome list(Query query) {
        var list = describe(query);
        ListPosition position = null;
        if (query.cursor() != null) {
            var given = ListPosition.of(query.cursor(), list, vault::hash);
            if (given.isEmpty()) {
                return new ListOutcome.CursorRefused();
            }
            position = given.get();
        }
        var viewer = viewer();
        var slice = queries.read(query, search(query, viewer), position, viewer);
        return new ListOutcome.Found(page(slice.rows(), slice.more(), position, list));
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public int count(Query query) {
        var viewer = viewer();
        return queries.count(query, search(query, viewer), viewer);
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public List<ParticipantId> everyone(Query query) {
        var viewer = viewer();
        return queries.everyone(query, search(query, viewer), viewer, MOST_AT_ONCE);
    }

    @Override
    @Requires(WorklistPermissions.EXPORT)
    public List<Row> export(Query query) {
        var viewer = viewer();
        var rows = queries.readAll(query, search(query, viewer), viewer, MOST_AT_ONCE);
        accessLog.seen(rows.stream().map(Row::participant).toList(), AccessLog.Purpose.EXPORT);
        return rows;
    }

    private Viewer viewer() {
        return Viewer.of(scope.user(), clock);
    }

    private static Search search(Query query, Viewer viewer) {
        return Search.of(query.words(), viewer.today(), NameTokens::words);
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public Optional<ParticipantId> withIdentifier(String typed) {
        var found = Search.identifier(typed).map(vault::hash).flatMap(queries::withIdentifierHash);
        found.ifPresent(participant -> accessLog.seen(participant, AccessLog.Purpose.SEARCH_BY_IDENTIFIER));
        return found;
    }

    @Override
    @Requires(WorklistPermissions.LIST)
    public List<Suggestion> suggest(String typed) {
        var viewer = viewer();
        if (Search.identifier(typed).isPresent()) {
            return withIdentifier(typed).stream()
                    .flatMap(participant -> queries.named(participant, viewer).stream())
                    .toList();
        }
        return typed == null || typed.strip().length() < LEAST_TYPED
                ? List.of()
                : queries.suggest(Search.of(typed, viewer.today(), NameTokens::words), viewer, SUGGESTED);
    }

    private Page<Row> page(List<Row> rows, boolean more, ListPosition position, String list) {
        if (rows.isEmpty()) {
            return Page.empty();
        }
        boolean forward = position == null || position.forward();
        boolean after = forward ? more : true;
        boolean before = forward ? position != null : more;
        return new Page<>(
                rows,
                after ? Optional.of(cursor(true, rows.getLast(), list)) : Optional.empty(),
                before ? Optional.of(cursor(false, rows.getFirst(), list)) : Optional.empty());
    }

    private String cursor(boolean forward, Row row, String list) {
        var deadline = row.nextDeadline() == null ? null : row.nextDeadline().date();
        return new ListPosition(
                        forward,
                        deadline,
                        row.changedAt(),
                        row.adviserId(),
                        row.participant().value())
                .cursor(list, vault::hash);
    }

    /** Which list a cursor belongs to; the number of rows may change on the way. */
    private static String describe(Query query) {
        var filters = query.filters();
        return String.join(
                "|",
                query.sort().name(),
                new TreeSet<>(filters.phases()).toString(),
                new TreeSet<>(filters.register()).toString(),
                String.valueOf(filters.deadlineWithinDays()),
                new TreeSet<>(filters.categories()).toString(),
                String.valueOf(filters.office()),
                String.valueOf(filters.adviser()),
                new TreeSet<>(filters.missing()).toString(),
                String.valueOf(filters.untouched()),
                query.words() == null ? "" : query.words().strip());
    }
}
