package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Duplicates;
import no.innvei.participant.api.Duplicates.DuplicateOutcome.NotFound;
import no.innvei.participant.api.Duplicates.DuplicateOutcome.Recorded;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.application.PossibleDuplicates.Sought;
import no.innvei.participant.domain.Likeness;
import no.innvei.participant.domain.Likeness.Features;
import no.innvei.participant.persistence.DuplicateStore;
import no.innvei.participant.persistence.DuplicateStore.Found;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;

/** Asking who may be registered twice, and saying what comes of it. */
@ApplicationScoped
@Transactional
public class DuplicateService implements Duplicates {

    private static final int LARGEST_PAGE = 100;

    private PossibleDuplicates possible;
    private DuplicateStore store;
    private DuplicateDuties duties;
    private CurrentScope scope;
    private Clock clock;

    protected DuplicateService() {
        // for the CDI proxy
    }

    @Inject
    public DuplicateService(
            PossibleDuplicates possible,
            DuplicateStore store,
            DuplicateDuties duties,
            CurrentScope scope,
            Clock clock) {
        this.possible = possible;
        this.store = store;
        this.duties = duties;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    @Requires(ParticipantPermissions.EDIT)
    public List<Candidate> mayBe(PersonFacts typed) {
        if (typed.givenNames() == null || typed.givenNames().isBlank() || typed.bornOn() == null) {
            return List.of();
        }
        var sought = new Sought(
                typed.givenNames(),
                typed.familyName(),
                typed.bornOn(),
                typed.identifiers().stream()
                        .map(number -> new PersonIdentifier(
                                number.kind(), number.value().replaceAll("\\D", "")))
                        .toList());
        return possible.mayBe(Map.of("typed", sought)).getOrDefault("typed", List.of());
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public Page pairs(State state, String after, int size) {
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        var position = position(after);
        var found = store.pairs(state, position.orElse(null), most + 1);
        return found.size() <= most
                ? new Page(found, null)
                : new Page(found.subList(0, most), after(found.get(most - 1)));
    }

    private static String after(Pair last) {
        return (last.proposed() ? 1 : 0) + "." + last.score() + "." + last.id();
    }

    /** A position nobody has given us is the beginning. */
    private static Optional<Pair> position(String after) {
        var parts = after == null ? new String[0] : after.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pair(
                    UUID.fromString(parts[2]),
                    null,
                    null,
                    Integer.parseInt(parts[1]),
                    EnumSet.noneOf(Reason.class),
                    State.OPEN,
                    parts[0].equals("1"),
                    null,
                    null));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public Optional<Pair> find(UUID pair) {
        return store.find(pair);
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public Optional<Pair> find(ParticipantId one, ParticipantId other) {
        return store.find(one, other);
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public DuplicateOutcome dismiss(ParticipantId one, ParticipantId other) {
        var people = store.people(List.of(one, other));
        if (people.size() < 2) {
            return new NotFound();
        }
        var now = clock.instant();
        if (store.find(one, other).isEmpty()) {
            var a = people.get(one);
            var b = people.get(other);
            var likeness = Likeness.of(
                    Features.of(a.givenNames(), a.familyName(), a.bornOn()),
                    Features.of(b.givenNames(), b.familyName(), b.bornOn()),
                    false);
            store.keep(List.of(), List.of(new Found(one, other, likeness.score(), likeness.reasons())), now);
        }
        var pair = store.find(one, other).orElseThrow();
        store.dismiss(pair.id(), now);
        return new Recorded(pair.id());
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public DuplicateOutcome propose(UUID pair) {
        if (store.find(pair).isEmpty()) {
            return new NotFound();
        }
        store.propose(pair, clock.instant());
        return new Recorded(pair);
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public DuplicateOutcome reopen(UUID pair) {
        if (store.find(pair).isEmpty()) {
            return new NotFound();
        }
        store.reopen(pair);
        return new Recorded(pair);
    }

    @Override
    @Requires(ParticipantPermissions.DUPLICATES)
    public Progress progress() {
        if (store.begin(clock.instant())) {
            duties.wake(new UUID(0, scope.tenant()));
        }
        return new Progress(store.beginning(), store.waiting());
    }
}
