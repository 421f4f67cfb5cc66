package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.platform.Drain.Result;
import no.innvei.platform.OutboxHandler.Delivery;
import no.innvei.testkit.DatabaseRoles;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.LocalTransactions;
import no.innvei.testkit.StatementCount;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final String KIND = "trial.something-changed.v1";
    private static final Scope ADVISER = new Scope(1, new UUID(0, 1), 0, Set.of(), "PROGRAMME_ADVISER");

    private static EmbeddedDatabase database;

    private final LocalTransactions transactions = new LocalTransactions(database.app());
    private final List<StreamKey> woken = new ArrayList<>();
    private final DurableOutbox outbox = new DurableOutbox(
            transactions.source(),
            new BoundScope(),
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
            woken::add);
    private final UUID stream = UUID.randomUUID();
    private final Register register = new Register();
    private final Drain drain = drainTo(register);

    @BeforeAll
    static void database() throws Exception {
        database = EmbeddedDatabase.migrated();
    }

    @BeforeEach
    void nothing_pending_from_other_tests() throws Exception {
        EmbeddedDatabase.inTransaction(database.superuser(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("truncate platform.outbox, platform.stream, jobs.scheduled_tasks");
            }
        });
    }

    @Test
    void rows_are_delivered_in_order_with_their_ids_and_nothing_is_left() throws Exception {
        append("1", "2", "3");

        assertEquals(new Result.Finished(), drainAll());

        assertEquals(List.of("1", "2", "3"), register.versions());
        assertEquals(List.of(), backlog().sizes());
        assertEquals(List.of(new StreamKey(1, stream), new StreamKey(1, stream), new StreamKey(1, stream)), woken);
    }

    @Test
    void the_backlog_is_counted_by_the_module_that_delivers_and_health_names_them_all() throws Exception {
        append("1", "2");
        TenantContext.call(
                ADVISER,
                () -> transactions.call(() -> {
                    outbox.append(UUID.randomUUID(), "other.account.v1", Map.of());
                    return null;
                }));

        assertEquals(
                List.of("idle 0", "other 1", "trial 2"),
                new BacklogHealth(backlog(), Set.of("trial", "idle"))
                        .sizes().stream()
                                .map(size -> size.module() + " " + size.rows())
                                .toList());
    }

    @Test
    void rows_of_many_streams_are_one_statement_and_each_is_delivered_in_its_stream() throws Exception {
        append("1");
        var count = new StatementCount(transactions.source());
        var counted = new DurableOutbox(count.source(), new BoundScope(), Clock.systemUTC(), woken::add);
        var rows = new HashMap<UUID, Map<String, String>>();
        rows.put(stream, Map.of("version", "2"));
        for (int i = 0; i < 249; i++) {
            rows.put(UUID.randomUUID(), i == 0 ? Map.of() : Map.of("version", "1", "other", "x"));
        }
        TenantContext.call(
                ADVISER,
                () -> transactions.call(() -> {
                    counted.append(KIND, rows);
                    return null;
                }));

        assertEquals(1, count.taken());
        assertEquals(251, backlog().sizes().getFirst().rows());
        assertEquals(new Result.Finished(), drainAll());
        assertEquals(List.of("1", "2"), register.versions());
        assertEquals(1, woken.size(), "the sweeper finds so many by itself, a little later");
    }

    @Test
    void a_rolled_back_use_case_leaves_no_row() {
        assertThrows(
                IllegalStateException.class,
                () -> TenantContext.call(
                        ADVISER,
                        () -> transactions.call(() -> {
                            outbox.append(stream, KIND, Map.of("version", "1"));
                            throw new IllegalStateException("the use case failed");
                        })));

        assertEquals(List.of(), backlog().sizes());
    }

    @Test
    void the_handler_works_for_the_tenant_with_its_own_permissions_and_the_highest_clearance() throws Exception {
        append("1");

        drainAll();

        var scope = register.scope.get();
        assertEquals(1, scope.tenant());
        assertEquals(2, scope.clearance());
        assertEquals(Set.of("trial.facts.read"), scope.permissions());
        assertEquals("JOB:trial", scope.role());
    }

    @Test
    void a_fault_keeps_the_row_and_its_id_and_progress_resets_the_waiting() throws Exception {
        append("1", "2");
        register.answer = row -> new Delivery.Retry(Duration.ofMinutes(1));

        var again = assertInstanceOf(Result.Again.class, drainAll());
        assertEquals(Duration.ofMinutes(1), again.delay());
        assertEquals(1, failures());
        assertEquals(List.of(), backlog().dueWithoutTask(DeliveryScheduler.DELIVER, 10));

        var firstId = register.rows.peek().id();
        register.rows.clear();
        register.answer = row ->
                row.ids().get("version").equals("1") ? new Delivery.Done() : new Delivery.Retry(Duration.ofSeconds(5));
        drainAll();
        assertEquals(firstId, register.rows.peek().id());
        assertEquals(1, register.rows.peek().attempts());
        assertEquals(1, failures(), "one failure after progress, not two");
        assertEquals(1, backlog().sizes().getFirst().rows());
    }

    @Test
    void a_handler_that_throws_is_tried_again() throws Exception {
        append("1");
        register.answer = row -> {
            throw new IllegalStateException("the wire broke");
        };
        assertInstanceOf(Result.Again.class, drainAll());

        register.answer = row -> new Delivery.Done();
        assertEquals(new Result.Finished(), drainAll());
        assertEquals(List.of("1", "1"), register.versions());
    }

    @Test
    void a_refusal_parks_the_stream_until_its_next_row_is_written() throws Exception {
        append("1", "2");
        register.answer = row -> new Delivery.Parked("UNKNOWN_MUNICIPALITY");
        assertEquals(new Result.Finished(), drainAll());
        assertEquals(List.of("1"), register.versions());
        assertEquals(1, backlog().sizes().getFirst().parkedStreams());
        assertEquals(new Result.Finished(), drainAll(), "a parked stream is left alone");
        assertEquals(List.of("1"), register.versions());

        append("3");
        register.answer = row -> new Delivery.Done();
        drainAll();
        assertEquals(List.of("1", "1", "2", "3"), register.versions());
        assertTrue(backlog().sizes().stream().allMatch(size -> size.parkedStreams() == 0));
    }

    @Test
    void a_refusal_does_not_park_when_the_data_was_mended_meanwhile() throws Exception {
        append("1");
        register.answer = row -> {
            register.answer = later -> new Delivery.Done();
            append("2");
            return new Delivery.Parked("MENDED_WHILE_ASKING");
        };

        assertEquals(new Result.Finished(), drainAll());
        assertEquals(List.of("1", "1", "2"), register.versions());
    }

    @Test
    void two_users_who_write_at_once_get_numbers_in_the_order_they_commit() throws Exception {
        try (var users = Executors.newFixedThreadPool(4)) {
            var saves = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < 40; i++) {
                var version = Integer.toString(i);
                saves.add(users.submit(() -> TenantContext.call(
                        ADVISER,
                        () -> transactions.call(() -> {
                            new DurableOutbox(transactions.source(), new BoundScope(), Clock.systemUTC(), key -> {})
                                    .append(stream, KIND, Map.of("version", version));
                            return null;
                        }))));
            }
            for (var save : saves) {
                save.get();
            }
        }
        drainAll();
        assertEquals(40, Set.copyOf(register.versions()).size());
        assertEquals(
                java.util.stream.LongStream.rangeClosed(1, 40).boxed().toList(),
                register.rows.stream().map(OutboxHandler.Row::seq).toList());
    }

    @Test
    void the_row_of_another_tenant_stays_where_it_is() throws Exception {
        append("1");
        assertEquals(new Result.Finished(), drain.drain(new StreamKey(2, stream), () -> false));
        assertEquals(List.of(), register.versions());
    }

    @Test
    void only_ids_versions_and_codes_may_stand_in_a_row() {
        for (var value : List.of("Ola Nordmann", "01810012345", "en lang tekst")) {
            assertThrows(IllegalArgumentException.class, () -> outbox.append(stream, KIND, Map.of("x", value)));
        }
        assertThrows(IllegalArgumentException.class, () -> outbox.append(stream, "not a kind", Map.of()));
    }

    @Test
    void the_scheduler_delivers_what_is_woken_and_the_sweeper_what_is_not() throws Exception {
        try (var threads = Executors.newScheduledThreadPool(4)) {
            var scheduler = new DeliveryScheduler(
                    database.as(DatabaseRoles.JOBS),
                    new JobThreads(threads),
                    threads,
                    drain,
                    backlog(),
                    "n1",
                    Duration.ofSeconds(30),
                    List.of());
            scheduler.start();
            try {
                assertTrue(scheduler.running());
                append("1");
                woken.forEach(scheduler::wake);
                until(() -> register.versions().equals(List.of("1")), Duration.ofSeconds(2));
                append("2");
                until(() -> register.versions().equals(List.of("1", "2")), Duration.ofSeconds(6));
                for (int i = 0; i < 4; i++) {
                    assertNull(threads.submit(TenantContext::current).get(), "a job leaves no scope on its thread");
                }
            } finally {
                scheduler.stop();
            }
            assertTrue(!scheduler.running());
            assertTrue(!threads.isShutdown(), "the server's executor is not ours to shut down");
        }
    }

    @Test
    void a_scheduler_that_cannot_reach_the_database_is_not_ready_and_comes_back_with_it() throws Exception {
        var away = new AtomicBoolean();
        var jobs = (DataSource) Proxy.newProxyInstance(
                OutboxTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("the database is away", "08001");
                    }
                    return method.invoke(database.as(DatabaseRoles.JOBS), arguments);
                });
        try (var threads = Executors.newScheduledThreadPool(4)) {
            var scheduler = new DeliveryScheduler(
                    jobs,
                    new JobThreads(threads),
                    threads,
                    drain,
                    new Backlog(jobs),
                    "n1",
                    Duration.ofMillis(2500),
                    List.of());
            scheduler.start();
            try {
                away.set(true);
                append("1");
                until(() -> !scheduler.running(), Duration.ofSeconds(10));
                away.set(false);
                until(scheduler::running, Duration.ofSeconds(10));
                until(() -> register.versions().equals(List.of("1")), Duration.ofSeconds(10));
            } finally {
                away.set(false);
                scheduler.stop();
            }
        }
    }

    @Test
    void a_scheduler_without_work_is_ready_all_the_same() throws Exception {
        var patience = Duration.ofMillis(2500);
        try (var threads = Executors.newScheduledThreadPool(4)) {
            var scheduler = new DeliveryScheduler(
                    database.as(DatabaseRoles.JOBS),
                    new JobThreads(threads),
                    threads,
                    drain,
                    backlog(),
                    "n1",
                    patience,
                    List.of());
            scheduler.start();
            try {
                var longPastPatience =
                        System.nanoTime() + patience.multipliedBy(3).toNanos();
                until(
                        () -> {
                            assertTrue(scheduler.running());
                            return System.nanoTime() > longPastPatience;
                        },
                        patience.multipliedBy(4));
            } finally {
                scheduler.stop();
            }
        }
    }

    @Test
    void a_node_that_was_killed_takes_its_work_up_again_when_it_is_back() throws Exception {
        append("1");
        var held = """
                insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('deliver', ?, now(), true, 'n1', now() - interval '13 seconds', 1)
                """;
        new Sql(database.superuser()).update(held, new StreamKey(1, stream).instance());
        try (var threads = Executors.newScheduledThreadPool(4)) {
            var scheduler = new DeliveryScheduler(
                    database.as(DatabaseRoles.JOBS),
                    new JobThreads(threads),
                    threads,
                    drain,
                    backlog(),
                    "n1",
                    Duration.ofSeconds(30),
                    List.of());
            scheduler.start();
            try {
                until(() -> register.versions().equals(List.of("1")), Duration.ofSeconds(10));
            } finally {
                scheduler.stop();
            }
        }
    }

    @Test
    void upkeep_runs_again_and_again_also_after_a_failure() throws Exception {
        var runs = new AtomicInteger();
        var upkeep = new Upkeep() {

            @Override
            public String name() {
                return "sweep-the-floor";
            }

            @Override
            public Duration every() {
                return Duration.ofMillis(100);
            }

            @Override
            public void run() {
                if (runs.incrementAndGet() == 1) {
                    throw new IllegalStateException("no broom");
                }
            }
        };
        try (var threads = Executors.newScheduledThreadPool(4)) {
            var scheduler = new DeliveryScheduler(
                    database.as(DatabaseRoles.JOBS),
                    new JobThreads(threads),
                    threads,
                    drain,
                    backlog(),
                    "n1",
                    Duration.ofSeconds(30),
                    List.of(upkeep));
            scheduler.start();
            try {
                until(() -> runs.get() >= 3, Duration.ofSeconds(10));
            } finally {
                scheduler.stop();
            }
        }
    }

    @Test
    void waits_grow_to_the_cap_and_never_beyond() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
        var random = new Random(7);
        for (int failures = 0; failures < 200; failures++) {
            var delay = backoff.after(failures, random);
            long most = failures >= 5 ? 30_000 : 1000L << failures;
            assertTrue(delay.toMillis() >= 1 && delay.toMillis() <= most, failures + ": " + delay);
        }
    }

    @Test
    void a_stream_key_survives_its_name() {
        var key = new StreamKey(7, stream);
        assertEquals(key, StreamKey.of(key.instance()));
    }

    @Test
    void two_handlers_for_one_kind_stop_the_start() {
        assertThrows(IllegalStateException.class, () -> Deliveries.byKind(List.of(new Register(), new Register())));
    }

    private Result drainAll() throws Exception {
        return drain.drain(new StreamKey(1, stream), () -> false);
    }

    private Drain drainTo(OutboxHandler handler) {
        return new Drain(
                transactions::call,
                new OutboxRows(new Sql(transactions.source())),
                Deliveries.byKind(List.of(handler)),
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(50)),
                new Random(1));
    }

    private void append(String... versions) {
        try {
            // in a thread of its own, as a user would: the caller may be a job with another scope
            var failure = new AtomicReference<Exception>();
            var user = Thread.ofPlatform().start(() -> {
                try {
                    TenantContext.call(
                            ADVISER,
                            () -> transactions.call(() -> {
                                for (var version : versions) {
                                    outbox.append(
                                            stream, KIND, Map.of("version", version, "participant", stream.toString()));
                                }
                                return null;
                            }));
                } catch (Exception e) {
                    failure.set(e);
                }
            });
            user.join();
            if (failure.get() != null) {
                throw new IllegalStateException(failure.get());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Backlog backlog() {
        return new Backlog(database.as(DatabaseRoles.JOBS));
    }

    private static int failures() {
        return new Sql(database.superuser())
                .first("select failures from platform.stream", row -> row.getInt(1))
                .orElseThrow();
    }

    private static void until(java.util.function.BooleanSupplier condition, Duration limit) throws Exception {
        var deadline = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "not within " + limit);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    /** Remembers what it was given, and under which scope. */
    private static final class Register implements OutboxHandler {

        private final ConcurrentLinkedQueue<Row> rows = new ConcurrentLinkedQueue<>();
        private final AtomicReference<Scope> scope = new AtomicReference<>();
        private volatile Function<Row, Delivery> answer = row -> new Delivery.Done();

        @Override
        public Set<String> kinds() {
            return Set.of(KIND);
        }

        @Override
        public Set<String> permissions() {
            return Set.of("trial.facts.read");
        }

        @Override
        public Delivery deliver(Row row) {
            rows.add(row);
            scope.set(TenantContext.current());
            return answer.apply(row);
        }

        private List<String> versions() {
            return rows.stream().map(row -> row.ids().get("version")).toList();
        }
    }
}
