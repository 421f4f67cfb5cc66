package no.innvei.participant.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import no.innvei.participant.api.FactReason;

/**
 * When, by whom and why something is written.
 *
 * @param at in microseconds, as the database keeps it
 * @param reason {@code null} when nobody said
 */
public record Stamp(Instant at, UUID by, FactReason reason) {

    public Stamp {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
