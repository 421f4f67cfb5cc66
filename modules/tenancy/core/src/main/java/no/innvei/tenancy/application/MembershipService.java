package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.innvei.kernel.WrittenForm;
import no.innvei.tenancy.api.Memberships;
import no.innvei.tenancy.persistence.MembershipQuery;

/** Runs before there is a scope, and therefore without transaction and permission. */
@ApplicationScoped
public class MembershipService implements Memberships {

    private MembershipQuery query;
    private Clock clock;
    private RolePermissions permissions;

    protected MembershipService() {
        // for the CDI proxy
    }

    @Inject
    public MembershipService(MembershipQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
        this.permissions = RolePermissions.ofAllModules();
    }

    @Override
    public Optional<Membership> find(String issuer, String subject, String organization) {
        return query.find(issuer, subject, organization, LocalDate.now(clock)).map(this::membership);
    }

    private Membership membership(MembershipQuery.Line line) {
        var kind = TenantKind.valueOf(line.tenantKind());
        return new Membership(
                line.tenant(),
                line.user(),
                line.displayName(),
                line.clearance(),
                line.roles(),
                permissions.of(line.roles(), kind),
                line.tenantName(),
                kind,
                "NN".equals(line.writtenForm()) ? WrittenForm.NN : WrittenForm.NB);
    }
}
