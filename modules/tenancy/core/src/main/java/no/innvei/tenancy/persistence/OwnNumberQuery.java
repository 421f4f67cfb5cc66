package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Reads the dated number of a tenant's municipality or county. */
@ApplicationScoped
public class OwnNumberQuery {

    private static final String NUMBER = """
            select coalesce(m.number, c.number) as number
            from tenancy.tenant t
            left join tenancy.municipality_version m on m.municipality_id = t.municipality_id and m.during @> cast(? as date)
            left join tenancy.county_version c on c.county_id = t.county_id and c.during @> cast(? as date)
            where t.id = ?""";

    private final DataSource app;

    /** By name, not injected: a job's thread has no component of its own to look in. */
    public OwnNumberQuery() throws NamingException {
        this(InitialContext.doLookup("jdbc/app"));
    }

    OwnNumberQuery(DataSource app) {
        this.app = app;
    }

    public Optional<String> number(int tenant, LocalDate day) {
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(NUMBER)) {
            statement.setObject(1, day);
            statement.setObject(2, day);
            statement.setInt(3, tenant);
            try (var found = statement.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString("number")) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant's number could not be read: " + e.getSQLState(), e);
        }
    }
}
