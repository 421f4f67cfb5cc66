package no.innvei.tenancy.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.innvei.platform.OutboxHandler;
import no.innvei.tenancy.api.TenancyPermissions;
import no.innvei.tenancy.application.Accounts;
import no.innvei.tenancy.application.Kinds;

/** Tells Keycloak what has been decided about users and tenants; safe to run again with the same row. */
@ApplicationScoped
public class KeycloakDelivery implements OutboxHandler {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private Accounts accounts;
    private KeycloakAdministration keycloak;

    protected KeycloakDelivery() {
        // for the CDI proxy
    }

    @Inject
    public KeycloakDelivery(Accounts accounts, KeycloakAdministration keycloak) {
        this.accounts = accounts;
        this.keycloak = keycloak;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.USER, Kinds.ORGANIZATION);
    }

    @Override
    public Set<String> permissions() {
        return Set.of(TenancyPermissions.PROVISION);
    }

    @Override
    public Delivery deliver(Row row) {
        return switch (row.kind()) {
            case Kinds.USER -> attempt(row, () -> user(UUID.fromString(row.ids().get("user"))));
            case Kinds.ORGANIZATION ->
                attempt(row, () -> organization(Integer.parseInt(row.ids().get("tenant"))));
            default -> throw new IllegalArgumentException("unknown kind " + row.kind());
        };
    }

    private Delivery user(UUID user) {
        var wanted = accounts.wanted(user);
        if (wanted.isEmpty()) {
            return new Delivery.Done();
        }
        var subject = keycloak.agree(wanted.get());
        if (subject.isEmpty() || accounts.agreed(wanted.get(), subject.get())) {
            return new Delivery.Done();
        }
        return new Delivery.Parked("login-of-another-user");
    }

    private Delivery organization(int tenant) {
        var organization = accounts.organization(tenant);
        if (organization.isEmpty()) {
            return new Delivery.Parked("no-such-tenant");
        }
        keycloak.agree(organization.get());
        var administrator = accounts.firstAdministrator(organization.get());
        if (administrator.isEmpty()) {
            return new Delivery.Done();
        }
        var subject = keycloak.agree(administrator.get()).orElseThrow();
        return accounts.firstAdministratorReady(organization.get(), administrator.get(), subject)
                ? new Delivery.Done()
                : new Delivery.Parked("login-of-another-user");
    }

    private Delivery attempt(Row row, Supplier<Delivery> work) {
        try {
            return work.get();
        } catch (WebApplicationException refused) {
            keycloak.startAfresh();
            int status = refused.getResponse().getStatus();
            return status == 400 ? new Delivery.Parked("keycloak-400") : later(row);
        } catch (ProcessingException | KeycloakAdministration.NotThereYet unreachable) {
            return later(row);
        }
    }

    private static Delivery later(Row row) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(row.attempts(), 10));
        return new Delivery.Retry(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
