package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void the_clock_is_norwegian_whatever_zone_the_server_has() {
        assertEquals(
                ZoneId.of("Europe/Oslo"),
                Settings.runningFrom(Profile.PRODUCTION, Optional.empty(), NOW).getZone());
    }

    @Test
    void a_demo_clock_runs_on_from_its_start() {
        var clock = Settings.runningFrom(Profile.DEMO, Optional.of("2027-03-01T23:30:00+01:00"), Instant.now());

        assertEquals(LocalDate.of(2027, 3, 1), LocalDate.now(clock));
        assertEquals(LocalDate.of(2027, 3, 2), LocalDate.now(java.time.Clock.offset(clock, Duration.ofHours(1))));
    }

    @Test
    void production_refuses_a_settable_clock() {
        assertThrows(
                IllegalStateException.class,
                () -> Settings.runningFrom(Profile.PRODUCTION, Optional.of("2027-03-01T08:00:00+01:00"), NOW));
    }

    @Test
    void an_unknown_profile_stops_the_start() {
        assertThrows(IllegalStateException.class, () -> Profile.named("prod"));
        assertEquals(Profile.PRODUCTION, Profile.named("production"));
    }
}
