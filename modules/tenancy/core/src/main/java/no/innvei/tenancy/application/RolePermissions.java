package no.innvei.tenancy.application;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.innvei.kernel.access.PermissionTable;
import no.innvei.kernel.access.Role;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.TenancyPermissions;

/** What each role gives, over the permission tables of all modules. */
final class RolePermissions {

    private final Map<Role, Set<String>> byRole = new EnumMap<>(Role.class);

    RolePermissions(Iterable<PermissionTable> tables) {
        for (var role : Role.values()) {
            byRole.put(role, new TreeSet<>());
        }
        tables.forEach(table -> table.permissions()
                .forEach((permission, roles) ->
                        roles.forEach(role -> byRole.get(role).add(permission))));
    }

    static RolePermissions ofAllModules() {
        return new RolePermissions(ServiceLoader.load(PermissionTable.class, RolePermissions.class.getClassLoader()));
    }

    Set<String> of(Collection<Role> roles, TenantKind kind) {
        return roles.stream()
                .flatMap(role -> byRole.get(role).stream())
                .filter(p -> kind == TenantKind.DIRECTORATE || !TenancyPermissions.DIRECTORATE_ONLY.contains(p))
                .collect(Collectors.toUnmodifiableSet());
    }
}
