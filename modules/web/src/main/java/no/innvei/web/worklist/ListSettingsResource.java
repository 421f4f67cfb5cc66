package no.innvei.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.innvei.web.rest.Problem;
import no.innvei.web.rest.Versions;
import no.innvei.worklist.api.ListSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the organization decides for its lists, for other systems. */
@Path("list-settings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class ListSettingsResource {

    @Inject
    private ListSettings settings;

    /** @param untouchedDays a participant is untouched when nothing happened for so many days */
    @Schema(name = "ListSettings")
    public record Body(
            @Min(ListSettings.LEAST_DAYS) @Max(ListSettings.MOST_DAYS)
            int untouchedDays) {

        @JsonbCreator
        public Body(@JsonbProperty("untouchedDays") int untouchedDays) {
            this.untouchedDays = untouchedDays;
        }
    }

    @GET
    @Operation(summary = "Hva organisasjonen har bestemt for listene sine", operationId = "readListSettings")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Body.class)))
    public Response read() {
        var now = settings.now();
        return Response.ok(new Body(now.untouchedDays()))
                .tag(Versions.tag(now.version()))
                .build();
    }

    @PUT
    @Operation(
            summary = "Bestem for listene; If-Match er ETag fra det som ble lest",
            operationId = "changeListSettings")
    @APIResponse(responseCode = "204", description = "Lagret; les på nytt for ny ETag")
    @APIResponse(responseCode = "409", description = "Endret av andre")
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch, @NotNull @Valid Body wanted) {
        return settings.change(wanted.untouchedDays(), Versions.required(ifMatch))
                ? Response.noContent().build()
                : Problem.conflict("changed-meanwhile").response();
    }
}
