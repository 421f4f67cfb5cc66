package no.innvei.worklist.api;

import static no.innvei.kernel.access.Role.AUDITOR;
import static no.innvei.kernel.access.Role.LEADER;
import static no.innvei.kernel.access.Role.PROGRAMME_ADVISER;
import static no.innvei.kernel.access.Role.TENANT_ADMINISTRATOR;

import java.util.Map;
import java.util.Set;
import no.innvei.kernel.access.PermissionTable;
import no.innvei.kernel.access.Role;

/** Permissions of the worklist module. */
public final class WorklistPermissions implements PermissionTable {

    /** Min dag. */
    public static final String DAY = "worklist.day.read";
    /** The list of participants and the search in it. */
    public static final String LIST = "worklist.participants.read";

    /** The list as a file. */
    public static final String EXPORT = "worklist.participants.export";
    /** To read what the tenant has decided for its lists. */
    public static final String SETTINGS_READ = "worklist.settings.read";
    /** To decide it. */
    public static final String SETTINGS = "worklist.settings.edit";

    @Override
    public String module() {
        return "worklist";
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                DAY, Set.of(PROGRAMME_ADVISER, LEADER, AUDITOR),
                LIST, Set.of(PROGRAMME_ADVISER, LEADER, AUDITOR),
                EXPORT, Set.of(LEADER),
                SETTINGS_READ, Set.of(PROGRAMME_ADVISER, LEADER, TENANT_ADMINISTRATOR, AUDITOR),
                SETTINGS, Set.of(LEADER, TENANT_ADMINISTRATOR));
    }
}
