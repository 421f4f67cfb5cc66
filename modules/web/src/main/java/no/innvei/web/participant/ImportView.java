package no.innvei.web.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportColumns;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportPreview.Decision;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportReceipt;
import no.innvei.participant.api.ImportRows;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ImportUndo;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Messages;
import no.innvei.web.text.Texts;

/** Takes in a file: choose, say which column is which, look, confirm, wait, receipt, undo. Which step it is follows from the address. */
@Named("importView")
@RequestScoped
public class ImportView {

    private static final String BUNDLE = "participant";
    private static final String ADDRESS = "/deltakere/import";
    private static final int ROWS_PER_PAGE = 100;
    private static final int MOST_KEPT_SHOWN = 200;
    private static final Pattern CHOICE = Pattern.compile("valg-([0-9]{1,6})");

    @Inject
    private ParticipantImport imports;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private Part file;
    private UUID id;
    private String shown;
    private int from;
    private ImportColumns columns;
    private ImportPreview preview;
    private ImportStatus.Running running;
    private ImportReceipt receipt;
    private ImportUndo undo;
    private ImportRows rows;
    private boolean asking;

    /** One way to look at the rows. */
    public record Tab(String text, String address, long count, boolean current) {}

    /** Somebody who stays as she is when the import is undone. */
    public record KeptLine(int line, String name, String address, String why) {}

    /** The address is read before anything else: a button inside the preview exists only once the preview is there. */
    @PostConstruct
    void readAddress() {
        var parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        id = uuid(parameters.get("import"));
        var wanted = parameters.get("vis");
        shown = Arrays.stream(Outcome.values()).map(ImportView::code).anyMatch(code -> code.equals(wanted))
                ? wanted
                : null;
        var first = parameters.getOrDefault("fra", "");
        from = first.matches("[0-9]{1,4}") ? Integer.parseInt(first) : 0;
        if (id == null || !scope.holds(ParticipantPermissions.IMPORT)) {
            return;
        }
        imports.find(new ImportId(id)).ifPresent(status -> {
            switch (status) {
                case ImportStatus.Columns unclear -> columns = unclear.columns();
                case ImportStatus.Awaiting awaiting -> {
                    if (parameters.containsKey("kolonner")) {
                        columns = imports.columns(new ImportId(id)).orElse(null);
                    } else {
                        preview = awaiting.preview();
                        asking = parameters.containsKey("sporsmal")
                                && !preview.doubts().isEmpty();
                    }
                }
                case ImportStatus.Running now -> running = now;
                case ImportStatus.Confirmed confirmed -> {
                    receipt = confirmed.receipt();
                    if (parameters.containsKey("angre") && receipt.undoUntil() != null) {
                        undo = imports.undoPreview(new ImportId(id)).orElse(null);
                    }
                }
            }
        });
    }

    static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** An import that is gone leads to the first step. */
    public String open() {
        if (!scope.holds(ParticipantPermissions.IMPORT)) {
            return messages.notFound();
        }
        return id == null || !isFirstStep() ? null : messages.stay(BUNDLE, "import.gone");
    }

    public String read() {
        if (file == null) {
            return messages.stayAt("file", BUNDLE, "import.file.required");
        }
        return switch (imports.read(new ImportFile(bytes()))) {
            case ImportReading.Read read ->
                messages.redirect(ADDRESS + "?import=" + read.id().value());
            case ImportReading.ColumnsUnclear unclear ->
                messages.redirect(ADDRESS + "?import=" + unclear.columns().id().value());
            case ImportReading.Refused refused ->
                messages.stayAt("file", BUNDLE, "import.refused." + refused.cause(), refused.line());
        };
    }

