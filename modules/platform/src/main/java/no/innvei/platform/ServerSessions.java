package no.innvei.platform;

import java.time.Duration;
import javax.sql.DataSource;

/** HTTP sessions that the server left behind, a killed node's for example: nobody's any more after ten hours without a request. By the database's clock. */
final class ServerSessions {

    static final Duration KEPT = Duration.ofHours(10);

    private static final int BATCH = 500;

    private final Sql sql;

    ServerSessions(DataSource sessions) {
        this.sql = new Sql(sessions);
    }

    int deleteBatch() {
        return sql.update("""
                delete from sessions.sessions where ctid = any (array(
                    select ctid from sessions.sessions
                    where coalesce(lastaccess, creationtime) < (extract(epoch from now()) * 1000)::bigint - ? limit ?))
                """, KEPT.toMillis(), BATCH);
    }
}
