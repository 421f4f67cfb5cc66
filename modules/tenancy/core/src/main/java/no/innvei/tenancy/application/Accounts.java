package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.TenancyPermissions;
import no.innvei.tenancy.domain.Organization;
import no.innvei.tenancy.domain.WantedAccount;
import no.innvei.tenancy.persistence.AccountQueries;

/** The two ends of telling Keycloak: what it should say, and that it now says so. The call itself runs in between, outside any transaction. */
@ApplicationScoped
@Transactional
public class Accounts {

    private AccountQueries accounts;
    private Clock clock;

    protected Accounts() {
        // for the CDI proxy
    }

    @Inject
    public Accounts(AccountQueries accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Requires(TenancyPermissions.PROVISION)
    public Optional<WantedAccount> wanted(UUID user) {
        return accounts.member(user, LocalDate.now(clock));
    }

    /** @return false when our row is tied to another login of Keycloak than the one found there */
    @Requires(TenancyPermissions.PROVISION)
    public boolean agreed(WantedAccount account, String subject) {
        boolean linked = accounts.link(account.user(), subject);
        if (linked) {
            accounts.agreed(account.user(), account.version(), clock.instant());
        }
        return linked;
    }

    @Requires(TenancyPermissions.PROVISION)
    public Optional<Organization> organization(int tenant) {
        return accounts.organization(tenant);
    }

    @Requires(TenancyPermissions.PROVISION)
    public Optional<WantedAccount> firstAdministrator(Organization organization) {
        return accounts.firstAdministrator(organization);
    }

    /** @return false when our row is tied to another login of Keycloak than the one found there */
    @Requires(TenancyPermissions.PROVISION)
    public boolean firstAdministratorReady(Organization organization, WantedAccount administrator, String subject) {
        return accounts.firstAdministratorReady(organization.tenant(), administrator.user(), subject, clock.instant());
    }
}
