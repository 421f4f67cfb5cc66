package no.innvei.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import no.innvei.binding.TenantContext;
import no.innvei.platform.Drain.InTransaction;

/**
 * The daily round that deletes what is past its time: tenant by tenant, as a named system user, in batches that each have a transaction. A round does at most
 * {@value #BATCHES} batches of a chore in a tenant; what is left waits for the next day, so that no round grows with what was left undone.
 */
final class Housekeeping {

    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    static final int BATCHES = 40;

    private final EveryTenant tenants;
    private final List<Chore> chores;
    private final ServerSessions sessions;
    private final InTransaction transaction;
    private final Clock clock;

    Housekeeping(
            EveryTenant tenants, List<Chore> chores, ServerSessions sessions, InTransaction transaction, Clock clock) {
        this.tenants = tenants;
        this.chores = List.copyOf(chores);
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What fails is tried again the next day and keeps nothing else from being done. */
    void round(BooleanSupplier stopping) {
        repeat("sessions", stopping, sessions::deleteBatch);
        for (int tenant : tenants.ids()) {
            for (var chore : chores) {
                repeat(
                        chore.name(),
                        stopping,
                        () -> TenantContext.call(
                                SystemUser.HOUSEKEEPING.in(tenant),
                                () -> transaction.call(() -> chore.deleteBatch(clock.instant()))));
            }
        }
    }

    @FunctionalInterface
    private interface Batch {
        int delete() throws Exception;
    }

    private static void repeat(String chore, BooleanSupplier stopping, Batch batch) {
        try {
            int deleted = 0;
            for (int i = 0; i < BATCHES && !stopping.getAsBoolean(); i++) {
                int now = batch.delete();
                deleted += now;
                if (now == 0) {
                    break;
                }
            }
            if (deleted > 0) {
                LOG.log(Level.INFO, "Housekeeping deleted {0} rows of {1}", deleted, chore);
            }
        } catch (Exception e) {
            LOG.log(
                    Level.WARNING,
                    "Housekeeping of {0} failed ({1}); again tomorrow",
                    chore,
                    e.getClass().getName());
        }
    }
}
