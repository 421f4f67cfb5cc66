package no.innvei.participant.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/** Two records of one person become one: the surviving record keeps its id, the other leads there, and nothing that was known is lost. */
public interface Merges {

    /** Both records side by side; opening them is logged. Empty when one of them cannot be seen, or is merged. */
    Optional<Comparison> compare(ParticipantId surviving, ParticipantId merged);

    /** Fires {@link ParticipantsMerged} and {@link ParticipantChanged} in the same transaction. */
    MergeOutcome merge(MergeCommand command);

    /** As it was before, within {@link #DAYS_TO_UNDO} days, when nothing stands in the way. */
    MergeOutcome undo(UUID merge);

    /** The record that stands for a merged one now, through any number of merges; empty for everybody else. */
    Optional<ParticipantId> survivorOf(ParticipantId participant);

    /** Merges into this record that stand, or were undone, newest first. */
    List<MergeView> of(ParticipantId surviving);

    /** Merges of the last {@link #DAYS_TO_UNDO} days that stand, newest first; at most a hundred. */
    List<MergeView> recent();

    int DAYS_TO_UNDO = 30;

    enum Choice {
        /** what the surviving record says */
        SURVIVING,
        /** what the merged record says; the other stays in the history */
        MERGED,
        /** both, where a person has several */
        BOTH
    }

    /**
     * One kind of fact, or the numbers of one kind.
     *
     * @param key the kind's name, {@code CONTACT.} and the channel, or {@code NUMBER.} and the kind of number
     * @param choices what can be chosen; empty when there is nothing to choose
     * @param suggested what is taken when nobody chooses
     */
    record Difference(
            String key,
            FactKind kind,
            PersonIdentifier.IdentifierKind number,
            List<DatedFact> surviving,
            List<DatedFact> merged,
            List<HeldIdentifier> survivingNumbers,
            List<HeldIdentifier> mergedNumbers,
            List<Choice> choices,
            Choice suggested) {

        public Difference {
            surviving = List.copyOf(surviving);
            merged = List.copyOf(merged);
            survivingNumbers = List.copyOf(survivingNumbers);
            mergedNumbers = List.copyOf(mergedNumbers);
            choices = List.copyOf(choices);
        }
    }

    record Side(ParticipantId id, String name, long version) {

        @Override
        public String toString() {
            return "Side";
        }
    }

    /** @param obstacles why they cannot be merged now; empty when they can */
    record Comparison(Side surviving, Side merged, List<Difference> differences, List<Obstacle> obstacles) {
        public Comparison {
            differences = List.copyOf(differences);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * @param survivingVersion as compared; the same for the other one
     * @param choices by {@link Difference#key}; where a key is missing, what is suggested
     */
    record MergeCommand(
            ParticipantId surviving,
            long survivingVersion,
            ParticipantId merged,
            long mergedVersion,
            Map<String, Choice> choices) {
        public MergeCommand {
            choices = Map.copyOf(choices);
        }
    }

    /**
     * Something that must be put right first.
     *
     * @param code for the sentence
     * @param about whose page helps; may be {@code null}
     */
    record Obstacle(Code code, ParticipantId about) {

        /** What stands in the way of a merge or of its undoing. */
        public enum Code {
            /** both have a programme that is not over; one of them must be ended first */
            BOTH_HAVE_OPEN_PROGRAMME,
            PROTECTION_DIFFERS,
            /** they are registered as each other's partner */
            PARTNERS,
            /** something else that was chosen begins before the chosen birth date */
            BEFORE_BIRTH,
            /** more than 30 days have gone */
            TOO_LATE,
            /** the surviving record has been merged into another; that comes first */
            MERGED_FURTHER,
            /** a fact that came from the merged record has been changed since */
            FACT_CHANGED,
            NUMBER_CHANGED,
            /** a programme that came from the merged record has been changed since */
            PROGRAMME_CHANGED
        }
    }

    /** @param undoneAt {@code null} while it stands */
    record MergeView(
            UUID id,
            ParticipantId surviving,
            ParticipantId merged,
            String survivingName,
            String mergedName,
            Instant mergedAt,
            UUID mergedBy,
            Instant undoUntil,
            Instant undoneAt,
            UUID undoneBy) {

        @Override
        public String toString() {
            return "MergeView " + id;
        }
    }

    /** What came of merging or undoing. Only {@link Done} has changed anything. */
    sealed interface MergeOutcome {
        record Done(UUID merge, ParticipantId surviving, ParticipantId merged) implements MergeOutcome {}

        record Refused(List<Obstacle> obstacles) implements MergeOutcome {
            public Refused {
                obstacles = List.copyOf(obstacles);
            }
        }

        /** Somebody changed one of them, or merged them, meanwhile. */
        record ChangedMeanwhile() implements MergeOutcome {}

        /** A choice that does not exist. */
        record Invalid(String key) implements MergeOutcome {}

        record NotFound() implements MergeOutcome {}
    }
}
