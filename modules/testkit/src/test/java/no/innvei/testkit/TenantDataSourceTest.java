package no.innvei.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.innvei.binding.StatementCount;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.binding.TenantDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TenantDataSourceTest {

    private static final String BOUND =
            "select current_setting('app.tenant', true) || '/' || current_setting('app.clearance', true)";

    private static EmbeddedDatabase database;
    private static TenantDataSource source;

    @BeforeAll
    static void database() throws Exception {
        database = EmbeddedDatabase.empty();
        source = database.app();
        EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(
                        "create schema trial; grant usage on schema trial to app_rt;"
                                + " create table trial.numbered (number text primary key); grant insert on trial.numbered to app_rt");
            }
        });
    }

    @Test
    void a_statement_outside_a_transaction_is_refused() throws Exception {
        TenantContext.call(tenant(1), () -> {
            try (var connection = source.getConnection()) {
                assertEquals("25000", refusal(() -> read(connection)));
            }
            return null;
        });
    }

    @Test
    void a_statement_without_a_scope_is_refused() throws Exception {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            assertEquals("42501", refusal(() -> read(connection)));
        }
    }

    @Test
    void tenant_and_clearance_are_bound_before_the_first_statement_of_every_transaction() throws Exception {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            assertEquals("1/0", TenantContext.call(tenant(1), () -> read(connection)));
            connection.commit();
            assertEquals(
                    "2/2",
                    TenantContext.call(new Scope(2, UUID.randomUUID(), 2, Set.of(), "x"), () -> read(connection)));
            connection.rollback();
            assertEquals("3/0", TenantContext.call(tenant(3), () -> read(connection)));
        }
    }

    @Test
    void a_prepared_statement_that_the_pool_keeps_is_bound_again_each_time() throws Exception {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var kept = connection.prepareStatement(BOUND)) {
                for (int tenant : new int[] {1, 2, 1}) {
                    var seen = TenantContext.call(tenant(tenant), () -> {
                        try (var rows = kept.executeQuery()) {
                            rows.next();
                            return rows.getString(1);
                        }
                    });
                    assertEquals(tenant + "/0", seen);
                    connection.commit();
                }
            }
        }
    }

    @Test
    void another_tenant_inside_a_transaction_is_refused() throws Exception {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            TenantContext.call(tenant(1), () -> read(connection));
            assertEquals("25001", TenantContext.call(tenant(2), () -> refusal(() -> read(connection))));
        }
    }

    @Test
    void the_binding_survives_a_rollback_to_a_savepoint_that_came_first() throws Exception {
        TenantContext.call(tenant(7), () -> {
            try (var connection = source.getConnection()) {
                connection.setAutoCommit(false);
                var savepoint = connection.setSavepoint();
                assertEquals("7/0", read(connection));
                connection.rollback(savepoint);
                assertEquals("7/0", read(connection));
            }
            return null;
        });
    }

    @Test
    void nothing_of_the_binding_is_left_after_the_transaction() throws Exception {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            TenantContext.call(tenant(1), () -> read(connection));
            connection.commit();
            connection.setAutoCommit(true);
            assertEquals("25000", TenantContext.call(tenant(1), () -> refusal(() -> read(connection))));
        }
    }

    @Test
    void a_statement_leads_back_to_the_bound_connection_and_not_to_the_driver() throws Exception {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            assertEquals(connection, statement.getConnection());
            assertNotSame(connection, source.getConnection());
        }
    }

    @Test
    void a_batch_counts_as_one_statement_and_the_binding_as_none() throws Exception {
        var counted = TenantContext.call(
                tenant(1),
                () -> StatementCount.during(() -> {
                    try (var connection = source.getConnection()) {
                        connection.setAutoCommit(false);
                        read(connection);
                        try (var batch = connection.prepareStatement("select pg_catalog.set_config('x.y', ?, true)")) {
                            for (int i : IntStream.range(0, 5).toArray()) {
                                batch.setString(1, Integer.toString(i));
                                batch.addBatch();
                            }
                            batch.executeBatch();
                        }
                        return "done";
                    }
                }));

        assertEquals(new StatementCount.Counted<>("done", 2), counted);
    }

    @Test
    void an_error_of_the_database_does_not_repeat_the_values_of_the_row() {
        var refused = assertThrows(
                SQLException.class,
                () -> database.asApp(tenant(1), connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute("insert into trial.numbered values ('02813299917'), ('02813299917')");
                    }
                }));
        assertEquals("23505", refused.getSQLState());
        assertFalse(refused.getMessage().contains("02813299917"));
    }

    private static Scope tenant(int tenant) {
        return new Scope(tenant, new UUID(0, tenant), 0, Set.of(), "x");
    }

    private static String read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(BOUND)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String refusal(Executable work) {
        return assertThrows(SQLException.class, work).getSQLState();
    }
}
