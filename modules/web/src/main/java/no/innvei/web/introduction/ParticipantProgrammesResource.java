package no.innvei.web.introduction;

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
import java.util.List;
import java.util.UUID;
import no.innvei.introduction.api.ProgrammeOutcome;
import no.innvei.introduction.api.Programmes;
import no.innvei.kernel.ParticipantId;
import no.innvei.web.introduction.ProgrammeResource.Programme;
import no.innvei.web.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The programmes of one participant. */
@Path("participants/{participant}/programmes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class ParticipantProgrammesResource {

    @Inject
    private Programmes programmes;

    @GET
    @Operation(summary = "Deltakerens introduksjonsprogram, det nyeste først", operationId = "listProgrammes")
    public List<Programme> list(@PathParam("participant") @NotNull UUID participant) {
        return programmes.ofParticipant(new ParticipantId(participant)).stream()
                .map(Programme::of)
                .toList();
    }

    @POST
    @Operation(summary = "Krav, tilbud om oppstart eller begge", operationId = "offerProgramme")
    @APIResponse(responseCode = "201", description = "Saken er åpnet; ETag og adresse")
    @APIResponse(responseCode = "404", description = "Deltakeren finnes ikke i kommunen")
    @APIResponse(responseCode = "409", description = "Deltakeren har et åpent program, eller noe mangler")
    public Response offer(
            @PathParam("participant") @NotNull UUID participant,
            @NotNull @Valid Requests.OfferRequest request,
            @Context UriInfo address) {
        var outcome = programmes.offer(request.toCommand(participant));
        if (outcome instanceof ProgrammeOutcome.Accepted accepted) {
            return Response.created(address.getBaseUriBuilder()
                            .path("programmes")
                            .path(accepted.programme().value().toString())
                            .build())
                    .tag(Versions.tag(accepted.version()))
                    .build();
        }
        return ProgrammeResource.answer(outcome);
    }
}
