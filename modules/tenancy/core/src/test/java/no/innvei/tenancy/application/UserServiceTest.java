package no.innvei.tenancy.application;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.innvei.kernel.access.Role;
import no.innvei.platform.BoundScope;
import no.innvei.tenancy.api.UserOutcome;
import no.innvei.tenancy.api.Users.ChangeRoles;
import no.innvei.tenancy.api.Users.EndAccess;
import no.innvei.tenancy.api.Users.InviteUser;
import no.innvei.tenancy.api.Users.RoleView;
import no.innvei.tenancy.api.Users.UserView;
import no.innvei.tenancy.persistence.Storage;
import no.innvei.tenancy.persistence.Town;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserServiceTest {

    private static final LocalDate TODAY = parse("2026-11-24");

    private final List<String> outbox = new ArrayList<>();
    private Storage storage;
    private Town sogndal;
    private Town volda;
    private UserService users;
    private UUID admin;

    @BeforeEach
    void a_municipality_with_one_administrator() throws Exception {
        var database = EmbeddedDatabase.migrated("tenancy");
        storage = new Storage(database);
        sogndal = Town.onboarded(database, "sogndal", "4640");
        volda = Town.onboarded(database, "volda", "1577");
        admin = sogndal.login("admin");
        sogndal.member(admin, 0, "2024-01-01", null);
        sogndal.role(admin, "TENANT_ADMINISTRATOR", "2024-01-01", null);
        users = new UserService(
                storage.members,
                storage.memberQueries,
                KeycloakSettings.of(URI.create(Town.ISSUER), URI.create("https://login.example"), ""),
                new BoundScope(),
                (stream, kind, ids) -> outbox.add(
                        kind + " " + Map.of("user", stream.toString()).equals(ids)),
                Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneId.of("Europe/Oslo")));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void an_invited_user_has_the_roles_from_the_first_day_and_keycloak_is_told_by_id_only() throws Exception {
        var invited =
                accepted(inSogndal(() -> users.invite(invitation("Per Berg", "Per@Sogndal.example", Role.LEADER))));

        var per = user(invited.user());
        assertEquals("Per Berg", per.displayName());
        assertEquals(Optional.empty(), per.validTo());
        assertFalse(per.loginReady());
        assertEquals(Set.of(Role.LEADER), roles(per));
        assertEquals(List.of("tenancy.user.v1 true"), outbox);
    }

    @Test
    void the_same_address_is_the_same_login_in_two_municipalities_and_neither_can_tell() throws Exception {
        var here =
                accepted(inSogndal(() -> users.invite(invitation("Tove Lunde", "tove@login.example", Role.AUDITOR))));
        var there = accepted(storage.in(
                volda.tenant(),
                () -> users.invite(new InviteUser(
                        "Tove L.",
                        "TOVE@login.example",
                        Set.of(Role.LEADER),
                        volda.office(),
                        TODAY,
                        Optional.empty()))));

        assertEquals(here.user(), there.user());
        assertEquals(there.version(), here.version());
        assertEquals("Tove Lunde", user(here.user()).displayName());
        assertEquals(
                Optional.empty(), storage.in(volda.tenant(), () -> users.find(admin)), "another municipality's user");
    }

    @Test
    void somebody_with_access_is_not_invited_twice() throws Exception {
        var first = accepted(inSogndal(() -> users.invite(invitation("Per Berg", "per@sogndal.example", Role.LEADER))));

        assertEquals(
                new UserOutcome.AlreadyUser(first.user()),
                inSogndal(() -> users.invite(invitation("Per B.", "per@sogndal.example", Role.AUDITOR))));
    }

    @Test
    void new_roles_replace_the_old_ones_at_once() throws Exception {
        var per = accepted(inSogndal(() -> users.invite(invitation("Per Berg", "per@sogndal.example", Role.LEADER))));

        var changed = accepted(inSogndal(() -> users.changeRoles(new ChangeRoles(
                per.user(), per.version(), sogndal.office(), Set.of(Role.PROGRAMME_ADVISER, Role.CLASS_REGISTRAR)))));

        assertEquals(Set.of(Role.PROGRAMME_ADVISER, Role.CLASS_REGISTRAR), roles(user(per.user())));
        assertTrue(changed.version() > per.version());
    }

    @Test
    void a_change_made_on_an_old_page_is_refused() throws Exception {
        var per = accepted(inSogndal(() -> users.invite(invitation("Per Berg", "per@sogndal.example", Role.LEADER))));
        accepted(inSogndal(() ->
                users.changeRoles(new ChangeRoles(per.user(), per.version(), sogndal.office(), Set.of(Role.AUDITOR)))));

        assertEquals(
                new UserOutcome.ChangedMeanwhile(per.user()),
                inSogndal(() -> users.endAccess(new EndAccess(per.user(), per.version(), TODAY))));
        assertEquals(Set.of(Role.AUDITOR), roles(user(per.user())));
    }

    @Test
    void access_can_end_later_or_at_once_and_the_person_can_come_back() throws Exception {
        var per = accepted(inSogndal(() -> users.invite(invitation("Per Berg", "per@sogndal.example", Role.LEADER))));
        var later = accepted(
                inSogndal(() -> users.endAccess(new EndAccess(per.user(), per.version(), parse("2026-12-31")))));
        assertEquals(Optional.of(parse("2026-12-31")), user(per.user()).validTo());
        assertEquals(Set.of(Role.LEADER), roles(user(per.user())));

        accepted(inSogndal(() -> users.endAccess(new EndAccess(per.user(), later.version(), TODAY.minusDays(1)))));
        assertEquals(Optional.of(TODAY.minusDays(1)), user(per.user()).validTo());
        assertEquals(Set.of(), roles(user(per.user())));

        var back = accepted(inSogndal(() -> users.invite(invitation("Per Berg", "per@sogndal.example", Role.AUDITOR))));
        assertEquals(per.user(), back.user());
        assertEquals(Set.of(Role.AUDITOR), roles(user(per.user())));
        assertEquals(
                new UserOutcome.PeriodNotPossible(TODAY.minusDays(1)),
                inSogndal(() -> users.endAccess(new EndAccess(back.user(), back.version(), TODAY.minusDays(2)))));
    }

    @Test
    void the_last_administrator_stays_until_there_is_another() throws Exception {
        var version = user(admin).version();
        assertEquals(
                new UserOutcome.LastAdministrator(),
                inSogndal(() -> users.endAccess(new EndAccess(admin, version, parse("2027-06-30")))));
        assertEquals(
                new UserOutcome.LastAdministrator(),
                inSogndal(() -> users.changeRoles(
                        new ChangeRoles(admin, version, sogndal.office(), Set.of(Role.PROGRAMME_ADVISER)))));

        accepted(inSogndal(
                () -> users.invite(invitation("Per Berg", "per@sogndal.example", Role.TENANT_ADMINISTRATOR))));

        accepted(inSogndal(() -> users.endAccess(new EndAccess(admin, version, parse("2027-06-30")))));
    }

    @Test
    void what_cannot_be_is_refused_before_anything_is_written() throws Exception {
        assertEquals(
                new UserOutcome.RoleNotHere(Role.HELPDESK),
                inSogndal(() -> users.invite(invitation("Per Berg", "per@sogndal.example", Role.HELPDESK))));
        assertEquals(
                new UserOutcome.OfficeNotOpen(),
                inSogndal(() -> users.invite(new InviteUser(
                        "Per Berg",
                        "per@sogndal.example",
                        Set.of(Role.LEADER),
                        volda.office(),
                        TODAY,
                        Optional.empty()))));
        assertEquals(
                new UserOutcome.PeriodNotPossible(TODAY),
                inSogndal(() -> users.invite(new InviteUser(
                        "Per Berg",
                        "per@sogndal.example",
                        Set.of(Role.LEADER),
                        sogndal.office(),
                        TODAY,
                        Optional.of(TODAY.minusDays(1))))));
        assertEquals(
                new UserOutcome.NotFound(),
                storage.in(volda.tenant(), () -> users.endAccess(new EndAccess(admin, 1, TODAY))));
        assertEquals(List.of(), outbox);
        assertEquals(1, inSogndal(() -> users.list(Optional.empty(), 50)).rows().size());
    }

    @Test
    void the_list_is_read_forwards_and_back_and_a_cursor_holds_no_name() throws Exception {
        for (var name : List.of("Bo", "Cato", "Dag", "Eva")) {
            accepted(inSogndal(() -> users.invite(invitation(name, name + "@sogndal.example", Role.AUDITOR))));
        }

        var first = inSogndal(() -> users.list(Optional.empty(), 2));
        var second = inSogndal(() -> users.list(first.next(), 2));
        var third = inSogndal(() -> users.list(second.next(), 2));
        var backAgain = inSogndal(() -> users.list(third.previous(), 2));

        assertEquals(List.of("Anna Ås", "Bo"), names(first.rows()));
        assertEquals(List.of("Cato", "Dag"), names(second.rows()));
        assertEquals(List.of("Eva"), names(third.rows()));
        assertEquals(names(second.rows()), names(backAgain.rows()));
        assertEquals(Optional.empty(), first.previous());
        assertEquals(Optional.empty(), third.next());
        assertEquals(first.rows().getLast().user().toString(), first.next().orElseThrow());
        assertEquals(
                names(first.rows()),
                names(inSogndal(() -> users.list(Optional.of("?"), 2)).rows()));
    }

    private InviteUser invitation(String name, String email, Role role) {
        return new InviteUser(name, email, Set.of(role), sogndal.office(), TODAY, Optional.empty());
    }

    private <T> T inSogndal(Callable<T> useCase) throws Exception {
        return storage.in(sogndal.tenant(), useCase);
    }

    private UserView user(UUID user) throws Exception {
        return inSogndal(() -> users.find(user)).orElseThrow();
    }

    private static Set<Role> roles(UserView user) {
        return user.roles().stream().map(RoleView::role).collect(Collectors.toSet());
    }

    private static List<String> names(List<UserView> users) {
        return users.stream().map(UserView::displayName).toList();
    }

    private static UserOutcome.Accepted accepted(UserOutcome outcome) {
        return assertInstanceOf(UserOutcome.Accepted.class, outcome);
    }
}
