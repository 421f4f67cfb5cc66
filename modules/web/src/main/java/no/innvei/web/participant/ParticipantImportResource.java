package no.innvei.web.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import no.innvei.participant.api.ImportRows;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking in people from a file, for other systems: send the file, read what would happen, confirm. No answer here names anybody. */
@Path("participant-imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class ParticipantImportResource {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private ParticipantImport imports;

    /**
     * @param state PREVIEW, WRITING, UNDOING, CONFIRMED or UNDONE
     * @param done rows or people done, while it is being written or undone
     */
    @Schema(name = "ParticipantImport")
    public record Import(
            UUID id,
            String state,
            Instant expiresAt,
            Instant confirmedAt,
            long created,
            long updated,
            long unchanged,
            long conflicts,
            long notTaken,
            long done,
            List<Row> rows) {

        static Import of(ImportId id, ImportStatus status, ImportRows rows) {
            return switch (status) {
                case ImportStatus.Columns unclear ->
                    new Import(id.value(), "PREVIEW", unclear.columns().expiresAt(), null, 0, 0, 0, 0, 0, 0, List.of());
                case ImportStatus.Awaiting awaiting -> of(id, awaiting.preview(), rows);
                case ImportStatus.Running running ->
                    new Import(id.value(), running.step().name(), null, null, 0, 0, 0, 0, 0, running.done(), List.of());
                case ImportStatus.Confirmed confirmed -> of(id, confirmed.receipt(), rows);
            };
        }

        private static Import of(ImportId id, ImportPreview preview, ImportRows rows) {
            return new Import(
                    id.value(),
                    "PREVIEW",
                    preview.expiresAt(),
                    null,
                    preview.count(Outcome.NEW),
                    preview.count(Outcome.UPDATE),
                    preview.count(Outcome.UNCHANGED),
                    preview.count(Outcome.CONFLICT),
                    preview.count(Outcome.ERROR) + preview.count(Outcome.NEEDS_LEADER),
                    0,
                    rows.rows().stream().map(Row::of).toList());
        }

        private static Import of(ImportId id, ImportReceipt receipt, ImportRows rows) {
            return new Import(
                    id.value(),
                    receipt.undone() == null ? "CONFIRMED" : "UNDONE",
                    null,
                    receipt.confirmedAt(),
                    receipt.registered(),
                    receipt.updated(),
                    receipt.unchanged(),
                    0,
                    receipt.notTaken(),
                    0,
                    rows.rows().stream().map(Row::of).toList());
        }
    }

    /** One row of the file. */
    @Schema(name = "ParticipantImportRow")
    public record Row(int line, String outcome, List<Reason> reasons, List<String> changed) {

        static Row of(ImportPreview.Row row) {
            return new Row(
                    row.line(),
                    row.outcome().name(),
                    row.reasons().stream()
                            .map(reason -> new Reason(
                                    reason.column() == null
                                            ? null
                                            : reason.column().header(),
                                    reason.code().name()))
                            .toList(),
                    row.changed().stream().map(ImportColumn::header).toList());
        }
    }

    /** @param column left out when it concerns the whole row */
    @Schema(name = "ParticipantImportReason")
    public record Reason(String column, String code) {}

    @POST
    @Consumes({"text/csv", SPREADSHEET})
    @Operation(
            summary = "Les en CSV-fil eller et regneark og se hva som vil skje; ingenting om personer endres",
            operationId = "previewImport")
    @APIResponse(
            responseCode = "201",
            description = "Forhåndsvisning",
            content = @Content(schema = @Schema(implementation = Import.class)))
    @APIResponse(responseCode = "422", description = "Fila som helhet kan ikke brukes")
    public Response preview(@NotNull byte[] file, @Context UriInfo address) {
        return switch (imports.read(new ImportFile(file))) {
            case ImportReading.Read read ->
                Response.created(address.getAbsolutePathBuilder()
                                .path(read.id().value().toString())
                                .build())
                        .entity(current(read.id()).orElseThrow())
                        .build();
            case ImportReading.ColumnsUnclear unclear ->
                Problem.of(422, "import-refused")
                        .with("cause", unclear.columns().missing().isEmpty() ? "REPEATED_COLUMN" : "MISSING_COLUMNS")
                        .with("line", 1)
                        .with(
                                "columns",
                                Stream.concat(
                                                unclear.columns().missing().stream(),
                                                unclear.columns().repeated().stream())
                                        .map(ImportColumn::header)
                                        .collect(Collectors.joining(", ")))
                        .response();
            case ImportReading.Refused refused ->
                Problem.of(422, "import-refused")
                        .with("cause", refused.cause())
                        .with("line", refused.line())
                        .with("columns", "")
                        .response();
        };
    }

    private Optional<Import> current(ImportId id) {
        return imports.find(id)
                .map(status -> Import.of(
                        id,
                        status,
                        status instanceof ImportStatus.Running
                                ? new ImportRows(List.of(), 0, Map.of())
                                : imports.rows(
                                        id,
                                        new ImportRows.Question(
                                                null,
                                                status instanceof ImportStatus.Confirmed,
                                                0,
                                                ImportFile.MAX_ROWS))));
    }

    @GET
    @Path("{import}")
    @Operation(
            summary = "Forhåndsvisningen, hvor langt lagringen er kommet, eller kvitteringen",
            operationId = "readImport")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Import.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke, er en annens, eller er slettet etter 24 timer")
    public Response read(@PathParam("import") @NotNull UUID id) {
        return current(new ImportId(id))
                .map(found -> Response.ok(found).build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @POST
    @Path("{import}/confirmation")
    @Operation(summary = "Begynn å ta inn radene; å bekrefte igjen endrer ingenting", operationId = "confirmImport")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Import.class)))
    @APIResponse(
            responseCode = "202",
            description = "Radene blir tatt inn; les importen for å se hvor langt den er",
            content = @Content(schema = @Schema(implementation = Import.class)))
    @APIResponse(responseCode = "409", description = "Tallene ser feil ut: bekreft med sure=true hvis fila er riktig")
    public Response confirm(
            @PathParam("import") @NotNull UUID id, @QueryParam("sure") @DefaultValue("false") boolean sure) {
        var importId = new ImportId(id);
        return switch (imports.confirm(importId, sure)) {
            case ImportConfirmation.Started s ->
                Response.accepted(current(importId).orElseThrow()).build();
            case ImportConfirmation.Confirmed c ->
                Response.ok(current(importId).orElseThrow()).build();
            case ImportConfirmation.AskAgain ask ->
                Problem.of(409, "import-doubtful")
                        .with(
                                "doubts",
                                ask.doubts().stream()
                                        .map(doubt -> doubt.kind() + " " + doubt.number() + "/" + doubt.of())
                                        .collect(Collectors.joining(", ")))
                        .response();
            case ImportConfirmation.NotFound n -> Problem.notFound().response();
        };
    }
}
