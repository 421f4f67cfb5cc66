package no.innvei.binding;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source of tenant data, below the server's connection pool. Before the first statement of each transaction it tells PostgreSQL the tenant
 * and the clearance of the thread's {@link TenantContext}, for that transaction only; row-level security does the rest. One hook covers JPA, native
 * SQL, plain JDBC, batches and jobs alike.
 *
 * <p>No transaction is SQLState 25000, no scope is 42501, another tenant or clearance inside one transaction is 25001; never "all rows". Because a
 * statement outside a transaction is an error, connection settings belong to the database role and not to the pool's {@code onConnect}.
 */
public class TenantDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    /**
     * With what every use needs, so that a configuration cannot forget it: an error of the database does not repeat the values of the row, text may stand
     * for a uuid, statements are prepared at once, and batches are sent as one.
     */
    public TenantDataSource() {
        setLogServerErrorDetail(false);
        setStringType("unspecified");
        setPrepareThreshold(1);
        setReWriteBatchedInserts(true);
    }

    /** The form without arguments of the parent ends here too: overriding both would wrap every connection twice. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return BoundConnection.around(super.getConnection(user, password));
    }
}
