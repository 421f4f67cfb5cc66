package no.innvei.platform;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import no.innvei.binding.TenantContext.Scope;

/**
 * A job as it stands in records: a name instead of a person, always the same id for the same name, highest clearance and only the permissions it lists.
 *
 * @param name of the job
 */
record SystemUser(String name, Set<String> permissions) {

    /** Reads and writes the queue itself; may do nothing else. */
    static final SystemUser OUTBOX = new SystemUser("outbox", Set.of());

    /** Deletes what is past its time; may do nothing else. */
    static final SystemUser HOUSEKEEPING = new SystemUser("housekeeping", Set.of());

    Scope in(int tenant) {
        var id = UUID.nameUUIDFromBytes(("innvei job " + name).getBytes(StandardCharsets.UTF_8));
        return new Scope(tenant, id, 2, permissions, "JOB:" + name);
    }
}
