package no.innvei.devstack;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Writes the demo tenants with their users and roles into the schema {@code tenancy}, as the owner of the schema. Rows that are there already stay,
 * except that logins follow the realm when its address has moved to another port.
 */
final class TenantSeed {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    private final Connection owner;
    private final String issuer;

    private TenantSeed(Connection owner, String issuer) {
        this.owner = owner;
        this.issuer = issuer;
    }

    /** @param issuer the realm's address, as it stands in every token */
    static String load(Connection owner, Tenants tenants, String issuer) throws SQLException {
        if (!exists(owner, "tenancy.tenant")) {
            return "nothing to fill, the module tenancy is not in the application";
        }
        owner.setAutoCommit(false);
        try {
            var seed = new TenantSeed(owner, issuer);
            seed.follow();
            for (Tenants.User user : tenants.users()) {
                seed.login(user);
            }
            for (Tenants.Tenant tenant : tenants.tenants()) {
                seed.tenant(tenant);
                for (Tenants.User user : tenants.membersOf(tenant).toList()) {
                    seed.member(tenant, user);
                }
            }
            seed.continueNumbering();
            owner.commit();
        } catch (SQLException e) {
            owner.rollback();
            throw e;
        }
        return tenants.tenants().size() + " tenants, " + tenants.users().size() + " people";
    }

    private void follow() throws SQLException {
        run(
                "update tenancy.app_user set issuer = ? where issuer <> ? and issuer ~ '^http://localhost:[0-9]+/realms/innvei$'",
                issuer,
                issuer);
    }

    private void login(Tenants.User user) throws SQLException {
        run(
                "insert into tenancy.app_user (id, issuer, subject, login_name) values (?, ?, ?, ?) on conflict (id) do nothing",
                user.id(),
                issuer,
                user.id().toString(),
                user.email());
    }

    private void tenant(Tenants.Tenant tenant) throws SQLException {
        run(
                """
                insert into tenancy.tenant (id, alias, kind, municipality_id, county_id, name, written_form)
                values (?, ?, ?,
                        (select v.municipality_id from tenancy.municipality_version v where v.number = ? and v.during @> current_date and ? = 'MUNICIPALITY'),
                        (select v.county_id from tenancy.county_version v where v.number = ? and v.during @> current_date and ? = 'COUNTY'),
                        ?, ?)
                on conflict (id) do nothing
                """,
                tenant.id(),
                tenant.alias(),
                tenant.kind(),
                tenant.number(),
                tenant.kind(),
                tenant.number(),
                tenant.kind(),
                tenant.name(),
                tenant.language().equals("nn") ? "NN" : "NB");
        bind(tenant);
        run(
                "insert into tenancy.office (tenant_id, id, name, valid_from) values (?, ?, ?, ?) on conflict (tenant_id, id) do nothing",
                tenant.id(),
                office(tenant),
                tenant.kind().equals("MUNICIPALITY") ? "Flyktningtjenesten" : tenant.name(),
                Date.valueOf(FROM));
    }

    private void member(Tenants.Tenant tenant, Tenants.User user) throws SQLException {
        for (Tenants.Membership membership : user.memberships()) {
            if (!membership.tenant().equals(tenant.alias())) {
                continue;
            }
            run(
                    """
                    insert into tenancy.membership (tenant_id, user_id, display_name, email, clearance, valid_from, provisioned_at)
                    values (?, ?, ?, ?, ?, ?, now()) on conflict (tenant_id, user_id) do nothing
                    """,
                    tenant.id(),
                    user.id(),
                    user.givenName() + " " + user.familyName(),
                    user.email(),
                    membership.clearance(),
                    Date.valueOf(FROM));
            for (String role : membership.roles()) {
                run(
                        """
                        insert into tenancy.role_grant (tenant_id, id, user_id, office_id, role, valid_from)
                        values (?, ?, ?, ?, ?, ?) on conflict (tenant_id, id) do nothing
                        """,
                        tenant.id(),
                        derived(tenant.alias() + "/" + user.username() + "/" + role),
                        user.id(),
                        office(tenant),
                        role,
                        Date.valueOf(FROM));
            }
        }
    }

    /** The schema's owner is under row-level security too. */
    private void bind(Tenants.Tenant tenant) throws SQLException {
        try (PreparedStatement bind = owner.prepareStatement("select set_config('app.tenant', ?, true)")) {
            bind.setString(1, Integer.toString(tenant.id()));
            bind.execute();
        }
    }

    /** Tenants onboarded later get numbers after ours. */
    private void continueNumbering() throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "select setval(pg_get_serial_sequence('tenancy.tenant', 'id'), (select max(id) from tenancy.tenant))");
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static UUID office(Tenants.Tenant tenant) {
        return derived(tenant.alias() + "/office");
    }

    /** The same id every time, so that loading again finds its own rows. */
    private static UUID derived(String text) {
        return UUID.nameUUIDFromBytes(("innvei-demo/" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
