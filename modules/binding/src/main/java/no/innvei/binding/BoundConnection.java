package no.innvei.binding;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import no.innvei.binding.TenantContext.Scope;

/**
 * One connection whose statements bind the scope before they execute. The binding is lazy because the pool neither calls {@code setAutoCommit} at the
 * start of every transaction nor {@code prepareStatement} for every use of a cached statement.
 */
final class BoundConnection implements InvocationHandler {

    private final Connection connection;
    private Connection proxy;
    private boolean autoCommit = true;
    private Scope bound;
    private PreparedStatement bind;

    private BoundConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) {
        var handler = new BoundConnection(connection);
        handler.proxy = proxy(Connection.class, handler);
        return handler.proxy;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("equals")) {
            return self == arguments[0];
        }
        var result = call(connection, method, arguments);
        return switch (method.getName()) {
            case "createStatement", "prepareStatement", "prepareCall" -> statement(result, method.getReturnType());
            case "commit", "rollback" -> {
                bound = null; // also after a rollback to a savepoint, which may have undone the setting
                yield result;
            }
            case "setAutoCommit" -> {
                autoCommit = (Boolean) arguments[0];
                bound = null;
                yield result;
            }
            default -> result;
        };
    }

    private Object statement(Object statement, Class<?> type) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                beforeExecute();
            }
            return switch (method.getName()) {
                case "equals" -> self == arguments[0];
                case "getConnection" -> proxy;
                default -> call(statement, method, arguments);
            };
        });
    }

    private void beforeExecute() throws SQLException {
        var scope = TenantContext.current();
        if (autoCommit) {
            throw new SQLException("tenant data outside a transaction", "25000");
        }
        if (scope == null) {
            throw new SQLException("no tenant in context", "42501");
        }
        if (bound == null) {
            bind(scope);
        } else if (bound.tenant() != scope.tenant() || bound.clearance() != scope.clearance()) {
            throw new SQLException("tenant changed inside a transaction", "25001");
        }
        StatementCount.increment();
    }

    /** A bind parameter instead of {@code set local}: the value does not show in {@code pg_stat_activity}. */
    private void bind(Scope scope) throws SQLException {
        if (bind == null) {
            bind = connection.prepareStatement(
                    "select set_config('app.tenant', ?, true), set_config('app.clearance', ?, true)");
        }
        bind.setString(1, Integer.toString(scope.tenant()));
        bind.setString(2, Integer.toString(scope.clearance()));
        bind.execute();
        bound = scope;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(BoundConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
