package no.innvei.architecture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.binding.TenantDataSource;
import no.innvei.testkit.EmbeddedDatabase;

/**
 * What three tenants should see after any sequence of statements, kept as plain maps, and the same statements run on PostgreSQL as the application role.
 * After every step the two must agree: for each tenant and clearance, and in the table as a whole.
 */
final class TenantModel {

    static final int TENANTS = 3;
    static final int PEOPLE = 4;

    /** Two tables under {@code platform.protect}: one with a participant, one without. */
    static final List<String> TABLES = List.of(
            "create schema trial",
            "grant usage on schema trial to app_rt",
            "create table trial.note (tenant_id integer not null, participant_id uuid not null, value integer not null,"
                    + " primary key (tenant_id, participant_id))",
            "comment on table trial.note is 'with a participant'",
            "call platform.protect('trial.note')",
            "create table trial.item (tenant_id integer not null, id uuid not null, value integer not null, primary key (tenant_id, id))",
            "comment on table trial.item is 'without a participant'",
            "call platform.protect('trial.item')");

    enum Table {
        NOTE("trial.note", "participant_id"),
        ITEM("trial.item", "id");

        private final String name;
        private final String key;

        Table(String name, String key) {
            this.name = name;
            this.key = key;
        }
    }

    enum Kind {
        INSERT,
        INSERT_RETURNING,
        UPSERT,
        UPDATE_ALL,
        UPDATE_ONE,
        MOVE_ONE,
        MOVE_ALL,
        COPY,
        DELETE_ALL,
        DELETE_ONE,
        PROTECT
    }

    /**
     * @param tenant who acts
     * @param clearance of the one who acts
     * @param as the tenant written into the row: mostly the own, sometimes another
     * @param person which row
     * @param value written; for {@link Kind#PROTECT} the level
     */
    record Step(Kind kind, Table table, int tenant, int clearance, int as, int person, int value) {}

    private static final class Refused extends Exception {
        private final String state;

        private Refused(String state) {
            super(state);
            this.state = state;
        }
    }

