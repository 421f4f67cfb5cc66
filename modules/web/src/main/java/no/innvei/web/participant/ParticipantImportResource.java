package no.innvei.web.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportReceipt;
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

    @Inject
    private ParticipantImport imports;

    /** @param state PREVIEW or CONFIRMED */
    @Schema(name = "ParticipantImport")
    public record Import(
            UUID id,
            String state,
            Instant expiresAt,
            Instant confirmedAt,
            long created,
            long updated,
            long unchanged,
            long notTaken,
            List<Row> rows) {

        static Import of(ImportPreview preview) {
            return new Import(
                    preview.id().value(),
                    "PREVIEW",
                    preview.expiresAt(),
                    null,
                    preview.count(ImportPreview.Outcome.NEW),
                    preview.count(ImportPreview.Outcome.UPDATE),
                    preview.count(ImportPreview.Outcome.UNCHANGED),
                    preview.count(ImportPreview.Outcome.ERROR) + preview.count(ImportPreview.Outcome.NEEDS_LEADER),
                    preview.rows().stream().map(Row::of).toList());
        }

        static Import of(ImportReceipt receipt) {
            return new Import(
                    receipt.id().value(),
                    "CONFIRMED",
                    null,
                    receipt.confirmedAt(),
                    receipt.registered(),
                    receipt.updated(),
                    receipt.unchanged(),
                    receipt.notTaken().size(),
                    receipt.notTaken().stream().map(Row::of).toList());
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
    @Consumes("text/csv")
    @Operation(
            summary = "Les en CSV-fil og se hva som vil skje; ingenting om personer endres",
            operationId = "previewImport")
    @APIResponse(
            responseCode = "201",
            description = "Forhåndsvisning",
            content = @Content(schema = @Schema(implementation = Import.class)))
    @APIResponse(responseCode = "422", description = "Fila som helhet kan ikke brukes")
    public Response preview(@NotNull byte[] file, @Context UriInfo address) {
        return switch (imports.preview(new ImportFile(file))) {
            case ImportReading.Read read ->
                Response.created(address.getAbsolutePathBuilder()
                                .path(read.preview().id().value().toString())
                                .build())
                        .entity(Import.of(read.preview()))
                        .build();
            case ImportReading.Refused refused ->
                Problem.of(422, "import-refused")
                        .with("cause", refused.cause())
                        .with("line", refused.line())
                        .with(
                                "columns",
                                refused.columns().stream()
                                        .map(ImportColumn::header)
                                        .collect(Collectors.joining(", ")))
                        .response();
        };
    }

    @GET
    @Path("{import}")
    @Operation(summary = "Forhåndsvisningen eller kvitteringen", operationId = "readImport")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Import.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke, er en annens, eller er slettet etter 24 timer")
    public Response read(@PathParam("import") @NotNull UUID id) {
        return imports.find(new ImportId(id))
                .map(status -> switch (status) {
                    case ImportStatus.Awaiting awaiting -> Import.of(awaiting.preview());
                    case ImportStatus.Confirmed confirmed -> Import.of(confirmed.receipt());
                })
                .map(found -> Response.ok(found).build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @POST
    @Path("{import}/confirmation")
    @Operation(summary = "Ta inn radene; å bekrefte igjen gir samme kvittering", operationId = "confirmImport")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Import.class)))
    @APIResponse(responseCode = "409", description = "En annen import i kommunen blir lagret akkurat nå")
    public Response confirm(@PathParam("import") @NotNull UUID id) {
        return switch (imports.confirm(new ImportId(id))) {
            case ImportConfirmation.Confirmed confirmed ->
                Response.ok(Import.of(confirmed.receipt())).build();
            case ImportConfirmation.Busy b -> Problem.conflict("import-busy").response();
            case ImportConfirmation.NotFound n -> Problem.notFound().response();
        };
    }
}
