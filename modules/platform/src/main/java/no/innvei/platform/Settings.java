package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The platform's settings, read once; a malformed one stops the start. */
@ApplicationScoped
public class Settings {

    /** Calendar days and deadlines are Norwegian wherever the server stands. */
    static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    static final String CLOCK_START = "innvei.clock.start";

    private final Profile profile;
    private final Clock clock;
    private final boolean jobsEnabled;
    private final Duration longestWait;
    private final String node;

    public Settings() {
        this(ConfigProvider.getConfig());
    }

    Settings(Config config) {
        profile = Profile.named(
                config.getOptionalValue(Profile.SETTING, String.class).orElse("production"));
        clock = runningFrom(profile, config.getOptionalValue(CLOCK_START, String.class), Instant.now());
        jobsEnabled =
                config.getOptionalValue("innvei.jobs.enabled", Boolean.class).orElse(true);
        node = config.getOptionalValue("innvei.node", String.class).orElse("node");
        longestWait = config.getOptionalValue("innvei.outbox.longest-wait", Duration.class)
                .orElse(profile == Profile.PRODUCTION ? Duration.ofMinutes(15) : Duration.ofSeconds(30));
    }

    /** Called at the start, so that a malformed setting is not found by the first user. */
    void check() {
        if (longestWait.isNegative() || longestWait.isZero()) {
            throw new IllegalStateException("innvei.outbox.longest-wait must be longer than nothing");
        }
    }

    /** Name of this node; different for each that runs at the same time. */
    String node() {
        return node;
    }

    /** Upper limit of the wait between attempts to deliver. */
    Duration longestWait() {
        return longestWait;
    }

    /** The application's clock. With a start time it runs on from there, at normal speed. */
    static Clock runningFrom(Profile profile, Optional<String> start, Instant now) {
        var system = Clock.system(NORWAY);
        if (start.isEmpty()) {
            return system;
        }
        if (!profile.allowsSettableClock()) {
            throw new IllegalStateException(CLOCK_START + " is not allowed in production");
        }
        return Clock.offset(
                system, Duration.between(now, OffsetDateTime.parse(start.get()).toInstant()));
    }

    boolean jobsEnabled() {
        return jobsEnabled;
    }

    @Produces
    Clock clock() {
        return clock;
    }

    @Produces
    Profile profile() {
        return profile;
    }
}
