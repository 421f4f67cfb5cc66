package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody follows up a participant from day to day, both included.
 *
 * @param user a user of the tenant
 * @param office the office she does it from
 * @param to last day; {@code null} until somebody ends it
 */
public record Assignment(AssignedPart part, UUID user, UUID office, LocalDate from, LocalDate to) {

    public Assignment {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(from, "from");
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
