package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.Uuid7;
import no.innvei.platform.Outbox;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.OnboardingOutcome;
import no.innvei.tenancy.api.TenancyPermissions;
import no.innvei.tenancy.api.Tenants;
import no.innvei.tenancy.persistence.TenantQueries;

@ApplicationScoped
@Transactional
public class TenantService implements Tenants {

    private TenantQueries tenants;
    private KeycloakSettings keycloak;
    private Outbox outbox;
    private Clock clock;

    protected TenantService() {
        // for the CDI proxy
    }

    @Inject
    public TenantService(TenantQueries tenants, KeycloakSettings keycloak, Outbox outbox, Clock clock) {
        this.tenants = tenants;
        this.keycloak = keycloak;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Requires(TenancyPermissions.ONBOARD)
    public List<TenantView> list() {
        return tenants.all(LocalDate.now(clock));
    }

    @Override
    @Requires(TenancyPermissions.ONBOARD)
    public List<Unit> notOnboarded(TenantKind kind) {
        return tenants.notOnboarded(kind, LocalDate.now(clock));
    }

    @Override
    @Requires(TenancyPermissions.ONBOARD)
    public OnboardingOutcome onboard(Onboard command) {
        var today = LocalDate.now(clock);
        var found = tenants.candidate(command.kind(), command.number(), today);
        if (found.isEmpty()) {
            return new OnboardingOutcome.NumberUnknown();
        }
        var candidate = found.get();
        if (candidate.tenantAlias().isPresent()) {
            return new OnboardingOutcome.AlreadyOnboarded(
                    candidate.tenantAlias().get());
        }
        if (tenants.aliasTaken(command.alias())) {
            return new OnboardingOutcome.AliasTaken();
        }
        int tenant = tenants.onboard(command, candidate.unit(), keycloak.issuer(), Uuid7.next(), Uuid7.next(), today);
        outbox.append(Uuid7.next(), Kinds.ORGANIZATION, Map.of("tenant", Integer.toString(tenant)));
        return new OnboardingOutcome.Accepted(command.alias());
    }
}
