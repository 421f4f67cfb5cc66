package no.innvei.web.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.Participants.ParticipantView;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.web.rest.Problem;
import no.innvei.web.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One participant for other systems. Identity numbers are masked unless they are asked for by their own address, which is logged. */
@Path("participants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class ParticipantResource {

    @Inject
    private Participants participants;

    /** @param value masked, or complete where it was asked for */
    @Schema(name = "Identifier")
    public record Identifier(String kind, String value) {

        @Override
        public String toString() {
            return kind + " ********";
        }
    }

    @Schema(name = "Participant")
    public record Participant(
            UUID id,
            String givenNames,
            String familyName,
            LocalDate bornOn,
            List<Identifier> identifiers,
            String citizenship,
            String permitBasis,
            LocalDate permitGrantedOn,
            boolean followsFamilyPermit,
            LocalDate settledOn,
            boolean settledByAgreement,
            String education,
            String motherTongue,
            String interpretingLanguage,
            String writtenForm,
            List<LocalDate> childrenBornOn,
            Instant changedAt) {

        static Participant of(ParticipantView view) {
            var f = view.facts();
            return new Participant(
                    view.id().value(),
                    f.givenNames(),
                    f.familyName(),
                    f.bornOn(),
                    f.identifiers().stream()
                            .map(number -> new Identifier(number.kind().name(), number.masked()))
                            .toList(),
                    f.citizenship(),
                    code(f.permitBasis()),
                    f.permitGrantedOn(),
                    f.followsFamilyPermit(),
                    f.settledOn(),
                    f.settledByAgreement(),
                    code(f.education()),
                    f.motherTongue(),
                    f.interpretingLanguage(),
                    code(f.writtenForm()),
                    f.childrenBornOn(),
                    view.changedAt());
        }

        private static String code(Enum<?> value) {
            return value == null ? null : value.name();
        }
    }

    @POST
    @Operation(summary = "Registrer en deltaker", operationId = "registerParticipant")
    @APIResponse(responseCode = "201", description = "Registrert; Location og ETag")
    @APIResponse(
            responseCode = "409",
            description = "Nummeret er registrert på en annen, eller registreringen må ses på av leder")
    public Response register(@NotNull @Valid PersonRequest request, @Context UriInfo address) {
        var outcome = participants.register(request.toFacts(List.of()));
        if (outcome instanceof RegistrationOutcome.Accepted accepted) {
            return Response.created(address.getAbsolutePathBuilder()
                            .path(accepted.participant().value().toString())
                            .build())
                    .tag(Versions.tag(accepted.version()))
                    .build();
        }
        return answer(outcome);
    }

    @GET
    @Path("{participant}")
    @Operation(summary = "Åpne en deltaker; åpningen logges", operationId = "openParticipant")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Participant.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response open(@PathParam("participant") @NotNull UUID participant) {
        return participants
                .open(new ParticipantId(participant))
                .map(view -> Response.ok(Participant.of(view))
                        .tag(Versions.tag(view.version()))
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @GET
    @Path("{participant}/identifiers")
    @Operation(
            summary = "Hele fødselsnummer, D-nummer og DUF-nummer; visningen logges",
            operationId = "showIdentifiers")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response identifiers(@PathParam("participant") @NotNull UUID participant) {
        return participants
                .showIdentifiers(new ParticipantId(participant))
                .map(numbers -> Response.ok(numbers.stream()
                                .map(number -> new Identifier(number.kind().name(), number.value()))
                                .toList())
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @PUT
    @Path("{participant}")
    @Operation(summary = "Endre det som er kjent om en deltaker", operationId = "changeParticipant")
    @APIResponse(responseCode = "204", description = "Endret; ny ETag")
    @APIResponse(
            responseCode = "409",
            description = "Endret av andre, nummeret er en annens, eller endringen må ses på av leder")
    public Response change(
            @PathParam("participant") @NotNull UUID participant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid PersonRequest request) {
        var id = new ParticipantId(participant);
        long version = Versions.required(ifMatch);
        var known = participants.facts(id);
        if (known.isEmpty()) {
            return Problem.notFound().response();
        }
        List<PersonIdentifier> registered = known.get().facts().identifiers();
        return answer(participants.change(id, version, request.toFacts(registered)));
    }

    static Response answer(RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationOutcome.Accepted a ->
                Response.noContent().tag(Versions.tag(a.version())).build();
            case RegistrationOutcome.AlreadyRegistered a ->
                Problem.conflict("already-registered")
                        .with("participant", a.existing().value())
                        .response();
            case RegistrationOutcome.NeedsLeader n ->
                Problem.conflict("needs-leader").response();
            case RegistrationOutcome.Invalid i ->
                Problem.of(400, "invalid-input")
                        .with(
                                "detail",
                                i.problems().entrySet().stream()
                                        .map(problem -> problem.getKey() + ": " + problem.getValue())
                                        .sorted()
                                        .collect(Collectors.joining("; ")))
                        .response();
            case RegistrationOutcome.ChangedMeanwhile c ->
                Problem.conflict("changed-meanwhile").response();
            case RegistrationOutcome.NotFound n -> Problem.notFound().response();
        };
    }
}
