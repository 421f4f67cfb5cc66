package no.innvei.tenancy.persistence;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import no.innvei.kernel.access.Role;
import no.innvei.tenancy.api.Memberships.Login;
import no.innvei.tenancy.domain.EndedLogin;
import no.innvei.tenancy.persistence.MembershipQuery.Found;
import no.innvei.testkit.DatabaseRoles;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipQueryTest {

    private static final LocalDate TODAY = parse("2026-11-24");

    private static EmbeddedDatabase database;
    private static final Instant LOGGED_IN = Instant.parse("2026-11-24T09:00:00Z");
    private static MembershipQuery memberships;
    private static EndedLogins endedLogins;
    private static Town sogndal;
    private static Town volda;

    @BeforeAll
    static void two_municipalities() throws Exception {
        database = EmbeddedDatabase.migrated("tenancy");
        memberships = new MembershipQuery(database.as(DatabaseRoles.LOGIN));
        endedLogins = new EndedLogins(database.as(DatabaseRoles.LOGIN));
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

        assertEquals(
                new Found.Line(
                        sogndal.tenant(),
                        anna,
                        "Anna Ås",
                        1,
                        Set.of(Role.PROGRAMME_ADVISER, Role.CLASS_REGISTRAR),
                        "Sogndal kommune",
                        "MUNICIPALITY",
                        "NN"),
                find("anna", sogndal));
    }

    @Test
    void a_user_of_two_municipalities_is_each_of_them_by_itself() throws Exception {
        var tove = sogndal.login("tove");
        sogndal.member(tove, 0, "2024-01-01", null);
        sogndal.role(tove, "PROGRAMME_ADVISER", "2024-01-01", null);
        volda.member(tove, 2, "2024-01-01", null);
        volda.role(tove, "LEADER", "2024-01-01", null);

        assertEquals(Set.of(Role.PROGRAMME_ADVISER), line("tove", sogndal).roles());
        assertEquals(0, line("tove", sogndal).clearance());
        assertEquals(Set.of(Role.LEADER), line("tove", volda).roles());
        assertEquals(2, line("tove", volda).clearance());
    }

    @Test
    void a_member_without_roles_may_come_in_and_do_nothing() throws Exception {
        sogndal.member(sogndal.login("per"), 0, "2024-01-01", null);

        assertEquals(Set.of(), line("per", sogndal).roles());
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
            assertEquals(new Found.Nothing(), find(subject, sogndal), subject);
        }
        assertEquals(new Found.Nothing(), find(Town.ISSUER, "elsewhere", "no-such-tenant", TODAY));
        assertEquals(new Found.Nothing(), find("https://other.example", "elsewhere", "volda", TODAY));
        assertEquals(new Found.Nothing(), find(null, null, null, TODAY));
    }

    @Test
    void the_last_day_counts_and_the_day_after_does_not() throws Exception {
        sogndal.member(sogndal.login("short"), 0, "2026-11-01", "2026-11-30");

        assertInstanceOf(Found.Line.class, find(Town.ISSUER, "short", "sogndal", parse("2026-11-01")));
        assertInstanceOf(Found.Line.class, find(Town.ISSUER, "short", "sogndal", parse("2026-11-30")));
        assertEquals(new Found.Nothing(), find(Town.ISSUER, "short", "sogndal", parse("2026-10-31")));
        assertEquals(new Found.Nothing(), find(Town.ISSUER, "short", "sogndal", parse("2026-12-01")));
    }

    @Test
    void an_ended_session_opens_nothing_and_another_session_of_the_same_person_goes_on() throws Exception {
        sogndal.member(sogndal.login("lise"), 0, "2024-01-01", null);

        assertTrue(endedLogins.record(ended("s1", "lise", LOGGED_IN.plusSeconds(60))));

        assertEquals(new Found.Ended(), inSession("lise", "s1", LOGGED_IN));
        assertEquals(new Found.Ended(), inSession("lise", "s1", LOGGED_IN.plusSeconds(60)), "in the same second");
        assertInstanceOf(Found.Line.class, inSession("lise", "s1", LOGGED_IN.plusSeconds(61)), "a later login");
        assertInstanceOf(Found.Line.class, inSession("lise", "s2", LOGGED_IN));
        assertInstanceOf(Found.Line.class, inSession("lise", null, LOGGED_IN));
    }

    @Test
    void without_a_session_in_the_notice_every_session_of_the_subject_ends() throws Exception {
        sogndal.member(sogndal.login("mona"), 0, "2024-01-01", null);
        sogndal.member(sogndal.login("nina"), 0, "2024-01-01", null);

        endedLogins.record(ended(null, "mona", LOGGED_IN.plusSeconds(60)));

        assertEquals(new Found.Ended(), inSession("mona", "m1", LOGGED_IN));
        assertEquals(new Found.Ended(), inSession("mona", "m2", LOGGED_IN));
        assertEquals(new Found.Ended(), inSession("mona", null, LOGGED_IN), "a token without sid");
        assertInstanceOf(Found.Line.class, inSession("mona", "m3", LOGGED_IN.plusSeconds(61)), "a later login");
        assertInstanceOf(Found.Line.class, inSession("nina", "n1", LOGGED_IN));
    }

    @Test
    void a_session_of_another_issuer_is_another_session_and_an_ended_stranger_is_ended() throws Exception {
        sogndal.member(sogndal.login("oda"), 0, "2024-01-01", null);

        endedLogins.record(new EndedLogin("https://other.example", "n", "o1", "oda", LOGGED_IN));
        assertInstanceOf(Found.Line.class, inSession("oda", "o1", LOGGED_IN));

        endedLogins.record(ended("x1", "nobody", LOGGED_IN));
        assertEquals(new Found.Ended(), inSession("nobody", "x1", LOGGED_IN));
    }

    @Test
    void the_same_notice_counts_once() throws Exception {
        var notice = ended("p1", "per", LOGGED_IN);

        assertTrue(endedLogins.record(notice));
        assertFalse(endedLogins.record(notice));
        assertFalse(endedLogins.record(new EndedLogin(
                notice.issuer(), notice.notice(), "p2", null, notice.at().plusSeconds(5))));
        assertEquals(new Found.Nothing(), inSession("p", "p2", LOGGED_IN));
    }

    @Test
    void what_is_older_than_any_session_is_forgotten() throws Exception {
        var now = Instant.now(Clock.systemUTC());
        endedLogins.record(ended("old", null, now.minus(Duration.ofHours(13))));
        endedLogins.record(ended("young", null, now.minus(Duration.ofHours(11))));

        assertTrue(endedLogins.forgetOld() >= 1);

        assertEquals(new Found.Nothing(), inSession("q", "old", now.minus(Duration.ofHours(14))));
        assertEquals(new Found.Ended(), inSession("q", "young", now.minus(Duration.ofHours(14))));
    }

    @Test
    void writing_leaves_the_connection_as_read_only_as_it_was() throws Exception {
        try (var connection = database.as(DatabaseRoles.LOGIN).getConnection();
                var statement = connection.createStatement()) {
            var kept = (DataSource) Proxy.newProxyInstance(
                    MembershipQueryTest.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (self, method, arguments) -> unclosed(connection));

            new EndedLogins(kept).record(ended("r1", null, LOGGED_IN));

            assertTrue(connection.getAutoCommit());
            var refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("select tenancy.end_login('i', 'n', 's', null, now())"));
            assertEquals("25006", refused.getSQLState());
        }
    }

    @Test
    void the_question_leaves_no_tenant_behind_on_the_connection() throws Exception {
        sogndal.member(sogndal.login("trace"), 0, "2024-01-01", null);

        var left = EmbeddedDatabase.inTransaction(database.as(DatabaseRoles.LOGIN), connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("select * from tenancy.member('" + Town.ISSUER
                        + "', 'trace', 'sogndal', '2026-11-24', null, '2026-11-24T09:00:00Z')");
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
                "select * from tenancy.ended_login",
                "insert into tenancy.ended_login (issuer, notice, session_id, ended_at) values ('i', 'n', 's', now())",
                "delete from tenancy.ended_login",
                "select tenancy.account('i', 'somebody')",
                "select tenancy.link_account(gen_random_uuid(), 's')",
                "insert into tenancy.tenant (alias, kind, name) values ('x2', 'DIRECTORATE', 'x')"
            })
    void the_login_role_may_ask_for_a_member_and_a_tenant_name_and_end_logins_and_nothing_else(String sql)
            throws Exception {
        var refused = assertThrows(SQLException.class, () -> run(DatabaseRoles.LOGIN, sql));

        assertEquals("42501", refused.getSQLState());
        run(DatabaseRoles.LOGIN, "select alias, name from tenancy.tenant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from tenancy.app_user",
                "select * from tenancy.member('i', 's', 'sogndal', '2026-11-24', null, now())",
                "select * from tenancy.ended_login",
                "select tenancy.end_login('i', 'n', 's', null, now())",
                "select tenancy.forget_ended_logins()",
                "insert into tenancy.tenant (alias, kind, name) values ('x3', 'DIRECTORATE', 'x')",
                "update tenancy.municipality_version set name = 'x'"
            })
    void the_application_role_reads_no_login_and_writes_no_tenant(String sql) {
        assertEquals(
                "42501",
                assertThrows(SQLException.class, () -> run(DatabaseRoles.APP, sql))
                        .getSQLState());
    }

    private static Found.Line line(String subject, Town town) {
        return assertInstanceOf(Found.Line.class, find(subject, town));
    }

    private static Found find(String subject, Town town) {
        return find(Town.ISSUER, subject, town.alias(), TODAY);
    }

    private static Found find(String issuer, String subject, String alias, LocalDate day) {
        return memberships.find(new Login(issuer, subject, alias, null, LOGGED_IN), day);
    }

    private static Found inSession(String subject, String session, Instant issuedAt) {
        return memberships.find(new Login(Town.ISSUER, subject, "sogndal", session, issuedAt), TODAY);
    }

    private static EndedLogin ended(String session, String subject, Instant at) {
        return new EndedLogin(Town.ISSUER, UUID.randomUUID().toString(), session, subject, at);
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                MembershipQueryTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
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
