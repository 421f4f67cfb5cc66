package no.innvei.tenancy.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import no.innvei.kernel.WrittenForm;
import no.innvei.kernel.access.Role;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.OnboardingOutcome;
import no.innvei.tenancy.api.Tenants.Onboard;
import no.innvei.tenancy.api.Tenants.Unit;
import no.innvei.tenancy.persistence.Storage;
import no.innvei.tenancy.persistence.Town;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnboardingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneId.of("Europe/Oslo"));
    private static final LocalDate TODAY = LocalDate.now(CLOCK);

    private final List<Map<String, String>> outbox = new ArrayList<>();
    private Storage storage;
    private Town directorate;
    private Town volda;
    private TenantService tenants;
    private Accounts accounts;

    @BeforeEach
    void the_directorate_and_one_municipality() throws Exception {
        var database = EmbeddedDatabase.migrated("tenancy");
        storage = new Storage(database);
        directorate = Town.directorate(database, "imdi");
        volda = Town.onboarded(database, "volda", "1577");
        tenants = new TenantService(
                storage.tenantQueries,
                KeycloakSettings.of(URI.create(Town.ISSUER), URI.create("https://login.example"), ""),
                (stream, kind, ids) -> outbox.add(ids),
                CLOCK);
        accounts = new Accounts(storage.accountQueries, CLOCK);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void municipalities_of_today_stand_in_norwegian_order_and_an_old_number_has_no_name() throws Exception {
        var municipalities = new MunicipalityService(storage.tenantQueries, CLOCK);
        var names = storage.in(volda.tenant(), municipalities::today).stream()
                .map(Unit::name)
                .toList();

        assertEquals(357, names.size());
        assertTrue(names.indexOf("Øygarden") < names.indexOf("Ålesund"));
        assertTrue(names.indexOf("Vågan") < names.indexOf("Øygarden"));
        assertEquals(
                List.of(Optional.of("Bergen"), Optional.empty()),
                storage.in(volda.tenant(), () -> List.of(municipalities.name("4601"), municipalities.name("1201"))));
    }

    @Test
    void an_onboarded_municipality_has_an_office_and_an_administrator_who_waits_for_a_login() throws Exception {
        assertEquals(new OnboardingOutcome.Accepted("sogndal"), onboard("sogndal", TenantKind.MUNICIPALITY, "4640"));

        int sogndal = Integer.parseInt(outbox.getFirst().get("tenant"));
        var offices = storage.in(sogndal, () -> storage.memberQueries.offices(TODAY));
        var staff = storage.in(sogndal, () -> storage.memberQueries.page(Optional.empty(), 10, TODAY))
                .rows();
        assertEquals("Flyktningtenesta", offices.getFirst().name());
        assertEquals(1, staff.size());
        assertEquals("Anna Ås", staff.getFirst().displayName());
        assertEquals(
                Role.TENANT_ADMINISTRATOR, staff.getFirst().roles().getFirst().role());
        assertFalse(staff.getFirst().loginReady());
    }

    @Test
    void the_job_of_the_directorate_ties_the_first_administrator_to_the_login_once() throws Exception {
        onboard("sogndal", TenantKind.MUNICIPALITY, "4640");
        int sogndal = Integer.parseInt(outbox.getFirst().get("tenant"));
        var organization = inDirectorate(() -> accounts.organization(sogndal)).orElseThrow();
        var administrator =
                inDirectorate(() -> accounts.firstAdministrator(organization)).orElseThrow();
        assertEquals("anna@sogndal.example", administrator.loginName());
        assertEquals(Optional.empty(), administrator.subject());

        assertTrue(inDirectorate(() -> accounts.firstAdministratorReady(organization, administrator, "sub-1")));
        assertTrue(inDirectorate(() -> accounts.firstAdministratorReady(organization, administrator, "sub-1")));
        assertFalse(inDirectorate(() -> accounts.firstAdministratorReady(organization, administrator, "sub-2")));

        assertEquals(
                Optional.of("sub-1"),
                inDirectorate(() -> accounts.firstAdministrator(organization))
                        .orElseThrow()
                        .subject());
        assertTrue(storage.in(sogndal, () -> storage.memberQueries.find(administrator.user(), TODAY))
                .orElseThrow()
                .loginReady());
    }

    @Test
    void a_sub_of_another_login_is_never_taken_over() throws Exception {
        volda.login("sub-of-somebody");
        onboard("sogndal", TenantKind.MUNICIPALITY, "4640");
        int sogndal = Integer.parseInt(outbox.getFirst().get("tenant"));
        var organization = inDirectorate(() -> accounts.organization(sogndal)).orElseThrow();
        var administrator =
                inDirectorate(() -> accounts.firstAdministrator(organization)).orElseThrow();

        assertFalse(
                inDirectorate(() -> accounts.firstAdministratorReady(organization, administrator, "sub-of-somebody")));
    }

    @Test
    void a_municipality_cannot_onboard_another_even_when_the_application_lets_it() {
        assertThrows(
                RuntimeException.class,
                () -> storage.in(
                        volda.tenant(), () -> tenants.onboard(command("sogndal", TenantKind.MUNICIPALITY, "4640"))));
        assertThrows(
                RuntimeException.class,
                () -> storage.in(
                        volda.tenant(),
                        () -> accounts.firstAdministrator(new no.innvei.tenancy.domain.Organization(
                                directorate.tenant(), "imdi", "Direktoratet"))));
    }

    @Test
    void a_unit_is_a_tenant_once_and_an_alias_belongs_to_one() throws Exception {
        assertEquals(
                new OnboardingOutcome.AlreadyOnboarded("volda"), onboard("volda2", TenantKind.MUNICIPALITY, "1577"));
        assertEquals(new OnboardingOutcome.AliasTaken(), onboard("volda", TenantKind.MUNICIPALITY, "4640"));
        assertEquals(new OnboardingOutcome.NumberUnknown(), onboard("svalbard", TenantKind.MUNICIPALITY, "2100"));
        assertEquals(new OnboardingOutcome.NumberUnknown(), onboard("another-directorate", TenantKind.DIRECTORATE, ""));
        assertEquals(List.of(), outbox);
    }

    @Test
    void a_county_is_onboarded_with_its_two_digits_and_leaves_the_list_of_those_who_wait() throws Exception {
        var before = inDirectorate(() -> tenants.notOnboarded(TenantKind.COUNTY));
        assertEquals(15, before.size());

        assertEquals(new OnboardingOutcome.Accepted("vestland"), onboard("vestland", TenantKind.COUNTY, "46"));

        var after = inDirectorate(() -> tenants.notOnboarded(TenantKind.COUNTY));
        assertFalse(after.contains(new Unit("46", "Vestland")));
        assertEquals(
                356,
                inDirectorate(() -> tenants.notOnboarded(TenantKind.MUNICIPALITY))
                        .size());
        assertEquals(
                List.of(Optional.empty(), Optional.of("46"), Optional.of("1577")),
                inDirectorate(tenants::list).stream().map(t -> t.number()).toList());
    }

    @Test
    void only_a_directorate_gives_its_administrator_the_right_to_onboard() {
        var permissions = RolePermissions.ofAllModules();
        var roles = Set.of(Role.TENANT_ADMINISTRATOR);

        assertTrue(permissions.of(roles, TenantKind.DIRECTORATE).contains("tenancy.tenant.onboard"));
        assertFalse(permissions.of(roles, TenantKind.MUNICIPALITY).contains("tenancy.tenant.onboard"));
        assertTrue(permissions.of(roles, TenantKind.MUNICIPALITY).contains("tenancy.user.edit"));
        assertFalse(
                permissions.of(Set.of(Role.values()), TenantKind.DIRECTORATE).contains("tenancy.account.provision"));
    }

    private OnboardingOutcome onboard(String alias, TenantKind kind, String number) throws Exception {
        return inDirectorate(() -> tenants.onboard(command(alias, kind, number)));
    }

    private static Onboard command(String alias, TenantKind kind, String number) {
        return new Onboard(
                alias,
                kind,
                number,
                alias.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + alias.substring(1),
                WrittenForm.NN,
                "Flyktningtenesta",
                "Anna Ås",
                "anna@" + alias + ".example");
    }

    private <T> T inDirectorate(java.util.concurrent.Callable<T> work) throws Exception {
        return storage.in(directorate.tenant(), work);
    }
}
