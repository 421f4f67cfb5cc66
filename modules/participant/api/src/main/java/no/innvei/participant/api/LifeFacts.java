package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.innvei.kernel.ParticipantId;

/** What was true of a participant when, and when we knew it. */
public interface LifeFacts {

    /** Everything that is or was known, also what was set aside later. Writes an access row. Empty as {@link Participants#open}. */
    Optional<LifeHistory> history(ParticipantId participant);

    /**
     * What we knew at the end of one day, whenever it was true, as it stood then. Writes an access row. Empty as {@link Participants#open}, and with no facts for a day
     * before the person was registered.
     */
    Optional<LifeHistory> asKnown(ParticipantId participant, LocalDate knownOn);

    /** Fires {@link ParticipantChanged} in the same transaction when anything was written. */
    FactOutcome record(ParticipantId participant, long expectedVersion, FactCommand command);

    /** Who has this number, for a link between two participants; the find is logged. Empty when nobody has whom the caller may see. */
    Optional<ParticipantId> ownerOf(PersonIdentifier number);

    /**
     * The person has another number, or her first of the kind. A D-number ends when she gets a fødselsnummer. Fires {@link ParticipantChanged} in the same transaction.
     *
     * @param from the day she got it, or {@code null}
     * @param why why the present number of that kind does not count any longer; {@code null} when there is none
     */
    RegistrationOutcome giveIdentifier(
            ParticipantId participant,
            long expectedVersion,
            PersonIdentifier number,
            LocalDate from,
            HeldIdentifier.EndedWhy why);

    /**
     * The person has no number of that kind any longer.
     *
     * @param lastDay {@code null} when not known
     */
    RegistrationOutcome endIdentifier(
            ParticipantId participant,
            long expectedVersion,
            PersonIdentifier.IdentifierKind kind,
            LocalDate lastDay,
            HeldIdentifier.EndedWhy why);

    /**
     * @param facts by kind, line and days; contacts of protected people are left out
     * @param identifiers complete numbers, in plain text; never logged and masked before they are shown
     */
    record LifeHistory(
            ParticipantId participant,
            long version,
            int protectionLevel,
            List<DatedFact> facts,
            List<HeldIdentifier> identifiers) {

        public LifeHistory {
            facts = List.copyOf(facts);
            identifiers = List.copyOf(identifiers);
        }

        /** What is known now (or was, in an answer about an earlier day) and true on that day. */
        public List<DatedFact> trueOn(LocalDate day) {
            return facts.stream().filter(fact -> fact.trueOn(day)).toList();
        }
    }
}
