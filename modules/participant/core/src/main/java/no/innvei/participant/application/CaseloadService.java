package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.AssignmentChanged;
import no.innvei.participant.api.AssignmentOutcome;
import no.innvei.participant.api.AssignmentOutcome.Problem;
import no.innvei.participant.api.Caseload;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.domain.CaseHolders;
import no.innvei.participant.domain.Stamp;
import no.innvei.participant.persistence.AssignmentStore;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.Colleagues;

/** Giving one participant an adviser or a substitute. */
@ApplicationScoped
@Transactional
public class CaseloadService implements Caseload {

    static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    static final int MOST_YEARS_AHEAD = 2;

    private AssignmentStore assignments;
    private ParticipantRepository participants;
    private Colleagues colleagues;
    private CurrentScope scope;
    private Event<AssignmentChanged> changes;
    private Clock clock;

    protected CaseloadService() {
        // for the CDI proxy
    }

    @Inject
    public CaseloadService(
            AssignmentStore assignments,
            ParticipantRepository participants,
            Colleagues colleagues,
            CurrentScope scope,
            Event<AssignmentChanged> changes,
            Clock clock) {
        this.assignments = assignments;
        this.participants = participants;
        this.colleagues = colleagues;
        this.scope = scope;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    @Requires(ParticipantPermissions.READ)
    public Optional<Followup> of(ParticipantId participant) {
        return assignments
                .of(participant)
                .map(holders -> new Followup(participant, holders.version(), holders.assignments()));
    }

    @Override
    @Requires(ParticipantPermissions.ASSIGN)
    public AssignmentOutcome assign(ParticipantId participant, long expectedVersion, Assignment wanted) {
        var holders = assignments.lock(List.of(participant)).get(participant);
        if (holders == null) {
            return new AssignmentOutcome.NotFound();
        }
        if (holders.version() != expectedVersion) {
            return new AssignmentOutcome.ChangedMeanwhile(holders.version());
        }
        if (outOfRange(wanted.from())) {
            return invalid("from", Problem.DAY_OUT_OF_RANGE);
        }
        if (wanted.to() != null && wanted.to().isBefore(wanted.from())) {
            return invalid("to", Problem.DAYS_NOT_IN_ORDER);
        }
        var adviser = colleagues.advisers(wanted.from()).stream()
                .filter(each ->
                        each.user().equals(wanted.user()) && each.office().equals(wanted.office()))
                .findFirst();
        if (adviser.isEmpty()) {
            return invalid("user", Problem.NOT_AN_ADVISER);
        }
        if (adviser.get().clearance() < participants.protectionLevel(participant)) {
            return invalid("user", Problem.NO_CLEARANCE);
        }
        if (holders.isOtherPart(wanted.user(), wanted.part(), wanted.from(), wanted.to())) {
            return invalid("user", Problem.SAME_PERSON);
        }
        return store(holders, holders.assign(wanted));
    }

    @Override
    @Requires(ParticipantPermissions.ASSIGN)
    public AssignmentOutcome end(
            ParticipantId participant, long expectedVersion, AssignedPart part, LocalDate lastDay) {
        var holders = assignments.lock(List.of(participant)).get(participant);
        if (holders == null) {
            return new AssignmentOutcome.NotFound();
        }
        if (holders.version() != expectedVersion) {
            return new AssignmentOutcome.ChangedMeanwhile(holders.version());
        }
        if (outOfRange(lastDay)) {
            return invalid("lastDay", Problem.DAY_OUT_OF_RANGE);
        }
        return holders.end(part, lastDay) ? store(holders, true) : invalid("lastDay", Problem.NOTHING_TO_END);
    }

    private AssignmentOutcome store(CaseHolders holders, boolean changed) {
        if (changed) {
            assignments.write(List.of(holders), new Stamp(clock.instant(), scope.user(), null), null);
            changes.fire(new AssignmentChanged(holders.participant(), holders.version()));
        }
        return new AssignmentOutcome.Recorded(holders.version(), changed);
    }

    private boolean outOfRange(LocalDate day) {
        return day.isBefore(EARLIEST) || day.isAfter(LocalDate.now(clock).plusYears(MOST_YEARS_AHEAD));
    }

    private static AssignmentOutcome invalid(String field, Problem problem) {
        return new AssignmentOutcome.Invalid(Map.of(field, problem));
    }
}
