package no.innvei.participant.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An identity number a person has or had.
 *
 * @param from the day she got it, {@code null} when not known
 * @param endedOn the last day it counted, {@code null} when not known or when it still does
 * @param endedAt when we wrote that it does not count any longer; {@code null} = it does
 */
public record HeldIdentifier(
        PersonIdentifier identifier,
        LocalDate from,
        Instant recordedAt,
        UUID recordedBy,
        LocalDate endedOn,
        Instant endedAt,
        UUID endedBy,
        EndedWhy why) {

    /** Why a number does not count any longer. All but {@link #MISTAKE} stay the person's own and are still found. */
    public enum EndedWhy {
        /** replaced by another number of the same kind */
        NEW_NUMBER,
        /** the person got a fødselsnummer */
        NATIONAL_ID,
        /** it was never hers */
        MISTAKE
    }

    /** As it stood before it ended. */
    public HeldIdentifier asWritten() {
        return new HeldIdentifier(identifier, from, recordedAt, recordedBy, null, null, null, null);
    }

    public boolean current() {
        return endedAt == null;
    }
}
