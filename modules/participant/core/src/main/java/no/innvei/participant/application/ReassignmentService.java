package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.AssignmentChanged;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Reassignments;
import no.innvei.participant.domain.CaseHolders;
import no.innvei.participant.domain.Stamp;
import no.innvei.participant.persistence.AssignmentStore;
import no.innvei.participant.persistence.ReassignmentStore;
import no.innvei.participant.persistence.ReassignmentStore.Head;
import no.innvei.participant.persistence.ReassignmentStore.StoredLine;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.Colleagues;

/** Giving many participants to other people at once. */
@ApplicationScoped
@Transactional
@Requires(ParticipantPermissions.REASSIGN)
public class ReassignmentService implements Reassignments {

    private AssignmentStore assignments;
    private ReassignmentStore reassignments;
    private Colleagues colleagues;
    private CurrentScope scope;
    private Event<AssignmentChanged> changes;
    private Clock clock;

    protected ReassignmentService() {
        // for the CDI proxy
    }

    @Inject
    public ReassignmentService(
            AssignmentStore assignments,
            ReassignmentStore reassignments,
            Colleagues colleagues,
            CurrentScope scope,
            Event<AssignmentChanged> changes,
            Clock clock) {
        this.assignments = assignments;
        this.reassignments = reassignments;
        this.colleagues = colleagues;
        this.scope = scope;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public boolean possibleFrom(LocalDate day) {
        return !day.isBefore(CaseloadService.EARLIEST)
                && !day.isAfter(LocalDate.now(clock).plusYears(CaseloadService.MOST_YEARS_AHEAD));
    }

    @Override
    public View preview(Plan plan) {
        if (!possibleFrom(plan.from())) {
            throw new IllegalArgumentException("first day out of range");
        }
        var head = new Head(Uuid7.next(), State.PREVIEW, plan.part(), plan.from());
        var holders = assignments.of(plan.people());
        var clearances = clearances(plan.from());
        var lines = new ArrayList<StoredLine>();
        int turn = 0;
        for (var person : reassignments.people(plan.people())) {
            var known = holders.get(person.participant());
            var to = plan.receivers().isEmpty()
                    ? null
                    : plan.receivers().get(turn++ % plan.receivers().size());
            var line = new StoredLine(
                    person.participant(),
                    person.name(),
                    person.protection(),
                    known.on(plan.part(), plan.from()).map(Assignment::user).orElse(null),
                    to,
                    Outcome.PLANNED,
                    null,
                    known.version());
            lines.add(obstacle(line, known, head, clearances)
                    .map(reason -> line.came(Outcome.SKIPPED, reason, known.version()))
                    .orElse(line));
        }
        reassignments.add(head, lines, clock.instant());
        return view(head, State.PREVIEW, lines);
    }

    @Override
    public Optional<View> find(UUID reassignment) {
        return reassignments.lock(reassignment).map(head -> view(head, head.state(), reassignments.lines(head.id())));
    }

    @Override
    public Optional<View> confirm(UUID reassignment) {
        return reassignments.lock(reassignment).map(head -> {
            var lines = reassignments.lines(head.id());
            return head.state() == State.PREVIEW ? carryOut(head, lines) : view(head, head.state(), lines);
        });
    }

    private View carryOut(Head head, List<StoredLine> lines) {
        var planned =
                lines.stream().filter(line -> line.outcome() == Outcome.PLANNED).toList();
        var holders =
                assignments.lock(planned.stream().map(StoredLine::participant).toList());
        var clearances = clearances(head.from());
        var came = planned.stream()
                .map(line -> {
                    var known = holders.get(line.participant());
                    if (known.version() != line.version()) {
                        return line.came(Outcome.SKIPPED, Reason.CHANGED_MEANWHILE, known.version());
                    }
                    var obstacle = obstacle(line, known, head, clearances);
                    if (obstacle.isPresent()) {
                        return line.came(Outcome.SKIPPED, obstacle.get(), known.version());
                    }
                    give(known, head, line);
                    return line.came(Outcome.DONE, null, known.version());
                })
                .toList();
        return store(head, State.DONE, lines, came, holders);
    }

    private static void give(CaseHolders known, Head head, StoredLine line) {
        if (line.to() == null) {
            known.end(head.part(), head.from().minusDays(1));
        } else {
            known.assign(new Assignment(head.part(), line.to().user(), line.to().office(), head.from(), null));
        }
    }

    @Override
    public Optional<View> undo(UUID reassignment) {
        return reassignments.lock(reassignment).map(head -> {
            var lines = reassignments.lines(head.id());
            return head.state() == State.DONE ? putBack(head, lines) : view(head, head.state(), lines);
        });
    }

    private View putBack(Head head, List<StoredLine> lines) {
        var done = lines.stream().filter(line -> line.outcome() == Outcome.DONE).toList();
        var people = done.stream().map(StoredLine::participant).toList();
        var holders = assignments.lock(people);
        var before = assignments.setAsideIn(head.id(), people);
        var written = assignments.writtenIn(head.id(), people);
        var came = done.stream()
                .map(line -> {
                    var known = holders.get(line.participant());
                    if (known.version() != line.version()) {
                        return line.came(Outcome.KEPT, Reason.CHANGED_MEANWHILE, known.version());
                    }
                    known.putBack(
                            before.getOrDefault(line.participant(), List.of()),
                            written.getOrDefault(line.participant(), List.of()));
                    return line.came(Outcome.UNDONE, null, known.version());
                })
                .toList();
        return store(head, State.UNDONE, lines, came, holders);
    }

    private View store(
            Head head,
            State state,
            List<StoredLine> lines,
            List<StoredLine> came,
            Map<ParticipantId, CaseHolders> holders) {
        var changed = holders.values().stream()
                .filter(each -> !each.written().isEmpty() || !each.setAside().isEmpty())
                .toList();
        assignments.write(
                changed, new Stamp(clock.instant(), scope.user(), null), state == State.DONE ? head.id() : null);
        reassignments.came(head, state, came, clock.instant());
        changed.forEach(each -> changes.fire(new AssignmentChanged(each.participant(), each.version())));
        var now = came.stream().collect(Collectors.toMap(StoredLine::participant, Function.identity()));
        return view(
                head,
                state,
                lines.stream()
                        .map(line -> now.getOrDefault(line.participant(), line))
                        .toList());
    }

    /** Clearance of everyone who can have a case on that day. */
    private Map<Receiver, Integer> clearances(LocalDate day) {
        return colleagues.advisers(day).stream()
                .collect(Collectors.toMap(
                        each -> new Receiver(each.user(), each.office()), Colleagues.Colleague::clearance));
    }

    private static Optional<Reason> obstacle(
            StoredLine line, CaseHolders known, Head head, Map<Receiver, Integer> clearances) {
        var to = line.to();
        if (to == null) {
            return known.assignments().stream()
                            .anyMatch(each -> each.part() == head.part()
                                    && (each.to() == null || !each.to().isBefore(head.from())))
                    ? Optional.empty()
                    : Optional.of(Reason.ALREADY);
        }
        if (!clearances.containsKey(to)) {
            return Optional.of(Reason.RECEIVER_GONE);
        }
        if (clearances.get(to) < line.protection()) {
            return Optional.of(Reason.NO_CLEARANCE);
        }
        if (known.isOtherPart(to.user(), head.part(), head.from(), null)) {
            return Optional.of(Reason.SAME_PERSON);
        }
        return known.on(head.part(), head.from())
                .filter(now -> now.user().equals(to.user()) && now.office().equals(to.office()) && now.to() == null)
                .map(now -> Reason.ALREADY);
    }

    private static View view(Head head, State state, List<StoredLine> lines) {
        return new View(
                head.id(),
                state,
                head.part(),
                head.from(),
                lines.stream()
                        .map(line -> new Line(
                                line.participant(),
                                line.name(),
                                line.before(),
                                line.to() == null ? null : line.to().user(),
                                line.outcome(),
                                line.reason()))
                        .toList());
    }
}
