package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Decision;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.ImportUndo.Kept;
import no.innvei.participant.api.ImportUndo.Why;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.ParticipantsChanged;
import no.innvei.participant.api.ParticipantsRemoved;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.UndoAsked;
import no.innvei.participant.application.RowJudge.Verdict;
import no.innvei.participant.domain.FactsDifference;
import no.innvei.participant.domain.ImportBatch;
import no.innvei.participant.domain.ImportLine;
import no.innvei.participant.domain.LifeRecord;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.domain.Stamp;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.IdentifierStore.Claim;
import no.innvei.participant.persistence.ImportRepository;
import no.innvei.participant.persistence.ImportRepository.Written;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;

/** One part of an import, written or undone in one transaction together with the note that it is done. */
@ApplicationScoped
@Transactional
public class ImportChunks {

    private ImportRepository imports;
    private ParticipantRepository participants;
    private IdentifierStore identifiers;
    private FactStore facts;
    private RowFiles files;
    private CurrentScope scope;
    private Event<ParticipantsChanged> changes;
    private Event<ParticipantsRemoved> removals;
    private Event<UndoAsked> undoAsked;
    private Clock clock;

    protected ImportChunks() {
        // for the CDI proxy
    }

    @Inject
    public ImportChunks(
            ImportRepository imports,
            ParticipantRepository participants,
            IdentifierStore identifiers,
            FactStore facts,
            RowFiles files,
            CurrentScope scope,
            Event<ParticipantsChanged> changes,
            Event<ParticipantsRemoved> removals,
            Event<UndoAsked> undoAsked,
            Clock clock) {
        this.imports = imports;
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
        this.files = files;
        this.scope = scope;
        this.changes = changes;
        this.removals = removals;
        this.undoAsked = undoAsked;
        this.clock = clock;
    }

    /** Does the next part; false when there is nothing more to do. */
    @Requires(ParticipantPermissions.IMPORT)
    public boolean next(ImportId id) {
        imports.waitForTurn();
        var batch = imports.lock(id);
        return batch.isPresent()
                && switch (batch.get().state()) {
                    case WRITING -> write(batch.get());
                    case UNDOING -> undo(batch.get());
                    case COLUMNS, PREVIEW, DONE, UNDONE -> false;
                };
    }

    private boolean write(ImportBatch batch) {
        var id = batch.id();
        var lines = imports.unfinished(id, RowFiles.ROWS_AT_A_TIME);
        if (lines.isEmpty()) {
            batch.written(imports.notTaken(id));
            return false;
        }
        var reader = files.reader();
        var meanings = batch.meanings();
        var judge = new RowJudge(participants, identifiers, facts, imports, FileClaims.NONE);
        var writing = new Writing();
        writing.write(
                lines,
                judge.judge(lines.stream()
                        .map(line -> files.read(reader, line, meanings))
                        .toList()));
        imports.finish(id, writing.finished);
        imports.wrote(id, writing.people);
        batch.wrote(lines.size(), writing.registered, writing.updated, writing.unchanged);
        return true;
    }

    /** What one part has done so far. */
    private final class Writing {

        private final Instant now = clock.instant();
        private final Stamp stamp = new Stamp(now, scope.user(), null);
        private final List<ImportLine> finished = new ArrayList<>();
        private final List<Written> people = new ArrayList<>();
        private int registered;
        private int updated;
        private int unchanged;

        /** @param wanted what the person shall be known as */
        private record Task(ImportLine line, Verdict verdict, ParticipantId id, PersonFacts wanted) {}

