package no.innvei.registersync.api;

import static no.innvei.kernel.access.Role.AUDITOR;
import static no.innvei.kernel.access.Role.LEADER;
import static no.innvei.kernel.access.Role.PROGRAMME_ADVISER;
import static no.innvei.kernel.access.Role.TENANT_ADMINISTRATOR;

import java.util.Map;
import java.util.Set;
import no.innvei.kernel.access.PermissionTable;
import no.innvei.kernel.access.Role;

/** Permissions of the registersync module. */
public final class RegistersyncPermissions implements PermissionTable {

    public static final String READ = "registersync.item.read";
    /** For the job that talks to the register; no role holds it. */
    public static final String DELIVER = "registersync.item.deliver";

    @Override
    public String module() {
        return "registersync";
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                READ, Set.of(PROGRAMME_ADVISER, LEADER, AUDITOR, TENANT_ADMINISTRATOR),
                DELIVER, Set.of());
    }
}
