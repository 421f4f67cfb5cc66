package no.innvei.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.platform.OutboxHandler.Delivery;
import no.innvei.platform.OutboxRows.Pending;

/** Delivers the pending rows of one stream in order. Runs outside any transaction; each result is recorded in one of its own. */
final class Drain {

    /** What becomes of the stream's task. */
    sealed interface Result {

        /** Nothing is pending, or the stream is parked. */
        record Finished() implements Result {}

        /** Come again, not before {@code delay} is over. */
        record Again(Duration delay) implements Result {}
    }

    /** Runs a piece of work in a transaction of its own. */
    @FunctionalInterface
    interface InTransaction {
        <T> T call(Callable<T> work) throws Exception;
    }

    private static final Logger LOG = System.getLogger(Drain.class.getName());

    /** After so many rows the other streams get their turn. */
    private static final int ROWS_PER_TURN = 100;

    private final InTransaction transaction;
    private final OutboxRows rows;
    private final Map<String, OutboxHandler> handlers;
    private final Backoff backoff;
    private final RandomGenerator random;

    /** @param handlers by kind */
    Drain(
            InTransaction transaction,
            OutboxRows rows,
            Map<String, OutboxHandler> handlers,
            Backoff backoff,
            RandomGenerator random) {
        this.transaction = transaction;
        this.rows = rows;
        this.handlers = handlers;
        this.backoff = backoff;
        this.random = random;
    }

    Result drain(StreamKey key, BooleanSupplier stopping) throws Exception {
        for (int turn = 0; turn < ROWS_PER_TURN; turn++) {
            if (stopping.getAsBoolean()) {
                return new Result.Again(Duration.ZERO);
            }
            var next = recorded(key, () -> rows.next(key.stream()));
            if (next.isEmpty()) {
                return new Result.Finished();
            }
            var pending = next.get();
            switch (deliver(key, pending)) {
                case Delivery.Done done ->
                    recorded(key, () -> {
                        rows.delivered(pending.row());
                        return done;
                    });
                case Delivery.Retry retry -> {
                    var jitter = backoff.after(pending.failures(), random);
                    var wait = retry.after().compareTo(jitter) > 0 ? retry.after() : jitter;
                    recorded(key, () -> {
                        rows.failed(pending.row(), wait);
                        return wait;
                    });
                    return new Result.Again(wait);
                }
                case Delivery.Parked parked -> {
                    boolean waits = recorded(key, () -> rows.parked(pending, parked.code()));
                    if (waits) {
                        LOG.log(
                                Level.INFO,
                                "Stream {0} is parked at {1}: {2}",
                                key.instance(),
                                pending.row().kind(),
                                parked.code());
                        return new Result.Finished();
                    }
                }
            }
        }
        return new Result.Again(Duration.ZERO);
    }

    /** A handler that throws is a fault of ours or of the wire: the row comes again, and only its kind and the exception's type are logged. */
    private Delivery deliver(StreamKey key, Pending pending) {
        var row = pending.row();
        var handler = handlers.get(row.kind());
        if (handler == null) {
            LOG.log(Level.ERROR, "Nobody delivers {0}; row {1} waits", row.kind(), row.id());
            return new Delivery.Retry(Duration.ZERO);
        }
        var module = row.kind().substring(0, row.kind().indexOf('.'));
        try {
            return TenantContext.call(scope(key, module, handler, row), () -> handler.deliver(row));
        } catch (Exception e) {
            var where = e.getStackTrace().length == 0 ? "unknown place" : e.getStackTrace()[0].toString();
            LOG.log(
                    Level.WARNING,
                    "Delivery of {0}, row {1} failed: {2} at {3}",
                    row.kind(),
                    row.id(),
                    e.getClass().getName(),
                    where);
            return new Delivery.Retry(Duration.ZERO);
        }
    }

    private static Scope scope(StreamKey key, String module, OutboxHandler handler, OutboxHandler.Row row) {
        var actor = handler.actor(row);
        return actor == null
                ? new SystemUser(module, handler.permissions()).in(key.tenant())
                : new Scope(key.tenant(), actor.user(), actor.clearance(), handler.permissions(), actor.role());
    }

    private <T> T recorded(StreamKey key, Callable<T> work) throws Exception {
        return TenantContext.call(SystemUser.OUTBOX.in(key.tenant()), () -> transaction.call(work));
    }
}
