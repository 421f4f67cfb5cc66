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

    public Settings() {
        this(ConfigProvider.getConfig());
    }

    Settings(Config config) {
        profile = Profile.named(
                config.getOptionalValue(Profile.SETTING, String.class).orElse("production"));
        clock = runningFrom(profile, config.getOptionalValue(CLOCK_START, String.class), Instant.now());
        jobsEnabled =
                config.getOptionalValue("innvei.jobs.enabled", Boolean.class).orElse(true);
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
