package no.innvei.binding;

import java.util.concurrent.Callable;

/**
 * How many statements the current thread sent through a {@link TenantDataSource}; a batch counts as one, the binding of the tenant does not count.
 * Tests use it to assert that a use case needs a constant number of statements.
 */
public final class StatementCount {

    /** @param statements executed while the value was computed */
    public record Counted<T>(T value, int statements) {}

    private static final ThreadLocal<int[]> COUNTER = new ThreadLocal<>();

    /** Counts the statements of {@code work} on this thread; an outer count goes on counting them too. */
    public static <T> Counted<T> during(Callable<T> work) throws Exception {
        var outer = COUNTER.get();
        var mine = new int[1];
        COUNTER.set(mine);
        try {
            return new Counted<>(work.call(), mine[0]);
        } finally {
            if (outer == null) {
                COUNTER.remove();
            } else {
                outer[0] += mine[0];
                COUNTER.set(outer);
            }
        }
    }

    static void increment() {
        var counter = COUNTER.get();
        if (counter != null) {
            counter[0]++;
        }
    }

    private StatementCount() {}
}
