package no.innvei.tenancy.integration;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Instant;
import no.innvei.tenancy.api.LogoutNotices;
import no.innvei.tenancy.application.KeycloakSettings;
import no.innvei.tenancy.persistence.EndedLogins;

/** Logout notices of our Keycloak. Verifies first, keys and all, and opens the transaction afterwards. */
@ApplicationScoped
public class KeycloakLogout implements LogoutNotices {

    private static final Logger LOG = System.getLogger(KeycloakLogout.class.getName());

    /** The client that people log in with; its notices are the ones for us. */
    private static final String CLIENT = "innvei-web";

    private KeycloakSettings settings;
    private EndedLogins logins;
    private LogoutTokens tokens;

    protected KeycloakLogout() {
        // for the CDI proxy
    }

    @Inject
    public KeycloakLogout(KeycloakSettings settings, EndedLogins logins) {
        this.settings = settings;
        this.logins = logins;
    }

    @PostConstruct
    void prepare() {
        try {
            // where the login itself finds the keys, so that both trust the same
            var keys = LogoutTokens.keysAt(URI.create(settings.issuer() + "/protocol/openid-connect/certs"));
            tokens = new LogoutTokens(
                    settings.issuer(), CLIENT, keys, () -> Instant.ofEpochMilli(System.currentTimeMillis()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("innvei.oidc.issuer is no address", e);
        }
    }

    @Override
    public boolean accept(String logoutToken) {
        try {
            var ended = tokens.verified(logoutToken);
            if (logins.record(ended)) {
                LOG.log(Level.INFO, "The issuer ended a login");
                return true;
            }
            LOG.log(Level.WARNING, "A logout notice was refused: repeated");
        } catch (LogoutTokens.RefusedException refused) {
            LOG.log(Level.WARNING, "A logout notice was refused: {0}", refused.getMessage());
        }
        return false;
    }
}
