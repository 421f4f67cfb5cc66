package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The server's data sources by their global names, which also job threads can look up. Never two of them in one transaction. */
@ApplicationScoped
public class DataSources {

    /** Tenant data: needs a scope and a transaction. */
    DataSource app() {
        return lookup("jdbc/app");
    }

    /** Reads outside a tenant; the health check's probe. */
    DataSource login() {
        return lookup("jdbc/login");
    }

    /** The job scheduler's table and the list of streams that are due. */
    DataSource jobs() {
        return lookup("jdbc/jobs");
    }

    /** The server's own table of HTTP sessions. Not part of any transaction. */
    DataSource sessions() {
        return lookup("jdbc/sessions");
    }

    private static DataSource lookup(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("no data source " + name, e);
        }
    }
}
