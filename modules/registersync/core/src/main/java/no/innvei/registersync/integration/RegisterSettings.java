package no.innvei.registersync.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import no.innvei.platform.Profile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The module's settings, read once; a missing or malformed one stops the start. */
@ApplicationScoped
public class RegisterSettings {

    private URI url;
    private String token;

    protected RegisterSettings() {
        // for the CDI proxy
    }

    /**
     * @param url where the register answers, without path
     * @param token shared secret of the demo; from the environment
     */
    @Inject
    public RegisterSettings(
            @ConfigProperty(name = "innvei.register.url") String url,
            @ConfigProperty(name = "innvei.register.token") String token,
            Profile profile) {
        this.url = URI.create(url);
        this.token = token;
        if (!"https".equals(this.url.getScheme()) && !profile.allowsPlainHttp()) {
            throw new IllegalStateException("innvei.register.url must be https in production");
        }
        if (this.url.getHost() == null) {
            throw new IllegalStateException("innvei.register.url is malformed");
        }
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        url(); // the proxy reads the settings now and not when the first message is sent
    }

    URI url() {
        return url;
    }

    String token() {
        return token;
    }
}
