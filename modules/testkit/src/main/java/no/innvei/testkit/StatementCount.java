package no.innvei.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts what goes to a database: every execution of a statement, a batch of it as one. */
public final class StatementCount {

    private static final Set<String> EXECUTIONS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "executeLargeBatch");

    private final DataSource source;
    private final AtomicInteger executed = new AtomicInteger();

    public StatementCount(DataSource source) {
        this.source = source;
    }

    /** What the code under test takes for the data source. */
    public DataSource source() {
        return counting(DataSource.class, source);
    }

    /** How many since the last time this was asked. */
    public int taken() {
        return executed.getAndSet(0);
    }

    private <T> T counting(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (target instanceof PreparedStatement && EXECUTIONS.contains(method.getName())) {
                        executed.incrementAndGet();
                    }
                    return switch (invoke(target, method, arguments)) {
                        case PreparedStatement statement -> counting(PreparedStatement.class, statement);
                        case Connection connection -> counting(Connection.class, connection);
                        case null -> null;
                        case Object answer -> answer;
                    };
                }));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
