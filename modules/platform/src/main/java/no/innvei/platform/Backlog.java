package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What waits for delivery in all tenants, as numbers. Read by the job role, which sees streams and no person. */
@ApplicationScoped
public class Backlog {

    /**
     * @param module that delivers them
     * @param rows undelivered rows, parked ones included
     * @param parkedStreams streams that wait for a person to mend something
     * @param oldest age of the oldest undelivered row that is not parked
     */
    public record Size(String module, long rows, long parkedStreams, Duration oldest) {}

    private Sql sql;

    protected Backlog() {
        // for the CDI proxy
    }

    @Inject
    public Backlog(DataSources sources) {
        this(sources.jobs());
    }

    Backlog(DataSource jobs) {
        this.sql = new Sql(jobs);
    }

    /** One line for each module that has anything waiting. */
    public List<Size> sizes() {
        return sql.list(
                """
                select coalesce(module, 'unknown'), sum(last_seq - delivered_seq), count(*) filter (where parked_code is not null),
                       coalesce(extract(epoch from now() - min(oldest_pending_at) filter (where parked_code is null)), 0)::bigint
                from platform.stream
                where delivered_seq < last_seq
                group by 1
                order by 1
                """,
                row -> new Size(row.getString(1), row.getLong(2), row.getLong(3), Duration.ofSeconds(row.getLong(4))));
    }

    /**
     * Streams whose time has come and that have no task: what a lost wake-up leaves behind. {@code offset 0} keeps the look-up of a task one by its key;
     * as a join it would compare every stream with every task, of which an import makes thousands.
     */
    List<StreamKey> dueWithoutTask(String task, int limit) {
        return sql.list("""
                select s.tenant_id, s.id
                from platform.stream s
                where s.delivered_seq < s.last_seq and s.parked_code is null and s.next_attempt_at <= now()
                  and not exists (select from jobs.scheduled_tasks t where t.task_name = ? and t.task_instance = s.tenant_id || ':' || s.id
                                  offset 0)
                order by s.next_attempt_at
                limit ?
                """, row -> new StreamKey(row.getInt(1), row.getObject(2, UUID.class)), task, limit);
    }
}
