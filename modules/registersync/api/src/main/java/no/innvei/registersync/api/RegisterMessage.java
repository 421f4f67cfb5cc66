package no.innvei.registersync.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One whole item as it is told to the register, in our own words; an adapter translates. Built when it is sent and kept nowhere.
 *
 * @param tenantNumber number of the municipality (four digits) or county (two)
 * @param subject our key of the item at the register: the participant, the programme or the plan element
 * @param version counts the changes of the item, from 1
 * @param key idempotency key: the same for every attempt at the same version
 */
public record RegisterMessage(
        String tenantNumber, ItemKind kind, UUID subject, long version, UUID key, Content content) {

    public RegisterMessage {
        Objects.requireNonNull(tenantNumber, "tenant number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(content, "content");
    }

    /** Never prints what it carries. */
    @Override
    public String toString() {
        return kind + " " + subject + " version " + version;
    }

    /** Everything optional is {@code null} when unknown. Codes are the names of the constants in the modules that own them. */
    public sealed interface Content {

        /** Was registered and is not true any more. */
        record Withdrawn() implements Content {}

        record Person(
                List<Identifier> identifiers,
                String givenNames,
                String familyName,
                LocalDate bornOn,
                String citizenship,
                String permitBasis,
                LocalDate permitGrantedOn,
                LocalDate settledOn,
                boolean settledByAgreement,
                String education,
                String motherTongue)
                implements Content {
            public Person {
                identifiers = List.copyOf(identifiers);
            }

            @Override
            public String toString() {
                return "Person";
            }
        }

        /**
         * The subject of the message is no person of its own any more.
         *
         * @param person whose record stands for it
         */
        record MergedIdentity(UUID person) implements Content {}

        record ProgrammeOffer(UUID person, UUID programme, LocalDate offeredOn) implements Content {}

        /** @param granted false when the municipality said no */
        record ProgrammeDecision(UUID person, UUID programme, LocalDate decidedOn, boolean granted, String category)
                implements Content {}

        /** @param plannedLastDay included */
        record ProgrammeStart(UUID person, UUID programme, LocalDate startOn, LocalDate plannedLastDay)
                implements Content {}

        record Goal(UUID person, UUID programme, String goal) implements Content {}

        /** Levels A1 to C1; at least one. */
        record NorwegianGoal(UUID person, UUID programme, String listening, String reading, String writing, String oral)
                implements Content {}

        record Measure(
                UUID person, UUID programme, String category, LocalDate from, LocalDate to, Integer minutesPerWeek)
                implements Content {}

        record Ending(UUID person, UUID programme, LocalDate endedOn, String reason) implements Content {}
    }

    /** @param kind NATIONAL_ID, D_NUMBER or DUF_NUMBER */
    public record Identifier(String kind, String value) {

        @Override
        public String toString() {
            return kind + " ********";
        }
    }
}
