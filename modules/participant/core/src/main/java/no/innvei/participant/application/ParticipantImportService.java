package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Row;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportReceipt;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.application.RowJudge.Verdict;
import no.innvei.participant.domain.ImportBatch;
import no.innvei.participant.domain.ImportLine;
import no.innvei.participant.domain.LifeRecord;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.domain.Stamp;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.IdentifierStore.Claim;
import no.innvei.participant.persistence.ImportRepository;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.AccessLog;
import no.innvei.platform.AccessLog.Purpose;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.IdentifierVault;
import no.innvei.platform.Profile;
import no.innvei.platform.Requires;

/** Reading a file, showing what it would do, and doing it. */
@ApplicationScoped
@Transactional
public class ParticipantImportService implements ParticipantImport {

    private static final int ROWS_AT_A_TIME = 250;

    private ImportRepository imports;
    private ParticipantRepository participants;
    private IdentifierStore identifiers;
    private FactStore facts;
    private IdentifierVault vault;
    private AccessLog accessLog;
    private CurrentScope scope;
    private Event<ParticipantChanged> changes;
    private Profile profile;
    private Clock clock;

    protected ParticipantImportService() {
        // for the CDI proxy
    }

    @Inject
    public ParticipantImportService(
            ImportRepository imports,
            ParticipantRepository participants,
            IdentifierStore identifiers,
            FactStore facts,
            IdentifierVault vault,
            AccessLog accessLog,
            CurrentScope scope,
            Event<ParticipantChanged> changes,
            Profile profile,
            Clock clock) {
        this.imports = imports;
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
        this.vault = vault;
        this.accessLog = accessLog;
        this.scope = scope;
        this.changes = changes;
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public ImportReading preview(ImportFile file) {
        return switch (CsvFile.read(file)) {
            case CsvFile.Result.Unusable unusable -> unusable.refusal();
            case CsvFile.Result.Table table -> new ImportReading.Read(preview(table));
        };
    }

    private ImportPreview preview(CsvFile.Result.Table table) {
        var now = clock.instant();
        imports.forgetExpired(now);
        var batch = new ImportBatch(ImportId.next(), scope.tenant(), scope.user(), table.ignoredColumns(), now);
        imports.add(batch);
        var reader = reader();
        var judge = new RowJudge(participants, identifiers, facts);
        var rows = new ArrayList<Row>();
        for (var part : parts(table.lines())) {
            var cells = part.stream()
                    .collect(Collectors.toMap(CsvFile.Line::number, line -> vault.seal(StoredCells.write(line))));
            for (var verdict : judge.judge(part.stream().map(reader::read).toList())) {
                var row = verdict.row();
                imports.add(new ImportLine(batch.id(), scope.tenant(), cells.get(row.line()), row, verdict.version()));
                if (verdict.outcome() == Outcome.UPDATE) {
                    accessLog.seen(verdict.match().id(), Purpose.IMPORT); // the preview tells what differs
                }
                rows.add(row);
            }
            participants.flushAndForget();
        }
        return new ImportPreview(batch.id(), batch.expiresAt(), rows, batch.ignoredColumns());
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public Optional<ImportStatus> find(ImportId id) {
        return imports.find(id)
                .filter(batch -> batch.isOpenTo(scope.user(), clock.instant()))
                .map(batch -> {
                    var lines = imports.lines(id);
                    if (batch.confirmed()) {
                        return new ImportStatus.Confirmed(receipt(batch, lines));
                    }
                    var reader = reader();
                    var rows = lines.stream()
                            .map(line -> line.row(read(reader, line).name()))
                            .toList();
                    return new ImportStatus.Awaiting(
                            new ImportPreview(id, batch.expiresAt(), rows, batch.ignoredColumns()));
                });
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public ImportConfirmation confirm(ImportId id) {
        var now = clock.instant();
        if (!imports.onlyWriterOfTenant()) {
            return new ImportConfirmation.Busy();
        }
        var batch = imports.lock(id).filter(found -> found.isOpenTo(scope.user(), now));
        if (batch.isEmpty()) {
            return new ImportConfirmation.NotFound();
        }
        var lines = imports.lines(id);
        if (batch.get().confirmed()) {
            return new ImportConfirmation.Confirmed(receipt(batch.get(), lines));
        }
        var writing = new Writing(now);
        var judge = new RowJudge(participants, identifiers, facts);
        var reader = reader();
        for (var part :
                parts(lines.stream().filter(ParticipantImportService::takes).toList())) {
            writing.write(
                    part,
                    judge.judge(part.stream().map(line -> read(reader, line)).toList()));
        }
        return new ImportConfirmation.Confirmed(finish(id, writing, now));
    }

    private ImportReceipt finish(ImportId id, Writing writing, Instant now) {
        var batch = imports.find(id).orElseThrow();
        batch.confirm(writing.registered, writing.updated, writing.unchanged, now);
        for (var line : imports.lines(id)) {
            if (writing.notTaken.containsKey(line.line())) {
                line.notTaken(writing.notTaken.get(line.line()));
            } else if (!takes(line)) {
                line.notTaken(line.row(""));
            }
        }
        imports.flush();
        imports.forgetTaken(id);
        participants.flushAndForget();
        return receipt(batch, imports.lines(id));
    }

    private static boolean takes(ImportLine line) {
        return switch (line.outcome()) {
            case NEW, UPDATE, UNCHANGED -> true;
            case ERROR, NEEDS_LEADER -> false;
        };
    }

    /** What one confirmation has done so far. */
    private final class Writing {

        private final Instant now;
        private final Map<Integer, Row> notTaken = new HashMap<>();
        private int registered;
        private int updated;
        private int unchanged;

        Writing(Instant now) {
            this.now = now;
        }

        void write(List<ImportLine> lines, List<Verdict> verdicts) {
            var writable = new ArrayList<Verdict>();
            for (int i = 0; i < verdicts.size(); i++) {
                var verdict = verdicts.get(i);
                switch (verdict.outcome()) {
                    case UNCHANGED -> unchanged++;
                    case ERROR, NEEDS_LEADER -> notTaken.put(verdict.source().line(), verdict.row());
                    case NEW, UPDATE -> {
                        var line = lines.get(i);
                        if (line.outcome() == verdict.outcome() && line.isSeenVersion(verdict.version())) {
                            writable.add(verdict);
                        } else {
                            leaveOut(verdict);
                        }
                    }
                }
            }
            var ids = new HashMap<Verdict, ParticipantId>();
            var claims = new ArrayList<Claim>();
            for (var verdict : writable) {
                var id = verdict.match() == null
                        ? ParticipantId.next()
                        : verdict.match().id();
                ids.put(verdict, id);
                claims.addAll(newNumbers(verdict, id));
            }
            var refusedClaims = identifiers.claim(claims);
            var refused = refusedClaims.stream().map(Claim::participant).collect(Collectors.toSet());
            var stamp = new Stamp(now, scope.user(), null);
            var lives = new LinkedHashMap<Participant, LifeRecord>();
            var added = new ArrayList<Participant>();
            var changed = new ArrayList<Participant>();
            for (var verdict : writable) {
                var life = verdict.match() == null ? LifeRecord.empty(ids.get(verdict)) : verdict.life();
                if (refused.contains(life.participant())
                        || life.take(verdict.wanted(), stamp).isPresent()) {
                    letGo(life.participant(), claims, refusedClaims);
                    leaveOut(verdict);
                } else if (verdict.match() == null) {
                    var participant = new Participant(scope.tenant(), life, now);
                    participants.add(participant);
                    added.add(participant);
                    lives.put(participant, life);
                } else {
                    verdict.match().show(life, now);
                    changed.add(verdict.match());
                    lives.put(verdict.match(), life);
                }
            }
            participants.flush(added, changed);
            facts.write(lives.values());
            registered += added.size();
            updated += changed.size();
            var claiming = claims.stream().map(Claim::participant).collect(Collectors.toSet());
            lives.forEach((participant, life) -> changes.fire(new ParticipantChanged(
                    participant.id(),
                    participant.version(),
                    added.contains(participant),
                    life.changed(),
                    claiming.contains(participant.id()))));
            participants.flushAndForget();
        }

        private void leaveOut(Verdict verdict) {
            notTaken.put(verdict.source().line(), verdict.notTaken(Outcome.ERROR, Code.CHANGED_SINCE_PREVIEW));
        }
    }

    private static List<Claim> newNumbers(Verdict verdict, ParticipantId id) {
        var numbers = new HashSet<>(verdict.wanted().identifiers());
        if (verdict.now() != null) {
            verdict.now().identifiers().forEach(numbers::remove);
        }
        return numbers.stream().map(number -> new Claim(id, number)).toList();
    }

    private void letGo(ParticipantId id, Collection<Claim> claims, Set<Claim> refused) {
        identifiers.letGo(claims.stream()
                .filter(claim -> claim.participant().equals(id) && !refused.contains(claim))
                .toList());
    }

    private ReadRow read(RowReader reader, ImportLine line) {
        return reader.read(StoredCells.read(line.line(), vault.open(line.cells())));
    }

    private static ImportReceipt receipt(ImportBatch batch, List<ImportLine> lines) {
        return new ImportReceipt(
                batch.id(),
                batch.confirmedAt(),
                batch.registered(),
                batch.updated(),
                batch.unchanged(),
                lines.stream().map(line -> line.row("")).toList());
    }

    private RowReader reader() {
        var today = LocalDate.now(clock);
        return new RowReader(new IdentityNumbers(profile.allowsSyntheticIdentifiers(), today.getYear()), today);
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
            parts.add(all.subList(from, Math.min(from + ROWS_AT_A_TIME, all.size())));
        }
        return parts;
    }
}
