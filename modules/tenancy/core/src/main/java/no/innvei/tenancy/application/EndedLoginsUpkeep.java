package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import no.innvei.platform.Upkeep;
import no.innvei.tenancy.persistence.EndedLogins;

/** Forgets ended logins once no session and no token can be older. */
@ApplicationScoped
public class EndedLoginsUpkeep implements Upkeep {

    private EndedLogins logins;

    protected EndedLoginsUpkeep() {
        // for the CDI proxy
    }

    @Inject
    public EndedLoginsUpkeep(EndedLogins logins) {
        this.logins = logins;
    }

    @Override
    public String name() {
        return "forget-ended-logins";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        logins.forgetOld();
    }
}
