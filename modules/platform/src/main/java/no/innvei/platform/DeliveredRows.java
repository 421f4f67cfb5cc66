package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;

/** Delivered rows of the outbox, kept for {@value #DAYS} days to find out what was sent when; the receipts themselves are the modules'. */
@ApplicationScoped
public class DeliveredRows implements Chore {

    static final int DAYS = 30;

    private static final int BATCH = 500;

    private Sql sql;

    protected DeliveredRows() {
        // for the CDI proxy
    }

    @Inject
    public DeliveredRows(DataSources sources) {
        this(sources.app());
    }

    DeliveredRows(DataSource app) {
        this.sql = new Sql(app);
    }

    @Override
    public String name() {
        return "delivered outbox rows";
    }

    /** By the database's clock, which dates the delivery; the application's may be set in a demo. */
    @Override
    public int deleteBatch(Instant now) {
        return sql.update("""
                delete from platform.outbox where id in (
                    select id from platform.outbox
                    where tenant_id = platform.cur_tenant() and delivered_at < now() - ? * interval '1 day'
                    order by delivered_at limit ?)
                """, DAYS, BATCH);
    }
}
