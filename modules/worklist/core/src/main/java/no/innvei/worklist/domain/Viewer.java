package no.innvei.worklist.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/** Who looks at a list, and when. */
public record Viewer(UUID user, OffsetDateTime now) {

    public Viewer {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(now, "now");
    }

    public static Viewer of(UUID user, Clock clock) {
        return new Viewer(user, OffsetDateTime.now(clock));
    }

    /** In Norway, as the clock is. */
    public LocalDate today() {
        return now.atZoneSameInstant(Week.NORWAY).toLocalDate();
    }
}
