package no.innvei.benchmark.volume;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Takes indexes, keys and exclusion constraints off tables that are to be filled, and puts them back word for word as the catalogue had them. Checks and not-null
 * stay on throughout. Building an index over finished rows takes a fraction of the time of keeping it current row by row.
 */
final class BareTables {

    private static final int AT_A_TIME = 2;

    private final List<String> drops;
    private final Map<String, List<String>> builds;
    private final List<Reference> references;

    /** A foreign key. */
    private record Reference(String table, String name, String definition) {

        String add(String suffix) {
            return "alter table " + table + " add constraint " + quoted(name) + " " + definition + suffix;
        }

        String validate() {
            return "alter table " + table + " validate constraint " + quoted(name);
        }
    }

    private BareTables(List<String> drops, Map<String, List<String>> builds, List<Reference> references) {
        this.drops = drops;
        this.builds = builds;
        this.references = references;
    }

    /** Reads what the tables have; changes nothing. */
    static BareTables of(Connection superuser, Collection<String> tables) throws SQLException {
        var list = tables.stream().map(t -> "'" + t + "'::regclass").collect(Collectors.joining(", ", "(", ")"));
        var drops = new ArrayList<String>();
        var builds = new LinkedHashMap<String, List<String>>();
        var references = new ArrayList<Reference>();
        try (var statement = superuser.createStatement()) {
            try (var rows = statement.executeQuery("""
                    select c.conrelid::regclass::text as tab, c.conname, c.contype, pg_get_constraintdef(c.oid) as definition,
                           obj_description(c.oid, 'pg_constraint') as words, obj_description(c.conindid, 'pg_class') as index_words
                    from pg_constraint c
                    where c.contype in ('p', 'u', 'x', 'f') and c.conrelid <> 0
                      and (c.conrelid in %1$s or c.contype = 'f' and c.confrelid in %1$s)
                    order by c.contype <> 'f', c.conrelid::regclass::text, c.contype <> 'p', c.conname""".formatted(list))) {
                while (rows.next()) {
                    var table = rows.getString("tab");
                    var name = rows.getString("conname");
                    var definition = rows.getString("definition");
                    if (rows.getString("words") != null || rows.getString("index_words") != null) {
                        throw new IllegalStateException("comments on constraints would be lost: " + name);
                    }
                    drops.add("alter table " + table + " drop constraint " + quoted(name));
                    if (rows.getString("contype").equals("f")) {
                        references.add(new Reference(table, name, definition));
                    } else {
                        builds.computeIfAbsent(table, t -> new ArrayList<>())
                                .add("alter table " + table + " add constraint " + quoted(name) + " " + definition);
                    }
                }
            }
            try (var rows = statement.executeQuery("""
                    select i.indrelid::regclass::text as tab, i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid) as definition,
                           obj_description(i.indexrelid, 'pg_class') as words
                    from pg_index i
                    where i.indrelid in %s and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                    order by 1, 2""".formatted(list))) {
                while (rows.next()) {
                    var build = builds.computeIfAbsent(rows.getString("tab"), t -> new ArrayList<>());
                    drops.add("drop index " + rows.getString("index"));
                    build.add(rows.getString("definition"));
                    if (rows.getString("words") != null) {
                        build.add("comment on index " + rows.getString("index") + " is "
                                + statement.enquoteLiteral(rows.getString("words")));
                    }
                }
            }
        }
        return new BareTables(drops, builds, references);
    }

    void strip(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var drop : drops) {
                statement.execute(drop);
            }
        }
    }

    /** Every statement that {@link #rebuild} runs, for whoever must do it after a crash. */
    List<String> statements() {
        var all = new ArrayList<String>();
        builds.values().forEach(all::addAll);
        references.forEach(r -> all.add(r.add("")));
        return all;
    }

    /** Tables side by side, the largest first, so that none of them is alone at the end; then references, which are added unchecked under a short lock and checked side by side. */
    void rebuild(DataSource superuser, Tally tally) throws SQLException {
        var sizes = sizes(superuser);
        var work = builds.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<String>> each) -> sizes.get(each.getKey()))
                        .reversed())
                .map(Map.Entry::getValue)
                .toList();
        all(superuser, work, tally);
        all(superuser, List.of(references.stream().map(r -> r.add(" not valid")).toList()), tally);
        all(superuser, references.stream().map(r -> List.of(r.validate())).toList(), tally);
    }

    /** Bytes of each table that has something to build. */
    private Map<String, Long> sizes(DataSource superuser) throws SQLException {
        var sizes = new HashMap<String, Long>();
        try (var connection = superuser.getConnection();
                var query = connection.prepareStatement("select pg_table_size(?::regclass)")) {
            for (var table : builds.keySet()) {
                query.setString(1, table);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    sizes.put(table, rows.getLong(1));
                }
            }
        }
        return sizes;
    }

    /** Statistics, so that the first query is planned as the thousandth. */
    static void analyse(DataSource superuser, Collection<String> tables) {
        all(
                superuser,
                tables.stream().map(t -> List.of("vacuum (analyze) " + t)).toList(),
                (statement, millis) -> {});
    }

    /** Told how long each statement took. */
    interface Tally {
        void took(String statement, long millis);
    }

    private static void all(DataSource source, List<List<String>> work, Tally tally) {
        try (var workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            var running = new ArrayList<Future<Void>>();
            for (var statements : work) {
                Callable<Void> one = () -> {
                    run(source, statements, tally);
                    return null;
                };
                running.add(workers.submit(one));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an index or key could not be built", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building indexes", e);
        }
    }

    private static void run(DataSource source, List<String> statements, Tally tally) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '256MB'");
            statement.execute("set max_parallel_maintenance_workers = 0");
            statement.execute("set work_mem = '128MB'");
            for (var one : statements) {
                long start = System.nanoTime();
                statement.execute(one);
                tally.took(one, (System.nanoTime() - start) / 1_000_000);
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
