package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.innvei.tenancy.api.Colleagues.Colleague;

/** Reads names and offices of the tenant's users. */
@ApplicationScoped
public class ColleagueQuery {

    private static final String ADVISERS = """
            select distinct m.display_name, m.user_id, m.clearance, g.office_id, o.name as office_name
            from tenancy.role_grant g
            join tenancy.membership m on m.tenant_id = g.tenant_id and m.user_id = g.user_id
            join tenancy.office o on o.tenant_id = g.tenant_id and o.id = g.office_id
            where g.role in ('PROGRAMME_ADVISER', 'LEADER')
              and g.valid_from <= ? and (g.valid_to is null or g.valid_to >= ?)
              and m.valid_from <= ? and (m.valid_to is null or m.valid_to >= ?)
            order by m.display_name, m.user_id, office_name""";

    private static final String NAMES =
            "select m.user_id, m.display_name from tenancy.membership m where m.user_id = any (?)";

    private static final String OFFICES = "select o.id, o.name from tenancy.office o order by o.name, o.id";

    private final DataSource app;

    /** By name, not injected: a job's thread has no component of its own to look in. */
    public ColleagueQuery() throws NamingException {
        this(InitialContext.doLookup("jdbc/app"));
    }

    public ColleagueQuery(DataSource app) {
        this.app = app;
    }

    public List<Colleague> advisers(LocalDate day) {
        var advisers = new ArrayList<Colleague>();
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(ADVISERS)) {
            for (int i = 1; i <= 4; i++) {
                statement.setObject(i, day);
            }
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    advisers.add(new Colleague(
                            found.getObject("user_id", UUID.class),
                            found.getString("display_name"),
                            found.getInt("clearance"),
                            found.getObject("office_id", UUID.class),
                            found.getString("office_name")));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the advisers could not be read: " + e.getSQLState(), e);
        }
        return List.copyOf(advisers);
    }

    public Map<UUID, String> names(Set<UUID> users) {
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(NAMES)) {
            statement.setArray(1, connection.createArrayOf("uuid", users.toArray()));
            var names = new LinkedHashMap<UUID, String>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    names.put(found.getObject(1, UUID.class), found.getString(2));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("the names could not be read: " + e.getSQLState(), e);
        }
    }

    public Map<UUID, String> offices() {
        try (var connection = app.getConnection();
                var statement = connection.prepareStatement(OFFICES);
                var found = statement.executeQuery()) {
            var names = new LinkedHashMap<UUID, String>();
            while (found.next()) {
                names.put(found.getObject(1, UUID.class), found.getString(2));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("the offices could not be read: " + e.getSQLState(), e);
        }
    }
}
