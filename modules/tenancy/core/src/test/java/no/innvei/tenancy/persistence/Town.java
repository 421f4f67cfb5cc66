package no.innvei.tenancy.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.testkit.EmbeddedDatabase;

/** An onboarded municipality in a test database, with one office; rows are written by the owner, as the demo data are. */
public final class Town {

    public static final String ISSUER = "https://login.example/realms/innvei";

    private final EmbeddedDatabase database;
    private final String alias;
    private final int tenant;
    private final UUID office = UUID.randomUUID();

    private Town(EmbeddedDatabase database, String alias, int tenant) {
        this.database = database;
        this.alias = alias;
        this.tenant = tenant;
    }

    public static Town onboarded(EmbeddedDatabase database, String alias, String number) throws Exception {
        int tenant = EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into tenancy.tenant (alias, kind, municipality_id, name, written_form)
                    select ?, 'MUNICIPALITY', municipality_id, name || ' kommune', 'NN'
                    from tenancy.municipality_version where number = ? and valid_to is null
                    returning id
                    """)) {
                insert.setString(1, alias);
                insert.setString(2, number);
                try (var row = insert.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
        return with(new Town(database, alias, tenant));
    }

    public static Town directorate(EmbeddedDatabase database, String alias) throws Exception {
        int tenant = EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into tenancy.tenant (alias, kind, name) values (?, 'DIRECTORATE', 'Direktoratet') returning id")) {
                insert.setString(1, alias);
                try (var row = insert.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
        return with(new Town(database, alias, tenant));
    }

    private static Town with(Town town) throws Exception {
        town.write(
                "insert into tenancy.office (tenant_id, id, name, valid_from) values (?, ?, 'Flyktningtenesta', '2024-01-01')",
                town.tenant,
                town.office);
        return town;
    }

    /** A login that exists in Keycloak; {@code subject} is its sub. */
    public UUID login(String subject) throws Exception {
        var user = UUID.randomUUID();
        write(
                "insert into tenancy.app_user (id, issuer, subject, login_name) values (?, ?, ?, ?)",
                user,
                ISSUER,
                subject,
                subject + "@login.example");
        return user;
    }

    public void member(UUID user, int clearance, String from, String to) throws Exception {
        write(
                "insert into tenancy.membership (tenant_id, user_id, display_name, email, clearance, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?)",
                tenant,
                user,
                "Anna Ås",
                "anna@" + alias + ".example",
                clearance,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    public void role(UUID user, String role, String from, String to) throws Exception {
        write(
                "insert into tenancy.role_grant (tenant_id, id, user_id, office_id, role, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?)",
                tenant,
                UUID.randomUUID(),
                user,
                office,
                role,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    public void close(UUID user) throws Exception {
        write("update tenancy.app_user set enabled = false where id = ?", user);
    }

    public String alias() {
        return alias;
    }

    public int tenant() {
        return tenant;
    }

    public UUID office() {
        return office;
    }

    private void write(String sql, Object... values) throws Exception {
        EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            bind(connection, tenant);
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(Connection connection, int tenant) throws SQLException {
        try (var setting = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
            setting.setString(1, Integer.toString(tenant));
            setting.execute();
        }
    }
}
