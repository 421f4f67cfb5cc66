package no.innvei.participant.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.ImportPreview.Row;
import no.innvei.participant.api.NameTokens;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.domain.FactsDifference;
import no.innvei.participant.domain.LifeRecord;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.participant.persistence.ParticipantRepository.Namesake;

/**
 * Judges rows against what is registered now. What needs a leader is told with one code and nothing more, whether it is two people's numbers in one
 * row, a number that has changed owner or name, somebody who looks registered already, or somebody the reader may not see.
 */
final class RowJudge {

    /**
     * @param match the registered person, {@code null} when there is none or it may not be told
     * @param life what is known of that person, {@code null} when there is none
     * @param wanted what will be known when the row is written
     */
    record Verdict(
            ReadRow source,
            Outcome outcome,
            List<Reason> reasons,
            Participant match,
            LifeRecord life,
            PersonFacts now,
            PersonFacts wanted) {

        Row row() {
            return new Row(
                    source.line(), source.name(), outcome, reasons, outcome == Outcome.UPDATE ? changed() : List.of());
        }

        Row notTaken(Outcome as, Code why) {
            return new Row(source.line(), "", as, List.of(new Reason(null, why)), List.of());
        }

        Long version() {
            return match == null ? null : match.version();
        }

        private List<ImportColumn> changed() {
            return List.copyOf(FactsDifference.between(now, wanted));
        }
    }

    private final ParticipantRepository participants;
    private final IdentifierStore identifiers;
    private final FactStore facts;
    private final Set<PersonIdentifier> seenInFile = new HashSet<>();

    RowJudge(ParticipantRepository participants, IdentifierStore identifiers, FactStore facts) {
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
    }

    /** The next rows of the file, in order. */
    List<Verdict> judge(List<ReadRow> rows) {
        var sound = new ArrayList<ReadRow>();
        var repeated = new HashSet<ReadRow>();
        for (var row : rows) {
            if (row.identifiers().stream().anyMatch(seenInFile::contains)) {
                repeated.add(row);
            } else if (!row.wrong()) {
                sound.add(row);
            }
            seenInFile.addAll(row.identifiers());
        }
        var numbers = sound.stream().flatMap(row -> row.identifiers().stream()).collect(Collectors.toSet());
        var owners = identifiers.owners(numbers);
        var unowned = new HashSet<>(numbers);
        unowned.removeAll(owners.keySet());
        var hidden = identifiers.hidden(unowned);
        var people = participants.find(Set.copyOf(owners.values())).stream()
                .collect(Collectors.toMap(Participant::id, participant -> participant));
        var numbersOfPeople = identifiers.of(people.keySet());
        var lives = facts.known(people.keySet());
        var strangers = sound.stream()
                .filter(row -> row.identifiers().stream().noneMatch(owners::containsKey))
                .map(ReadRow::bornOn)
                .collect(Collectors.toSet());
        var namesakes = namesakes(strangers);

        var verdicts = new ArrayList<Verdict>();
        for (var row : rows) {
            if (repeated.contains(row)) {
                verdicts.add(error(row, List.of(new Reason(null, Code.REPEATED_IN_FILE))));
            } else if (row.wrong()) {
                verdicts.add(error(row, row.reasons()));
            } else {
                verdicts.add(judge(row, owners, hidden, people, lives, numbersOfPeople, namesakes));
            }
        }
        return verdicts;
    }

    private Verdict judge(
            ReadRow row,
            Map<PersonIdentifier, ParticipantId> owners,
            Set<PersonIdentifier> hidden,
            Map<ParticipantId, Participant> people,
            Map<ParticipantId, LifeRecord> lives,
            Map<ParticipantId, List<PersonIdentifier>> numbersOfPeople,
            Map<LocalDate, List<Namesake>> namesakes) {
        var matches = row.identifiers().stream()
                .filter(owners::containsKey)
                .map(owners::get)
                .collect(Collectors.toSet());
        if (matches.size() > 1 || row.identifiers().stream().anyMatch(hidden::contains)) {
            return leader(row);
        }
        if (matches.isEmpty()) {
            var name = NameTokens.of(row.name());
            boolean looksRegistered = namesakes.getOrDefault(row.bornOn(), List.of()).stream()
                    .anyMatch(other -> NameTokens.of(other.givenNames(), other.familyName())
                            .equals(name));
            return looksRegistered
                    ? leader(row)
                    : new Verdict(row, Outcome.NEW, row.reasons(), null, null, null, row.facts());
        }
        var match = people.get(matches.iterator().next());
        var life = lives.get(match.id());
        var now = match.facts(life, numbersOfPeople.getOrDefault(match.id(), List.of()));
        if (numberChanged(row, now) || isSomeoneElse(row, now)) {
            return leader(row);
        }
        var wanted = row.onto(now);
        var outcome = FactsDifference.between(now, wanted).isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE;
        return new Verdict(row, outcome, row.reasons(), match, life, now, wanted);
    }

    private static boolean numberChanged(ReadRow row, PersonFacts now) {
        return now.identifiers().stream()
                .anyMatch(known -> row.identifiers().stream()
                        .anyMatch(given -> given.kind() == known.kind() && !given.equals(known)));
    }

    /** Neither birth date nor a single word of the name agrees. */
    private static boolean isSomeoneElse(ReadRow row, PersonFacts now) {
        var words = new HashSet<>(NameTokens.of(row.name()));
        words.retainAll(NameTokens.of(now.givenNames(), now.familyName()));
        return words.isEmpty() && !row.bornOn().equals(now.bornOn());
    }

    private Map<LocalDate, List<Namesake>> namesakes(Set<LocalDate> days) {
        var byDay = new HashMap<LocalDate, List<Namesake>>();
        for (var namesake : participants.bornOn(days)) {
            byDay.computeIfAbsent(namesake.bornOn(), day -> new ArrayList<>()).add(namesake);
        }
        return byDay;
    }

    private static Verdict error(ReadRow row, List<Reason> reasons) {
        return new Verdict(row, Outcome.ERROR, reasons, null, null, null, null);
    }

    private static Verdict leader(ReadRow row) {
        return new Verdict(row, Outcome.NEEDS_LEADER, List.of(new Reason(null, Code.LEADER)), null, null, null, null);
    }
}
