package no.innvei.platform;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The job scheduler's life in the server: starts with the application, on the server's own threads, and stops with it. */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = System.getLogger(Deliveries.class.getName());
    private static final long RETRY_START_SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSources sources;
    private final Transactions transactions;
    private final Instance<OutboxHandler> handlers;
    private final Instance<Upkeep> upkeep;
    private final Settings settings;
    private final EveryTenant tenants;
    private final Instance<Chore> chores;
    private final Clock clock;

    private ScheduledExecutorService threads;

    /** Runs work as part of this application: the scheduler's own threads, which hand the work over, are not. */
    private Executor inApplication;

    private volatile DeliveryScheduler scheduler;
    private volatile boolean stopped;
    private Future<?> watch;

    protected Deliveries() {
        this(null, null, null, null, null, null, null, null); // for the CDI proxy
    }

    @Inject
    public Deliveries(
            DataSources sources,
            Transactions transactions,
            @Any Instance<OutboxHandler> handlers,
            @Any Instance<Upkeep> upkeep,
            Settings settings,
            EveryTenant tenants,
            @Any Instance<Chore> chores,
            Clock clock) {
        this.sources = sources;
        this.transactions = transactions;
        this.handlers = handlers;
        this.upkeep = upkeep;
        this.settings = settings;
        this.tenants = tenants;
        this.chores = chores;
        this.clock = clock;
    }

    synchronized void start(@Observes @Initialized(ApplicationScoped.class) Object start) throws NamingException {
        if (threads != null || !settings.jobsEnabled()) {
            return;
        }
        threads = InitialContext.doLookup("java:comp/DefaultManagedScheduledExecutorService");
        ContextService context = InitialContext.doLookup("java:comp/DefaultContextService");
        Executor here = Runnable::run;
        inApplication = context.createContextualProxy(here, Executor.class);
        threads.execute(this::tryToStart);
        long every = PATIENCE.toSeconds();
        watch = threads.scheduleWithFixedDelay(this::startAgainWhenDead, every, every, TimeUnit.SECONDS);
    }

    /** The database may be away when a node starts; readiness stays down until it is back. */
    private void tryToStart() {
        if (stopped) {
            return;
        }
        try {
            var attempt = scheduler(new JobThreads(work -> threads.execute(() -> inApplication.execute(work))));
            attempt.start();
            scheduler = attempt;
            LOG.log(Level.INFO, "The job scheduler runs");
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The job scheduler could not start ({0}); trying again",
                    e.getClass().getName());
            threads.schedule(this::tryToStart, RETRY_START_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A scheduler whose threads died, in a restart of the database for example, is replaced. */
    private void startAgainWhenDead() {
        var current = scheduler;
        if (current == null || stopped || current.running()) {
            return;
        }
        LOG.log(Level.WARNING, "The job scheduler no longer looks for work; starting it again");
        scheduler = null;
        try {
            current.stop();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The dead job scheduler did not stop properly: {0}",
                    e.getClass().getName());
        }
        tryToStart();
    }

    private DeliveryScheduler scheduler(ExecutorService executor) {
        var drain = new Drain(
                transactions::call,
                new OutboxRows(new Sql(sources.app())),
                byKind(handlers),
                new Backoff(Duration.ofSeconds(1), settings.longestWait()),
                random());
        return new DeliveryScheduler(
                sources.jobs(),
                executor,
                threads,
                drain,
                new Backlog(sources),
                settings.node(),
                PATIENCE,
                upkeep.stream().toList(),
                DeliveryScheduler.daily(new Housekeeping(
                        tenants,
                        chores.stream().toList(),
                        new ServerSessions(sources.sessions()),
                        transactions::call,
                        clock)));
    }

    /** A lost wake-up costs two seconds at most: the sweeper finds the row. So a failure here must not reach the user whose work is saved. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) StreamKey key) {
        var running = scheduler;
        if (running == null) {
            return;
        }
        try {
            running.wake(key);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "A delivery was not woken ({0}); the sweeper will find it",
                    e.getClass().getName());
        }
    }

    /** True also where jobs are switched off: then nothing is missing. */
    boolean running() {
        var current = scheduler;
        return !settings.jobsEnabled() || current != null && current.running();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        if (watch != null) {
            watch.cancel(false);
        }
        var current = scheduler;
        if (current != null) {
            current.stop();
        }
    }

    static Map<String, OutboxHandler> byKind(Iterable<OutboxHandler> handlers) {
        var byKind = new HashMap<String, OutboxHandler>();
        for (var handler : handlers) {
            for (var kind : handler.kinds()) {
                if (byKind.put(kind, handler) != null) {
                    throw new IllegalStateException("two handlers deliver " + kind);
                }
            }
        }
        return Map.copyOf(byKind);
    }

    private static RandomGenerator random() {
        return () -> ThreadLocalRandom.current().nextLong();
    }
}
