package no.innvei.introduction.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/**
 * Current data for the register exchange, by the ids that {@link ProgrammeChanged} carries. Messages are built from what these answer when they are
 * sent, not from what was true when the change was recorded.
 */
public interface RegisterFacts {

    /** Empty when unknown in this tenant. */
    Optional<ProgrammeFacts> programme(ProgrammeId programme);

    /** An element as the newest approved version has it. Empty when no approved version ever had it. */
    Optional<ElementFacts> element(ProgrammeId programme, UUID element);

    /**
     * Dates and codes are {@code null} until they happen.
     *
     * @param finalGoal as decided, or as the newest approved plan changed it
     * @param goalSetOn the day the goal was decided or changed
     * @param norwegianGoal as the newest approved plan has it; {@link NorwegianGoal#NOT_SET} without one
     * @param norwegianGoalSetOn the day of that approval
     * @param planVersion 0 without an approved plan
     */
    record ProgrammeFacts(
            ProgrammeId programme,
            ParticipantId participant,
            Category category,
            LocalDate claimedOn,
            LocalDate offerOn,
            DecisionKind decision,
            LocalDate decidedOn,
            LocalDate startedOn,
            LocalDate lastDay,
            LocalDate endedOn,
            EndingReason endingReason,
            FinalGoal finalGoal,
            LocalDate goalSetOn,
            NorwegianGoal norwegianGoal,
            LocalDate norwegianGoalSetOn,
            int planVersion,
            long version) {}

    /**
     * @param withdrawn the newest approved version no longer has it; the other values are the last approved ones
     * @param planVersion the version the values come from
     */
    record ElementFacts(
            UUID element,
            ProgrammeId programme,
            ParticipantId participant,
            ElementKind kind,
            LocalDate from,
            LocalDate to,
            int minutesPerWeek,
            boolean workOriented,
            boolean withdrawn,
            int planVersion) {}
}
