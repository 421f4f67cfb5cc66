package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import no.innvei.kernel.ParticipantId;

/** Protected identity as rows of {@code platform.protected_participant}. */
@ApplicationScoped
public class ProtectionRegister implements Protection {

    private Sql sql;
    private CurrentScope scope;

    protected ProtectionRegister() {
        // for the CDI proxy
    }

    @Inject
    public ProtectionRegister(DataSources sources, CurrentScope scope) {
        this(sources.app(), scope);
    }

    ProtectionRegister(DataSource source, CurrentScope scope) {
        this.sql = new Sql(source);
        this.scope = scope;
    }

    @Override
    public void set(ParticipantId participant, int level) {
        if (level < 0 || level > 2) {
            throw new IllegalArgumentException("protection level " + level);
        }
        int present = sql.first(
                        "select level from platform.protected_participant where participant_id = ? for update",
                        row -> row.getInt(1),
                        participant.value())
                .orElse(0);
        if (scope.clearance() < Math.max(level, present)) {
            throw new NotPermitted("clearance " + Math.max(level, present));
        }
        if (level == 0) {
            sql.update("delete from platform.protected_participant where participant_id = ?", participant.value());
        } else {
            sql.update("""
                    insert into platform.protected_participant (tenant_id, participant_id, level) values (platform.cur_tenant(), ?, ?)
                    on conflict (tenant_id, participant_id) do update set level = excluded.level, since = now()
                    """, participant.value(), level);
        }
    }
}
