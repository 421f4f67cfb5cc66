package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import no.innvei.testkit.DatabaseRoles;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.LocalTransactions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    private static EmbeddedDatabase database;

    private final LocalTransactions transactions = new LocalTransactions(database.app());
    private final Sql all = new Sql(database.superuser());
    private final Chore rows = new DeliveredRows(transactions.source());
    private final Chore keys = new AnsweredRequests(transactions.source(), new BoundScope(), Clock.systemUTC());

    @BeforeAll
    static void database() throws Exception {
        database = EmbeddedDatabase.migrated();
    }

    @BeforeEach
    void nothing_is_left_of_other_tests() {
        all.update(
                "truncate platform.outbox, platform.stream, platform.answered_request, jobs.scheduled_tasks, sessions.sessions");
    }

    @Test
    void delivered_rows_go_after_thirty_days_and_undelivered_ones_never() {
        outboxRow(1, "now() - interval '31 days'");
        outboxRow(2, "now() - interval '31 days'");
        outboxRow(1, "now() - interval '29 days'");
        outboxRow(1, "null");

        round(rows, keys);

        assertEquals(
                List.of("1 false", "1 true"),
                texts(
                        "select tenant_id || ' ' || (delivered_at is null) from platform.outbox order by delivered_at nulls last"));
    }

    @Test
    void idempotency_keys_go_after_a_day_in_every_tenant() {
        for (int tenant = 1; tenant <= 2; tenant++) {
            answered(tenant, "old", 25);
            answered(tenant, "new", 23);
        }

        round(rows, keys);

        assertEquals(
                List.of("1 new", "2 new"),
                texts("select tenant_id || ' ' || key from platform.answered_request order by 1"));
    }

    @Test
    void sessions_go_after_ten_hours_without_a_request() {
        session("left", 11);
        session("used", 9);

        round();

        assertEquals(List.of("used"), texts("select id from sessions.sessions"));
    }

    @Test
    void a_round_is_bounded_and_works_as_a_named_system_user_with_no_permission() {
        var asked = new ArrayList<String>();
        round(new Trial(asked, false));

        assertEquals(2 * Housekeeping.BATCHES, asked.size());
        assertEquals(
                List.of("1 JOB:housekeeping []"),
                asked.stream().distinct().limit(1).toList());
    }

    @Test
    void what_fails_keeps_nothing_else_from_being_done() {
        answered(1, "old", 25);
        answered(2, "old", 25);

        round(new Trial(new ArrayList<>(), true), keys);

        assertEquals(List.of(), texts("select key from platform.answered_request"));
    }

    @Test
    void the_scheduler_does_the_round_when_its_time_has_come() throws Exception {
        answered(1, "old", 25);
        var jobs = database.as(DatabaseRoles.JOBS);
        var drain = new Drain(
                transactions::call,
                new OutboxRows(new Sql(transactions.source())),
                java.util.Map.of(),
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)),
                RandomGenerator.getDefault());
        try (var threads = Executors.newScheduledThreadPool(4)) {
            var scheduler = new DeliveryScheduler(
                    jobs,
                    new JobThreads(threads),
                    threads,
                    drain,
                    new Backlog(jobs),
                    "n1",
                    Duration.ofSeconds(30),
                    List.of(),
                    DeliveryScheduler.daily(housekeeping(keys)));
            scheduler.start();
            try {
                until(() -> texts("select task_name from jobs.scheduled_tasks").contains("housekeeping"));
                assertEquals(List.of("old"), texts("select key from platform.answered_request"));
                all.update("update jobs.scheduled_tasks set execution_time = now() where task_name = 'housekeeping'");
                until(() -> texts("select key from platform.answered_request").isEmpty());
                until(() -> texts(
                                "select to_char(execution_time at time zone 'Europe/Oslo', 'HH24:MI') from jobs.scheduled_tasks"
                                        + " where execution_time > now() and not picked")
                        .equals(List.of("03:30")));
            } finally {
                scheduler.stop();
            }
        }
    }

    /** Always has something left, or never works. */
    private record Trial(List<String> asked, boolean broken) implements Chore {

        @Override
        public String name() {
            return "trial";
        }

        @Override
        public int deleteBatch(Instant now) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            var scope = new BoundScope();
            asked.add(scope.tenant() + " " + scope.role() + " " + (scope.holds("x") ? "x" : "[]"));
            return 1;
        }
    }

    private void round(Chore... chores) {
        housekeeping(chores).round(() -> false);
    }

    private Housekeeping housekeeping(Chore... chores) {
        return new Housekeeping(
                () -> List.of(1, 2),
                List.of(chores),
                new ServerSessions(database.as(DatabaseRoles.SESSIONS)),
                transactions::call,
                Clock.systemUTC());
    }

    private void outboxRow(int tenant, String deliveredAt) {
        var stream = UUID.randomUUID();
        all.update(
                "insert into platform.stream (tenant_id, id, last_seq, next_attempt_at) values (?, ?, 1, now())",
                tenant,
                stream);
        all.update(
                "insert into platform.outbox (tenant_id, id, stream_id, seq, kind, ids, created_at, delivered_at)"
                        + " values (?, ?, ?, 1, 'trial.something-changed.v1', '{}', now(), " + deliveredAt + ")",
                tenant,
                UUID.randomUUID(),
                stream);
    }

    private void answered(int tenant, String key, int hours) {
        all.update(
                "insert into platform.answered_request (tenant_id, user_id, key, fingerprint, created_at)"
                        + " values (?, ?, ?, sha256('x'), now() - ? * interval '1 hour')",
                tenant,
                new UUID(0, 9),
                key,
                hours);
    }

    private void session(String id, int hours) {
        all.update(
                "insert into sessions.sessions (id, propid, appname, lastaccess, creationtime)"
                        + " values (?, ?, 'innvei', (extract(epoch from now()) * 1000)::bigint - ? * 3600000::bigint, 0)",
                id,
                id,
                hours);
    }

    private List<String> texts(String sql) {
        return all.list(sql, row -> row.getString(1));
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within 15 s");
            LockSupport.parkNanos(50_000_000);
        }
    }
}
