package no.innvei.participant.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Difference;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.NameTokens;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.domain.FactsDifference;
import no.innvei.participant.domain.LifeRecord;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.ImportRepository;
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
     * @param keepingOurs what will be known when only that is written which contradicts nobody
     * @param contradicted where the row says something else than what somebody has stated
     */
    record Verdict(
            ReadRow source,
            Outcome outcome,
            List<Reason> reasons,
            Participant match,
            LifeRecord life,
            PersonFacts now,
            PersonFacts wanted,
            PersonFacts keepingOurs,
            Set<ImportColumn> contradicted) {

        List<Difference> differences() {
            if (match == null || outcome != Outcome.UPDATE && outcome != Outcome.CONFLICT) {
                return List.of();
            }
            var ours = CellTexts.of(now);
            var file = CellTexts.of(wanted);
            return FactsDifference.between(now, wanted).stream()
                    .map(column -> isNumber(column)
                            ? new Difference(column, null, null, false)
                            : new Difference(column, ours.get(column), file.get(column), contradicted.contains(column)))
                    .toList();
        }

        Long version() {
            return match == null ? null : match.version();
        }
    }

    private final ParticipantRepository participants;
    private final IdentifierStore identifiers;
    private final FactStore facts;
    private final ImportRepository imports;
    private final FileClaims claims;

    /** @param claims what the file as a whole says about numbers; {@link FileClaims#NONE} when the user has seen it */
    RowJudge(
            ParticipantRepository participants,
            IdentifierStore identifiers,
            FactStore facts,
            ImportRepository imports,
            FileClaims claims) {
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
        this.imports = imports;
        this.claims = claims;
    }

    private static boolean isNumber(ImportColumn column) {
        return column == ImportColumn.NATIONAL_ID
                || column == ImportColumn.D_NUMBER
                || column == ImportColumn.DUF_NUMBER;
    }

    /** The next rows of the file, in order. */
    List<Verdict> judge(List<ReadRow> rows) {
        var sound = rows.stream()
                .filter(row -> !row.wrong() && !claims.repeated().contains(row.line()))
                .toList();
        var numbers = sound.stream().flatMap(row -> row.identifiers().stream()).collect(Collectors.toSet());
        var owners = identifiers.owners(numbers);
        var unowned = new HashSet<>(numbers);
        unowned.removeAll(owners.keySet());
        var hidden = identifiers.hidden(unowned);
        var people = participants.find(Set.copyOf(owners.values())).stream()
                .collect(Collectors.toMap(Participant::id, participant -> participant));
        var numbersOfPeople = identifiers.of(people.keySet());
        var lives = facts.known(people.keySet());
        var importedAt = people.isEmpty() ? Map.<ParticipantId, Set<Instant>>of() : imports.importedAt(people.keySet());
        var strangers = sound.stream()
                .filter(row -> row.identifiers().stream().noneMatch(owners::containsKey))
                .map(ReadRow::bornOn)
                .collect(Collectors.toSet());
        var namesakes = namesakes(strangers);

        var verdicts = new ArrayList<Verdict>();
        for (var row : rows) {
            if (claims.repeated().contains(row.line())) {
                verdicts.add(error(row, List.of(new Reason(null, Code.REPEATED_IN_FILE))));
            } else if (row.wrong()) {
                verdicts.add(error(row, row.reasons()));
            } else {
                var verdict = judge(row, owners, hidden, people, lives, importedAt, numbersOfPeople, namesakes);
                verdicts.add(claims.contested().contains(row.line()) ? contested(verdict) : verdict);
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
            Map<ParticipantId, Set<Instant>> importedAt,
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
                    : new Verdict(
                            row, Outcome.NEW, row.reasons(), null, null, null, row.facts(), row.facts(), Set.of());
        }
        var match = people.get(matches.iterator().next());
        var life = lives.get(match.id());
        var now = match.facts(life, numbersOfPeople.getOrDefault(match.id(), List.of()));
        if (numberChanged(row, now) || isSomeoneElse(row, now)) {
            return leader(row);
        }
        var wanted = row.onto(now);
        var different = FactsDifference.between(now, wanted);
        var contradicted = contradicted(different, now, life, importedAt.getOrDefault(match.id(), Set.of()));
        var outcome =
                different.isEmpty() ? Outcome.UNCHANGED : contradicted.isEmpty() ? Outcome.UPDATE : Outcome.CONFLICT;
        return new Verdict(
                row,
                outcome,
                row.reasons(),
                match,
                life,
                now,
                wanted,
                row.without(contradicted).onto(now),
                contradicted);
    }

    /** Two people in the file have one number: the user says which of them it belongs to. */
    private static Verdict contested(Verdict verdict) {
        return switch (verdict.outcome()) {
            case ERROR, NEEDS_LEADER -> verdict;
            case NEW, UPDATE, UNCHANGED, CONFLICT -> {
                var reasons = new ArrayList<>(verdict.reasons());
                reasons.add(new Reason(null, Code.CLAIMED_TWICE));
                yield new Verdict(
                        verdict.source(),
                        Outcome.CONFLICT,
                        reasons,
                        verdict.match(),
                        verdict.life(),
                        verdict.now(),
                        verdict.wanted(),
                        verdict.keepingOurs(),
                        verdict.contradicted());
            }
        };
    }

    /** What differs, is known, and has been stated by somebody and not by a file. */
    private static Set<ImportColumn> contradicted(
            Set<ImportColumn> different, PersonFacts now, LifeRecord life, Set<Instant> importedAt) {
        var stated = CellTexts.of(now).keySet();
        var contradicted = EnumSet.noneOf(ImportColumn.class);
        for (var column : different) {
            var kind = kind(column);
            if (kind != null
                    && stated.contains(column)
                    && life.known().stream()
                            .anyMatch(row -> row.kind() == kind
                                    && row.open()
                                    && row.recordedBy() != null
                                    && !importedAt.contains(row.recordedAt()))) {
                contradicted.add(column);
            }
        }
        return contradicted;
    }

    /** {@code null} for identity numbers, which are nobody's statement. */
    private static FactKind kind(ImportColumn column) {
        return switch (column) {
            case GIVEN_NAMES, FAMILY_NAME -> FactKind.NAME;
            case BORN_ON -> FactKind.BIRTH_DATE;
            case NATIONAL_ID, D_NUMBER, DUF_NUMBER -> null;
            case CITIZENSHIP -> FactKind.CITIZENSHIP;
            case PERMIT_BASIS, PERMIT_GRANTED_ON -> FactKind.PERMIT;
            case SETTLED_ON, SETTLED_BY_AGREEMENT -> FactKind.SETTLEMENT;
            case EDUCATION -> FactKind.EDUCATION;
            case MOTHER_TONGUE -> FactKind.MOTHER_TONGUE;
            case INTERPRETING_LANGUAGE -> FactKind.INTERPRETING;
            case WRITTEN_FORM -> FactKind.WRITTEN_FORM;
            case CHILDREN_BORN_ON -> FactKind.CHILD;
        };
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
        return new Verdict(row, Outcome.ERROR, reasons, null, null, null, null, null, Set.of());
    }

    private static Verdict leader(ReadRow row) {
        return new Verdict(
                row,
                Outcome.NEEDS_LEADER,
                List.of(new Reason(null, Code.LEADER)),
                null,
                null,
                null,
                null,
                null,
                Set.of());
    }
}
