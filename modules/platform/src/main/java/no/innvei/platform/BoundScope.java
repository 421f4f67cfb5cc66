package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;

/** Reads the scope that the login filter or a job has bound to the thread. */
@ApplicationScoped
public class BoundScope implements CurrentScope {

    @Override
    public int tenant() {
        return scope().tenant();
    }

    @Override
    public UUID user() {
        return scope().user();
    }

    @Override
    public int clearance() {
        return scope().clearance();
    }

    @Override
    public boolean holds(String permission) {
        return scope().permissions().contains(permission);
    }

    @Override
    public String role() {
        return scope().role();
    }

    private static Scope scope() {
        var scope = TenantContext.current();
        if (scope == null) {
            throw new IllegalStateException("no scope on this thread");
        }
        return scope;
    }
}