        void write(List<ImportLine> lines, List<Verdict> verdicts) {
            var tasks = new ArrayList<Task>();
            var numbersSeen = new HashSet<>();
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                var verdict = verdicts.get(i);
                var wanted = wanted(line, verdict);
                boolean again = verdict.source().identifiers().stream().anyMatch(n -> !numbersSeen.add(n));
                if (isContested(line) && line.decision() != Decision.FILE) {
                    finished.add(line); // another row has the number, or nobody
                } else if (again) {
                    leaveOut(line, Outcome.ERROR, List.of(new Reason(null, Code.REPEATED_IN_FILE)));
                } else if (verdict.outcome() == Outcome.ERROR || verdict.outcome() == Outcome.NEEDS_LEADER) {
                    leaveOut(line, verdict.outcome(), verdict.reasons());
                } else if (!asPreviewed(line, verdict)) {
                    leaveOut(line, Outcome.ERROR, List.of(new Reason(null, Code.CHANGED_SINCE_PREVIEW)));
                } else if (verdict.match() != null
                        && FactsDifference.between(verdict.now(), wanted).isEmpty()) {
                    unchanged++;
                    finished.add(taken(line));
                } else {
                    tasks.add(new Task(
                            line,
                            verdict,
                            verdict.match() == null
                                    ? ParticipantId.next()
                                    : verdict.match().id(),
                            wanted));
                }
            }
            if (!tasks.isEmpty()) {
                write(tasks);
            }
        }

        private static boolean isContested(ImportLine line) {
            return line.outcome() == Outcome.CONFLICT
                    && RowWords.read(line.reasons()).stream().anyMatch(reason -> reason.code() == Code.CLAIMED_TWICE);
        }

        private static PersonFacts wanted(ImportLine line, Verdict verdict) {
            return line.outcome() == Outcome.CONFLICT && line.decision() != Decision.FILE
                    ? verdict.keepingOurs()
                    : verdict.wanted();
        }

        private static boolean asPreviewed(ImportLine line, Verdict verdict) {
            return verdict.outcome() == Outcome.UNCHANGED
                    || line.isSeenVersion(verdict.version())
                            && (line.outcome() == verdict.outcome() || isContested(line));
        }

        private void write(List<Task> tasks) {
            var claims = new ArrayList<Claim>();
            tasks.forEach(task -> claims.addAll(newNumbers(task)));
            var refusedClaims = identifiers.claim(claims);
            var refused = refusedClaims.stream().map(Claim::participant).collect(Collectors.toSet());
            var lives = new LinkedHashMap<Participant, LifeRecord>();
            var added = new ArrayList<Participant>();
            var changed = new ArrayList<Participant>();
            var lines = new HashMap<Participant, ImportLine>();
            for (var task : tasks) {
                var match = task.verdict().match();
                var life = match == null
                        ? LifeRecord.empty(task.id())
                        : task.verdict().life();
                if (refused.contains(task.id())
                        || life.take(task.wanted(), stamp).isPresent()) {
                    letGo(task.id(), claims, refusedClaims);
                    leaveOut(task.line(), Outcome.ERROR, List.of(new Reason(null, Code.CHANGED_SINCE_PREVIEW)));
                    continue;
                }
                var person = match == null ? new Participant(scope.tenant(), life, now) : match;
                if (match == null) {
                    participants.add(person);
                    added.add(person);
                } else {
                    person.show(life, now);
                    changed.add(person);
                }
                lives.put(person, life);
                lines.put(person, task.line());
                finished.add(taken(task.line()));
            }
            participants.flush(added, changed);
            facts.write(lives.values());
            registered += added.size();
            updated += changed.size();
            var numbers = claims.stream()
                    .filter(claim -> !refused.contains(claim.participant()))
                    .collect(Collectors.groupingBy(
                            Claim::participant,
                            Collectors.mapping(
                                    claim -> claim.identifier().kind().name(), Collectors.toList())));
            var changes = new ArrayList<ParticipantChanged>();
            var newcomers = new HashSet<>(added);
            lives.forEach((person, life) -> {
                boolean isNew = newcomers.contains(person);
                var claimed = numbers.getOrDefault(person.id(), List.of());
                people.add(new Written(
                        lines.get(person).line(), person.id(), isNew, person.version(), stamp.at(), claimed));
                changes.add(new ParticipantChanged(
                        person.id(), person.version(), isNew, life.changed(), !claimed.isEmpty()));
            });
            tell(changes);
        }

