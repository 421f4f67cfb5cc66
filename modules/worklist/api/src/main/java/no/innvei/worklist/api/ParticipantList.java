package no.innvei.worklist.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.Page;
import no.innvei.kernel.ParticipantId;

/** The participants (deltakere) of the current tenant with columns from several modules. Protected people are left out by the database. */
public interface ParticipantList {

    /** One page of the list. */
    ListOutcome list(Query query);

    /** How many there are in all; the cursor is of no matter. Reads every hit, so only when somebody asks. */
    int count(Query query);

    /**
     * Everyone the query finds, at most {@value #MOST_AT_ONCE}, for work with many at once. Tells no more than the list does.
     */
    List<ParticipantId> everyone(Query query);

    /** The rows of everyone the query finds, at most {@value #MOST_AT_ONCE}, for a file; one access row per person is written. */
    List<Row> export(Query query);

    int MOST_AT_ONCE = 5_000;

    /**
     * The person with this complete identity number: spaces are allowed, anything else than a whole number finds nobody. A hit is written to
     * the access log.
     */
    Optional<ParticipantId> withIdentifier(String typed);

    /**
     * The first {@value #SUGGESTED} by name that what is typed so far can mean; nobody for less than two letters. A whole identity number finds its
     * person, and that hit is written to the access log.
     */
    List<Suggestion> suggest(String typed);

    int SUGGESTED = 8;

    /** What came of asking for a page. */
    sealed interface ListOutcome {

        record Found(Page<Row> page) implements ListOutcome {}

        /** The cursor was changed, belongs to another list or to another tenant; ask for the first page. */
        record CursorRefused() implements ListOutcome {}
    }

    /** Order of the list. */
    enum Sort {
        /** next deadline first, people without a deadline last */
        DEADLINE,
        NAME,
        /** what is known of the person changed lately first */
        CHANGED,
        /** what is known of the person has not changed for the longest time first */
        UNCHANGED,
        /** by the adviser of today, people without one last */
        ADVISER
    }

    /**
     * @param words words of a name in any order, the beginning of each is enough, or a birth date; {@code null} = everyone. Never in an address.
     * @param size rows of a page: 25, 50 or 100
     * @param cursor {@code next} or {@code previous} of a page of the same list; {@code null} = the first page
     */
    record Query(String words, ListFilters filters, Sort sort, int size, String cursor) {

        public static final Set<Integer> SIZES = Set.of(25, 50, 100);

        public Query {
            Objects.requireNonNull(filters, "filters");
            Objects.requireNonNull(sort, "sort");
            if (!SIZES.contains(size)) {
                throw new IllegalArgumentException("page size " + size);
            }
        }

        /** The filters most lists need; see {@link ListFilters}. */
        public Query(
                String words,
                Set<Phase> phases,
                Set<RegisterState> register,
                Integer deadlineWithinDays,
                Sort sort,
                int size,
                String cursor) {
            this(words, ListFilters.of(phases, register, deadlineWithinDays), sort, size, cursor);
        }

        @Override
        public String toString() {
            return sort + " " + size;
        }
    }

    /**
     * @param familyName {@code null} where the person has none
     * @param age whole years today
     * @param language ISO 639 code of the mother tongue; {@code null} when unknown
     * @param permit code of the basis of residence; {@code null} when unknown
     * @param month the month of the programme that today is in, from 1; {@code null} before it starts
     * @param maximumMonths {@code null} until decided
     * @param finalGoal code; {@code null} until set
     * @param nextDeadline {@code null} when nothing is due
     * @param planVersion latest approved version; {@code null} when there is none
     * @param adviser name of the adviser of today; {@code null} when nobody has the case
     * @param adviserId {@code null} when nobody has the case
     * @param substitute name of the substitute of today; {@code null} when there is none
     * @param category {@code null} outside the target group and when it is open
     * @param changedAt when what is known of the person changed last
     */
    record Row(
            ParticipantId participant,
            String givenNames,
            String familyName,
            int age,
            String language,
            String permit,
            Phase phase,
            Integer month,
            Integer maximumMonths,
            String finalGoal,
            NextDeadline nextDeadline,
            RegisterSummary register,
            Integer planVersion,
            boolean planDraft,
            String adviser,
            UUID adviserId,
            String substitute,
            String category,
            Instant changedAt) {

        /** Given names first, as in the register. */
        public String name() {
            return familyName == null ? givenNames : givenNames + " " + familyName;
        }

        @Override
        public String toString() {
            return participant.value().toString();
        }
    }

    /**
     * @param name given names first, as in the register
     * @param age whole years today
     * @param language ISO 639 code of the mother tongue; {@code null} when unknown
     */
    record Suggestion(ParticipantId participant, String name, int age, String language) {

        @Override
        public String toString() {
            return participant.value().toString();
        }
    }

    record NextDeadline(DeadlineKind kind, LocalDate date) {}

    /** @param acceptedAt when the register last accepted something; {@code null} when it never did */
    record RegisterSummary(RegisterState state, int accepted, int pending, int refused, Instant acceptedAt) {}
}
