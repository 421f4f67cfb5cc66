package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.FactOutcome;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.HeldIdentifier.EndedWhy;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.participant.domain.Edit;
import no.innvei.participant.domain.FactCheck;
import no.innvei.participant.domain.FactProblem;
import no.innvei.participant.domain.FactsCheck;
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

/** Changing and correcting what is known about a participant, and looking back. */
@ApplicationScoped
@Transactional
public class LifeFactService implements LifeFacts {

    private ParticipantRepository participants;
    private IdentifierStore identifiers;
    private FactStore facts;
    private AccessLog accessLog;
    private CurrentScope scope;
    private Event<ParticipantChanged> changes;
    private Profile profile;
    private Clock clock;
    private NumberClaims numbers;

    protected LifeFactService() {
        // for the CDI proxy
    }

    @Inject
    public LifeFactService(
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
    @Requires(ParticipantPermissions.READ)
    public Optional<LifeHistory> history(ParticipantId id) {
        return participants.find(id).map(found -> {
            accessLog.seen(id, Purpose.CASE_WORK);
            return history(found, facts.all(id), identifiers.history(id));
        });
    }

    @Override
    @Requires(ParticipantPermissions.READ)
    public Optional<LifeHistory> asKnown(ParticipantId id, LocalDate knownOn) {
        return participants.find(id).map(found -> {
            accessLog.seen(id, Purpose.CASE_WORK);
            var moment = endOf(knownOn);
            return history(
                    found,
                    facts.knownBefore(id, moment).stream()
                            .map(DatedFact::asWritten)
                            .toList(),
                    identifiers.history(id).stream()
                            .filter(held -> held.recordedAt().isBefore(moment)
                                    && (held.endedAt() == null
                                            || !held.endedAt().isBefore(moment)))
                            .map(HeldIdentifier::asWritten)
                            .toList());
        });
    }

    @Override
    @Requires(ParticipantPermissions.READ)
    public Optional<ParticipantId> ownerOf(PersonIdentifier number) {
        var owner = identifiers.owners(List.of(number)).values().stream().findFirst();
        owner.ifPresent(found -> accessLog.seen(found, Purpose.SEARCH_BY_IDENTIFIER));
        return owner;
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private LifeHistory history(Participant found, List<DatedFact> rows, List<HeldIdentifier> held) {
        int level = participants.protectionLevel(found.id());
        return new LifeHistory(
                found.id(),
                found.version(),
                level,
                level == 0
                        ? rows
                        : rows.stream()
                                .filter(row -> row.kind() != FactKind.CONTACT)
                                .toList(),
                held);
    }

    @Override
    @Requires(ParticipantPermissions.EDIT)
    public FactOutcome record(ParticipantId id, long expectedVersion, FactCommand typed) {
        var found = participants.find(id).orElse(null);
        if (found == null) {
            return new FactOutcome.NotFound();
        }
        if (!found.isVersion(expectedVersion)) {
            return new FactOutcome.ChangedMeanwhile(found.version());
        }
        var command = tidy(typed);
        var life = facts.known(List.of(id)).get(id);
        var problems = problems(id, life, command);
        if (!problems.isEmpty()) {
            return invalid(problems);
        }
        return switch (life.apply(command, new Stamp(clock.instant(), scope.user(), command.reason()))) {
            case Edit.Refused refused -> invalid(Map.of(refused.field(), refused.problem()));
            case Edit.Done done -> {
                if (done.changed()) {
                    found.show(life, clock.instant());
                    participants.flush(List.of(), List.of(found));
                    facts.write(List.of(life));
                    changes.fire(new ParticipantChanged(id, found.version(), false, life.changed(), false));
                }
                yield new FactOutcome.Recorded(found.version(), done.changed());
            }
        };
    }

    private Map<String, FactProblem> problems(ParticipantId id, LifeRecord life, FactCommand command) {
        var kind = switch (command) {
            case FactCommand.Change change -> Optional.of(change.fact().kind());
            case FactCommand.Correct correct -> Optional.of(correct.fact().kind());
            case FactCommand.End end -> life.find(end.row()).map(DatedFact::kind);
            case FactCommand.Withdraw withdraw -> life.find(withdraw.row()).map(DatedFact::kind);
        };
        if (kind.isEmpty()) {
            return Map.of("row", FactProblem.NOTHING_THERE);
        }
        if (kind.get() == FactKind.CONTACT && participants.protectionLevel(id) > 0) {
            return Map.of("fact", FactProblem.PROTECTED);
        }
        var bornOn = life.present(LifeFact.BirthDate.class).orElseThrow().bornOn();
        var problems = FactCheck.problems(command, kind.get(), bornOn, LocalDate.now(clock));
        return problems.isEmpty() ? problemsWithOthers(id, life, fact(command)) : problems;
    }

    /** Whether the fact goes together with other people and with what else is known. */
    private Map<String, FactProblem> problemsWithOthers(ParticipantId id, LifeRecord life, LifeFact fact) {
        if (fact instanceof LifeFact.Partner partner && partner.partner() != null) {
            boolean somebodyElse = !partner.partner().equals(id)
                    && participants.find(partner.partner()).isPresent();
            return somebodyElse ? Map.of() : Map.of("partner", FactProblem.NOT_A_PARTICIPANT);
        }
        if (fact instanceof LifeFact.BirthDate birth) {
            boolean fits = life.known().stream()
                    .allMatch(row -> row.from() == null || !row.from().isBefore(birth.bornOn()));
            return fits ? Map.of() : Map.of("bornOn", FactProblem.BEFORE_BIRTH);
        }
        return Map.of();
    }

    private static LifeFact fact(FactCommand command) {
        return switch (command) {
            case FactCommand.Change change -> change.fact();
            case FactCommand.Correct correct -> correct.fact();
            case FactCommand.End e -> null;
            case FactCommand.Withdraw w -> null;
        };
    }

    private static FactCommand tidy(FactCommand command) {
        return switch (command) {
            case FactCommand.Change c -> new FactCommand.Change(c.line(), tidy(c.fact()), c.from(), c.reason());
            case FactCommand.Correct c ->
                new FactCommand.Correct(c.row(), tidy(c.fact()), c.from(), c.to(), c.reason());
            case FactCommand.End e -> e;
            case FactCommand.Withdraw w -> w;
        };
    }

    private static LifeFact tidy(LifeFact fact) {
        return switch (fact) {
            case LifeFact.Name name ->
                new LifeFact.Name(RegistrationTexts.tidy(name.givenNames()), RegistrationTexts.tidy(name.familyName()));
            case LifeFact.Contact contact ->
                new LifeFact.Contact(contact.channel(), RegistrationTexts.tidy(contact.content()));
            case LifeFact.Citizenship citizenship ->
                citizenship.group() == null
                        ? new LifeFact.Citizenship(citizenship.country(), CitizenshipGroup.of(citizenship.country()))
                        : citizenship;
            default -> fact;
        };
    }

    private static FactOutcome invalid(Map<String, FactProblem> problems) {
        return new FactOutcome.Invalid(problems.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, problem -> problem.getValue().name())));
    }

