package no.innvei.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import no.innvei.kernel.access.Role;
import org.junit.jupiter.api.Test;

class TenantsTest {

    private final Tenants tenants = Tenants.demo();

    @Test
    void ids_aliases_and_user_names_are_given_once() {
        assertAllDifferent(tenants.tenants().stream().map(Tenants.Tenant::id).toList());
        assertAllDifferent(tenants.tenants().stream().map(Tenants.Tenant::alias).toList());
        assertAllDifferent(tenants.users().stream().map(Tenants.User::id).toList());
        assertAllDifferent(tenants.users().stream().map(Tenants.User::username).toList());
    }

    @Test
    void every_membership_names_a_tenant_a_role_and_a_clearance_that_exist() {
        for (Tenants.User user : tenants.users()) {
            for (Tenants.Membership membership : user.memberships()) {
                assertEquals(
                        membership.tenant(), tenants.tenant(membership.tenant()).alias());
                membership.roles().forEach(Role::valueOf);
                assertTrue(membership.clearance() >= 0 && membership.clearance() <= 2);
            }
        }
    }

    @Test
    void every_tenant_has_somebody_and_one_person_works_for_two() {
        tenants.tenants()
                .forEach(
                        tenant -> assertTrue(tenants.membersOf(tenant).findAny().isPresent()));
        assertEquals(2, tenants.user("tove").memberships().size());
    }

    @Test
    void three_municipalities_one_of_them_in_nynorsk_a_county_and_the_directorate_are_onboarded() {
        assertEquals(
                List.of("COUNTY", "DIRECTORATE", "MUNICIPALITY", "MUNICIPALITY", "MUNICIPALITY"),
                tenants.tenants().stream().map(Tenants.Tenant::kind).sorted().toList());
        assertEquals("nn", tenants.tenant("volda").language());
    }

    private static void assertAllDifferent(List<?> values) {
        assertEquals(values.size(), new HashSet<>(values).size());
    }
}
