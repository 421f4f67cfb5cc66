package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.Migrator;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was registered before there was a history is where the history begins. */
class HistoryBeginsTest {

    @Test
    void people_registered_before_get_rows_of_what_was_known_of_them() throws Exception {
        var database = EmbeddedDatabase.empty();
        var loader = Thread.currentThread().getContextClassLoader();
        Migrator.migrate(database.owner(), loader, List.of());
        Flyway.configure(loader)
                .dataSource(database.owner())
                .locations("classpath:db/migration/participant")
                .defaultSchema("participant")
                .schemas("participant")
                .table("schema_history")
                .target("1")
                .repeatableSqlMigrationPrefix("LATER")
                .load()
                .migrate();
        run(database, """
                insert into participant.participant (tenant_id, id, given_names, sort_name, born_on, citizenship, education, mother_tongue,
                    interpreting_language, written_form, version, created_at, changed_at)
                values (7, '00000000-0000-7000-8000-000000000001', 'Rahel', 'rahel', '1994-06-14', 'ER', 'PRIMARY_COMPLETED', 'ti', 'ti', 'NN', 3,
                    '2026-01-01', '2026-02-01')""");
        run(database, """
                insert into participant.permit (tenant_id, id, participant_id, basis, follows_family_permit, valid_from, valid_to, recorded_at, superseded_at)
                select 7, uuidv7(), '00000000-0000-7000-8000-000000000001', b, false, f::date, t::date, r::timestamptz, s::timestamptz
                from (values ('C', '2025-03-02', null, '2026-01-01', '2026-01-10'), ('A', '2025-03-02', null, '2026-01-10', '2026-02-01'),
                    ('A', '2025-03-02', '2025-10-31', '2026-02-01', null), ('G', '2025-11-01', null, '2026-02-01', null)) as p (b, f, t, r, s)""");
        run(
                database,
                "insert into participant.child (tenant_id, id, participant_id, born_on) values (7, uuidv7(), '00000000-0000-7000-8000-000000000001', '2017-02-01')");
        run(
                database,
                "insert into participant.identifier values (7, '00000000-0000-7000-8000-000000000001', 'DUF_NUMBER', '\\x01', '\\x02', now())");

        Migrator.migrate(database.owner(), loader, List.of("participant"));

        for (var table : List.of(
                "person_name",
                "birth_date",
                "citizenship",
                "education",
                "mother_tongue",
                "interpreting",
                "written_form")) {
            assertEquals(
                    1,
                    number(
                            database,
                            "select count(*) from participant." + table
                                    + " where recorded_at = '2026-02-01' and valid_from is null and superseded_at is null and recorded_by is null"),
                    table);
        }
        assertEquals(
                1,
                number(
                        database,
                        "select count(*) from participant.child where lives_with = 'PARTICIPANT' and child_id = id and superseded_at is null"));
        assertEquals(
                1,
                number(
                        database,
                        "select count(*) from participant.permit where basis = 'A' and superseded_why = 'CHANGED'"));
        assertEquals(
                1,
                number(
                        database,
                        "select count(*) from participant.permit where basis = 'C' and superseded_why = 'CORRECTED'"));
        assertEquals(
                1, number(database, "select count(*) from participant.identifier where reserves and ended_at is null"));
        assertEquals(
                0,
                number(
                        database,
                        "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'participant'"
                                + " and c.relkind = 'r' and c.relname <> 'schema_history' and not c.relforcerowsecurity"));
    }

    private static void run(EmbeddedDatabase database, String sql) throws Exception {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(EmbeddedDatabase database, String sql) throws Exception {
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
