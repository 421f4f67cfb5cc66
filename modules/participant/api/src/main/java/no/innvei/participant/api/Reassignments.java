package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/** Giving many participants to other people at once: a preview first, then all of it in one transaction, then a receipt that can be undone. */
public interface Reassignments {

    int MOST = 5_000;

    /** Whether that day can be the first of a reassignment: from 1990, at most two years ahead. */
    boolean possibleFrom(LocalDate day);

    /** Says who would get whom and who is skipped, and keeps it for {@link #confirm}. Nothing else is written. */
    View preview(Plan plan);

    /** Empty when unknown, of another tenant, or made by somebody else. */
    Optional<View> find(UUID reassignment);

    /** Carries it out. Whoever changed since the preview is skipped and told. The same confirmation twice is one. */
    Optional<View> confirm(UUID reassignment);

    /** Puts back what was; people somebody has changed since keep what they have. */
    Optional<View> undo(UUID reassignment);

    /**
     * @param people those the caller cannot see are left out
     * @param receivers by turns, in the order of the people; empty = nobody shall have them
     */
    record Plan(List<ParticipantId> people, AssignedPart part, List<Receiver> receivers, LocalDate from) {

        public Plan {
            people = List.copyOf(people);
            receivers = List.copyOf(receivers);
            if (people.size() > MOST) {
                throw new IllegalArgumentException(people.size() + " people at once");
            }
        }
    }

    record Receiver(UUID user, UUID office) {}

    enum State {
        PREVIEW,
        DONE,
        UNDONE
    }

    enum Outcome {
        PLANNED,
        SKIPPED,
        DONE,
        UNDONE,
        /** not undone, because somebody has changed it since */
        KEPT
    }

    /** Why a line is skipped or kept. */
    enum Reason {
        /** it is so already */
        ALREADY,
        /** the receiver may not see the participant */
        NO_CLEARANCE,
        /** the receiver has the other part */
        SAME_PERSON,
        CHANGED_MEANWHILE,
        /** no adviser or leader of that office on the first day */
        RECEIVER_GONE
    }

    record View(UUID id, State state, AssignedPart part, LocalDate from, List<Line> lines) {

        public View {
            lines = List.copyOf(lines);
        }

        public long count(Outcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }
    }

    /**
     * @param name of the participant
     * @param before who has the part on the first day; {@code null} = nobody
     * @param to who gets it; {@code null} = nobody
     * @param reason {@code null} unless skipped or kept
     */
    record Line(ParticipantId participant, String name, UUID before, UUID to, Outcome outcome, Reason reason) {

        @Override
        public String toString() {
            return participant.value() + " " + outcome;
        }
    }
}