    private byte[] bytes() {
        try (var content = file.getInputStream()) {
            return content.readNBytes(ImportFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the user has chosen for each column of the file. */
    public String choose() {
        var chosen = new ArrayList<ImportColumn>();
        var parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        for (var column : columns.columns()) {
            var code = parameters.getOrDefault(ImportFileColumn.parameter(column.index()), "");
            chosen.add(Arrays.stream(ImportColumn.values())
                    .filter(meaning -> meaning.name().equals(code))
                    .findFirst()
                    .orElse(null));
        }
        var now = imports.choose(new ImportId(id), chosen);
        if (now.isEmpty()) {
            return messages.stay(BUNDLE, "import.gone");
        }
        columns = now.get();
        if (!columns.repeated().isEmpty()) {
            return messages.stay(BUNDLE, "import.columns.repeated", headers(columns.repeated()));
        }
        if (!columns.missing().isEmpty()) {
            return messages.stay(BUNDLE, "import.columns.missing", headers(columns.missing()));
        }
        return messages.redirect(ADDRESS + "?import=" + id);
    }

    private static String headers(List<ImportColumn> columns) {
        return columns.stream().map(column -> "«" + column.header() + "»").collect(Collectors.joining(", "));
    }

    /** The choices of the rows on the page. */
    public String decide() {
        var byLine = new HashMap<Integer, Decision>();
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .forEach((name, value) -> {
                    var line = CHOICE.matcher(name);
                    if (line.matches()) {
                        byLine.put(
                                Integer.valueOf(line.group(1)), value.equals("fila") ? Decision.FILE : Decision.OURS);
                    }
                });
        imports.decide(new ImportId(id), byLine);
        return messages.redirect(address(shown, from));
    }

    public String keepAllOurs() {
        imports.decideAll(new ImportId(id), Decision.OURS);
        return messages.redirect(address(shown, 0));
    }

    public String takeAllOfFile() {
        imports.decideAll(new ImportId(id), Decision.FILE);
        return messages.redirect(address(shown, 0));
    }

    public String confirm() {
        return confirm(false);
    }

    /** The user has seen why the numbers look wrong. */
    public String confirmAfterAll() {
        return confirm(true);
    }

    private String confirm(boolean sure) {
        return switch (imports.confirm(new ImportId(id), sure)) {
            case ImportConfirmation.Started s -> messages.redirect(ADDRESS + "?import=" + id);
            case ImportConfirmation.Confirmed c -> messages.redirect(ADDRESS + "?import=" + id);
            case ImportConfirmation.AskAgain a -> messages.redirect(ADDRESS + "?import=" + id + "&sporsmal=1");
            case ImportConfirmation.NotFound n -> messages.stay(BUNDLE, "import.gone");
        };
    }

    public String undoImport() {
        return switch (imports.undo(new ImportId(id))) {
            case STARTED -> messages.redirect(ADDRESS + "?import=" + id);
            case NOT_POSSIBLE -> messages.stay(BUNDLE, "import.undo.tooLate");
        };
    }

    public List<Tab> getTabs() {
        return Stream.concat(Stream.of((Outcome) null), Arrays.stream(Outcome.values()))
                .map(outcome -> new Tab(
                        Texts.of(BUNDLE).get(outcome == null ? "import.tab.all" : "outcome." + outcome),
                        address(code(outcome), 0),
                        outcome == null ? preview.rows() : preview.count(outcome),
                        Objects.equals(shown, code(outcome))))
                .filter(tab -> tab.count() > 0 || tab.current())
                .toList();
    }

    public List<ImportRowLine> getRows() {
        return page().rows().stream()
                .map(row -> new ImportRowLine(row, page().letters()))
                .toList();
    }

    public boolean isConflictsHere() {
        return getRows().stream().anyMatch(ImportRowLine::isConflict);
    }

    /** The rows of a preview, or those a receipt tells of because they were left out. */
    private ImportRows page() {
        if (rows == null) {
            rows = imports.rows(
                    new ImportId(id),
                    new ImportRows.Question(
                            Arrays.stream(Outcome.values())
                                    .filter(outcome -> code(outcome).equals(shown))
                                    .findFirst()
                                    .orElse(null),
                            receipt != null,
                            from,
                            ROWS_PER_PAGE));
        }
        return rows;
    }

    /** {@code null} on the last page. */
    public String getNext() {
        return from + ROWS_PER_PAGE < page().all() ? address(shown, from + ROWS_PER_PAGE) : null;
    }

    /** {@code null} on the first page. */
    public String getPrevious() {
        return from > 0 ? address(shown, Math.max(0, from - ROWS_PER_PAGE)) : null;
    }

    private String address(String outcome, int first) {
        return ADDRESS + "?import=" + id + (outcome == null ? "" : "&vis=" + outcome)
                + (first == 0 ? "" : "&fra=" + first);
    }

    private static String code(Outcome outcome) {
        return outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String getSummary() {
        return Texts.of(BUNDLE)
                .get(
                        "import.summary",
                        preview.count(Outcome.NEW),
                        preview.count(Outcome.UPDATE),
                        preview.count(Outcome.UNCHANGED),
                        preview.count(Outcome.CONFLICT),
                        preview.count(Outcome.ERROR) + preview.count(Outcome.NEEDS_LEADER));
    }

    public long getConflicts() {
        return preview.count(Outcome.CONFLICT);
    }

    /** Why the numbers look wrong, one sentence each. */
    public List<String> getDoubts() {
        return preview.doubts().stream()
                .map(doubt -> Texts.of(BUNDLE).get("import.doubt." + doubt.kind(), doubt.number(), doubt.of()))
                .toList();
    }

    public boolean isAsking() {
        return asking;
    }

    public String getIgnored() {
        return preview.ignoredColumns().isEmpty() ? null : String.join(", ", preview.ignoredColumns());
    }

    public List<ImportFileColumn> getFileColumns() {
        return columns.columns().stream().map(ImportFileColumn::new).toList();
    }

    /** What stands in the way of reading the rows. */
    public List<String> getColumnProblems() {
        var problems = new ArrayList<String>();
        if (!columns.missing().isEmpty()) {
            problems.add(Texts.of(BUNDLE).get("import.columns.missing", headers(columns.missing())));
        }
        if (!columns.repeated().isEmpty()) {
            problems.add(Texts.of(BUNDLE).get("import.columns.repeated", headers(columns.repeated())));
        }
        return problems;
    }

    public List<KeptLine> getKept() {
        return undo.kept().stream()
                .limit(MOST_KEPT_SHOWN)
                .map(kept -> new KeptLine(
                        kept.line(),
                        kept.name(),
                        "/deltakere/" + kept.participant().value(),
                        Texts.of(BUNDLE).get("import.kept." + kept.why())))
                .toList();
    }

    public String getRunningTitle() {
        return Texts.of(BUNDLE).get("import.running." + running.step());
    }

    public String getRunningText() {
        return text(running);
    }

    static String text(ImportStatus.Running running) {
        return Texts.of(BUNDLE).get("import.progress", running.done(), running.all());
    }

    /** The columns of the template, for the first step. */
    public List<ImportColumnLine> getTemplateColumns() {
        return Arrays.stream(ImportColumn.values()).map(ImportColumnLine::new).toList();
    }

    public UUID getId() {
        return id;
    }

    public String getOwnAddress() {
        return ADDRESS + "?import=" + id;
    }

    public ImportColumns getColumns() {
        return columns;
    }

    public ImportPreview getPreview() {
        return preview;
    }

    public ImportStatus.Running getRunning() {
        return running;
    }

    public ImportReceipt getReceipt() {
        return receipt;
    }

    public ImportUndo getUndo() {
        return undo;
    }

    public boolean isFirstStep() {
        return preview == null && receipt == null && running == null && columns == null;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
