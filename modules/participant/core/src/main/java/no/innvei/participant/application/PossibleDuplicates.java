package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Duplicates.Candidate;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.domain.Likeness;
import no.innvei.participant.domain.Likeness.Features;
import no.innvei.participant.persistence.DuplicateStore;
import no.innvei.participant.persistence.DuplicateStore.Found;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.ParticipantRepository.Namesake;
import no.innvei.platform.Requires;

/** Which registered people somebody may be. Sees what the caller sees; three statements for any number of people. */
@ApplicationScoped
public class PossibleDuplicates {

    /** What is known of somebody who is not registered yet. */
    public record Sought(String givenNames, String familyName, LocalDate bornOn, Collection<PersonIdentifier> numbers) {

        @Override
        public String toString() {
            return "Sought";
        }
    }

    private static final int PEOPLE_AT_A_TIME = 200;
    private static final int MOST_CANDIDATES = 10;

    private DuplicateStore store;
    private IdentifierStore identifiers;
    private Clock clock;

    protected PossibleDuplicates() {
        // for the CDI proxy
    }

    @Inject
    public PossibleDuplicates(DuplicateStore store, IdentifierStore identifiers, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * The likeliest first, at most ten for each key; a key with nobody is left out.
     *
     * @param sought by a key without comma, for instance the line of a file; at most a few hundred at a time
     */
    public Map<String, List<Candidate>> mayBe(Map<String, Sought> sought) {
        var features = new HashMap<String, Features>();
        var numbers = new HashSet<PersonIdentifier>();
        sought.forEach((key, one) -> {
            features.put(key, Features.of(one.givenNames(), one.familyName(), one.bornOn()));
            numbers.addAll(one.numbers());
        });
        var alike = store.alike(features);
        var held = identifiers.everHeld(numbers);
        var bearers = held.isEmpty() ? Map.<ParticipantId, Namesake>of() : store.people(held.keySet());
        var found = new HashMap<String, List<Candidate>>();
        sought.forEach((key, one) -> {
            var people = new HashMap<ParticipantId, Namesake>();
            alike.getOrDefault(key, List.of()).forEach(each -> people.put(each.id(), each));
            bearers.forEach((id, each) -> {
                if (held.get(id).stream().anyMatch(one.numbers()::contains)) {
                    people.put(id, each);
                }
            });
            var candidates = people.values().stream()
                    .map(each -> candidate(
                            features.get(key),
                            each,
                            held.getOrDefault(each.id(), Set.of()).stream().anyMatch(one.numbers()::contains)))
                    .filter(candidate -> candidate.score() >= Likeness.ENOUGH)
                    .sorted(Comparator.comparing(Candidate::score)
                            .reversed()
                            .thenComparing(candidate -> candidate.participant().value()))
                    .limit(MOST_CANDIDATES)
                    .toList();
            if (!candidates.isEmpty()) {
                found.put(key, candidates);
            }
        });
        return found;
    }

    private static Features features(Namesake person) {
        return Features.of(person.givenNames(), person.familyName(), person.bornOn());
    }

    private static Candidate candidate(Features one, Namesake other, boolean sameNumber) {
        var likeness = Likeness.of(one, features(other), sameNumber);
        return new Candidate(
                other.id(),
                other.givenNames(),
                other.familyName(),
                other.bornOn(),
                likeness.score(),
                likeness.reasons());
    }

    /** Looks for duplicates of some of those who are waiting, and keeps what is found; false when nobody is waiting. */
    @Transactional
    @Requires(ParticipantPermissions.FACTS)
    public boolean lookAtSome() {
        store.enqueueEverybody(clock.instant());
        var taken = store.take(PEOPLE_AT_A_TIME);
        if (!taken.isEmpty()) {
            look(taken);
        }
        return !taken.isEmpty();
    }

    private void look(List<ParticipantId> people) {
        var looked = store.people(people);
        var asked = new HashMap<String, Features>();
        looked.forEach((id, person) -> asked.put(id.value().toString(), features(person)));
        var found = new ArrayList<Found>();
        var sameNumber = store.sameNumber(people);
        var others = new HashSet<ParticipantId>();
        sameNumber.values().forEach(others::addAll);
        var bearers = store.people(others);
        var alike = asked.isEmpty() ? Map.<String, List<Namesake>>of() : store.alike(asked);
        looked.forEach((id, person) -> {
            var numbers = sameNumber.getOrDefault(id, Set.of());
            var candidates = new HashMap<ParticipantId, Namesake>();
            alike.getOrDefault(id.value().toString(), List.of()).forEach(each -> candidates.put(each.id(), each));
            numbers.stream().filter(bearers::containsKey).forEach(each -> candidates.put(each, bearers.get(each)));
            candidates.remove(id);
            var features = features(person);
            candidates.values().forEach(each -> {
                var likeness = Likeness.of(features, features(each), numbers.contains(each.id()));
                if (likeness.enough()) {
                    found.add(new Found(id, each.id(), likeness.score(), likeness.reasons()));
                }
            });
        });
        store.keep(people, found, clock.instant());
    }
}
