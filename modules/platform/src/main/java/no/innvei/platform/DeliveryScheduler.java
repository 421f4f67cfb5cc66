package no.innvei.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import no.innvei.platform.Drain.Result;

/**
 * db-scheduler as it drives the outbox: one task per stream, so that nobody else drains that stream, and a sweeper that makes the task when a wake-up
 * was lost. Delivery depends on the row, never on the wake-up.
 */
final class DeliveryScheduler {

    static final String DELIVER = "deliver";
    private static final String SWEEP = "sweep-outbox";
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);
    private static final int SWEEP_MOST = 500;
    private static final int THREADS = 8;

    private final Scheduler scheduler;
    private final Drain drain;
    private final Backlog backlog;
    private final Duration patience;
    private volatile long lastLook = System.nanoTime();

    /** @param patience so long after its last look for work the scheduler counts as dead */
    DeliveryScheduler(DataSource jobs, ExecutorService threads, Drain drain, Backlog backlog, Duration patience) {
        this.patience = patience;
        this.drain = drain;
        this.backlog = backlog;
        RecurringTask<Void> sweeper = Tasks.recurring(SWEEP, FixedDelay.of(SWEEP_EVERY))
                .execute((instance, context) -> sweep(context.getSchedulerClient()));
        Task<Void> delivery = Tasks.custom(DELIVER, Void.class)
                .onFailureReschedule(FixedDelay.of(SWEEP_EVERY))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        deliver(instance, () -> context.getSchedulerState().isShuttingDown()));
        scheduler = Scheduler.create(jobs, delivery)
                .startTasks(sweeper)
                .tableName("jobs.scheduled_tasks")
                .executorService(threads)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 2.0)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .commitWhenAutocommitDisabled(true)
                .failureLogging(LogLevel.WARN, false)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType event) {
                        if (event == SchedulerEventType.RAN_EXECUTE_DUE) {
                            lastLook = System.nanoTime();
                        }
                    }
                })
                .enableImmediateExecution()
                .build();
    }

    void start() {
        scheduler.start();
    }

    void stop() {
        scheduler.stop();
    }

    /** Started, and still looking for work: threads may die without anybody saying so. */
    boolean running() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown() && System.nanoTime() - lastLook < patience.toNanos();
    }

    /** Does nothing when the stream has a task already. */
    void wake(StreamKey key) {
        schedule(scheduler, key);
    }

    private void sweep(SchedulerClient client) {
        for (var key : backlog.dueWithoutTask(DELIVER, SWEEP_MOST)) {
            schedule(client, key);
        }
    }

    private static void schedule(SchedulerClient client, StreamKey key) {
        client.scheduleIfNotExists(new TaskInstance<Void>(DELIVER, key.instance()), Instant.now());
    }

    private CompletionHandler<Void> deliver(TaskInstance<Void> instance, BooleanSupplier stopping) {
        var result = outcome(instance, stopping);
        return switch (result) {
            case Result.Finished finished -> new CompletionHandler.OnCompleteRemove<>();
            case Result.Again again ->
                (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(again.delay()));
        };
    }

    private Result outcome(TaskInstance<Void> instance, BooleanSupplier stopping) {
        try {
            return RequestContext.call(null, () -> drain.drain(StreamKey.of(instance.getId()), stopping));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("drain failed: " + e.getClass().getName());
        }
    }
}
