package no.innvei.binding;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Who the current thread works for. Set from the verified login or the job's data, cleared in {@code finally}. */
public final class TenantContext {

    /**
     * @param tenant our number for the municipality, county or directorate; never shown
     * @param clearance highest protection level the user may see: 0 ordinary, 1 fortrolig, 2 strengt fortrolig
     * @param permissions what the user may do in this tenant right now, read from our database when the request began
     * @param role the roles that gave the permissions, for the access log
     */
    public record Scope(int tenant, UUID user, int clearance, Set<String> permissions, String role) {

        public Scope {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(role, "role");
            permissions = Set.copyOf(permissions);
            if (clearance < 0 || clearance > 2) {
                throw new IllegalArgumentException("clearance " + clearance);
            }
        }
    }

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    /** Runs {@code work} for {@code scope}; nesting another scope is refused. */
    public static <T> T call(Scope scope, Callable<T> work) throws Exception {
        Objects.requireNonNull(scope, "scope");
        var before = CURRENT.get();
        if (before != null && !before.equals(scope)) {
            throw new IllegalStateException("already working for another scope");
        }
        CURRENT.set(scope);
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            }
        }
    }

    /** The scope of this thread, or {@code null} outside {@link #call}. Application code reads it through {@code platform.CurrentScope} only. */
    public static Scope current() {
        return CURRENT.get();
    }

    private TenantContext() {}
}
