package no.innvei.tenancy.application;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where Keycloak is and how the job logs in there. The names are shared with the server's own login configuration; a missing or malformed one is
 * an error as soon as users are to be changed.
 */
@ApplicationScoped
public class KeycloakSettings {

    static final String CLIENT = "innvei-provisioning";

    private URI issuer;
    private URI server;
    private String secret;

    @PostConstruct
    void read() {
        var config = ConfigProvider.getConfig();
        issuer = URI.create(config.getValue("innvei.oidc.issuer", String.class));
        server = URI.create(config.getValue("innvei.keycloak.url", String.class));
        secret = config.getValue("innvei.keycloak.provisioning.secret", String.class);
        realm();
    }

    static KeycloakSettings of(URI issuer, URI server, String secret) {
        var settings = new KeycloakSettings();
        settings.issuer = issuer;
        settings.server = server;
        settings.secret = secret;
        return settings;
    }

    /** {@code iss} of the tokens we accept. */
    public String issuer() {
        return issuer.toString();
    }

    /** Base address of Keycloak as the server reaches it. */
    public URI server() {
        return server;
    }

    public String realm() {
        var path = issuer.getPath();
        int start = path.lastIndexOf("/realms/");
        if (start < 0) {
            throw new IllegalStateException("innvei.oidc.issuer must end in /realms/<realm>");
        }
        return path.substring(start + "/realms/".length());
    }

    public String client() {
        return CLIENT;
    }

    public String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "KeycloakSettings[" + issuer + "]";
    }
}
