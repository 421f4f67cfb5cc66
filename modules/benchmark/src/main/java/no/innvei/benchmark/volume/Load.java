package no.innvei.benchmark.volume;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Puts a volume into an empty database: takes indexes and keys off, copies the rows over two connections, builds everything again and collects statistics. Runs as
 * superuser, because COPY does not work through row policies; the policies themselves are left alone.
 */
final class Load {

    private static final int WAITING = 3;
    private static final int BUFFER = 1 << 18;

    private final DataSource superuser;
    private final Volume volume;
    private final byte[] vaultKey;
    private final Consumer<String> progress;
    private final Map<String, Long> slowest = new java.util.concurrent.ConcurrentHashMap<>();

    Load(DataSource superuser, Volume volume, byte[] vaultKey, Consumer<String> progress) {
        this.superuser = superuser;
        this.volume = volume;
        this.vaultKey = vaultKey.clone();
        this.progress = progress;
    }

    /** What was loaded, and how long rows, indexes and statistics took. */
    record Result(int tenants, int people, long rows, Duration copied, Duration built, Duration analysed) {

        Duration total() {
            return copied.plus(built).plus(analysed);
        }

        long peoplePerSecond(Duration time) {
            return Math.round(people * 1000.0 / Math.max(1, time.toMillis()));
        }
    }

    /** Remembers the statements that rebuild everything, until they have been run. */
    interface Safe {
        void keep(List<String> statements);

        void forget();
    }

    Result run(Safe safe) throws SQLException {
        List<TenantPlace> places;
        Map<Integer, Staff> staff;
        BareTables bare;
        int tenants;
        var tables = Stream.of(VolumeTable.values()).map(VolumeTable::table).toList();
        try (var connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            Places.onboard(connection);
            places = Places.share(connection, volume.size(), volume.people());
            staff = Places.staff(connection);
            tenants = count(connection, "select count(*) from tenancy.tenant where kind <> 'DIRECTORATE'");
            bare = BareTables.of(connection, tables);
            safe.keep(bare.statements());
            bare.strip(connection);
            connection.commit();
        }
        long start = System.nanoTime();
        int wanted = places.stream().mapToInt(TenantPlace::people).sum();
        var counted = copy(places, staff, wanted);
        long copied = System.nanoTime();
        progress.accept("%,d people copied in %.1f s; building indexes and keys"
                .formatted(counted.people, seconds(start, copied)));
        bare.rebuild(superuser, (statement, millis) -> slowest.put(statement, millis));
        safe.forget();
        long built = System.nanoTime();
        progress.accept("indexes and keys built in %.1f s; collecting statistics".formatted(seconds(copied, built)));
        BareTables.analyse(superuser, tables);
        long analysed = System.nanoTime();
        return new Result(
                tenants,
                counted.people,
                counted.rows,
                Duration.ofNanos(copied - start),
                Duration.ofNanos(built - copied),
                Duration.ofNanos(analysed - built));
    }

    /** Milliseconds per copied table and per statement that built indexes and keys. */
    Map<String, Long> slowest() {
        return Map.copyOf(slowest);
    }

    private static final class Counted {
        private int people;
        private long rows;
    }

    private record Part(VolumeTable table, byte[] rows) {}

    private static final Part LAST = new Part(null, new byte[0]);

    private Counted copy(List<TenantPlace> places, Map<Integer, Staff> staff, int wanted) {
        var counted = new Counted();
        var lanes = lanes();
        var failed = new AtomicBoolean();
        try (var copiers = Executors.newFixedThreadPool(lanes.size())) {
            var queues = new ArrayList<BlockingQueue<Part>>();
            var running = new ArrayList<Future<Void>>();
            var laneOf = new EnumMap<VolumeTable, BlockingQueue<Part>>(VolumeTable.class);
            for (var lane : lanes) {
                BlockingQueue<Part> queue = new ArrayBlockingQueue<>(WAITING * VolumeTable.values().length);
                queues.add(queue);
                lane.forEach(table -> laneOf.put(table, queue));
                Callable<Void> copier = () -> {
                    try {
                        copy(lane, queue);
                        return null;
                    } catch (Exception | Error e) {
                        failed.set(true);
                        queue.clear();
                        throw e;
                    }
                };
                running.add(copiers.submit(copier));
            }
            int[] told = {0};
            try {
                new Generator(volume, vaultKey).run(places, staff, sheets -> {
                    sheets.rows().forEach((table, rows) -> {
                        counted.rows += rows.rows();
                        put(laneOf.get(table), new Part(table, rows.finished()), failed);
                    });
                    counted.people += sheets.people();
                    int tenths = (int) (10L * counted.people / Math.max(1, wanted));
                    if (tenths > told[0] && tenths < 10) {
                        told[0] = tenths;
                        progress.accept("%,d of %,d people".formatted(counted.people, wanted));
                    }
                });
            } finally {
                queues.forEach(queue -> put(queue, LAST, failed));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("rows could not be copied", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while copying", e);
        }
        return counted;
    }

    private static void put(BlockingQueue<Part> queue, Part part, AtomicBoolean failed) {
        try {
            while (!queue.offer(part, 200, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                if (failed.get()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each table always on the same connection, because it is emptied in the transaction that fills it. */
    private static List<List<VolumeTable>> lanes() {
        var one = new ArrayList<VolumeTable>();
        var other = new ArrayList<VolumeTable>();
        for (var table : VolumeTable.values()) {
            (table.ordinal() <= VolumeTable.INTERPRETING.ordinal() ? one : other).add(table);
        }
        return List.of(one, other);
    }

    private void copy(List<VolumeTable> tables, BlockingQueue<Part> parts)
            throws SQLException, IOException, InterruptedException {
        try (var connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var table : tables) {
                    statement.execute("truncate " + table.table());
                }
            }
            var copies = new CopyManager(connection.unwrap(BaseConnection.class));
            for (var part = parts.take(); part != LAST; part = parts.take()) {
                long start = System.nanoTime();
                copies.copyIn(part.table().copy(true), new ByteArrayInputStream(part.rows()), BUFFER);
                slowest.merge("copy " + part.table().table(), (System.nanoTime() - start) / 1_000_000, Long::sum);
            }
            connection.commit();
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
