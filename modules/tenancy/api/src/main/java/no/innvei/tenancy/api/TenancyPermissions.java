package no.innvei.tenancy.api;

import static no.innvei.kernel.access.Role.AUDITOR;
import static no.innvei.kernel.access.Role.LEADER;
import static no.innvei.kernel.access.Role.PROGRAMME_ADVISER;
import static no.innvei.kernel.access.Role.TENANT_ADMINISTRATOR;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import no.innvei.kernel.access.PermissionTable;
import no.innvei.kernel.access.Role;

/** Permissions of the tenancy module. */
public final class TenancyPermissions implements PermissionTable {

    public static final String READ_USERS = "tenancy.user.read";
    public static final String EDIT_USERS = "tenancy.user.edit";
    /** Names of colleagues and which office they work in. */
    public static final String COLLEAGUES = "tenancy.colleague.read";
    /** Held by an administrator of the directorate only; in other tenants the role does not give it. */
    public static final String ONBOARD = "tenancy.tenant.onboard";
    /** For the job that makes Keycloak agree with our tables; no role holds it. */
    public static final String PROVISION = "tenancy.account.provision";

    /** Which municipalities there are; everybody with a role. */
    public static final String MUNICIPALITIES = "tenancy.municipality.read";

    /** What a role gives in a directorate and nowhere else. */
    public static final Set<String> DIRECTORATE_ONLY = Set.of(ONBOARD);

    @Override
    public String module() {
        return "tenancy";
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                READ_USERS, Set.of(TENANT_ADMINISTRATOR, AUDITOR),
                EDIT_USERS, Set.of(TENANT_ADMINISTRATOR),
                COLLEAGUES, Set.of(PROGRAMME_ADVISER, LEADER, AUDITOR, TENANT_ADMINISTRATOR),
                MUNICIPALITIES, EnumSet.allOf(Role.class),
                ONBOARD, Set.of(TENANT_ADMINISTRATOR),
                PROVISION, Set.of());
    }
}
