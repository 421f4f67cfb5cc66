package no.innvei.web.duplicates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.Merges.Choice;
import no.innvei.participant.api.Merges.Comparison;
import no.innvei.participant.api.Merges.MergeCommand;
import no.innvei.participant.api.Merges.MergeOutcome;
import no.innvei.participant.api.Merges.Obstacle;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merging two records and undoing it, for other systems. */
@Path("merges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "duplicates")
public class MergeResource {

    @Inject
    private Merges merges;

    /** @param choices by key of the difference; empty when there is nothing to choose */
    @Schema(name = "MergeDifference")
    public record Difference(String key, List<String> choices, String suggested) {}

    /** @param obstacles why they cannot be merged now */
    @Schema(name = "MergeComparison")
    public record Compared(
            UUID surviving,
            long survivingVersion,
            UUID merged,
            long mergedVersion,
            List<Difference> differences,
            List<String> obstacles) {

        static Compared of(Comparison comparison) {
            return new Compared(
                    comparison.surviving().id().value(),
                    comparison.surviving().version(),
                    comparison.merged().id().value(),
                    comparison.merged().version(),
                    comparison.differences().stream()
                            .map(each -> new Difference(
                                    each.key(),
                                    each.choices().stream().map(Enum::name).toList(),
                                    each.suggested().name()))
                            .toList(),
                    codes(comparison.obstacles()));
        }
    }

    /** @param choices what is current, by key of the difference; what is suggested where a key is missing */
    @Schema(name = "MergeRequest")
    public record MergeRequest(
            @NotNull UUID surviving,
            @NotNull Long survivingVersion,
            @NotNull UUID merged,
            @NotNull Long mergedVersion,

            @Size(max = 40)
            Map<
                            @NotNull @Pattern(regexp = "[A-Z_.]{1,60}") String,
                            @NotNull @Pattern(regexp = "SURVIVING|MERGED|BOTH") String>
                    choices) {

        MergeCommand toCommand() {
            return new MergeCommand(
                    new ParticipantId(surviving),
                    survivingVersion,
                    new ParticipantId(merged),
                    mergedVersion,
                    choices == null
                            ? Map.of()
                            : choices.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey, choice -> Choice.valueOf(choice.getValue()))));
        }
    }

    @Schema(name = "Merge")
    public record Made(UUID id, UUID surviving, UUID merged) {}

    @GET
    @Path("comparison")
    @Operation(summary = "To registreringer mot hverandre; åpningen logges", operationId = "compareParticipants")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Compared.class)))
    @APIResponse(responseCode = "404", description = "En av dem finnes ikke i kommunen")
    public Response compare(
            @QueryParam("surviving") @NotNull UUID surviving, @QueryParam("merged") @NotNull UUID merged) {
        return merges.compare(new ParticipantId(surviving), new ParticipantId(merged))
                .map(found -> Response.ok(Compared.of(found)).build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @POST
    @Operation(summary = "Slå sammen to registreringer av samme person", operationId = "mergeParticipants")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Made.class)))
    @APIResponse(responseCode = "409", description = "Endret av andre, eller noe må rettes først")
    public Response merge(@NotNull @Valid MergeRequest request) {
        return answer(merges.merge(request.toCommand()));
    }

    @POST
    @Path("{merge}/undo")
    @Operation(summary = "Angre en sammenslåing; mulig i 30 dager", operationId = "undoMerge")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Made.class)))
    @APIResponse(responseCode = "409", description = "Angret av andre, eller noe står i veien")
    public Response undo(@PathParam("merge") @NotNull UUID merge) {
        return answer(merges.undo(merge));
    }

    private static Response answer(MergeOutcome outcome) {
        return switch (outcome) {
            case MergeOutcome.Done done ->
                Response.ok(new Made(
                                done.merge(),
                                done.surviving().value(),
                                done.merged().value()))
                        .build();
            case MergeOutcome.Refused refused ->
                Problem.conflict("merge-not-possible")
                        .with("obstacles", codes(refused.obstacles()))
                        .response();
            case MergeOutcome.ChangedMeanwhile c ->
                Problem.conflict("changed-meanwhile").response();
            case MergeOutcome.Invalid invalid ->
                Problem.of(400, "invalid-input").with("detail", invalid.key()).response();
            case MergeOutcome.NotFound n -> Problem.notFound().response();
        };
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(each -> each.code().name()).toList();
    }
}
