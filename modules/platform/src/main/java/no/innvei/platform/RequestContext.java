package no.innvei.platform;

import java.util.UUID;
import java.util.concurrent.Callable;
import no.innvei.binding.TenantContext;

/** Which request or job run a thread works on; stands in every log record and access row. */
public final class RequestContext {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    /** A random id; says nothing about who asked for what. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Runs {@code work} under a request id. The filter of the web tier takes the id of the load balancer when it has a harmless form.
     *
     * @param id 1 to 64 letters, digits and hyphens; anything else is replaced by {@link #newId}
     */
    public static <T> T call(String id, Callable<T> work) throws Exception {
        var before = CURRENT.get();
        CURRENT.set(id != null && id.matches("[A-Za-z0-9-]{1,64}") ? id : newId());
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** {@code null} outside a request. */
    public static String requestId() {
        return CURRENT.get();
    }

    /** Our number of the tenant for the log, or {@code null} when none is bound. */
    static String tenant() {
        var scope = TenantContext.current();
        return scope == null ? null : Integer.toString(scope.tenant());
    }

    private RequestContext() {}
}
