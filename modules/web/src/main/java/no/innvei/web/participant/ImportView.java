package no.innvei.web.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportReceipt;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Messages;
import no.innvei.web.text.Texts;

/** Takes in a file: choose, look, confirm, receipt. Which step it is follows from the import in the address. */
@Named("importView")
@RequestScoped
public class ImportView {

    private static final String BUNDLE = "participant";
    private static final String ADDRESS = "/deltakere/import";
    private static final int ROWS_PER_PAGE = 100;

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
    private ImportPreview preview;
    private ImportReceipt receipt;

    /** One way to look at the rows. */
    public record Tab(String text, String address, long count, boolean current) {}

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
                case ImportStatus.Awaiting awaiting -> preview = awaiting.preview();
                case ImportStatus.Confirmed confirmed -> receipt = confirmed.receipt();
            }
        });
    }

    private static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** A preview that is gone leads to the first step. */
    public String open() {
        if (!scope.holds(ParticipantPermissions.IMPORT)) {
            return messages.notFound();
        }
        return id == null || preview != null || receipt != null ? null : messages.stay(BUNDLE, "import.gone");
    }

    public String read() {
        if (file == null) {
            return messages.stayAt("file", BUNDLE, "import.file.required");
        }
        return switch (imports.preview(new ImportFile(bytes()))) {
            case ImportReading.Read read ->
                messages.redirect(ADDRESS + "?import=" + read.preview().id().value());
            case ImportReading.Refused refused ->
                messages.stayAt(
                        "file",
                        BUNDLE,
                        "import.refused." + refused.cause(),
                        refused.line(),
                        refused.columns().stream()
                                .map(column -> "«" + column.header() + "»")
                                .collect(Collectors.joining(", ")));
        };
    }

    private byte[] bytes() {
        try (var content = file.getInputStream()) {
            return content.readNBytes(ImportFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String confirm() {
        return switch (imports.confirm(new ImportId(id))) {
            case ImportConfirmation.Confirmed confirmed -> messages.redirect(ADDRESS + "?import=" + id);
            case ImportConfirmation.Busy b -> messages.stay(BUNDLE, "import.busy");
            case ImportConfirmation.NotFound n -> messages.stay(BUNDLE, "import.gone");
        };
    }

    public List<Tab> getTabs() {
        return Stream.concat(Stream.of((Outcome) null), Arrays.stream(Outcome.values()))
                .map(outcome -> new Tab(
                        Texts.of(BUNDLE).get(outcome == null ? "import.tab.all" : "outcome." + outcome),
                        address(code(outcome), 0),
                        outcome == null ? preview.rows().size() : preview.count(outcome),
                        Objects.equals(shown, code(outcome))))
                .filter(tab -> tab.count() > 0 || tab.current())
                .toList();
    }

    public List<ImportRowLine> getRows() {
        return chosen().stream()
                .skip(from)
                .limit(ROWS_PER_PAGE)
                .map(ImportRowLine::new)
                .toList();
    }

    /** The rows a receipt tells of: those that were left out. */
    public List<ImportRowLine> getNotTaken() {
        return receipt.notTaken().stream()
                .skip(from)
                .limit(ROWS_PER_PAGE)
                .map(ImportRowLine::new)
                .toList();
    }

    private List<ImportPreview.Row> chosen() {
        return preview.rows().stream()
                .filter(row -> shown == null || code(row.outcome()).equals(shown))
                .toList();
    }

    /** {@code null} on the last page. */
    public String getNext() {
        int all = preview != null ? chosen().size() : receipt.notTaken().size();
        return from + ROWS_PER_PAGE < all ? address(shown, from + ROWS_PER_PAGE) : null;
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

    /** Rows that confirming would write. */
    public long getToWrite() {
        return preview.count(Outcome.NEW) + preview.count(Outcome.UPDATE);
    }

    public String getSummary() {
        return Texts.of(BUNDLE)
                .get(
                        "import.summary",
                        preview.count(Outcome.NEW),
                        preview.count(Outcome.UPDATE),
                        preview.count(Outcome.UNCHANGED),
                        preview.count(Outcome.ERROR) + preview.count(Outcome.NEEDS_LEADER));
    }

    public String getIgnored() {
        return preview.ignoredColumns().isEmpty() ? null : String.join(", ", preview.ignoredColumns());
    }

    /** The columns of the template, for the first step. */
    public List<ImportColumnLine> getColumns() {
        return Arrays.stream(ImportColumn.values()).map(ImportColumnLine::new).toList();
    }

    public ImportPreview getPreview() {
        return preview;
    }

    public ImportReceipt getReceipt() {
        return receipt;
    }

    public boolean isFirstStep() {
        return preview == null && receipt == null;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
