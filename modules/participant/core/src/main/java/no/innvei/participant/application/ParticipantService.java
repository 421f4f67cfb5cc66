package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.participant.domain.FactsCheck;
import no.innvei.participant.domain.FactsDifference;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.IdentifierStore.Claim;
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
    private AccessLog accessLog;
    private CurrentScope scope;
    private Event<ParticipantChanged> changes;
    private Profile profile;
    private Clock clock;

    protected ParticipantService() {
        // for the CDI proxy
    }

    @Inject
    public ParticipantService(
            ParticipantRepository participants,
            IdentifierStore identifiers,
            AccessLog accessLog,
            CurrentScope scope,
            Event<ParticipantChanged> changes,
            Profile profile,
            Clock clock) {
        this.participants = participants;
        this.identifiers = identifiers;
        this.accessLog = accessLog;
        this.scope = scope;
        this.changes = changes;
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    @Requires(ParticipantPermissions.EDIT)
    public RegistrationOutcome register(PersonFacts typed) {
        var read = read(typed);
        if (!read.problems().isEmpty()) {
            return invalid(read.problems());
        }
        var facts = read.facts();
        var id = ParticipantId.next();
        var refusal = claim(id, facts.identifiers());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var participant = new Participant(id, scope.tenant(), facts, clock.instant());
        participants.add(participant);
        participants.flush(List.of(participant), List.of());
        changes.fire(new ParticipantChanged(id, participant.version(), true));
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
        var facts = read.facts();
        var present = identifiers.of(id);
        if (FactsDifference.between(participant.facts(present), facts).isEmpty()) {
            return new RegistrationOutcome.Accepted(id, participant.version());
        }
        var wanted = new HashSet<>(facts.identifiers());
        present.forEach(wanted::remove);
        var replaced = kinds(present);
        replaced.removeAll(kinds(facts.identifiers()));
        replaced.addAll(kinds(wanted));
        replaced.retainAll(kinds(present));
        var taken = refusal(id, wanted);
        if (taken.isPresent()) {
            return taken.get();
        }
        identifiers.release(id, replaced);
        var refusal = claim(id, wanted);
        if (refusal.isPresent()) {
            identifiers.claim(present.stream()
                    .filter(identifier -> replaced.contains(identifier.kind()))
                    .map(identifier -> new Claim(id, identifier))
                    .toList());
            return refusal.get();
        }
        participant.take(facts, clock.instant());
        participants.flush(List.of(), List.of(participant));
        changes.fire(new ParticipantChanged(id, participant.version(), false));
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
                        participant.facts(identifiers.of(id)),
                        participants.protectionLevel(id),
                        participant.version(),
                        participant.changedAt()));
    }

    /** Empty when the numbers are the participant's now. Otherwise nothing has been written. */
    private Optional<RegistrationOutcome> claim(ParticipantId id, Collection<PersonIdentifier> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var refused = identifiers.claim(
                wanted.stream().map(identifier -> new Claim(id, identifier)).toList());
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        var claimed = kinds(wanted);
        refused.forEach(claim -> claimed.remove(claim.identifier().kind()));
        identifiers.release(id, claimed);
        return Optional.of(refusal(id, refused.stream().map(Claim::identifier).toList())
                .orElseGet(RegistrationOutcome.NeedsLeader::new));
    }

    /** The visible owner of one of the numbers, if there is one; numbers of several people are for a leader. */
    private Optional<RegistrationOutcome> refusal(ParticipantId id, Collection<PersonIdentifier> wanted) {
        var owners = new HashSet<>(identifiers.owners(wanted).values());
        owners.remove(id);
        return switch (owners.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new RegistrationOutcome.AlreadyRegistered(
                        owners.iterator().next()));
            default -> Optional.of(new RegistrationOutcome.NeedsLeader());
        };
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

    private static EnumSet<IdentifierKind> kinds(Collection<PersonIdentifier> identifiers) {
        var kinds = EnumSet.noneOf(IdentifierKind.class);
        identifiers.forEach(identifier -> kinds.add(identifier.kind()));
        return kinds;
    }

    private static RegistrationOutcome invalid(Map<ImportColumn, Code> problems) {
        return new RegistrationOutcome.Invalid(problems.entrySet().stream()
                .collect(Collectors.toMap(
                        problem -> problem.getKey().field(),
                        problem -> problem.getValue().name())));
    }
}