        private static ImportLine taken(ImportLine line) {
            return new ImportLine(
                    line.line(), null, line.outcome(), line.reasons(), null, line.decision(), line.seenVersion(), true);
        }

        private void leaveOut(ImportLine line, Outcome outcome, List<Reason> why) {
            finished.add(new ImportLine(
                    line.line(), null, outcome, RowWords.write(why), null, line.decision(), line.seenVersion(), false));
        }
    }

    private static List<Claim> newNumbers(Writing.Task task) {
        var numbers = new HashSet<>(task.wanted().identifiers());
        if (task.verdict().now() != null) {
            task.verdict().now().identifiers().forEach(numbers::remove);
        }
        return numbers.stream().map(number -> new Claim(task.id(), number)).toList();
    }

    private void letGo(ParticipantId id, Collection<Claim> claims, Set<Claim> refused) {
        identifiers.letGo(claims.stream()
                .filter(claim -> claim.participant().equals(id) && !refused.contains(claim))
                .toList());
    }

    private boolean undo(ImportBatch batch) {
        var id = batch.id();
        var now = clock.instant();
        var written = imports.toUndo(id, RowFiles.ROWS_AT_A_TIME);
        var sorted = new Undoing(participants, undoAsked).sort(written);
        int handled = sorted.removed().size()
                + sorted.restored().size()
                + sorted.kept().size();
        if (handled == 0) {
            batch.undone(now);
            return false;
        }
        restore(id, sorted.restored(), now);
        remove(sorted.removed());
        for (var why : Why.values()) {
            imports.kept(
                    id,
                    sorted.kept().stream()
                            .filter(kept -> kept.why() == why)
                            .map(Kept::line)
                            .toList(),
                    why);
        }
        batch.undid(
                sorted.removed().size() + sorted.restored().size(),
                sorted.kept().size());
        return true;
    }

    private void restore(ImportId id, Map<Written, Participant> people, Instant now) {
        if (people.isEmpty()) {
            return;
        }
        var all = facts.all(people.values().stream().map(Participant::id).toList());
        var stamp = new Stamp(now, scope.user(), null);
        var lives = new LinkedHashMap<Participant, LifeRecord>();
        var numbers = new EnumMap<IdentifierKind, Set<ParticipantId>>(IdentifierKind.class);
        people.forEach((written, person) -> {
            var life = LifeRecord.undone(person.id(), all.getOrDefault(person.id(), List.of()), written.at(), stamp);
            person.show(life, now);
            lives.put(person, life);
            written.numbers()
                    .forEach(kind -> numbers.computeIfAbsent(IdentifierKind.valueOf(kind), k -> new HashSet<>())
                            .add(person.id()));
        });
        participants.flush(List.of(), List.copyOf(people.values()));
        facts.write(lives.values());
        numbers.forEach(identifiers::endAsMistake);
        imports.undid(id, people.keySet().stream().map(Written::line).toList(), now);
        tell(people.entrySet().stream()
                .map(entry -> new ParticipantChanged(
                        entry.getValue().id(),
                        entry.getValue().version(),
                        false,
                        lives.get(entry.getValue()).changed(),
                        !entry.getKey().numbers().isEmpty()))
                .toList());
    }

    private void tell(List<ParticipantChanged> people) {
        if (!people.isEmpty()) {
            changes.fire(new ParticipantsChanged(people));
        }
    }

    private void remove(Map<Written, Participant> people) {
        if (people.isEmpty()) {
            return;
        }
        var versions = people.values().stream().collect(Collectors.toMap(Participant::id, Participant::version));
        facts.remove(versions.keySet());
        participants.remove(versions);
        removals.fire(new ParticipantsRemoved(versions.keySet()));
    }
}
