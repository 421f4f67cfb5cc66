package no.innvei.tenancy.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void a_database_as_delivered() throws Exception {
        database = EmbeddedDatabase.migrated("tenancy");
    }

    @Test
    void there_are_357_municipalities_in_15_counties() throws Exception {
        assertEquals(List.of("357"), rows("select count(*) from tenancy.municipality"));
        assertEquals(List.of("15"), rows("select count(*) from tenancy.county"));
        assertEquals(
                List.of("357"),
                rows(
                        "select count(*) from tenancy.municipality_version where valid_from = '2024-01-01' and valid_to is null"));
        assertEquals(
                List.of(
                        "03 1", "11 23", "15 27", "18 41", "31 12", "32 21", "33 18", "34 46", "39 6", "40 17", "42 25",
                        "46 43", "50 38", "55 21", "56 18"),
                rows("""
                        select c.number || ' ' || count(*) from tenancy.municipality_county m join tenancy.county_version c using (county_id)
                        group by c.number order by c.number
                        """));
    }

    @Test
    void numbers_keep_their_leading_zero_and_are_nobodys_id() throws Exception {
        assertEquals(List.of("0301 Oslo - Oslove"), named("0301"));
        assertEquals(
                List.of(),
                rows("select number from tenancy.municipality_version where number::integer = municipality_id"));
        assertEquals(
                List.of(),
                rows("select number from tenancy.county_version where number::integer = county_id and number <> '03'"));
    }

    @Test
    void official_names_keep_every_language_and_letter() throws Exception {
        assertEquals(List.of("5610 Kárásjohka - Karasjok"), named("5610"));
        assertEquals(List.of("5540 Gáivuotna - Kåfjord - Kaivuono"), named("5540"));
        assertEquals(List.of("5041 Snåase - Snåsa"), named("5041"));
        assertEquals(List.of("5006 Steinkjer - Stïentje"), named("5006"));
        assertEquals(
                List.of("55 Troms - Romsa - Tromssa"),
                rows("select number || ' ' || name from tenancy.county_version where number = '55'"));
    }

    @Test
    void two_municipalities_may_share_a_name() throws Exception {
        assertEquals(
                List.of("1515", "1818"),
                rows("select number from tenancy.municipality_version where name = 'Herøy' order by number"));
        assertEquals(
                List.of("3114", "3419"),
                rows("select number from tenancy.municipality_version where name = 'Våler' order by number"));
    }

    @Test
    void svalbard_and_unknown_are_recorded_values_and_not_municipalities() throws Exception {
        assertEquals(
                List.of("2100", "9999"),
                rows("select number from tenancy.special_municipality_number order by number"));
        assertEquals(
                List.of(), rows("select number from tenancy.municipality_version where number in ('2100', '9999')"));
    }

    @Test
    void nobody_is_a_tenant_before_onboarding() throws Exception {
        assertEquals(List.of("0"), rows("select count(*) from tenancy.tenant"));

        Town.onboarded(database, "sogndal", "4640");

        assertEquals(List.of("sogndal"), rows("select alias from tenancy.tenant"));
    }

    @Test
    void a_merger_gives_a_new_number_and_the_tenant_keeps_its_keys() throws Exception {
        var volda = Town.onboarded(database, "volda", "1577");
        var before = rows("select t.id || ' ' || t.municipality_id from tenancy.tenant t where t.alias = 'volda'");

        change("update tenancy.municipality_version set valid_to = '2027-12-31' where number in ('1577', '1520')");
        change("""
                insert into tenancy.municipality_version (municipality_id, number, name, valid_from)
                select municipality_id, '1599', 'Volda og Ørsta', '2028-01-01' from tenancy.municipality_version where number = '1577'
                """);
        change("""
                insert into tenancy.municipality_succession (predecessor_id, successor_id, on_day)
                select o.municipality_id, v.municipality_id, '2028-01-01'
                from tenancy.municipality_version o, tenancy.municipality_version v where o.number = '1520' and v.number = '1577'
                """);

        assertEquals(
                before, rows("select t.id || ' ' || t.municipality_id from tenancy.tenant t where t.alias = 'volda'"));
        assertEquals(List.of("1577 Volda"), numberOf(volda, "2027-12-31"));
        assertEquals(List.of("1599 Volda og Ørsta"), numberOf(volda, "2028-01-01"));
    }

    @Test
    void a_number_belongs_to_one_municipality_at_a_time() {
        var refused = assertThrows(SQLException.class, () -> change("""
                        insert into tenancy.municipality_version (municipality_id, number, name, valid_from)
                        select municipality_id, '4640', 'Ny', '2026-01-01' from tenancy.municipality_version where number = '1577'
                        """));

        assertTrue(refused.getSQLState().equals("23P01"), refused.getSQLState());
    }

    private List<String> numberOf(Town town, String day) throws Exception {
        return rows("""
                select v.number || ' ' || v.name from tenancy.tenant t join tenancy.municipality_version v using (municipality_id)
                where t.alias = '%s' and v.during @> date '%s'
                """.formatted(town.alias(), day));
    }

    private List<String> named(String number) throws Exception {
        return rows("select number || ' ' || name from tenancy.municipality_version where number = '" + number + "'");
    }

    private List<String> rows(String sql) throws Exception {
        return EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }

    private void change(String sql) throws Exception {
        EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
