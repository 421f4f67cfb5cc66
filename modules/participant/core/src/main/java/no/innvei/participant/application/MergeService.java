package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.MergeAsked;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.Merges.MergeOutcome.ChangedMeanwhile;
import no.innvei.participant.api.Merges.MergeOutcome.Done;
import no.innvei.participant.api.Merges.MergeOutcome.NotFound;
import no.innvei.participant.api.Merges.Obstacle.Code;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.UndoAsked;
import no.innvei.participant.domain.CaseHolders;
import no.innvei.participant.domain.LifeRecord;
import no.innvei.participant.domain.Merging;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.domain.Stamp;
import no.innvei.participant.persistence.AssignmentStore;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.IdentifierStore.Moved;
import no.innvei.participant.persistence.MergeStore;
import no.innvei.participant.persistence.MergeStore.What;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.AccessLog;
import no.innvei.platform.AccessLog.Purpose;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;

/** Making one record of two, and two of one again. */
@ApplicationScoped
@Transactional
public class MergeService implements Merges {

    private ParticipantRepository participants;
    private IdentifierStore identifiers;
    private FactStore facts;
    private AssignmentStore assignments;
    private MergeStore merges;
    private AccessLog accessLog;
    private CurrentScope scope;
    private Event<MergeAsked> asked;
    private Event<ParticipantsMerged> merged;
    private Event<ParticipantChanged> changes;
    private Clock clock;

    protected MergeService() {
        // for the CDI proxy
    }

