package no.innvei.registersimulator;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The running simulator: its journal, its faults and its token. Settings missing at the start stop the start. */
@ApplicationScoped
public class Simulator {

    private String token;
    private Journal journal;
    private Register register;
    private final Faults faults = new Faults();

    protected Simulator() {
        // for the CDI proxy
    }

    /**
     * @param token the shared secret callers must present, {@code innvei.register.token}
     * @param path the journal, {@code innvei.register.journal}
     */
    @Inject
    public Simulator(
            @ConfigProperty(name = "innvei.register.token") String token,
            @ConfigProperty(
                            name = "innvei.register.journal",
                            defaultValue = "${innvei.home}/data/register/journal.jsonl")
                    String path)
            throws IOException {
        this.token = token;
        this.journal = Journal.at(Path.of(path));
        this.register = new Register(journal, Clock.system(ZoneId.of("Europe/Oslo")));
    }

    Register register() {
        return register;
    }

    Faults faults() {
        return faults;
    }

    boolean admits(String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    @PreDestroy
    void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
