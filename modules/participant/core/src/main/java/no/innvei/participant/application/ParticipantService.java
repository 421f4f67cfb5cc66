package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.HeldIdentifier.EndedWhy;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.participant.domain.Edit;
import no.innvei.participant.domain.FactsCheck;
import no.innvei.participant.domain.FactsDifference;
import no.innvei.participant.domain.LifeRecord;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.domain.Stamp;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.AccessLog;
import no.innvei.platform.AccessLog.Purpose;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Profile;
import no.innvei.platform.Requires;

/** Registering, changing and opening participants. */
@ApplicationScoped
@Transactional
public class ParticipantService implements Participants {

    private ParticipantRepository participants;
    private IdentifierStore identifiers;
    private FactStore facts;
    private AccessLog accessLog;
    private CurrentScope scope;
    private Event<ParticipantChanged> changes;
    private Profile profile;
    private Clock clock;
    private NumberClaims numbers;

    protected ParticipantService() {
        // for the CDI proxy
    }

    @Inject
    public ParticipantService(
            ParticipantRepository participants,
            IdentifierStore identifiers,
            FactStore facts,
            AccessLog accessLog,
            CurrentScope scope,
            Event<ParticipantChanged> changes,
            Profile profile,
            Clock clock) {
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
        this.accessLog = accessLog;
        this.scope = scope;
        this.changes = changes;
        this.profile = profile;
        this.clock = clock;
        this.numbers = new NumberClaims(identifiers);
    }

    @Override
    @Requires(ParticipantPermissions.EDIT)
    public RegistrationOutcome register(PersonFacts typed) {
        var read = read(typed);
        if (!read.problems().isEmpty()) {
            return invalid(read.problems());
        }
        var wanted = read.facts();
        var life = LifeRecord.empty(ParticipantId.next());
        var impossible = life.take(wanted, stamp());
        if (impossible.isPresent()) {
            return invalid(impossible.get());
        }
        var id = life.participant();
        var refusal = numbers.claim(id, wanted.identifiers());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var participant = new Participant(scope.tenant(), life, clock.instant());
        participants.add(participant);
        participants.flush(List.of(participant), List.of());
        facts.write(List.of(life));
        changes.fire(new ParticipantChanged(
                id,
                participant.version(),
                true,
                life.changed(),
                !wanted.identifiers().isEmpty()));
        return new RegistrationOutcome.Accepted(id, participant.version());
    }

    @Override
    @Requires(ParticipantPermissions.EDIT)
    public RegistrationOutcome change(ParticipantId id, long expectedVersion, PersonFacts typed) {
        var found = participants.find(id);
        if (found.isEmpty()) {
            return new RegistrationOutcome.NotFound();
        }
        var participant = found.get();
        if (!participant.isVersion(expectedVersion)) {
            return new RegistrationOutcome.ChangedMeanwhile(id);
        }
        var read = read(typed);
        if (!read.problems().isEmpty()) {
            return invalid(read.problems());
        }
        var wanted = read.facts();
        var present = identifiers.of(id);
        var life = facts.known(List.of(id)).get(id);
        if (FactsDifference.between(participant.facts(life, present), wanted).isEmpty()) {
            return new RegistrationOutcome.Accepted(id, participant.version());
        }
        var impossible = life.take(wanted, stamp());
        if (impossible.isPresent()) {
            return invalid(impossible.get());
        }
        var added = new HashSet<>(wanted.identifiers());
        present.forEach(added::remove);
        var refusal = numbers.claim(id, added);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var ended = new HashSet<>(present);
        wanted.identifiers().forEach(ended::remove);
        // a form says what is right, not what happened: the number it leaves out was never the person's
        ended.forEach(number -> identifiers.end(id, number, null, EndedWhy.MISTAKE));
        participant.show(life, clock.instant());
        participants.flush(List.of(), List.of(participant));
        facts.write(List.of(life));
        changes.fire(new ParticipantChanged(
                id, participant.version(), false, life.changed(), !added.isEmpty() || !ended.isEmpty()));
        return new RegistrationOutcome.Accepted(id, participant.version());
    }

    @Override
    @Requires(ParticipantPermissions.READ)
    public Optional<ParticipantView> open(ParticipantId id) {
        var found = view(id);
        found.ifPresent(view -> accessLog.seen(id, Purpose.CASE_WORK));
        return found;
    }

    @Override
    @Requires(ParticipantPermissions.FACTS)
    public Optional<ParticipantView> facts(ParticipantId id) {
        return view(id);
    }

    @Override
    @Requires(ParticipantPermissions.FACTS)
    public List<ParticipantView> facts(Collection<ParticipantId> ids) {
        var found = participants.find(ids);
        var present = found.stream().map(Participant::id).toList();
        var lives = facts.forPersonFacts(present);
        var numbersOf = identifiers.of(present);
        var levels = participants.protectionLevels(present);
        return found.stream()
                .map(participant -> new ParticipantView(
                        participant.id(),
                        participant.facts(
                                lives.get(participant.id()), numbersOf.getOrDefault(participant.id(), List.of())),
                        levels.getOrDefault(participant.id(), 0),
                        participant.version(),
                        participant.changedAt()))
                .toList();
    }

    @Override
    @Requires(ParticipantPermissions.SHOW_IDENTIFIER)
    public Optional<List<PersonIdentifier>> showIdentifiers(ParticipantId id) {
        if (participants.find(id).isEmpty()) {
            return Optional.empty();
        }
        accessLog.seen(id, Purpose.SHOW_IDENTIFIER);
        return Optional.of(identifiers.of(id));
    }

    private Optional<ParticipantView> view(ParticipantId id) {
        return participants
                .find(id)
                .map(participant -> new ParticipantView(
                        id,
                        participant.facts(facts.forPersonFacts(id), identifiers.of(id)),
                        participants.protectionLevel(id),
                        participant.version(),
                        participant.changedAt()));
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), scope.user(), null);
    }

    private record Read(PersonFacts facts, Map<ImportColumn, Code> problems) {}

    private Read read(PersonFacts typed) {
        var today = LocalDate.now(clock);
        var numbers = new IdentityNumbers(profile.allowsSyntheticIdentifiers(), today.getYear());
        var read = new ArrayList<PersonIdentifier>();
        for (var identifier : typed.identifiers()) {
            read.add(
                    numbers.read(identifier.kind(), identifier.value()) instanceof IdentityNumbers.Reading.Good good
                            ? good.identifier()
                            : identifier);
        }
        var facts = RegistrationTexts.tidy(typed, read);
        return new Read(facts, new FactsCheck(numbers, today).problems(facts));
    }

    private static RegistrationOutcome invalid(Edit.Refused refused) {
        return new RegistrationOutcome.Invalid(
                Map.of(refused.field(), refused.problem().name()));
    }

    private static RegistrationOutcome invalid(Map<ImportColumn, Code> problems) {
        return new RegistrationOutcome.Invalid(problems.entrySet().stream()
                .collect(Collectors.toMap(
                        problem -> problem.getKey().field(),
                        problem -> problem.getValue().name())));
    }
}