    @Inject
    public MergeService(
            ParticipantRepository participants,
            IdentifierStore identifiers,
            FactStore facts,
            AssignmentStore assignments,
            MergeStore merges,
            AccessLog accessLog,
            CurrentScope scope,
            Event<MergeAsked> asked,
            Event<ParticipantsMerged> merged,
            Event<ParticipantChanged> changes,
            Clock clock) {
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
        this.assignments = assignments;
        this.merges = merges;
        this.accessLog = accessLog;
        this.scope = scope;
        this.asked = asked;
        this.merged = merged;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public Optional<Comparison> compare(ParticipantId surviving, ParticipantId other) {
        var two = read(surviving, other);
        two.ifPresent(found -> accessLog.seen(List.of(surviving, other), Purpose.CASE_WORK));
        return two.map(found -> new Comparison(
                found.surviving.side(), found.merged.side(), found.differences, obstacles(found, Map.of())));
    }

    /** One of the two as it is now. */
    private record Record(Participant person, LifeRecord life, List<HeldIdentifier> numbers) {

        Side side() {
            var name = life.present(LifeFact.Name.class).orElseThrow();
            return new Side(
                    person.id(),
                    name.familyName() == null ? name.givenNames() : name.givenNames() + " " + name.familyName(),
                    person.version());
        }

        boolean partnerOf(Record other) {
            return life.known().stream()
                    .anyMatch(row -> row.fact() instanceof LifeFact.Partner partner
                            && other.person.id().equals(partner.partner()));
        }
    }

    private record Two(Record surviving, Record merged, List<Difference> differences) {}

    private Optional<Two> read(ParticipantId surviving, ParticipantId other) {
        var one = participants.find(surviving);
        var two = participants.find(other);
        if (surviving.equals(other) || one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        var known = facts.known(List.of(surviving, other));
        var first = new Record(one.get(), known.get(surviving), identifiers.history(surviving));
        var second = new Record(two.get(), known.get(other), identifiers.history(other));
        return Optional.of(new Two(
                first,
                second,
                Merging.compare(first.life.known(), second.life.known(), first.numbers, second.numbers)));
    }

    private List<Obstacle> obstacles(Two two, Map<String, Choice> choices) {
        var surviving = two.surviving.person.id();
        var other = two.merged.person.id();
        var question = new MergeAsked(null, surviving, other);
        if (participants.protectionLevel(surviving) != participants.protectionLevel(other)) {
            question.obstacle(new Obstacle(Code.PROTECTION_DIFFERS, other));
        }
        if (two.surviving.partnerOf(two.merged) || two.merged.partnerOf(two.surviving)) {
            question.obstacle(new Obstacle(Code.PARTNERS, surviving));
        }
        if (bornTooLate(two.differences, choices)) {
            question.obstacle(new Obstacle(Code.BEFORE_BIRTH, surviving));
        }
        asked.fire(question);
        return question.obstacles();
    }

    /** Whether something that is chosen begins before the birth date that is chosen. */
    private static boolean bornTooLate(List<Difference> differences, Map<String, Choice> choices) {
        LocalDate born = null;
        LocalDate first = null;
        for (var difference : differences) {
            if (difference.kind() == null) {
                continue;
            }
            var choice = Merging.chosen(difference, choices);
            var rows = new ArrayList<DatedFact>();
            rows.addAll(choice == Choice.MERGED ? List.of() : difference.surviving());
            rows.addAll(choice == Choice.SURVIVING ? List.of() : difference.merged());
            for (var row : rows) {
                if (row.fact() instanceof LifeFact.BirthDate birth) {
                    born = birth.bornOn();
                } else if (row.from() != null && (first == null || row.from().isBefore(first))) {
                    first = row.from();
                }
            }
        }
        return born != null && first != null && first.isBefore(born);
    }

    @Override
    @Requires(ParticipantPermissions.MERGE)
    public MergeOutcome merge(MergeCommand command) {
        if (command.surviving().equals(command.merged())) {
            return new NotFound();
        }
        merges.lock(command.surviving(), command.merged());
        var found = read(command.surviving(), command.merged());
        if (found.isEmpty()) {
            // either may have been merged while the caller was choosing
            return merges.survivorOf(command.merged()).isPresent()
                            || merges.survivorOf(command.surviving()).isPresent()
                    ? new ChangedMeanwhile()
                    : new NotFound();
        }
        var two = found.get();
        if (!two.surviving.person.isVersion(command.survivingVersion())
                || !two.merged.person.isVersion(command.mergedVersion())) {
            return new ChangedMeanwhile();
        }
        var unknown = command.choices().entrySet().stream()
                .filter(choice -> two.differences.stream()
                        .noneMatch(difference -> difference.key().equals(choice.getKey())
                                && difference.choices().contains(choice.getValue())))
                .map(Map.Entry::getKey)
                .findFirst();
        if (unknown.isPresent()) {
            return new MergeOutcome.Invalid(unknown.get());
        }
        var obstacles = obstacles(two, command.choices());
        if (!obstacles.isEmpty()) {
            return new MergeOutcome.Refused(obstacles);
        }
        return new Done(carryOut(two, command.choices()), command.surviving(), command.merged());
    }

    private UUID carryOut(Two two, Map<String, Choice> choices) {
        var merge = Uuid7.next();
        var stamp = new Stamp(clock.instant(), scope.user(), null);
        var surviving = two.surviving.person;
        var other = two.merged.person.id();
        var life = two.surviving.life;
        Merging.merge(life, two.differences, choices, stamp);

        var holders = assignments.lock(List.of(surviving.id(), other));
        var taking = holders.get(surviving.id());
        holders.get(other).handOver().forEach(taking::fill);
        assignments.write(holders.values(), stamp, merge);

        merges.add(
                merge,
                surviving.id(),
                other,
                stamp.at(),
                stamp.at().plus(Duration.ofDays(DAYS_TO_UNDO)),
                taking.version());
        var numbers = identifiers.move(other, surviving.id(), ending(two, choices), stamp.at());
        merges.lead(other, surviving.id(), stamp.at());
        surviving.show(life, stamp.at());
        participants.flush(List.of(), List.of(surviving));
        facts.write(List.of(life));
        var rows = new EnumMap<What, List<UUID>>(What.class);
        rows.put(What.FACT_WRITTEN, life.written().stream().map(DatedFact::row).toList());
        rows.put(
                What.FACT_SET_ASIDE,
                life.setAside().stream().map(DatedFact::row).toList());
        rows.put(What.NUMBER_MOVED, numbers.moved());
        rows.put(What.NUMBER_ENDED, numbers.ended());
        merges.remember(merge, surviving.id(), rows);

        merged.fire(new ParticipantsMerged(merge, surviving.id(), other, false));
        changes.fire(new ParticipantChanged(
                surviving.id(), surviving.version(), false, life.changed(), !two.merged.numbers.isEmpty()));
        return merge;
    }

    /** Of each kind one number counts; a D-number gives way to a fødselsnummer. */
    private static Map<ParticipantId, Set<IdentifierKind>> ending(Two two, Map<String, Choice> choices) {
        var surviving = EnumSet.noneOf(IdentifierKind.class);
        var other = EnumSet.noneOf(IdentifierKind.class);
        Merging.numbers(two.differences, choices)
                .forEach((kind, choice) -> (choice == Choice.MERGED ? surviving : other).add(kind));
        if (givesWay(two.surviving, two.merged)) {
            surviving.add(IdentifierKind.D_NUMBER);
        }
        if (givesWay(two.merged, two.surviving)) {
            other.add(IdentifierKind.D_NUMBER);
        }
        return Map.of(two.surviving.person.id(), surviving, two.merged.person.id(), other);
    }

    private static boolean givesWay(Record one, Record other) {
        return !has(one, IdentifierKind.NATIONAL_ID) && has(other, IdentifierKind.NATIONAL_ID);
    }

    private static boolean has(Record one, IdentifierKind kind) {
        return one.numbers.stream()
                .anyMatch(number -> number.current() && number.identifier().kind() == kind);
    }

    @Override
    @Requires(ParticipantPermissions.MERGE)
    public MergeOutcome undo(UUID id) {
        var known = merges.find(id);
        if (known.isEmpty()) {
            return new NotFound();
        }
        merges.lock(known.get().surviving(), known.get().merged());
        var merge = merges.find(id).orElseThrow();
        if (merge.undoneAt() != null) {
            return new ChangedMeanwhile();
        }
        var now = clock.instant();
        if (now.isAfter(merge.undoUntil())) {
            return refused(Code.TOO_LATE, merge.surviving());
        }
        var further = merges.survivorOf(merge.surviving());
        if (further.isPresent()) {
            return refused(Code.MERGED_FURTHER, further.get());
        }
        var surviving = participants.find(merge.surviving()).orElse(null);
        if (surviving == null) {
            return new NotFound();
        }
        var rows = new HashMap<What, Set<UUID>>();
        for (var what : What.values()) {
            rows.put(what, merges.rows(id, what));
        }
        var all = facts.all(List.of(merge.surviving())).getOrDefault(merge.surviving(), List.of());
        var obstacles = obstacles(merge, all, rows);
        if (!obstacles.isEmpty()) {
            return new MergeOutcome.Refused(obstacles);
        }
        takeBack(merge, surviving, all, rows, now);
        return new Done(id, merge.surviving(), merge.merged());
    }

    private static MergeOutcome refused(Code code, ParticipantId about) {
        return new MergeOutcome.Refused(List.of(new Obstacle(code, about)));
    }

    private List<Obstacle> obstacles(MergeView merge, List<DatedFact> all, Map<What, Set<UUID>> rows) {
        var question = new MergeAsked(merge.id(), merge.surviving(), merge.merged());
        var changed = Merging.changedSince(all, rows.get(What.FACT_WRITTEN), rows.get(What.FACT_SET_ASIDE));
        if (!changed.isEmpty()) {
            question.obstacle(new Obstacle(Code.FACT_CHANGED, merge.surviving()));
        }
        if (numbersChanged(merge)) {
            question.obstacle(new Obstacle(Code.NUMBER_CHANGED, merge.surviving()));
        }
        asked.fire(question);
        return question.obstacles();
    }

    private boolean numbersChanged(MergeView merge) {
        return identifiers.history(merge.surviving()).stream()
                .anyMatch(number -> number.recordedAt().isAfter(merge.mergedAt())
                        || number.endedAt() != null && number.endedAt().isAfter(merge.mergedAt()));
    }

    private void takeBack(
            MergeView merge, Participant surviving, List<DatedFact> all, Map<What, Set<UUID>> rows, Instant now) {
        var stamp = new Stamp(now, scope.user(), null);
        var life = new LifeRecord(
                surviving.id(), all.stream().filter(DatedFact::known).toList());
        Merging.undo(life, all, rows.get(What.FACT_WRITTEN), rows.get(What.FACT_SET_ASIDE), stamp);
        identifiers.moveBack(
                new Moved(List.copyOf(rows.get(What.NUMBER_MOVED)), List.copyOf(rows.get(What.NUMBER_ENDED))),
                merge.merged());
        merges.undone(merge.id(), stamp.at());
        merges.leadBack(merge.merged(), stamp.at());
        putBackAssignments(merge, stamp);
        surviving.show(life, stamp.at());
        participants.flush(List.of(), List.of(surviving));
        facts.write(List.of(life));
        var again = participants.find(merge.merged()).orElseThrow();
        participants.flush(List.of(again), List.of());

        merged.fire(new ParticipantsMerged(merge.id(), merge.surviving(), merge.merged(), true));
        changes.fire(new ParticipantChanged(surviving.id(), surviving.version(), false, life.changed(), true));
        changes.fire(new ParticipantChanged(again.id(), again.version(), false, EnumSet.allOf(FactKind.class), true));
    }

    /** The merged record has its advisers again; the surviving one loses what it took over, unless somebody has reassigned it since. */
    private void putBackAssignments(MergeView merge, Stamp stamp) {
        var people = List.of(merge.surviving(), merge.merged());
        var holders = assignments.lock(people);
        var before = assignments.setAsideIn(merge.id(), people);
        var written = assignments.writtenIn(merge.id(), people);
        var changed = new ArrayList<CaseHolders>();
        for (var person : people) {
            var known = holders.get(person);
            if (person.equals(merge.merged()) || known.version() == merges.assignmentsVersion(merge.id())) {
                known.putBack(before.getOrDefault(person, List.of()), written.getOrDefault(person, List.of()));
                changed.add(known);
            }
        }
        assignments.write(changed, stamp, merge.id());
    }

    @Override
    @Requires(ParticipantPermissions.MERGE)
    public List<MergeView> recent() {
        return merges.recent(clock.instant());
    }

    /** Who has been merged, on either side, stays when an import is undone. */
    void importUndone(@Observes UndoAsked asked) {
        merges.partOfOne(asked.people()).forEach(asked::builtOn);
    }

    @Override
    @Requires(ParticipantPermissions.FACTS)
    public Optional<ParticipantId> survivorOf(ParticipantId participant) {
        return merges.survivorOf(participant);
    }

    @Override
    @Requires(ParticipantPermissions.READ)
    public List<MergeView> of(ParticipantId surviving) {
        return merges.of(surviving);
    }
}
