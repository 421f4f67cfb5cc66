package no.innvei.kernel.access;

import java.util.Map;
import java.util.Set;

/**
 * The permissions of one module and the roles that hold each of them; found with {@link java.util.ServiceLoader}. A permission is a constant
 * {@code <module>.<thing>.<verb>} in the module's api.
 */
public interface PermissionTable {

    /** Name of the module, the first part of every permission in the table. */
    String module();

    /** Each permission with the roles that hold it; a permission without roles is listed with an empty set. */
    Map<String, Set<Role>> permissions();
}
