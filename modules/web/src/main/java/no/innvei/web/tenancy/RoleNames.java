package no.innvei.web.tenancy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.innvei.kernel.access.Role;

/** Roles by name, as they stand in a request. */
final class RoleNames {

    static final String PATTERN =
            "PROGRAMME_ADVISER|CLASS_REGISTRAR|CAREER_COUNSELLOR|PARENT_GUIDANCE_LEADER|LEADER|TENANT_ADMINISTRATOR|AUDITOR|HELPDESK";

    static Set<Role> roles(List<String> names) {
        return names.stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    private RoleNames() {}
}
