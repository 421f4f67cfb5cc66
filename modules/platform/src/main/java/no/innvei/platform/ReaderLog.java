package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.StringJoiner;
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

    @Override
    public void seen(Collection<ParticipantId> participants, Purpose purpose) {
        if (participants.isEmpty()) {
            return;
        }
        var ids = new StringJoiner(",");
        var people = new StringJoiner(",");
        participants.forEach(participant -> {
            ids.add(Uuid7.next().toString());
            people.add(participant.value().toString());
        });
        sql.update(
                """
                insert into platform.access_log (tenant_id, id, at, user_id, role, participant_id, purpose, request_id)
                select platform.cur_tenant(), cast(w.id as uuid), ?, ?, ?, cast(w.person as uuid), ?, ?
                from unnest(string_to_array(?, ','), string_to_array(?, ',')) as w (id, person)
                """,
                clock.instant().atOffset(ZoneOffset.UTC),
                scope.user(),
                scope.role(),
                purpose.name(),
                RequestContext.requestId(),
                ids.toString(),
                people.toString());
    }
}
