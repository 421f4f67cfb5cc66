package no.innvei.web.caseload;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Reassignments;
import no.innvei.participant.api.Reassignments.Plan;
import no.innvei.participant.api.Reassignments.Receiver;
import no.innvei.participant.api.Reassignments.View;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Giving many participants to other people: a preview, its confirmation, and undoing it. Only who made the preview sees it. */
@Path("reassignments")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class ReassignmentResource {

    @Inject
    private Reassignments reassignments;

    /** @param state PREVIEW, DONE or UNDONE */
    @Schema(name = "Reassignment")
    public record Body(UUID id, String state, String part, LocalDate from, List<Line> lines) {}

    /**
     * @param before who has the part on the first day; {@code null} = nobody
     * @param to who gets it; {@code null} = nobody
     * @param reason why the line is skipped or kept; {@code null} otherwise
     */
    @Schema(name = "ReassignmentLine")
    public record Line(UUID participant, UUID before, UUID to, String outcome, String reason) {}

    @POST
    @Operation(
            summary = "Se hvem som ville fått hvem; ingenting annet blir skrevet",
            operationId = "previewReassignment")
    @APIResponse(
            responseCode = "201",
            description = "Forhåndsvisningen",
            content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "400", description = "Dagen er før 1990 eller mer enn to år fram")
    public Response preview(@NotNull @Valid ReassignmentRequest request, @Context UriInfo uri) {
        if (!reassignments.possibleFrom(request.from())) {
            return Problem.of(400, "invalid-input").with("detail", "from").response();
        }
        var made = reassignments.preview(new Plan(
                request.participants().stream()
                        .distinct()
                        .map(ParticipantId::new)
                        .toList(),
                AssignedPart.valueOf(request.part()),
                request.receivers().stream()
                        .map(each -> new Receiver(each.user(), each.office()))
                        .distinct()
                        .toList(),
                request.from()));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .entity(body(made))
                .build();
    }

    @GET
    @Path("{reassignment}")
    @Operation(summary = "Forhåndsvisningen eller kvitteringen", operationId = "readReassignment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke, eller er laget av en annen")
    public Response read(@PathParam("reassignment") @NotNull UUID id) {
        return answer(reassignments.find(id));
    }

    @POST
    @Path("{reassignment}/confirmation")
    @Operation(summary = "Gjennomfør; å bekrefte igjen gir samme kvittering", operationId = "confirmReassignment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke, eller er laget av en annen")
    public Response confirm(@PathParam("reassignment") @NotNull UUID id) {
        return answer(reassignments.confirm(id));
    }

    @POST
    @Path("{reassignment}/undoing")
    @Operation(
            summary = "Sett tilbake det som var; deltakere andre har endret siden, beholder det de har",
            operationId = "undoReassignment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke, eller er laget av en annen")
    public Response undo(@PathParam("reassignment") @NotNull UUID id) {
        return answer(reassignments.undo(id));
    }

    private static Response answer(Optional<View> found) {
        return found.map(view -> Response.ok(body(view)).build())
                .orElseGet(() -> Problem.notFound().response());
    }

    private static Body body(View view) {
        return new Body(
                view.id(),
                view.state().name(),
                view.part().name(),
                view.from(),
                view.lines().stream()
                        .map(line -> new Line(
                                line.participant().value(),
                                line.before(),
                                line.to(),
                                line.outcome().name(),
                                line.reason() == null ? null : line.reason().name()))
                        .toList());
    }
}
