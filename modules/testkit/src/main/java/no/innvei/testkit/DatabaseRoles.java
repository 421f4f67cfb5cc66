package no.innvei.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The database roles of Innvei; made once per PostgreSQL server by a superuser, before the first migration. */
public final class DatabaseRoles {

    /** Owns the database and migrates; never used by the application. */
    public static final String OWNER = "innvei_owner";
    /** All use cases; only behind {@link no.innvei.binding.TenantDataSource}. */
    public static final String APP = "app_rt";
    /** Who a verified login is, before there is a tenant. */
    public static final String LOGIN = "app_login";
    /** The job scheduler's own table. */
    public static final String JOBS = "app_jobs";
    /** The server's HTTP sessions. */
    public static final String SESSIONS = "app_sessions";

    private static final Map<String, String> SETTINGS = Map.of(
            OWNER, "lock_timeout = '10s'",
            APP, "statement_timeout = '10s'; lock_timeout = '3s'; idle_in_transaction_session_timeout = '30s'",
            LOGIN, "statement_timeout = '5s'; default_transaction_read_only = on",
            JOBS, "statement_timeout = '10s'; lock_timeout = '3s'; search_path = jobs",
            SESSIONS, "statement_timeout = '10s'; lock_timeout = '3s'; search_path = sessions");

    /**
     * Creates the roles, or sets their passwords and settings again. None of them is superuser, may create roles or databases, bypasses row-level
     * security or is a member of another.
     *
     * @param passwords by role name, all five
     */
    public static void create(DataSource superuser, Map<String, String> passwords) throws SQLException {
        try (var connection = superuser.getConnection()) {
            for (var role : new TreeMap<>(SETTINGS).entrySet()) {
                var name = role.getKey();
                var password = passwords.get(name);
                if (password == null) {
                    throw new IllegalArgumentException("no password for role " + name);
                }
                if (!exists(connection, "pg_roles", "rolname", name)) {
                    execute(connection, "create role " + name);
                }
                execute(
                        connection,
                        "alter role " + name
                                + " login nosuperuser nocreatedb nocreaterole noinherit nobypassrls noreplication password "
                                + literal(connection, password));
                for (var setting : role.getValue().split("; ")) {
                    execute(connection, "alter role " + name + " set " + setting);
                }
            }
        }
    }

    /** Creates an empty database owned by {@link #OWNER} that only our roles may enter; does nothing when it exists. */
    public static void createDatabase(DataSource superuser, String name) throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (var connection = superuser.getConnection()) {
            if (exists(connection, "pg_database", "datname", name)) {
                return;
            }
            execute(
                    connection,
                    "create database " + name + " owner " + OWNER
                            + " template template0 encoding 'UTF8' locale 'C.UTF-8'");
            execute(connection, "revoke all on database " + name + " from public");
            execute(
                    connection,
                    "grant connect on database " + name + " to " + String.join(", ", APP, LOGIN, JOBS, SESSIONS));
        }
    }

    private static boolean exists(Connection connection, String catalogue, String column, String name)
            throws SQLException {
        try (var query = connection.prepareStatement("select 1 from " + catalogue + " where " + column + " = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static String literal(Connection connection, String value) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.enquoteLiteral(value);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DatabaseRoles() {}
}
