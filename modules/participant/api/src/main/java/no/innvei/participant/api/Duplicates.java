package no.innvei.participant.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/** Who may be registered twice: asked before somebody is registered, and kept as pairs for the whole tenant. Nobody is told of a person she may not see. */
public interface Duplicates {

    /** Registered people who may be the person somebody is about to register, the likeliest first; at most ten. */
    List<Candidate> mayBe(PersonFacts typed);

    /** Pairs in that state, the likeliest first and proposed ones before the others. */
    Page pairs(State state, String after, int size);

    Optional<Pair> find(UUID pair);

    /** The pair of two people, where it is kept and both are visible. */
    Optional<Pair> find(ParticipantId one, ParticipantId other);

    /** They are two. Remembered with who said so and when, also when nobody had found the pair. */
    DuplicateOutcome dismiss(ParticipantId one, ParticipantId other);

    /** Asks a leader to merge them. */
    DuplicateOutcome propose(UUID pair);

    /** Takes a dismissal or a proposal back. */
    DuplicateOutcome reopen(UUID pair);

    /** How far the first look through everybody in the tenant has come; begins it when nobody has. */
    Progress progress();

    enum State {
        OPEN,
        DISMISSED
    }

    /** What agrees, as plain as a person would say it. */
    enum Reason {
        /** a number of the one was once registered on the other, too */
        SAME_NUMBER,
        /** every word of the shorter name is in the other */
        SAME_NAME,
        /** at least two words of the name */
        MOST_OF_NAME,
        /** one word of the name */
        PART_OF_NAME,
        SAME_BIRTH_DATE,
        DAY_AND_MONTH_SWAPPED,
        ONE_DIGIT_OFF
    }

    /** @param score 0 to 200, for the order and nothing else */
    record Candidate(
            ParticipantId participant,
            String givenNames,
            String familyName,
            LocalDate bornOn,
            int score,
            Set<Reason> reasons) {

        public String name() {
            return familyName == null ? givenNames : givenNames + " " + familyName;
        }

        @Override
        public String toString() {
            return "Candidate";
        }
    }

    record Person(ParticipantId id, String name, LocalDate bornOn) {

        @Override
        public String toString() {
            return "Person";
        }
    }

    /**
     * @param decidedAt when it was dismissed or proposed, {@code null} when neither
     * @param decidedBy who did, {@code null} when neither
     */
    record Pair(
            UUID id,
            Person one,
            Person other,
            int score,
            Set<Reason> reasons,
            State state,
            boolean proposed,
            Instant decidedAt,
            UUID decidedBy) {}

    /** @param next position of the next page, {@code null} on the last one */
    record Page(List<Pair> pairs, String next) {
        public Page {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * @param beginning the first look through everybody has not begun yet
     * @param waiting people nobody has been looked for yet; zero when the list is whole
     */
    record Progress(boolean beginning, long waiting) {

        public boolean whole() {
            return !beginning && waiting == 0;
        }
    }

    /** What came of a decision about a pair. */
    sealed interface DuplicateOutcome {
        record Recorded(UUID pair) implements DuplicateOutcome {}

        /** Unknown, merged meanwhile, of another tenant, or with somebody the caller may not see. */
        record NotFound() implements DuplicateOutcome {}
    }
}
