package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.innvei.platform.EveryTenant;

/** The list of tenants as the login role may read it: it holds no person. */
@ApplicationScoped
public class TenantIds implements EveryTenant {

    @Override
    public List<Integer> ids() {
        try (var connection = InitialContext.<DataSource>doLookup("jdbc/login").getConnection();
                var query = connection.prepareStatement("select id from tenancy.tenant order by id");
                var rows = query.executeQuery()) {
            var ids = new ArrayList<Integer>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        } catch (SQLException | NamingException e) {
            throw new IllegalStateException("the tenants could not be listed", e);
        }
    }
}
