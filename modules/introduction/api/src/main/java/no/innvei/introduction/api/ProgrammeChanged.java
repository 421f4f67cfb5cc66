package no.innvei.introduction.api;

import java.time.LocalDate;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/**
 * Something about a programme that the national register must know was recorded or changed; fired in the same transaction.
 *
 * @param subject id of what changed: the programme, or the plan element
 * @param knownOn the day the information existed; the two-month clock of integreringsforskriften § 58 runs from it
 */
public record ProgrammeChanged(
        ParticipantId participant, ProgrammeId programme, What what, UUID subject, LocalDate knownOn) {

    public enum What {
        OFFER,
        DECISION,
        START,
        GOAL,
        NORWEGIAN_GOAL,
        ELEMENT,
        ENDING
    }
}
