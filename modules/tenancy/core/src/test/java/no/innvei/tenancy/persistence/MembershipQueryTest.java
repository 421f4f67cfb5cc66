package no.innvei.tenancy.persistence;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.innvei.kernel.access.Role;
import no.innvei.testkit.DatabaseRoles;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipQueryTest {

    private static final LocalDate TODAY = parse("2026-11-24");

    private static EmbeddedDatabase database;
    private static MembershipQuery memberships;
    private static Town sogndal;
    private static Town volda;

    @BeforeAll
    static void two_municipalities() throws Exception {
        database = EmbeddedDatabase.migrated("tenancy");
        memberships = new MembershipQuery(database.as(DatabaseRoles.LOGIN));
        sogndal = Town.onboarded(database, "sogndal", "4640");
        volda = Town.onboarded(database, "volda", "1577");
    }

    @Test
    void a_member_is_found_with_the_roles_of_the_day_and_only_those() throws Exception {
        var anna = sogndal.login("anna");
        sogndal.member(anna, 1, "2024-01-01", null);
        sogndal.role(anna, "PROGRAMME_ADVISER", "2024-01-01", null);
        sogndal.role(anna, "LEADER", "2024-01-01", "2026-11-23");
        sogndal.role(anna, "AUDITOR", "2026-11-25", null);
        sogndal.role(anna, "CLASS_REGISTRAR", "2026-11-24", "2026-11-24");

        var found = find("anna", sogndal).orElseThrow();

        assertEquals(
                new MembershipQuery.Line(
                        sogndal.tenant(),
                        anna,
                        "Anna Ås",
                        1,
                        Set.of(Role.PROGRAMME_ADVISER, Role.CLASS_REGISTRAR),
                        "Sogndal kommune",
                        "MUNICIPALITY",
                        "NN"),
                found);
    }

    @Test
    void a_user_of_two_municipalities_is_each_of_them_by_itself() throws Exception {
        var tove = sogndal.login("tove");
        sogndal.member(tove, 0, "2024-01-01", null);
        sogndal.role(tove, "PROGRAMME_ADVISER", "2024-01-01", null);
        volda.member(tove, 2, "2024-01-01", null);
        volda.role(tove, "LEADER", "2024-01-01", null);

        assertEquals(
                Set.of(Role.PROGRAMME_ADVISER),
                find("tove", sogndal).orElseThrow().roles());
        assertEquals(0, find("tove", sogndal).orElseThrow().clearance());
        assertEquals(Set.of(Role.LEADER), find("tove", volda).orElseThrow().roles());
        assertEquals(2, find("tove", volda).orElseThrow().clearance());
    }

    @Test
    void a_member_without_roles_may_come_in_and_do_nothing() throws Exception {
        sogndal.member(sogndal.login("per"), 0, "2024-01-01", null);

        assertEquals(Set.of(), find("per", sogndal).orElseThrow().roles());
    }

    @Test
    void whoever_is_no_member_today_is_answered_like_somebody_who_never_existed() throws Exception {
        volda.member(volda.login("elsewhere"), 0, "2024-01-01", null);
        sogndal.member(sogndal.login("ended"), 0, "2024-01-01", "2026-11-23");
        sogndal.member(sogndal.login("later"), 0, "2026-11-25", null);
        sogndal.member(sogndal.login("withdrawn"), 0, "2026-11-24", "2026-11-23");
        var closed = sogndal.login("closed");
        sogndal.member(closed, 0, "2024-01-01", null);
        sogndal.close(closed);

        for (var subject : Set.of("nobody", "elsewhere", "ended", "later", "withdrawn", "closed")) {
            assertEquals(Optional.empty(), find(subject, sogndal), subject);
        }
        assertEquals(Optional.empty(), memberships.find(Town.ISSUER, "elsewhere", "no-such-tenant", TODAY));
        assertEquals(Optional.empty(), memberships.find("https://other.example", "elsewhere", "volda", TODAY));
        assertEquals(Optional.empty(), memberships.find(null, null, null, TODAY));
    }

    @Test
    void the_last_day_counts_and_the_day_after_does_not() throws Exception {
        sogndal.member(sogndal.login("short"), 0, "2026-11-01", "2026-11-30");

        assertTrue(memberships
                .find(Town.ISSUER, "short", "sogndal", parse("2026-11-01"))
                .isPresent());
        assertTrue(memberships
                .find(Town.ISSUER, "short", "sogndal", parse("2026-11-30"))
                .isPresent());
        assertEquals(Optional.empty(), memberships.find(Town.ISSUER, "short", "sogndal", parse("2026-10-31")));
        assertEquals(Optional.empty(), memberships.find(Town.ISSUER, "short", "sogndal", parse("2026-12-01")));
    }

    @Test
    void the_question_leaves_no_tenant_behind_on_the_connection() throws Exception {
        sogndal.member(sogndal.login("trace"), 0, "2024-01-01", null);

        var left = EmbeddedDatabase.inTransaction(database.as(DatabaseRoles.LOGIN), connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "select * from tenancy.member('" + Town.ISSUER + "', 'trace', 'sogndal', '2026-11-24')");
                try (var row = statement.executeQuery("select coalesce(current_setting('app.tenant', true), '')")) {
                    row.next();
                    return row.getString(1);
                }
            }
        });

        assertEquals("", left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from tenancy.app_user",
                "select * from tenancy.membership",
                "select * from tenancy.role_grant",
                "select * from tenancy.municipality_version",
                "select tenancy.account('i', 'somebody')",
                "select tenancy.link_account(gen_random_uuid(), 's')",
                "insert into tenancy.tenant (alias, kind, name) values ('x2', 'DIRECTORATE', 'x')"
            })
    void the_login_role_may_ask_for_a_member_and_a_tenant_name_and_nothing_else(String sql) throws Exception {
        var refused = assertThrows(SQLException.class, () -> run(DatabaseRoles.LOGIN, sql));

        assertEquals("42501", refused.getSQLState());
        run(DatabaseRoles.LOGIN, "select alias, name from tenancy.tenant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from tenancy.app_user",
                "select * from tenancy.member('i', 's', 'sogndal', '2026-11-24')",
                "insert into tenancy.tenant (alias, kind, name) values ('x3', 'DIRECTORATE', 'x')",
                "update tenancy.municipality_version set name = 'x'"
            })
    void the_application_role_reads_no_login_and_writes_no_tenant(String sql) {
        assertEquals(
                "42501",
                assertThrows(SQLException.class, () -> run(DatabaseRoles.APP, sql))
                        .getSQLState());
    }

    private static Optional<MembershipQuery.Line> find(String subject, Town town) {
        return memberships.find(Town.ISSUER, subject, town.alias(), TODAY);
    }

    private static void run(String role, String sql) throws Exception {
        try (var connection = database.as(role).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "set default_transaction_read_only = off"); // a default, which an intruder would lift first
            statement.execute(sql);
        }
    }
}
