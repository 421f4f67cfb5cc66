package no.innvei.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.binding.TenantDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database on the real PostgreSQL that runs once per test JVM, on a free port, with our roles. A test class takes its own with
 * {@link #migrated}; the server and everything in it is gone when the JVM ends.
 */
public final class EmbeddedDatabase {

    private static final String PASSWORD = "only-in-this-test-run";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String name;

    private EmbeddedDatabase(String name) {
        this.name = name;
    }

    /** A new database with the roles and nothing else, owned by {@link DatabaseRoles#OWNER}. */
    public static EmbeddedDatabase empty() throws SQLException {
        var name = "test_" + DATABASES.incrementAndGet();
        DatabaseRoles.createDatabase(Server.superuser("postgres"), name);
        return new EmbeddedDatabase(name);
    }

    /** A new database with the migrations of {@code platform} and these modules, found on the class path of the test. */
    public static EmbeddedDatabase migrated(String... modules) throws SQLException {
        var database = empty();
        Migrator.migrate(database.owner(), Thread.currentThread().getContextClassLoader(), List.of(modules));
        return database;
    }

    /** Sees every row of every tenant: for looking at what really happened, never for the work under test. */
    public DataSource superuser() {
        return Server.superuser(name);
    }

    public DataSource owner() {
        return as(DatabaseRoles.OWNER);
    }

    /** The application's data source, as in the server: needs a scope and a transaction. */
    public TenantDataSource app() {
        return Server.settings(new TenantDataSource(), name, DatabaseRoles.APP);
    }

    /** A plain data source of one of {@link DatabaseRoles}, without any binding. */
    public DataSource as(String role) {
        return Server.settings(new PGSimpleDataSource(), name, role);
    }

    /** Runs {@code work} as the application role in one transaction of this scope; an exception rolls back. */
    public <T> T asApp(Scope scope, Work<T> work) throws Exception {
        return TenantContext.call(scope, () -> inTransaction(app(), work));
    }

    /** Runs {@code work} in one transaction on a data source; an exception rolls back. */
    public static <T> T inTransaction(DataSource source, Work<T> work) throws Exception {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            return committed(connection, () -> work.on(connection));
        }
    }

    private static <T> T committed(Connection connection, Callable<T> work) throws Exception {
        try {
            var result = work.call();
            connection.commit();
            return result;
        } catch (Exception | Error e) {
            connection.rollback();
            throw e;
        }
    }

    /** What a test does with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    /** Started at first use; ends with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        static DataSource superuser(String database) {
            return POSTGRES.getDatabase("postgres", database);
        }

        static <T extends PGSimpleDataSource> T settings(T source, String database, String role) {
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {POSTGRES.getPort()});
            source.setDatabaseName(database);
            source.setUser(role);
            source.setPassword(PASSWORD);
            return source;
        }

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("shared_buffers", "64MB")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                DatabaseRoles.create(
                        postgres.getPostgresDatabase(),
                        Map.of(
                                DatabaseRoles.OWNER, PASSWORD,
                                DatabaseRoles.APP, PASSWORD,
                                DatabaseRoles.LOGIN, PASSWORD,
                                DatabaseRoles.JOBS, PASSWORD,
                                DatabaseRoles.SESSIONS, PASSWORD));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("the roles could not be made", e);
            }
        }
    }
}
