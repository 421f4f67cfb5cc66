package no.innvei.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import org.junit.jupiter.api.Test;

/** One physical connection handed from tenant to tenant, as a pool under load does it, through every way a transaction can end. */
class PoolSweepTest {

    private enum Ending {
        COMMIT,
        ROLLBACK,
        ROLLBACK_TO_SAVEPOINT,
        FAILED_STATEMENT,
        KILLED
    }

    private final EmbeddedDatabase database;
    private Connection pooled;
    private PreparedStatement cached;
    private int opened;

    PoolSweepTest() throws Exception {
        database = EmbeddedDatabase.empty();
        EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create schema trial");
                statement.execute("grant usage on schema trial to app_rt");
                statement.execute("create table trial.item (tenant_id integer primary key)");
                statement.execute("insert into trial.item select generate_series(1, 5)");
                statement.execute("alter table trial.item enable row level security");
                statement.execute(
                        "create policy tenant on trial.item using (tenant_id = nullif(current_setting('app.tenant', true), '')::integer)");
                return statement.execute("grant select on trial.item to app_rt");
            }
        });
    }

    @Test
    void the_next_tenant_never_inherits_anything_however_the_last_transaction_ended() throws Exception {
        var random = new Random(5);
        int killed = 0;
        for (int round = 0; round < 300; round++) {
            int tenant = 1 + random.nextInt(5);
            var ending = Ending.values()[random.nextInt(random.nextInt(10) == 0 ? 5 : 4)];
            TenantContext.call(new Scope(tenant, new UUID(0, tenant), 0, Set.of(), "TRIAL"), () -> {
                borrow();
                if (ending == Ending.ROLLBACK_TO_SAVEPOINT) {
                    var savepoint = pooled.setSavepoint();
                    assertEquals(tenant, onlyRow());
                    pooled.rollback(savepoint);
                }
                assertEquals(tenant, onlyRow());
                end(ending);
                return null;
            });
            killed += ending == Ending.KILLED ? 1 : 0;
        }
        assertTrue(killed > 2, "the dice were kind: " + killed);
        assertEquals(killed + 1, opened, "only a killed connection is opened anew");
        pooled.close();
    }

    /** As the server does: {@code autoCommit} stays false and the prepared statement comes from the cache. */
    private void borrow() throws SQLException {
        if (pooled == null) {
            pooled = database.app().getConnection();
            pooled.setAutoCommit(false);
            cached = pooled.prepareStatement("select tenant_id from trial.item");
            opened++;
        }
    }

    private int onlyRow() throws SQLException {
        try (var rows = cached.executeQuery()) {
            assertTrue(rows.next());
            int tenant = rows.getInt(1);
            assertTrue(!rows.next(), "one row and no more");
            return tenant;
        }
    }

    private void end(Ending ending) throws Exception {
        switch (ending) {
            case COMMIT, ROLLBACK_TO_SAVEPOINT -> pooled.commit();
            case ROLLBACK -> pooled.rollback();
            case FAILED_STATEMENT -> {
                try (var statement = pooled.createStatement()) {
                    assertThrows(SQLException.class, () -> statement.execute("select 1 / 0"));
                    assertEquals(
                            "25P02",
                            assertThrows(SQLException.class, this::onlyRow).getSQLState());
                }
                pooled.rollback();
            }
            case KILLED -> {
                EmbeddedDatabase.inTransaction(database.superuser(), connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute(
                                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'app_rt'"
                                        + " and datname = current_database()");
                    }
                });
                assertThrows(SQLException.class, this::onlyRow);
                pooled = null;
            }
        }
    }
}