    @Override
    @Requires(ParticipantPermissions.EDIT)
    public RegistrationOutcome giveIdentifier(
            ParticipantId id, long expectedVersion, PersonIdentifier typed, LocalDate from, EndedWhy why) {
        var found = participants.find(id).orElse(null);
        if (found == null) {
            return new RegistrationOutcome.NotFound();
        }
        if (!found.isVersion(expectedVersion)) {
            return new RegistrationOutcome.ChangedMeanwhile(id);
        }
        var today = LocalDate.now(clock);
        var reading = new IdentityNumbers(profile.allowsSyntheticIdentifiers(), today.getYear())
                .read(typed.kind(), typed.value());
        if (reading instanceof IdentityNumbers.Reading.Wrong wrong) {
            return refused("number", FactsCheck.code(wrong.problem()).name());
        }
        var number = ((IdentityNumbers.Reading.Good) reading).identifier();
        if (from != null && from.isAfter(today)) {
            return refused("from", FactProblem.FUTURE.name());
        }
        var current =
                identifiers.history(id).stream().filter(HeldIdentifier::current).toList();
        var held = current.stream()
                .filter(one -> one.identifier().kind() == number.kind())
                .findFirst();
        if (held.isPresent() && held.get().identifier().equals(number)) {
            return new RegistrationOutcome.Accepted(id, found.version());
        }
        if (held.isPresent() && why == null) {
            return refused("why", FactProblem.REQUIRED.name());
        }
        var lastDay = from == null ? null : from.minusDays(1);
        if (held.isPresent()
                && held.get().from() != null
                && lastDay != null
                && lastDay.isBefore(held.get().from())) {
            return refused("from", FactProblem.ORDER.name());
        }
        var refusal = numbers.claim(id, List.of(number), from);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        held.ifPresent(one -> identifiers.end(id, one.identifier(), lastDay, why));
        if (number.kind() == IdentifierKind.NATIONAL_ID) {
            current.stream()
                    .filter(one -> one.identifier().kind() == IdentifierKind.D_NUMBER)
                    .forEach(one -> identifiers.end(
                            id,
                            one.identifier(),
                            one.from() != null && lastDay != null && lastDay.isBefore(one.from()) ? null : lastDay,
                            EndedWhy.NATIONAL_ID));
        }
        return told(found);
    }

    @Override
    @Requires(ParticipantPermissions.EDIT)
    public RegistrationOutcome endIdentifier(
            ParticipantId id, long expectedVersion, IdentifierKind kind, LocalDate lastDay, EndedWhy why) {
        var found = participants.find(id).orElse(null);
        if (found == null) {
            return new RegistrationOutcome.NotFound();
        }
        if (!found.isVersion(expectedVersion)) {
            return new RegistrationOutcome.ChangedMeanwhile(id);
        }
        var held = identifiers.history(id).stream()
                .filter(one -> one.current() && one.identifier().kind() == kind)
                .findFirst();
        if (held.isEmpty()) {
            return refused("kind", FactProblem.NOTHING_THERE.name());
        }
        if (why == null) {
            return refused("why", FactProblem.REQUIRED.name());
        }
        if (lastDay != null && lastDay.isAfter(LocalDate.now(clock))) {
            return refused("lastDay", FactProblem.FUTURE.name());
        }
        if (lastDay != null
                && held.get().from() != null
                && lastDay.isBefore(held.get().from())) {
            return refused("lastDay", FactProblem.ORDER.name());
        }
        identifiers.end(id, held.get().identifier(), lastDay, why);
        return told(found);
    }

    private RegistrationOutcome told(Participant found) {
        found.touch(clock.instant());
        participants.flush(List.of(), List.of(found));
        changes.fire(new ParticipantChanged(found.id(), found.version(), false, EnumSet.noneOf(FactKind.class), true));
        return new RegistrationOutcome.Accepted(found.id(), found.version());
    }

    private static RegistrationOutcome refused(String field, String code) {
        return new RegistrationOutcome.Invalid(Map.of(field, code));
    }
}
