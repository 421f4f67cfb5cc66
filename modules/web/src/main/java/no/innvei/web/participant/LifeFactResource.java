package no.innvei.web.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.FactOutcome;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.HeldIdentifier.EndedWhy;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.LifeFacts.LifeHistory;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.web.rest.Problem;
import no.innvei.web.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was true of a participant when, and when it was known, for other systems. */
@Path("participants/{participant}/facts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class LifeFactResource {

    @Inject
    private LifeFacts facts;

    /** @param values by the field names of a {@link FactRequest} */
    @Schema(name = "LifeFact")
    public record Fact(
            UUID row,
            String kind,
            String line,
            Map<String, String> values,
            LocalDate from,
            LocalDate to,
            String reason,
            Instant recordedAt,
            Instant supersededAt,
            String supersededWhy) {

        static Fact of(DatedFact row) {
            return new Fact(
                    row.row(),
                    row.kind().name(),
                    row.line(),
                    FactRequest.values(row.fact()),
                    row.from(),
                    row.to(),
                    code(row.reason()),
                    row.recordedAt(),
                    row.supersededAt(),
                    code(row.why()));
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    /** @param value masked */
    @Schema(name = "HeldIdentifier")
    public record Held(
            String kind,
            String value,
            LocalDate from,
            Instant recordedAt,
            LocalDate endedOn,
            Instant endedAt,
            String endedWhy) {

        static Held of(HeldIdentifier held) {
            return new Held(
                    held.identifier().kind().name(),
                    held.identifier().masked(),
                    held.from(),
                    held.recordedAt(),
                    held.endedOn(),
                    held.endedAt(),
                    code(held.why()));
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    /** @param lastDay {@code null} when not known */
    @Schema(name = "EndedIdentifier")
    public record EndingRequest(
            LocalDate lastDay,

            @NotNull @Pattern(regexp = "NEW_NUMBER|NATIONAL_ID|MISTAKE")
            String why) {

        @JsonbCreator
        public EndingRequest(@JsonbProperty("lastDay") LocalDate lastDay, @JsonbProperty("why") String why) {
            this.lastDay = lastDay;
            this.why = why;
        }
    }

    @Schema(name = "LifeHistory")
    public record History(List<Fact> facts, List<Held> identifiers) {}

    /** @param why required where the person has a number of the kind */
    @Schema(name = "GivenIdentifier")
    public record IdentifierRequest(
            @NotNull @Pattern(regexp = "NATIONAL_ID|D_NUMBER|DUF_NUMBER")
            String kind,

            @NotNull @Size(min = 1, max = 20) String value,
            LocalDate from,

            @Pattern(regexp = "NEW_NUMBER|NATIONAL_ID|MISTAKE")
            String why) {

        @JsonbCreator
        public IdentifierRequest(
                @JsonbProperty("kind") String kind,
                @JsonbProperty("value") String value,
                @JsonbProperty("from") LocalDate from,
                @JsonbProperty("why") String why) {
            this.kind = kind;
            this.value = value;
            this.from = from;
            this.why = why;
        }

        @Override
        public String toString() {
            return kind + " ********";
        }
    }

    private static String code(Enum<?> value) {
        return value == null ? null : value.name();
    }

    @GET
    @Operation(
            summary = "Livsopplysninger med historikk, eller slik de var kjent en dag; lesingen logges",
            operationId = "lifeHistory")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = History.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response history(
            @PathParam("participant") @NotNull UUID participant,
            @QueryParam("knownOn") @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") String knownOn,
            @QueryParam("trueOn") @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}") String trueOn) {
        var id = new ParticipantId(participant);
        var found = knownOn == null ? facts.history(id) : facts.asKnown(id, day(knownOn));
        return found.map(history -> Response.ok(of(history, trueOn == null ? null : day(trueOn)))
                        .tag(Versions.tag(history.version()))
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException noSuchDay) {
            throw new WebApplicationException(Problem.of(400, "invalid-input").response());
        }
    }

    private static History of(LifeHistory history, LocalDate trueOn) {
        return new History(
                (trueOn == null ? history.facts() : history.trueOn(trueOn))
                        .stream().map(Fact::of).toList(),
                history.identifiers().stream().map(Held::of).toList());
    }

    @POST
    @Operation(
            summary = "Noe nytt er sant, er slutt, var galt eller har aldri vært sant",
            operationId = "recordLifeFact")
    @APIResponse(responseCode = "204", description = "Skrevet, eller kjent fra før; ETag")
    @APIResponse(responseCode = "409", description = "Endret av andre")
    public Response record(
            @PathParam("participant") @NotNull UUID participant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid FactRequest request) {
        var command = request.toCommand();
        if (command.isEmpty()) {
            return Problem.of(400, "invalid-input")
                    .with("detail", "values: VALUE_NOT_KNOWN")
                    .response();
        }
        return switch (facts.record(new ParticipantId(participant), Versions.required(ifMatch), command.get())) {
            case FactOutcome.Recorded recorded ->
                Response.noContent().tag(Versions.tag(recorded.version())).build();
            case FactOutcome.Invalid invalid -> invalid(invalid.problems());
            case FactOutcome.ChangedMeanwhile c ->
                Problem.conflict("changed-meanwhile").response();
            case FactOutcome.NotFound n -> Problem.notFound().response();
        };
    }

    @POST
    @Path("identifiers")
    @Operation(summary = "Personen har fått et nytt nummer; de gamle blir stående", operationId = "giveIdentifier")
    @APIResponse(responseCode = "204", description = "Skrevet, eller kjent fra før; ETag")
    @APIResponse(
            responseCode = "409",
            description = "Endret av andre, nummeret er en annens, eller endringen må ses på av leder")
    public Response identifier(
            @PathParam("participant") @NotNull UUID participant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid IdentifierRequest request) {
        return answer(facts.giveIdentifier(
                new ParticipantId(participant),
                Versions.required(ifMatch),
                new PersonIdentifier(IdentifierKind.valueOf(request.kind()), request.value()),
                request.from(),
                request.why() == null ? null : EndedWhy.valueOf(request.why())));
    }

    @POST
    @Path("identifiers/{kind}/ending")
    @Operation(
            summary = "Personen har ikke lenger et nummer av dette slaget; det blir stående i historikken",
            operationId = "endIdentifier")
    @APIResponse(responseCode = "204", description = "Skrevet; ETag")
    @APIResponse(responseCode = "409", description = "Endret av andre")
    public Response endIdentifier(
            @PathParam("participant") @NotNull UUID participant,
            @PathParam("kind") @NotNull @Pattern(regexp = "NATIONAL_ID|D_NUMBER|DUF_NUMBER") String kind,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid EndingRequest request) {
        return answer(facts.endIdentifier(
                new ParticipantId(participant),
                Versions.required(ifMatch),
                IdentifierKind.valueOf(kind),
                request.lastDay(),
                EndedWhy.valueOf(request.why())));
    }

    private static Response answer(RegistrationOutcome outcome) {
        return outcome instanceof RegistrationOutcome.Invalid invalid
                ? invalid(invalid.problems())
                : ParticipantResource.answer(outcome);
    }

    private static Response invalid(Map<String, String> problems) {
        return Problem.of(400, "invalid-input")
                .with(
                        "detail",
                        problems.entrySet().stream()
                                .map(problem -> problem.getKey() + ": " + problem.getValue())
                                .sorted()
                                .collect(Collectors.joining("; ")))
                .response();
    }
}
