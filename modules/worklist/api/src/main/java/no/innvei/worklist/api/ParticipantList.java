package no.innvei.worklist.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.innvei.kernel.Page;
import no.innvei.kernel.ParticipantId;

/** The participants (deltakere) of the current tenant with columns from several modules. Protected people are left out by the database. */
public interface ParticipantList {

    /** One page of the list. */
    ListOutcome list(Query query);

    /**
     * The person with this complete identity number: spaces are allowed, anything else than a whole number finds nobody. A hit is written to
     * the access log.
     */
    Optional<ParticipantId> withIdentifier(String typed);

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
        NAME
    }

    /**
     * @param words words of a name in any order, the beginning of each is enough, or a birth date; {@code null} = everyone. Never in an address.
     * @param phases empty = every phase
     * @param register empty = every state
     * @param deadlineWithinDays next deadline no later than so many days from today, 0 to 366; {@code null} = any or none
     * @param size rows of a page: 25, 50 or 100
     * @param cursor {@code next} or {@code previous} of a page of the same list; {@code null} = the first page
     */
    record Query(
            String words,
            Set<Phase> phases,
            Set<RegisterState> register,
            Integer deadlineWithinDays,
            Sort sort,
            int size,
            String cursor) {

        public static final Set<Integer> SIZES = Set.of(25, 50, 100);

        public Query {
            phases = Set.copyOf(phases);
            register = Set.copyOf(register);
            Objects.requireNonNull(sort, "sort");
            if (!SIZES.contains(size)) {
                throw new IllegalArgumentException("page size " + size);
            }
            if (deadlineWithinDays != null && (deadlineWithinDays < 0 || deadlineWithinDays > 366)) {
                throw new IllegalArgumentException("deadline within " + deadlineWithinDays + " days");
            }
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
            boolean planDraft) {

        /** Given names first, as in the register. */
        public String name() {
            return familyName == null ? givenNames : givenNames + " " + familyName;
        }

        @Override
        public String toString() {
            return participant.value().toString();
        }
    }

    record NextDeadline(DeadlineKind kind, LocalDate date) {}

    /** @param acceptedAt when the register last accepted something; {@code null} when it never did */
    record RegisterSummary(RegisterState state, int accepted, int pending, int refused, Instant acceptedAt) {}
}
