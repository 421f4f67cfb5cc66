package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.innvei.kernel.access.Role;
import no.innvei.tenancy.api.Memberships.Login;

/** The statement with which every request begins. */
@ApplicationScoped
public class MembershipQuery {

    /** What the database answers; words of the schema, not yet of the api. */
    public sealed interface Found {

        record Line(
                int tenant,
                UUID user,
                String displayName,
                int clearance,
                Set<Role> roles,
                String tenantName,
                String tenantKind,
                String writtenForm)
                implements Found {}

        /** The login was ended after its token was issued; asked first, whatever the membership. */
        record Ended() implements Found {}

        /** The login is unknown or closed, or was no member on that day; the answer never tells which. */
        record Nothing() implements Found {}
    }

    private final DataSource login;

    public MembershipQuery() {
        this(null);
    }

    MembershipQuery(DataSource login) {
        this.login = login;
    }

    public Found find(Login verified, LocalDate day) {
        try (var connection = dataSource().getConnection();
                var query = connection.prepareStatement("select * from tenancy.member(?, ?, ?, ?, ?, ?)")) {
            query.setString(1, verified.issuer());
            query.setString(2, verified.subject());
            query.setString(3, verified.organization());
            query.setObject(4, day);
            query.setString(5, verified.session());
            query.setObject(6, verified.issuedAt().atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return new Found.Nothing();
                }
                return row.getBoolean("login_ended") ? new Found.Ended() : line(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("membership could not be looked up", e);
        }
    }

    private static Found.Line line(ResultSet row) throws SQLException {
        return new Found.Line(
                row.getInt("tenant_id"),
                row.getObject("user_id", UUID.class),
                row.getString("display_name"),
                row.getInt("clearance"),
                roles(row),
                row.getString("tenant_name"),
                row.getString("tenant_kind"),
                row.getString("written_form"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private DataSource dataSource() {
        if (login != null) {
            return login;
        }
        try {
            return InitialContext.doLookup("jdbc/login");
        } catch (NamingException e) {
            throw new IllegalStateException("no data source jdbc/login", e);
        }
    }
}