    private record Key(int tenant, int person) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return tenant != other.tenant
                    ? Integer.compare(tenant, other.tenant)
                    : Integer.compare(person, other.person);
        }
    }

    private final Connection app;
    private final Connection superuser;
    private final Map<Table, TreeMap<Key, Integer>> rows =
            Map.of(Table.NOTE, new TreeMap<>(), Table.ITEM, new TreeMap<>());
    private final TreeMap<Key, Integer> levels = new TreeMap<>();

    private TenantModel(EmbeddedDatabase database) throws SQLException {
        TenantDataSource source = database.app();
        app = source.getConnection();
        app.setAutoCommit(false);
        superuser = database.superuser().getConnection();
    }

    static EmbeddedDatabase database() throws Exception {
        var database = EmbeddedDatabase.migrated();
        EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var statement = connection.createStatement()) {
                for (var sql : TABLES) {
                    statement.execute(sql);
                }
            }
            return null;
        });
        return database;
    }

    static List<Step> randomSteps(Random random, int count) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < count; i++) {
            int tenant = 1 + random.nextInt(TENANTS);
            steps.add(new Step(
                    Kind.values()[random.nextInt(Kind.values().length)],
                    Table.values()[random.nextInt(2)],
                    tenant,
                    random.nextInt(3),
                    random.nextInt(3) == 0 ? 1 + random.nextInt(TENANTS) : tenant,
                    random.nextInt(PEOPLE),
                    random.nextInt(100)));
        }
        return steps;
    }

    /** Runs the steps from empty tables; the first disagreement, or empty when there was none. */
    static Optional<String> firstDifference(EmbeddedDatabase database, List<Step> steps) throws Exception {
        var model = new TenantModel(database);
        try {
            model.clear();
            for (var step : steps) {
                var difference = model.take(step);
                if (difference.isPresent()) {
                    return difference.map(text -> text + " after " + step);
                }
            }
            return Optional.empty();
        } finally {
            model.app.close();
            model.superuser.close();
        }
    }

    private void clear() throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "delete from trial.note; delete from trial.item; delete from platform.protected_participant");
        }
    }

    private Optional<String> take(Step step) throws Exception {
        var expected = expect(step);
        var happened = run(step);
        if (!expected.equals(happened)) {
            return Optional.of("expected " + expected + " but got " + happened);
        }
        if (!all().equals(rows)) {
            return Optional.of("the rows of the tables differ");
        }
        for (int tenant = 1; tenant <= TENANTS; tenant++) {
            for (int clearance = 0; clearance <= 2; clearance++) {
                if (!seen(tenant, clearance).equals(visible(tenant, clearance))) {
                    return Optional.of("what tenant " + tenant + " sees with clearance " + clearance + " differs");
                }
            }
        }
        return Optional.empty();
    }

    // The model
    // ------------------------------------------------------------------------------------------------------------------------------------

    private String expect(Step step) {
        try {
            apply(step);
            return "done";
        } catch (Refused refused) {
            return refused.state;
        }
    }

    private void apply(Step step) throws Refused {
        var table = rows.get(step.table);
        var visible = visible(step.table, step.tenant, step.clearance);
        var own = new Key(step.tenant, step.person);
        var written = new Key(step.as, step.person);
        switch (step.kind) {
            case INSERT, INSERT_RETURNING, UPSERT -> {
                refuse(step.as != step.tenant, "42501");
                // What is written is also read by these two, so a hidden person refuses.
                refuse(step.kind != Kind.INSERT && !mayRead(step.table, written, step.clearance), "42501");
                refuse(step.kind != Kind.UPSERT && table.containsKey(written), "23505");
                table.put(written, step.value);
            }
            case UPDATE_ALL -> visible.keySet().forEach(key -> table.put(key, step.value));
            case UPDATE_ONE -> {
                if (visible.containsKey(own)) {
                    table.put(own, step.value);
                }
            }
            case MOVE_ONE -> refuse(visible.containsKey(own) && step.as != step.tenant, "42501");
            case MOVE_ALL -> refuse(!visible.isEmpty() && step.as != step.tenant, "42501");
            case COPY -> {
                if (!visible.isEmpty()) {
                    refuse(step.as != step.tenant, "42501");
                    refuse(table.containsKey(written), "23505");
                    table.put(
                            written,
                            visible.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .max()
                                    .orElseThrow());
                }
            }
            case DELETE_ALL -> visible.keySet().forEach(table::remove);
            case DELETE_ONE -> {
                if (visible.containsKey(own)) {
                    table.remove(own);
                }
            }
            case PROTECT -> {
                refuse(step.as != step.tenant && step.value % 3 != 0, "42501");
                if (step.value % 3 == 0) {
                    levels.remove(own);
                } else {
                    levels.put(own, step.value % 3);
                }
            }
        }
    }

    private static void refuse(boolean when, String state) throws Refused {
        if (when) {
            throw new Refused(state);
        }
    }

    private boolean mayRead(Table table, Key key, int clearance) {
        return table == Table.ITEM || levels.getOrDefault(key, 0) <= clearance;
    }

    private Map<Table, TreeMap<Key, Integer>> visible(int tenant, int clearance) {
        return Map.of(
                Table.NOTE, visible(Table.NOTE, tenant, clearance), Table.ITEM, visible(Table.ITEM, tenant, clearance));
    }

    private TreeMap<Key, Integer> visible(Table table, int tenant, int clearance) {
        var visible = new TreeMap<Key, Integer>();
        rows.get(table).forEach((key, value) -> {
            if (key.tenant == tenant && mayRead(table, key, clearance)) {
                visible.put(key, value);
            }
        });
        return visible;
    }

    // PostgreSQL
    // -----------------------------------------------------------------------------------------------------------------------------------

    private String run(Step step) throws Exception {
        return as(step.tenant, step.clearance, () -> {
            try (var statement = app.prepareStatement(sql(step))) {
                var parameters = parameters(step);
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setObject(i + 1, parameters.get(i));
                }
                statement.execute();
                app.commit();
                return "done";
            } catch (SQLException e) {
                app.rollback();
                return e.getSQLState();
            }
        });
    }

    private static String sql(Step step) {
        var name = step.table.name;
        var key = step.table.key;
        var insert = "insert into " + name + " (tenant_id, " + key + ", value) values (?, ?, ?)";
        return switch (step.kind) {
            case INSERT -> insert;
            case INSERT_RETURNING -> insert + " returning value";
            case UPSERT -> insert + " on conflict (tenant_id, " + key + ") do update set value = excluded.value";
            case UPDATE_ALL -> "update " + name + " set value = ?";
            case UPDATE_ONE -> "update " + name + " set value = ? where " + key + " = ?";
            case MOVE_ONE -> "update " + name + " set tenant_id = ? where " + key + " = ?";
            case MOVE_ALL -> "update " + name + " set tenant_id = ?";
            case COPY ->
                "insert into " + name + " (tenant_id, " + key + ", value) select ?, ?, max(value) from " + name
                        + " having count(*) > 0";
            case DELETE_ALL -> "delete from " + name;
            case DELETE_ONE -> "delete from " + name + " where " + key + " = ?";
            case PROTECT ->
                step.value % 3 == 0
                        ? "delete from platform.protected_participant where participant_id = ?"
                        : "insert into platform.protected_participant (tenant_id, participant_id, level) values (?, ?, ?)"
                                + " on conflict (tenant_id, participant_id) do update set level = excluded.level";
        };
    }

    private static List<Object> parameters(Step step) {
        var person = new UUID(0, step.person);
        return switch (step.kind) {
            case INSERT, INSERT_RETURNING, UPSERT -> List.of(step.as, person, step.value);
            case UPDATE_ALL -> List.of(step.value);
            case UPDATE_ONE -> List.of(step.value, person);
            case MOVE_ONE, COPY -> List.of(step.as, person);
            case MOVE_ALL -> List.of(step.as);
            case DELETE_ALL -> List.of();
            case DELETE_ONE -> List.of(person);
            case PROTECT -> step.value % 3 == 0 ? List.of(person) : List.of(step.as, person, step.value % 3);
        };
    }

    private Map<Table, TreeMap<Key, Integer>> seen(int tenant, int clearance) throws Exception {
        return as(tenant, clearance, () -> {
            var seen = read(app);
            app.commit();
            return seen;
        });
    }

    private Map<Table, TreeMap<Key, Integer>> all() throws SQLException {
        return read(superuser);
    }

    private static Map<Table, TreeMap<Key, Integer>> read(Connection connection) throws SQLException {
        Map<Table, TreeMap<Key, Integer>> found = Map.of(Table.NOTE, new TreeMap<>(), Table.ITEM, new TreeMap<>());
        try (var statement =
                        connection.prepareStatement("select 'NOTE', tenant_id, participant_id, value from trial.note"
                                + " union all select 'ITEM', tenant_id, id, value from trial.item");
                var row = statement.executeQuery()) {
            while (row.next()) {
                int person = (int) row.getObject(3, UUID.class).getLeastSignificantBits();
                found.get(Table.valueOf(row.getString(1))).put(new Key(row.getInt(2), person), row.getInt(4));
            }
        }
        return found;
    }

    private static <T> T as(int tenant, int clearance, Callable<T> work) throws Exception {
        return TenantContext.call(new Scope(tenant, new UUID(0, tenant), clearance, Set.of(), "TRIAL"), work);
    }
}
