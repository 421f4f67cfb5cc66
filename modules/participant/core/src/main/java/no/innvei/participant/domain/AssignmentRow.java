package no.innvei.participant.domain;

import java.time.LocalDate;
import java.util.UUID;
import no.innvei.participant.api.Assignment;

/** An {@link Assignment} as it is kept. */
public record AssignmentRow(UUID id, Assignment assignment) {

    /** Shares a day with the period; {@code to} is {@code null} when it has no end. */
    boolean meets(LocalDate from, LocalDate to) {
        var own = assignment;
        return (to == null || !own.from().isAfter(to))
                && (own.to() == null || !own.to().isBefore(from));
    }
}
