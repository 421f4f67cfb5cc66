package no.innvei.benchmark.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small country in a real database: what the migrations defined is there afterwards, and every row obeys what the application demands. */
class LoadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int PEOPLE = Integer.getInteger("volume.people", 6000);
    private static final byte[] KEY = new byte[32];

    private static EmbeddedDatabase database;
    private static List<String> catalogueBefore;
    private static Load.Result result;

    @BeforeAll
    static void load() throws Exception {
        database = migrated();
        catalogueBefore = catalogue();
        var load = load(database);
        result = load.run(new NoSafe());
        if (Boolean.getBoolean("volume.measure")) {
            System.err.println(result + " copy " + result.peoplePerSecond(result.copied()) + "/s total "
                    + result.peoplePerSecond(result.total()) + "/s");
            var cpu = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
            System.err.println("cpu " + ((com.sun.management.OperatingSystemMXBean) cpu).getProcessCpuTime() / 1e9);
            load.slowest().entrySet().stream()
                    .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                    .limit(25)
                    .forEach(e -> System.err.println(e.getValue() + " ms " + e.getKey()));
        }
    }

    private static EmbeddedDatabase migrated() throws SQLException {
        return EmbeddedDatabase.migrated("platform", "introduction", "participant", "registersync", "tenancy");
    }

    private static Load load(EmbeddedDatabase target) {
        return new Load(
                target.superuser(),
                new Volume(VolumeSize.COUNTRY, Volume.SEED, TODAY, PEOPLE, PEOPLE / 2),
                KEY,
                line -> {});
    }

    private record NoSafe() implements Load.Safe {
        @Override
        public void keep(List<String> statements) {
            assertTrue(statements.size() > 50);
        }

        @Override
        public void forget() {
            // nothing was kept
        }
    }

    @Test
    void the_catalogue_is_what_the_migrations_defined() throws Exception {
        assertEquals(String.join("\n", catalogueBefore), String.join("\n", catalogue()));
    }

    @Test
    void every_municipality_and_county_is_a_tenant_and_the_people_are_shared_out() throws Exception {
        assertEquals(372, result.tenants());
        assertTrue(Math.abs(result.people() - PEOPLE) <= 400, "people made: " + result.people());
        assertEquals(result.people(), number("select count(*) from participant.participant"));
    }

    private static List<String> catalogue() throws SQLException {
        var all = new ArrayList<String>();
        all.addAll(texts("""
                select c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid) || ' ' || c.convalidated || ' ' || c.condeferrable
                from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                where n.nspname in ('platform', 'participant', 'introduction', 'registersync', 'tenancy') order by 1"""));
        all.addAll(texts("""
                select schemaname || '.' || tablename || ' ' || indexdef from pg_indexes
                where schemaname in ('platform', 'participant', 'introduction', 'registersync', 'tenancy') order by 1"""));
        all.addAll(texts("""
                select c.oid::regclass || ' ' || c.relrowsecurity || c.relforcerowsecurity || ' ' || coalesce(c.relacl::text, '-') || ' '
                       || coalesce(p.polname || pg_get_expr(p.polqual, p.polrelid), '-')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_policy p on p.polrelid = c.oid
                where n.nspname in ('platform', 'participant', 'introduction', 'registersync', 'tenancy') and c.relkind = 'r' order by 1"""));
        return all;
    }

    static List<String> texts(String sql) throws SQLException {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    static long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }
}
