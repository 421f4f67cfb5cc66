package no.innvei.benchmark.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.NameTokens;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.domain.FactsCheck;
import no.innvei.platform.OpenVault;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small country in a real database: what the migrations defined is there afterwards, and every row obeys what the application demands. */
class LoadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int PEOPLE = 6000;
    private static final byte[] KEY = new byte[32];

    private static EmbeddedDatabase database;
    private static List<String> catalogueBefore;
    private static Load.Result result;

    @BeforeAll
    static void load() throws Exception {
        database = migrated();
        catalogueBefore = catalogue();
        result = load(database).run(new NoSafe());
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

    @Test
    void the_same_seed_and_day_give_the_same_rows() throws Exception {
        var again = migrated();
        load(again).run(new NoSafe());
        for (var table : VolumeTable.values()) {
            var sum = "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from " + table.table()
                    + " t";
            assertEquals(text(database, sum), text(again, sum), table.table());
        }
    }

    @Test
    void every_person_could_have_been_registered_by_an_adviser() throws Exception {
        var check = new FactsCheck(new IdentityNumbers(true, TODAY.getYear()), TODAY);
        var vault = new OpenVault(KEY);
        int seen = 0;
        try (var connection = database.superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select p.*, v.permit_basis, v.permit_granted_on, v.settled_on, v.settled_by_agreement,
                               (select array_agg(t.token order by t.token) from participant.name_token t where t.tenant_id = p.tenant_id and t.participant_id = p.id) as tokens,
                               (select array_agg(i.kind || ' ' || encode(i.sealed, 'hex') || ' ' || encode(i.hash, 'hex')) from participant.identifier i
                                where i.tenant_id = p.tenant_id and i.participant_id = p.id and i.ended_at is null) as numbers,
                               (select array_agg(c.born_on) from participant.child c where c.tenant_id = p.tenant_id and c.participant_id = p.id
                                and c.lives_with in ('PARTICIPANT', 'SHARED')) as children
                        from participant.participant p join participant.pub_participant v on v.tenant_id = p.tenant_id and v.participant_id = p.id""")) {
            while (rows.next()) {
                seen++;
                var given = rows.getString("given_names");
                var family = rows.getString("family_name");
                assertEquals(NameTokens.sortKey(given, family), rows.getString("sort_name"));
                assertEquals(List.copyOf(NameTokens.of(given, family)), List.of((String[])
                        rows.getArray("tokens").getArray()));
                var numbers = new ArrayList<PersonIdentifier>();
                if (rows.getArray("numbers") != null) {
                    for (var number : (String[]) rows.getArray("numbers").getArray()) {
                        numbers.add(vault.open(rows.getInt("tenant_id"), number));
                    }
                }
                var children = rows.getArray("children") == null
                        ? List.<LocalDate>of()
                        : Stream.of((Date[]) rows.getArray("children").getArray())
                                .map(Date::toLocalDate)
                                .toList();
                var born = rows.getObject("born_on", LocalDate.class);
                numbers.forEach(number -> assertTrue(IdentityNumbers.fitsBirthDate(number, born)));
                var facts = new PersonFacts(
                        given,
                        family,
                        born,
                        numbers,
                        rows.getString("citizenship"),
                        CitizenshipGroup.valueOf(rows.getString("citizenship_group")),
                        PermitBasis.valueOf(rows.getString("permit_basis")),
                        rows.getObject("permit_granted_on", LocalDate.class),
                        false,
                        rows.getObject("settled_on", LocalDate.class),
                        rows.getBoolean("settled_by_agreement"),
                        EducationLevel.valueOf(rows.getString("education")),
                        rows.getString("mother_tongue"),
                        rows.getString("interpreting_language"),
                        null,
                        children);
                assertEquals(Map.of(), check.problems(facts));
                assertEquals(facts.citizenshipGroup(), CitizenshipGroup.of(facts.citizenship()));
            }
        }
        assertEquals(result.people(), seen);
    }

    @Test
    void numbers_are_unique_in_the_country_and_steps_come_in_order() throws Exception {
        for (var wrong : Map.of(
                        "copies that differ from the present fact",
                        """
                        select count(*) from participant.participant p
                        join participant.person_name n on n.tenant_id = p.tenant_id and n.participant_id = p.id and n.superseded_at is null and n.valid_to is null
                        join participant.citizenship c on c.tenant_id = p.tenant_id and c.participant_id = p.id and c.superseded_at is null and c.valid_to is null
                        join participant.education e on e.tenant_id = p.tenant_id and e.participant_id = p.id and e.superseded_at is null
                        where (p.given_names, p.family_name, p.citizenship, p.citizenship_group, p.education)
                              is distinct from (n.given_names, n.family_name, c.country, c.country_group, e.level)""",
                        "people without a present name, permit, settlement or case file",
                        """
                        select count(*) from participant.participant p
                        where not exists (select from participant.person_name n where n.tenant_id = p.tenant_id and n.participant_id = p.id and n.superseded_at is null)
                           or not exists (select from participant.permit n where n.tenant_id = p.tenant_id and n.participant_id = p.id and n.superseded_at is null)
                           or not exists (select from participant.settlement n where n.tenant_id = p.tenant_id and n.participant_id = p.id and n.superseded_at is null)
                           or not exists (select from introduction.case_file n where n.tenant_id = p.tenant_id and n.participant_id = p.id)""",
                        "programme steps out of order or in the future",
                        """
                        select count(*) from introduction.programme
                        where offer_on < claimed_on or decided_on < offer_on or started_on < decided_on or planned_start_on < decided_on
                           or greatest(offer_on, claimed_on, decided_on, ended_on) > date '2026-11-24' or decision = 'REFUSED' and started_on is not null""",
                        "plan elements outside their programme",
                        """
                        select count(*) from introduction.plan_version_element e
                        join introduction.plan_version v on v.tenant_id = e.tenant_id and v.id = e.plan_version_id
                        where v.last_day is not null and e.to_on > v.last_day""",
                        "moments in the future",
                        "select count(*) from participant.participant where changed_at >= '2026-11-25'",
                        "waiting items without an outbox row",
                        """
                        select count(*) from registersync.owed_item i
                        where i.state in ('PENDING', 'NOT_SENT', 'REFUSED')
                          and not exists (select from platform.outbox o where o.tenant_id = i.tenant_id and o.ids ->> 'item' = i.id::text)""",
                        "streams that are not as long as their rows",
                        """
                        select count(*) from platform.stream s
                        where s.last_seq <> (select count(*) from platform.outbox o where o.tenant_id = s.tenant_id and o.stream_id = s.id)""",
                        "protected people with an address or an adviser without clearance",
                        """
                        select count(*) from platform.protected_participant p
                        where exists (select from participant.contact c where c.tenant_id = p.tenant_id and c.participant_id = p.participant_id)
                           or exists (select from participant.assignment c where c.tenant_id = p.tenant_id and c.participant_id = p.participant_id)""")
                .entrySet()) {
            assertEquals(0, number(wrong.getValue()), wrong.getKey());
        }
        for (var state : List.of("ACCEPTED", "NOT_REQUIRED", "PENDING", "REFUSED")) {
            assertTrue(number("select count(*) from registersync.owed_item where state = '" + state + "'") > 0, state);
        }
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

    private static String text(EmbeddedDatabase from, String sql) throws SQLException {
        return texts(from, sql).getFirst();
    }

    private static List<String> texts(String sql) throws SQLException {
        return texts(database, sql);
    }

    private static List<String> texts(EmbeddedDatabase from, String sql) throws SQLException {
        try (var connection = from.superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }
}
