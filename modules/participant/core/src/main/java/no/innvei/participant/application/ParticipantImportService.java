package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportColumns;
import no.innvei.participant.api.ImportColumns.FileColumn;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportPreview.Decision;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Row;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportReceipt;
import no.innvei.participant.api.ImportRows;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ImportUndo;
import no.innvei.participant.api.ImportUndo.Kept;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.UndoAsked;
import no.innvei.participant.domain.ImportBatch;
import no.innvei.participant.domain.ImportBatch.State;
import no.innvei.participant.domain.ImportLine;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.ImportRepository;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.AccessLog;
import no.innvei.platform.AccessLog.Purpose;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Outbox;
import no.innvei.platform.Requires;

/** Reading a file, showing what it would do, and starting to do it; {@link ImportJob} does it. */
@ApplicationScoped
@Transactional
public class ParticipantImportService implements ParticipantImport {

    private static final int SAMPLES = 3;
    private static final int EVERY_ROW = ImportFile.MAX_ROWS;

    private ImportRepository imports;
    private ParticipantRepository participants;
    private IdentifierStore identifiers;
    private FactStore facts;
    private RowFiles files;
    private AccessLog accessLog;
    private CurrentScope scope;
    private Outbox outbox;
    private Event<UndoAsked> undoAsked;
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
            RowFiles files,
            AccessLog accessLog,
            CurrentScope scope,
            Outbox outbox,
            Event<UndoAsked> undoAsked,
            Clock clock) {
        this.imports = imports;
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
        this.files = files;
        this.accessLog = accessLog;
        this.scope = scope;
        this.outbox = outbox;
        this.undoAsked = undoAsked;
        this.clock = clock;
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public ImportReading read(ImportFile file) {
        return switch (Grid.read(file)) {
            case Grid.Result.Unusable unusable -> unusable.refusal();
            case Grid.Result.Table table -> read(table.grid());
        };
    }

    private ImportReading read(Grid grid) {
        var now = clock.instant();
        imports.forgetExpired(now);
        var batch = new ImportBatch(
                ImportId.next(),
                scope.tenant(),
                scope.user(),
                files.seal(grid.headers()),
                grid.lines().size(),
                now);
        imports.add(batch);
        var guess = files.guess(grid.headers());
        batch.fill(guess.meanings(), guess.clear());
        judge(batch, grid.lines(), guess);
        return guess.clear()
                ? new ImportReading.Read(batch.id())
                : new ImportReading.ColumnsUnclear(columns(batch, grid.headers(), grid.lines()));
    }

    /** Without clear columns the rows are only kept. */
    private void judge(ImportBatch batch, List<Grid.Line> lines, ColumnGuess columns) {
        var id = batch.id();
        imports.flush();
        if (!columns.clear()) {
            for (var part : RowFiles.parts(lines)) {
                imports.judged(
                        id,
                        part.stream()
                                .map(line -> new ImportLine(
                                        line.number(),
                                        files.seal(line.cells()),
                                        Outcome.ERROR,
                                        "",
                                        null,
                                        null,
                                        null,
                                        false))
                                .toList());
            }
            return;
        }
        var reader = files.reader();
        var rows = lines.stream()
                .map(line -> reader.read(line.under(columns.meanings())))
                .toList();
        var judge = new RowJudge(participants, identifiers, facts, imports, FileClaims.of(rows));
        var cells = new HashMap<Integer, byte[]>();
        lines.forEach(line -> cells.put(line.number(), files.seal(line.cells())));
        for (var part : RowFiles.parts(rows)) {
            var judged = new ArrayList<ImportLine>();
            var seen = new ArrayList<ParticipantId>();
            for (var verdict : judge.judge(part)) {
                var line = verdict.source().line();
                judged.add(new ImportLine(
                        line,
                        cells.get(line),
                        verdict.outcome(),
                        RowWords.write(verdict.reasons()),
                        files.sealedDifferences(verdict),
                        null,
                        verdict.version(),
                        false));
                if (verdict.match() != null && verdict.outcome() != Outcome.UNCHANGED) {
                    seen.add(verdict.match().id()); // the preview tells what differs
                }
            }
            imports.judged(id, judged);
            accessLog.seen(seen, Purpose.IMPORT);
            participants.flushAndForget();
        }
    }

    private Optional<ImportBatch> open(ImportId id) {
        return imports.find(id).filter(batch -> batch.isOpenTo(scope.user(), clock.instant()));
    }

    /** Held until the transaction ends, as long as nothing has been written. */
    private Optional<ImportBatch> unwritten(ImportId id) {
        return imports.lock(id)
                .filter(batch -> batch.isOpenTo(scope.user(), clock.instant()))
                .filter(batch -> batch.state() == State.COLUMNS || batch.state() == State.PREVIEW);
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public Optional<ImportStatus> find(ImportId id) {
        return open(id).map(batch -> switch (batch.state()) {
            case COLUMNS -> new ImportStatus.Columns(columns(batch, files.headers(batch), samples(id)));
            case PREVIEW -> new ImportStatus.Awaiting(preview(batch));
            case WRITING -> new ImportStatus.Running(ImportStatus.Step.WRITING, batch.progress(), batch.steps());
            case UNDOING -> new ImportStatus.Running(ImportStatus.Step.UNDOING, batch.progress(), batch.steps());
            case DONE, UNDONE -> new ImportStatus.Confirmed(receipt(batch));
        });
    }

    private ImportPreview preview(ImportBatch batch) {
        var counts = imports.counts(batch.id());
        long takesFile = imports.takesFile(batch.id());
        var ignored = new ArrayList<String>();
        var headers = files.headers(batch);
        for (int i = 0; i < headers.size(); i++) {
            if (batch.meanings().get(i) == null && !headers.get(i).isEmpty()) {
                ignored.add(headers.get(i));
            }
        }
        return new ImportPreview(
                batch.id(),
                batch.expiresAt(),
                counts,
                takesFile,
                ignored,
                files.doubts(counts, takesFile, batch.rowCount()));
    }

    private ImportReceipt receipt(ImportBatch batch) {
        return new ImportReceipt(
                batch.id(),
                batch.confirmedAt(),
                batch.registered(),
                batch.updated(),
                batch.unchanged(),
                batch.notTaken(),
                batch.canBeUndone(clock.instant()) && batch.registered() + batch.updated() > 0
                        ? batch.expiresAt()
                        : null,
                batch.state() == State.UNDONE
                        ? new ImportReceipt.Undone(batch.undoneAt(), batch.undone(), batch.kept())
                        : null);
    }

    private List<Grid.Line> samples(ImportId id) {
        return imports.lines(id, new ImportRows.Question(null, false, 0, SAMPLES * 4)).stream()
                .map(files::line)
                .toList();
    }

    private static ImportColumns columns(ImportBatch batch, List<String> headers, List<Grid.Line> lines) {
        var meanings = batch.meanings();
        var columns = new ArrayList<FileColumn>();
        for (int i = 0; i < headers.size(); i++) {
            int index = i;
            columns.add(new FileColumn(
                    i,
                    ColumnGuess.letter(i),
                    headers.get(i),
                    lines.stream()
                            .filter(line -> line.cells().size() > index)
                            .map(line -> line.cells().get(index))
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .limit(SAMPLES)
                            .toList(),
                    meanings.get(i)));
        }
        var guess = new ColumnGuess(meanings);
        return new ImportColumns(batch.id(), batch.expiresAt(), columns, guess.missing(), guess.repeated());
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public Optional<ImportColumns> columns(ImportId id) {
        return unwritten(id).map(batch -> columns(batch, files.headers(batch), samples(id)));
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public Optional<ImportColumns> choose(ImportId id, List<ImportColumn> meanings) {
        var found = unwritten(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var batch = found.get();
        var headers = files.headers(batch);
        if (meanings.size() != headers.size()) {
            throw new IllegalArgumentException("the file has " + headers.size() + " columns");
        }
        var guess = new ColumnGuess(meanings);
        batch.fill(meanings, guess.clear());
        var lines = imports.lines(id, new ImportRows.Question(null, false, 0, EVERY_ROW)).stream()
                .map(files::line)
                .toList();
        var chosen = columns(batch, headers, lines.subList(0, Math.min(lines.size(), SAMPLES * 4)));
        if (guess.clear()) {
            files.remember(headers, meanings);
            judge(batch, lines, guess);
        }
        return Optional.of(chosen);
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public ImportRows rows(ImportId id, ImportRows.Question question) {
        return open(id).filter(batch -> batch.state() != State.COLUMNS)
                .map(batch -> {
                    var reader = files.reader();
                    var meanings = batch.meanings();
                    var letters = new HashMap<ImportColumn, String>();
                    for (int i = 0; i < meanings.size(); i++) {
                        if (meanings.get(i) != null) {
                            letters.put(meanings.get(i), ColumnGuess.letter(i));
                        }
                    }
                    return new ImportRows(
                            imports.lines(id, question).stream()
                                    .map(line -> row(reader, line, meanings))
                                    .toList(),
                            imports.count(id, question),
                            letters);
                })
                .orElseGet(() -> new ImportRows(List.of(), 0, Map.of()));
    }

    private Row row(RowReader reader, ImportLine line, List<ImportColumn> meanings) {
        return new Row(
                line.line(),
                line.cells() == null ? "" : files.read(reader, line, meanings).name(),
                line.outcome(),
                RowWords.read(line.reasons()),
                StoredCells.readDifferences(files.differences(line)),
                line.outcome() == Outcome.CONFLICT ? Objects.requireNonNullElse(line.decision(), Decision.OURS) : null,
                line.taken());
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public void decide(ImportId id, Map<Integer, Decision> byLine) {
        unwritten(id).ifPresent(batch -> imports.decide(id, byLine));
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public void decideAll(ImportId id, Decision decision) {
        unwritten(id).ifPresent(batch -> imports.decideAll(id, decision));
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public ImportConfirmation confirm(ImportId id, boolean sure) {
        var now = clock.instant();
        var found = imports.lock(id).filter(batch -> batch.isOpenTo(scope.user(), now));
        if (found.isEmpty() || found.get().state() == State.COLUMNS) {
            return new ImportConfirmation.NotFound();
        }
        var batch = found.get();
        return switch (batch.state()) {
            case COLUMNS -> new ImportConfirmation.NotFound();
            case WRITING, UNDOING -> new ImportConfirmation.Started();
            case DONE, UNDONE -> new ImportConfirmation.Confirmed(receipt(batch));
            case PREVIEW -> {
                var preview = preview(batch);
                if (!sure && !preview.doubts().isEmpty()) {
                    yield new ImportConfirmation.AskAgain(preview.doubts());
                }
                int left = imports.finishUntakeable(id);
                batch.confirm((int) preview.rows() - left, now);
                outbox.append(id.value(), ImportJob.KIND, ImportJob.ids(id, scope));
                yield new ImportConfirmation.Started();
            }
        };
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public Optional<ImportUndo> undoPreview(ImportId id) {
        return open(id).filter(batch -> batch.canBeUndone(clock.instant())).map(batch -> {
            var undoing = new Undoing(participants, undoAsked);
            var kept = new ArrayList<Kept>();
            long removed = 0;
            long restored = 0;
            for (var part : RowFiles.parts(imports.toUndo(id, EVERY_ROW))) {
                var sorted = undoing.sort(part);
                kept.addAll(sorted.kept());
                removed += sorted.removed().size();
                restored += sorted.restored().size();
                accessLog.seen(sorted.kept().stream().map(Kept::participant).toList(), Purpose.IMPORT);
                participants.flushAndForget();
            }
            return new ImportUndo(id, removed, restored, kept);
        });
    }

    @Override
    @Requires(ParticipantPermissions.IMPORT)
    public ImportUndo.Outcome undo(ImportId id) {
        Instant now = clock.instant();
        var batch = imports.lock(id)
                .filter(found -> found.isOpenTo(scope.user(), now))
                .filter(found -> found.canBeUndone(now));
        if (batch.isEmpty()) {
            return ImportUndo.Outcome.NOT_POSSIBLE;
        }
        batch.get().undo(imports.toUndo(id, EVERY_ROW).size());
        outbox.append(id.value(), ImportJob.KIND, ImportJob.ids(id, scope));
        return ImportUndo.Outcome.STARTED;
    }
}
