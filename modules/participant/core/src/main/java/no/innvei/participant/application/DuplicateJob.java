package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.OutboxHandler;

/** Looks for duplicates of those who are waiting, with the highest clearance: a pair is kept also when whoever registered the one may not see the other. */
@ApplicationScoped
public class DuplicateJob implements OutboxHandler {

    static final String KIND = "participant.duplicates.v1";

    /** Then others get their turn. */
    private static final int MOST_PARTS = 20;

    private PossibleDuplicates duplicates;

    protected DuplicateJob() {
        // for the CDI proxy
    }

    @Inject
    public DuplicateJob(PossibleDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Set<String> permissions() {
        return Set.of(ParticipantPermissions.FACTS);
    }

    @Override
    public Delivery deliver(Row row) {
        for (int part = 0; part < MOST_PARTS; part++) {
            if (!duplicates.lookAtSome()) {
                return new Delivery.Done();
            }
        }
        return new Delivery.Retry(Duration.ZERO);
    }
}
