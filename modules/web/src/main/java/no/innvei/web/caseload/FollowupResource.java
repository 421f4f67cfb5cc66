package no.innvei.web.caseload;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.AssignmentOutcome;
import no.innvei.participant.api.Caseload;
import no.innvei.web.rest.Problem;
import no.innvei.web.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Adviser and substitute of one participant. */
@Path("participants/{participant}/followup")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class FollowupResource {

    @Inject
    private Caseload caseload;

    /** @param to last day; {@code null} until somebody ends it */
    @Schema(name = "Assignment")
    public record Line(String part, UUID user, UUID office, LocalDate from, LocalDate to) {}

    @GET
    @Operation(summary = "Hvem som følger opp deltakeren, nå, før og senere", operationId = "followup")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Line[].class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response read(@PathParam("participant") @NotNull UUID participant) {
        return caseload.of(new ParticipantId(participant))
                .map(found -> Response.ok(lines(found.assignments()))
                        .tag(Versions.tag(found.version()))
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @PUT
    @Path("{part}")
    @Operation(
            summary = "Gi deltakeren en veileder eller vikar fra en dag; uten bruker har ingen den fra dagen",
            operationId = "assign")
    @APIResponse(responseCode = "204", description = "Lagret; ny ETag")
    @APIResponse(responseCode = "409", description = "Endret av andre, eller personen kan ikke ha deltakeren")
    public Response assign(
            @PathParam("participant") @NotNull UUID participant,
            @PathParam("part") @NotNull @Pattern(regexp = "ADVISER|SUBSTITUTE") String part,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid AssignmentRequest request) {
        var id = new ParticipantId(participant);
        long version = Versions.required(ifMatch);
        var wanted = AssignedPart.valueOf(part);
        if (request.user() == null) {
            return answer(caseload.end(id, version, wanted, request.from().minusDays(1)));
        }
        if (request.office() == null) {
            return Problem.of(400, "invalid-input").with("detail", "office").response();
        }
        return answer(caseload.assign(
                id, version, new Assignment(wanted, request.user(), request.office(), request.from(), request.to())));
    }

    private static List<Line> lines(List<Assignment> assignments) {
        return assignments.stream()
                .map(each -> new Line(each.part().name(), each.user(), each.office(), each.from(), each.to()))
                .toList();
    }

    private static Response answer(AssignmentOutcome outcome) {
        return switch (outcome) {
            case AssignmentOutcome.Recorded recorded ->
                Response.noContent().tag(Versions.tag(recorded.version())).build();
            case AssignmentOutcome.Invalid invalid ->
                Problem.conflict("assignment-not-possible")
                        .with(
                                "detail",
                                invalid.problems().entrySet().stream()
                                        .map(each -> each.getKey() + ": " + each.getValue())
                                        .sorted()
                                        .collect(Collectors.joining("; ")))
                        .response();
            case AssignmentOutcome.ChangedMeanwhile changed ->
                Problem.conflict("changed-meanwhile").response();
            case AssignmentOutcome.NotFound n -> Problem.notFound().response();
        };
    }
}
