package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.innvei.kernel.access.Role;

/** The one statement that the login role may make. */
@ApplicationScoped
public class MembershipQuery {

    /** What the database answers; words of the schema, not yet of the api. */
    public record Line(
            int tenant,
            UUID user,
            String displayName,
            int clearance,
            Set<Role> roles,
            String tenantName,
            String tenantKind,
            String writtenForm) {}

    private final DataSource login;

    public MembershipQuery() {
        this(null);
    }

    MembershipQuery(DataSource login) {
        this.login = login;
    }

    /** Empty when the login is unknown or closed, or was no member on that day; the answer never tells which. */
    public Optional<Line> find(String issuer, String subject, String alias, LocalDate day) {
        try (var connection = dataSource().getConnection();
                var query = connection.prepareStatement("select * from tenancy.member(?, ?, ?, ?)")) {
            query.setString(1, issuer);
            query.setString(2, subject);
            query.setString(3, alias);
            query.setObject(4, day);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(line(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("membership could not be looked up", e);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
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
