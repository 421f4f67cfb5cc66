package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;

/** The access log as rows of {@code platform.access_log}. */
@ApplicationScoped
public class ReaderLog implements AccessLog {

    private Sql sql;
    private CurrentScope scope;
    private Clock clock;

    protected ReaderLog() {
        // for the CDI proxy
    }

    @Inject
    public ReaderLog(DataSources sources, CurrentScope scope, Clock clock) {
        this(sources.app(), scope, clock);
    }

    ReaderLog(DataSource source, CurrentScope scope, Clock clock) {
        this.sql = new Sql(source);
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public void seen(ParticipantId participant, Purpose purpose) {
        sql.update(
                """
                insert into platform.access_log (tenant_id, id, at, user_id, role, participant_id, purpose, request_id)
                values (platform.cur_tenant(), ?, ?, ?, ?, ?, ?, ?)
                """,
                Uuid7.next(),
                clock.instant().atOffset(ZoneOffset.UTC),
                scope.user(),
                scope.role(),
                participant.value(),
                purpose.name(),
                RequestContext.requestId());
    }
}
