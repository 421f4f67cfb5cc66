package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.OutboxHandler;

/**
 * Writes a confirmed import, or undoes one, in parts that are each a transaction of its own. Which rows are done stands beside what they did, so that after
 * any interruption the rest is done and nothing twice. Works with the eyes of the user who confirmed: whoever is hidden from the user is hidden from the job.
 */
@ApplicationScoped
public class ImportJob implements OutboxHandler {

    static final String KIND = "participant.import.v1";

    private ImportChunks chunks;

    protected ImportJob() {
        // for the CDI proxy
    }

    @Inject
    public ImportJob(ImportChunks chunks) {
        this.chunks = chunks;
    }

    static Map<String, String> ids(ImportId id, CurrentScope scope) {
        return Map.of(
                "import", id.value().toString(),
                "user", scope.user().toString(),
                "clearance", Integer.toString(scope.clearance()),
                "role", scope.role().replaceAll("[^A-Za-z0-9_-]", "."));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Set<String> permissions() {
        return Set.of(ParticipantPermissions.IMPORT, ParticipantPermissions.FACTS);
    }

    @Override
    public Actor actor(Row row) {
        return new Actor(
                UUID.fromString(row.ids().get("user")),
                Integer.parseInt(row.ids().get("clearance")),
                row.ids().get("role").replace('.', ','));
    }

    @Override
    public Delivery deliver(Row row) {
        var id = new ImportId(UUID.fromString(row.ids().get("import")));
        boolean more = true;
        while (more) {
            more = chunks.next(id);
        }
        return new Delivery.Done();
    }
}
