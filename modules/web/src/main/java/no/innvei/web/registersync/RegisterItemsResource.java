package no.innvei.web.registersync;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Participants;
import no.innvei.registersync.api.RegisterStatus;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the national register has been told about one participant, and its answers. */
@Path("participants/{id}/register-items")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class RegisterItemsResource {

    @Inject
    private RegisterStatus status;

    @Inject
    private Participants participants;

    @Schema(name = "RegisterItems")
    public record ItemsView(List<ItemView> items) {}

    /**
     * @param registerBy last day inside the two months of integreringsforskriften § 58; {@code null} when nothing is owed
     * @param refusalCode the register's code; {@code null} unless refused
     */
    @Schema(name = "RegisterItem")
    public record ItemView(
            UUID id,
            String kind,
            UUID subject,
            String state,
            String notRequired,
            LocalDate knownOn,
            LocalDate registerBy,
            Instant acceptedAt,
            String receipt,
            String refusalCode,
            String refusalField,
            String mendAt) {

        static ItemView of(ItemStatus item) {
            var refusal = item.refusal();
            return new ItemView(
                    item.item(),
                    item.kind().name(),
                    item.subject(),
                    item.state().name(),
                    item.why() == null ? null : item.why().name(),
                    item.knownOn(),
                    item.registerBy(),
                    item.acceptedAt(),
                    item.receipt(),
                    refusal == null ? null : refusal.code(),
                    refusal == null ? null : refusal.field(),
                    refusal == null ? null : refusal.mendAt().name());
        }
    }

    @GET
    @Operation(summary = "Poster i det nasjonale registeret for en deltaker", operationId = "registerItems")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemsView.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke")
    public Response items(@PathParam("id") UUID id) {
        var participant = new ParticipantId(id);
        if (participants.facts(participant).isEmpty()) {
            return Problem.notFound().response();
        }
        return Response.ok(new ItemsView(
                        status.of(participant).stream().map(ItemView::of).toList()))
                .build();
    }
}
