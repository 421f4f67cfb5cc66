package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody wants written about a person. A change says that something new is true; a correction says that what was written was wrong. Neither
 * erases anything.
 */
public sealed interface FactCommand {

    /** May be {@code null}. */
    FactReason reason();

    /**
     * Something new is true from a day.
     *
     * @param line which child, job or channel; {@code null} = the only one of its kind, or one more where the kind repeats
     * @param from first day; {@code null} only for the first that is known
     */
    record Change(String line, LifeFact fact, LocalDate from, FactReason reason) implements FactCommand {}

    /**
     * It stopped being true, and nothing of the kind came after.
     *
     * @param row what is known now
     */
    record End(UUID row, LocalDate lastDay, FactReason reason) implements FactCommand {}

    /**
     * What was written was wrong, in substance or in its days. Rows that lie next to it move with it.
     *
     * @param row what is known now
     * @param fact of the same kind
     */
    record Correct(UUID row, LifeFact fact, LocalDate from, LocalDate to, FactReason reason) implements FactCommand {}

    /**
     * It was never true. What lay before it goes on.
     *
     * @param row what is known now
     */
    record Withdraw(UUID row, FactReason reason) implements FactCommand {}
}
