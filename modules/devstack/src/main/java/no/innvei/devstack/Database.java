package no.innvei.devstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import no.innvei.testkit.DatabaseRoles;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL on the loopback address with a data folder that stays. The embedded distribution trusts everybody on the machine; here every role needs its password, also the superuser.
 */
final class Database implements AutoCloseable {

    static final String NAME = "innvei";

    private static final String SUPERUSER = "postgres";

    private static final String HBA = """
            # Written by devstack: passwords for everybody, loopback only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final int port;
    private final Secrets secrets;
    private final Path note;

    private Database(EmbeddedPostgres postgres, int port, Secrets secrets, Path note) {
        this.postgres = postgres;
        this.port = port;
        this.secrets = secrets;
        this.note = note;
    }

    /** @param durable false switches flushing to disk off, for tests whose data nobody wants back */
    static Database start(Layout layout, int port, Secrets secrets, boolean durable) {
        Path data = layout.data().resolve("postgres");
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        if (fresh) {
            Layout.delete(data);
        } else {
            endLeftover(layout, data);
        }
        String superuser = secrets.get("INNVEI_DB_SUPERUSER_PASSWORD");
        try {
            Files.createDirectories(data);
            Path log = layout.log("database");
            Files.createDirectories(log.getParent());
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(
                            Files.createDirectories(layout.dist().resolve("postgres"))
                                    .toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("shared_buffers", "256MB")
                    // nobody follows this database, so rows of a new table need not be written twice
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("log_timezone", "UTC")
                    .setServerConfig("log_parameter_max_length", "0")
                    .setServerConfig("log_parameter_max_length_on_error", "0")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (!fresh) {
                builder.setConnectConfig("password", superuser);
            }
            EmbeddedPostgres postgres = fresh ? builder.start() : afterOldSessions(builder);
            Path note = layout.run().resolve("database.pid");
            new ProcessNote(postmaster(data), layout.home().toString()).write(note);
            var database = new Database(postgres, port, secrets, note);
            if (fresh) {
                database.demandPasswords(data, superuser);
            }
            return database;
        } catch (IOException | IllegalStateException e) {
            throw new StackException(
                    "PostgreSQL did not start. The end of its log:\n" + Logs.tail(layout.log("database"), 25), e);
        }
    }

    /** After a crash the old sessions need a moment to notice, and PostgreSQL refuses to start as long as they are there. */
    private static EmbeddedPostgres afterOldSessions(EmbeddedPostgres.Builder builder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return builder.start();
            } catch (IOException | IllegalStateException e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connect(SqlRole role) throws SQLException {
        return connect(NAME, role.sqlName(), secrets.get(role.secret()));
    }

    DataSource superuserSource() {
        return source(NAME, SUPERUSER, secrets.get("INNVEI_DB_SUPERUSER_PASSWORD"));
    }

    Connection superuser(String database) throws SQLException {
        return connect(database, SUPERUSER, secrets.get("INNVEI_DB_SUPERUSER_PASSWORD"));
    }

    /** Makes roles and databases, and gives the roles today's passwords and limits; doing it again changes nothing. */
    void prepare() {
        var passwords = new HashMap<String, String>();
        for (SqlRole role : SqlRole.values()) {
            passwords.put(role.sqlName(), secrets.get(role.secret()));
        }
        try {
            DataSource postgres = source("postgres", SUPERUSER, secrets.get("INNVEI_DB_SUPERUSER_PASSWORD"));
            DatabaseRoles.create(postgres, passwords);
            DatabaseRoles.createDatabase(postgres, NAME);
            keycloak(postgres);
        } catch (SQLException e) {
            throw new StackException("The database roles could not be made.", e);
        }
    }

    DataSource source(SqlRole role) {
        return source(NAME, role.sqlName(), secrets.get(role.secret()));
    }

    @Override
    public void close() {
        try {
            postgres.close();
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new StackException("PostgreSQL did not stop properly.", e);
        }
    }

    private void demandPasswords(Path data, String password) {
        try (Connection trusted = connect("postgres", SUPERUSER, "")) {
            execute(trusted, "alter role postgres password '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), HBA);
            execute(trusted, "select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            close();
            Layout.delete(data);
            throw new StackException("PostgreSQL could not be closed for people without a password.", e);
        }
    }

    private void keycloak(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            execute(
                    connection,
                    "do $$ begin if not exists (select from pg_roles where rolname = 'keycloak') then create role keycloak; end if; end $$");
            execute(
                    connection,
                    "alter role keycloak login password '" + secrets.get("INNVEI_KEYCLOAK_DB_PASSWORD") + "'");
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select from pg_database where datname = 'keycloak'")) {
                if (found.next()) {
                    return;
                }
            }
            execute(connection, "create database keycloak owner keycloak");
            execute(connection, "revoke all on database keycloak from public");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return source(database, user, password).getConnection();
    }

    private DataSource source(String database, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(jdbcUrl(database));
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("devstack");
        return source;
    }

    /**
     * After {@code kill -9} of this program PostgreSQL may still run: it is stopped. Its lock file may also name a process that has nothing to do with
     * it: only then the file is removed, otherwise PostgreSQL itself judges it, because it also knows whether old sessions still hold its memory.
     */
    private static void endLeftover(Layout layout, Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = postmaster(data);
            var leftover = new ProcessNote(pid, data.toString()).running();
            if (leftover.isPresent()) {
                ProcessNote.end(leftover.get(), Duration.ofSeconds(30));
            } else if (ProcessHandle.of(pid).isPresent()) {
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new StackException("Cannot clear " + pidFile + ".", e);
        }
    }

    private static long postmaster(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,10}")
                ? 0
                : Long.parseLong(lines.get(0).strip());
    }
}
