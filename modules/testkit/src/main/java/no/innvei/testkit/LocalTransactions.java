package no.innvei.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * Transactions as the server gives them, for tests without one: inside {@link #call}, every connection of {@link #source()} on this thread is the same,
 * and closing it does nothing until the work is over.
 */
public final class LocalTransactions {

    private final DataSource source;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    public LocalTransactions(DataSource source) {
        this.source = source;
    }

    /** What the code under test takes for {@code jdbc/app}. */
    public DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                LocalTransactions.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    var connection = current.get();
                    return connection == null ? source.getConnection() : unclosed(connection);
                });
    }

    /** A new transaction; commits, or rolls back when {@code work} throws. */
    public <T> T call(Callable<T> work) throws Exception {
        var outer = current.get();
        try {
            return EmbeddedDatabase.inTransaction(source, connection -> {
                current.set(connection);
                return work.call();
            });
        } finally {
            current.set(outer);
        }
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LocalTransactions.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
