package no.innvei.web.duplicates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Duplicates;
import no.innvei.participant.api.Duplicates.DuplicateOutcome;
import no.innvei.participant.api.Duplicates.Pair;
import no.innvei.participant.api.Duplicates.State;
import no.innvei.web.participant.PersonRequest;
import no.innvei.web.rest.Computes;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may be registered twice, for other systems. Names are not told: whoever may see a person opens her. */
@Path("duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "duplicates")
public class DuplicatesResource {

    @Inject
    private Duplicates duplicates;

    /** @param proposed a leader has been asked to merge them */
    @Schema(name = "DuplicatePair")
    public record Line(
            UUID id,
            UUID one,
            UUID other,
            int score,
            List<String> reasons,
            String state,
            boolean proposed,
            Instant decidedAt,
            UUID decidedBy) {

        static Line of(Pair pair) {
            return new Line(
                    pair.id(),
                    pair.one().id().value(),
                    pair.other().id().value(),
                    pair.score(),
                    pair.reasons().stream().map(Enum::name).sorted().toList(),
                    pair.state().name(),
                    pair.proposed(),
                    pair.decidedAt(),
                    pair.decidedBy());
        }
    }

    /** @param next for {@code after}; {@code null} on the last page */
    @Schema(name = "DuplicatePairs")
    public record Lines(List<Line> pairs, String next, long waiting) {}

    @Schema(name = "DuplicateCandidate")
    public record Candidate(UUID participant, int score, List<String> reasons) {}

    @Schema(name = "TwoParticipants")
    public record Two(@NotNull UUID one, @NotNull UUID other) {}

    @GET
    @Operation(summary = "Mulige dobbeltregistreringer, de likeste først", operationId = "duplicates")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lines.class)))
    public Lines read(
            @QueryParam("state") @DefaultValue("OPEN") @Pattern(regexp = "OPEN|DISMISSED") String state,
            @QueryParam("after") @Size(max = 60) String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(100) int size) {
        var page = duplicates.pairs(State.valueOf(state), after, size);
        return new Lines(
                page.pairs().stream().map(Line::of).toList(),
                page.next(),
                duplicates.progress().waiting());
    }

    @POST
    @Path("candidates")
    @Computes
    @Operation(
            summary = "Hvem en person kan være, før hun registreres; ingenting lagres",
            operationId = "duplicateCandidates")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Candidate[].class)))
    public List<Candidate> candidates(@NotNull @Valid PersonRequest request) {
        return duplicates.mayBe(request.toFacts(List.of())).stream()
                .map(found -> new Candidate(
                        found.participant().value(),
                        found.score(),
                        found.reasons().stream().map(Enum::name).sorted().toList()))
                .toList();
    }

    @POST
    @Path("dismissals")
    @Operation(summary = "De to er ikke samme person", operationId = "dismissDuplicate")
    @APIResponse(responseCode = "204", description = "Husket; paret foreslås ikke igjen")
    @APIResponse(responseCode = "404", description = "En av dem finnes ikke i kommunen")
    public Response dismiss(@NotNull @Valid Two request) {
        return answer(duplicates.dismiss(new ParticipantId(request.one()), new ParticipantId(request.other())));
    }

    @POST
    @Path("{pair}/proposal")
    @Operation(summary = "Be leder slå sammen de to", operationId = "proposeMerge")
    @APIResponse(responseCode = "204", description = "Leder ser forslaget")
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response propose(@PathParam("pair") @NotNull UUID pair) {
        return answer(duplicates.propose(pair));
    }

    @DELETE
    @Path("{pair}/decision")
    @Operation(summary = "Ta tilbake at de to ikke er samme person, eller forslaget", operationId = "reopenDuplicate")
    @APIResponse(responseCode = "204", description = "Tatt tilbake; paret er åpent igjen")
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response reopen(@PathParam("pair") @NotNull UUID pair) {
        return answer(duplicates.reopen(pair));
    }

    private static Response answer(DuplicateOutcome outcome) {
        return switch (outcome) {
            case DuplicateOutcome.Recorded r -> Response.noContent().build();
            case DuplicateOutcome.NotFound n -> Problem.notFound().response();
        };
    }
}
