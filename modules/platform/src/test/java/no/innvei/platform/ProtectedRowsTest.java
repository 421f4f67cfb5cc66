package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProtectedRowsTest {

    private static final UUID ORDINARY = new UUID(1, 0);
    private static final UUID CONFIDENTIAL = new UUID(1, 1);
    private static final UUID STRICTLY_CONFIDENTIAL = new UUID(1, 2);

    private static EmbeddedDatabase database;

    @BeforeAll
    static void a_table_of_people_with_three_levels() throws Exception {
        database = EmbeddedDatabase.migrated();
        EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            execute(connection, "create schema trial");
            execute(connection, "grant usage on schema trial to app_rt");
            execute(
                    connection,
                    "create table trial.note (tenant_id integer not null, participant_id uuid not null, primary key (tenant_id, participant_id))");
            execute(connection, "call platform.protect('trial.note')");
            execute(
                    connection,
                    "create table trial.person (tenant_id integer not null, id uuid not null, primary key (tenant_id, id))");
            execute(connection, "call platform.protect('trial.person', 'id')");
            return null;
        });
        database.asApp(scope(1, 2), connection -> {
            for (var person : new UUID[] {ORDINARY, CONFIDENTIAL, STRICTLY_CONFIDENTIAL}) {
                execute(connection, "insert into trial.note values (1, '" + person + "')");
                execute(connection, "insert into trial.person values (1, '" + person + "')");
            }
            execute(connection, "insert into platform.protected_participant values (1, '" + CONFIDENTIAL + "', 1)");
            execute(
                    connection,
                    "insert into platform.protected_participant values (1, '" + STRICTLY_CONFIDENTIAL + "', 2)");
            return null;
        });
    }

    @Test
    void a_reader_sees_people_up_to_the_clearance_and_no_further() throws Exception {
        for (var table : new String[] {"trial.note", "trial.person"}) {
            assertEquals(1, count(scope(1, 0), table));
            assertEquals(2, count(scope(1, 1), table));
            assertEquals(3, count(scope(1, 2), table));
        }
    }

    @Test
    void the_highest_clearance_opens_nothing_of_another_tenant() throws Exception {
        assertEquals(0, count(scope(2, 2), "trial.note"));
        assertEquals(0, count(scope(2, 2), "platform.protected_participant"));
    }

    @Test
    void a_row_for_another_tenant_cannot_be_written() {
        var refused = assertThrows(
                SQLException.class,
                () -> database.asApp(scope(2, 2), connection -> {
                    execute(connection, "insert into trial.note values (1, '" + UUID.randomUUID() + "')");
                    return null;
                }));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void the_access_log_can_be_written_and_neither_read_nor_changed_nor_deleted() throws Exception {
        database.asApp(scope(1, 0), connection -> {
            execute(
                    connection,
                    "insert into platform.access_log (tenant_id, id, at, user_id, role, participant_id, purpose) values (1, '"
                            + UUID.randomUUID() + "', now(), '" + ORDINARY + "', 'LEADER', '" + ORDINARY
                            + "', 'CASE_WORK')");
            return null;
        });
        for (var attempt : new String[] {
            "select * from platform.access_log",
            "update platform.access_log set role = ''",
            "delete from platform.access_log",
            "truncate platform.access_log"
        }) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> database.asApp(scope(1, 0), connection -> {
                        execute(connection, attempt);
                        return null;
                    }));
            assertEquals("42501", refused.getSQLState(), attempt);
        }
    }

    private static long count(Scope scope, String table) throws Exception {
        return database.asApp(scope, connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private static Scope scope(int tenant, int clearance) {
        return new Scope(tenant, new UUID(0, tenant), clearance, Set.of(), "x");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
