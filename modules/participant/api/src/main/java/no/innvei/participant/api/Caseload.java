package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/**
 * Who follows up whom. Says who the case belongs to and never who may see it: an adviser sees all ordinary cases of her tenant, and her own caseload is
 * a filter.
 */
public interface Caseload {

    /** Empty when unknown, of another tenant, or protected above the caller's clearance. Writes no access row: it tells of us, not of the person. */
    Optional<Followup> of(ParticipantId participant);

    /**
     * From a day on, or for a period, this person has the part; whoever had it then no longer does, and keeps the days outside. Fires
     * {@link AssignmentChanged} in the same transaction.
     */
    AssignmentOutcome assign(ParticipantId participant, long expectedVersion, Assignment wanted);

    /** Nobody has the part after {@code lastDay}. Fires {@link AssignmentChanged} in the same transaction. */
    AssignmentOutcome end(ParticipantId participant, long expectedVersion, AssignedPart part, LocalDate lastDay);

    /**
     * @param version for {@link #assign} and {@link #end}
     * @param assignments as far as we know now, also of days gone and days to come, by part and day
     */
    record Followup(ParticipantId participant, long version, List<Assignment> assignments) {

        public Followup {
            assignments = List.copyOf(assignments);
        }

        /** Empty when nobody has the part on that day. */
        public Optional<Assignment> on(AssignedPart part, LocalDate day) {
            return assignments.stream()
                    .filter(each -> each.part() == part && each.on(day))
                    .findFirst();
        }

        public boolean has(UUID user, LocalDate day) {
            return assignments.stream().anyMatch(each -> each.user().equals(user) && each.on(day));
        }
    }
}
