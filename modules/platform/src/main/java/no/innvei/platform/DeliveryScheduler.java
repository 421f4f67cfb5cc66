package no.innvei.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import no.innvei.platform.Drain.Result;

/**
 * db-scheduler as it drives the outbox: one task per stream, so that nobody else drains that stream, and a sweeper that makes the task when a wake-up
 * was lost. Delivery depends on the row, never on the wake-up.
 */
final class DeliveryScheduler {

    private static final Logger LOG = System.getLogger(DeliveryScheduler.class.getName());

    static final String DELIVER = "deliver";
    static final String HOUSEKEEPING = "housekeeping";
    private static final LocalTime NIGHT = LocalTime.of(3, 30);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);
    private static final int SWEEP_MOST = 500;
    private static final int THREADS = 8;

    private final Scheduler scheduler;
    private final Drain drain;
    private final Backlog backlog;
    private final Duration patience;
    private final String node;
    private final Sql table;
    private final ScheduledExecutorService timer;
    private Future<?> sweeper;
    private volatile Thread looking;
    private volatile long lastLook = System.nanoTime();

    /**
     * @param threads run the deliveries; shut down with the scheduler
     * @param timer runs the sweeper; not shut down
     * @param node name of this node, another than every other node has at the same time
     * @param daily further tasks that come again by themselves
     * @param patience so long after its last look for work the scheduler counts as dead
     * @param upkeep runs beside the deliveries, each with a task of its own
     */
    DeliveryScheduler(
            DataSource jobs,
            ExecutorService threads,
            ScheduledExecutorService timer,
            Drain drain,
            Backlog backlog,
            String node,
            Duration patience,
            List<Upkeep> upkeep,
            RecurringTask<?>... daily) {
        this.timer = timer;
        this.patience = patience;
        this.node = node;
        this.table = new Sql(jobs);
        this.drain = drain;
        this.backlog = backlog;
        Task<Void> delivery = Tasks.custom(DELIVER, Void.class)
                .onFailureReschedule(FixedDelay.of(SWEEP_EVERY))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        deliver(instance, () -> context.getSchedulerState().isShuttingDown()));
        scheduler = Scheduler.create(noticing(jobs), delivery)
                .dueExecutor(Executors.newSingleThreadExecutor(this::lookingThread))
                .schedulerName(new SchedulerName.Fixed(node))
                .tableName("jobs.scheduled_tasks")
                .startTasks(upkeep.stream().map(DeliveryScheduler::recurring).toList())
                .startTasks(daily)
                .executorService(threads)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 2.0)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .commitWhenAutocommitDisabled(true)
                .failureLogging(LogLevel.WARN, false)
                .enableImmediateExecution()
                .build();
    }

    private static RecurringTask<Void> recurring(Upkeep work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every())).execute((instance, context) -> work.run());
    }

    /** The daily round of the household, by night in Norway; the table of tasks lets one node do it. */
    static RecurringTask<Void> daily(Housekeeping housekeeping) {
        return Tasks.recurring(HOUSEKEEPING, new Daily(Settings.NORWAY, NIGHT)).execute((instance, context) -> {
            try {
                RequestContext.call(null, () -> {
                    housekeeping.round(() -> context.getSchedulerState().isShuttingDown());
                    return null;
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(
                        "housekeeping failed: " + e.getClass().getName());
            }
        });
    }

    private Thread lookingThread(Runnable work) {
        looking = new Thread(work, "innvei-looks-for-work");
        looking.setDaemon(true);
        return looking;
    }

    /** Every look for work takes a connection, also when there is none; the scheduler's own events tell only of looks that found something. */
    private DataSource noticing(DataSource jobs) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        var answer = method.invoke(jobs, arguments);
                        if (answer instanceof Connection && Thread.currentThread() == looking) {
                            lastLook = System.nanoTime();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    void start() {
        releaseOwn();
        scheduler.start();
        sweeper = timer.scheduleWithFixedDelay(this::sweep, 0, SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * What this node held when it was killed, taken up at once instead of after four missed heartbeats. A pick whose heartbeat is fresh is left alone: then
     * another node wrongly has the same name.
     */
    private void releaseOwn() {
        table.update("""
                update jobs.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                where picked and picked_by = ? and last_heartbeat < now() - interval '12 seconds'
                """, node);
    }

    void stop() {
        sweeper.cancel(false);
        scheduler.stop();
    }

    /** Started, and still looking for work: threads may die without anybody saying so. */
    boolean running() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown() && System.nanoTime() - lastLook < patience.toNanos();
    }

    /** Does nothing when the stream has a task already. */
    void wake(StreamKey key) {
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(DELIVER, key.instance()), Instant.now());
    }

    /** On every node and outside the table of tasks: what an outage leaves half done there must not keep anything from being found. */
    private void sweep() {
        try {
            for (var key : backlog.dueWithoutTask(DELIVER, SWEEP_MOST)) {
                wake(key);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The outbox was not swept ({0}); trying again",
                    e.getClass().getName());
        }
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
