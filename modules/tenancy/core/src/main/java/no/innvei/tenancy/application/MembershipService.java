package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
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
    public Answer find(Login login) {
        return switch (query.find(login, LocalDate.now(clock))) {
            case MembershipQuery.Found.Line line -> new Answer.Member(membership(line));
            case MembershipQuery.Found.Ended ended -> new Answer.Ended();
            case MembershipQuery.Found.Nothing nothing -> new Answer.Stranger();
        };
    }

    private Membership membership(MembershipQuery.Found.Line line) {
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
