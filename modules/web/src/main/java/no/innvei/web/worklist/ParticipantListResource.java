package no.innvei.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.innvei.kernel.Page;
import no.innvei.web.rest.Problem;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.MissingFact;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.RightsCategory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of participants for other systems. There is no search by name or number here: those never stand in an address. */
@Path("participants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "participants")
public class ParticipantListResource {

    private static final String PHASES = "EXPECTED|BEFORE_DECISION|BEFORE_START|IN_PROGRAMME|ENDED|NO_PROGRAMME";
    private static final String CATEGORIES = "RIGHT_AND_DUTY|RIGHT_ONLY|MAY_BE_OFFERED|NONE|OPEN";
    private static final String MISSING = "EDUCATION|PERMIT|SETTLEMENT|LANGUAGE|ADVISER";
    private static final String STATES = "NOTHING_SENT|ACCEPTED|PENDING|REFUSED";

    @Inject
    private ParticipantList participants;

    /**
     * @param next cursor of the page after this one; {@code null} on the last
     * @param previous cursor of the page before this one; {@code null} on the first
     */
    @Schema(name = "ParticipantPage")
    public record ListPage(List<Line> participants, String next, String previous) {

        static ListPage of(Page<Row> page) {
            return new ListPage(
                    page.rows().stream().map(Line::of).toList(),
                    page.next().orElse(null),
                    page.previous().orElse(null));
        }
    }

    /** @param month the month of the programme that today is in, from 1 */
    @Schema(name = "ParticipantLine")
    public record Line(
            UUID id,
            String givenNames,
            String familyName,
            int age,
            String motherTongue,
            String permitBasis,
            String phase,
            Integer month,
            Integer maximumMonths,
            String finalGoal,
            Due nextDeadline,
            Register register,
            Integer planVersion,
            boolean planDraft,
            UUID adviser,
            String category,
            Instant changedAt) {

        static Line of(Row row) {
            var due = row.nextDeadline();
            var register = row.register();
            return new Line(
                    row.participant().value(),
                    row.givenNames(),
                    row.familyName(),
                    row.age(),
                    row.language(),
                    row.permit(),
                    row.phase().name(),
                    row.month(),
                    row.maximumMonths(),
                    row.finalGoal(),
                    due == null ? null : new Due(due.kind().name(), due.date()),
                    new Register(
                            register.state().name(),
                            register.accepted(),
                            register.pending(),
                            register.refused(),
                            register.acceptedAt()),
                    row.planVersion(),
                    row.planDraft(),
                    row.adviserId(),
                    row.category(),
                    row.changedAt());
        }
    }

    @Schema(name = "NextDeadline")
    public record Due(String kind, LocalDate date) {}

    @Schema(name = "RegisterSummary")
    public record Register(String state, int accepted, int pending, int refused, Instant acceptedAt) {}

    @GET
    @Operation(summary = "Deltakere i kommunen, en side om gangen", operationId = "listParticipants")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ListPage.class)))
    @APIResponse(responseCode = "400", description = "En parameter eller en cursor kan ikke brukes")
    public Response list(
            @QueryParam("phase") @Size(max = 6) List<@Pattern(regexp = PHASES) String> phases,
            @QueryParam("register") @Size(max = 4) List<@Pattern(regexp = STATES) String> register,
            @QueryParam("deadlineWithinDays") @Min(0) @Max(366) Integer deadlineWithinDays,
            @QueryParam("category") @Size(max = 5) List<@Pattern(regexp = CATEGORIES) String> categories,
            @QueryParam("missing") @Size(max = 5) List<@Pattern(regexp = MISSING) String> missing,
            @QueryParam("office") UUID office,
            @Parameter(description = "ME, NOBODY eller id-en til en bruker")
                    @QueryParam("adviser")
                    @Pattern(regexp = "ME|NOBODY|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    String adviser,
            @QueryParam("untouched") @DefaultValue("false") boolean untouched,
            @QueryParam("sort") @DefaultValue("DEADLINE") @Pattern(regexp = "DEADLINE|NAME|CHANGED|UNCHANGED|ADVISER")
                    String sort,
            @QueryParam("size") @DefaultValue("25") @Pattern(regexp = "25|50|100") String size,
            @QueryParam("cursor") @Size(max = 200) String cursor) {
        var query = new Query(
                null,
                new ListFilters(
                        each(phases, Phase::valueOf),
                        each(register, RegisterState::valueOf),
                        deadlineWithinDays,
                        each(categories, RightsCategory::valueOf),
                        office,
                        adviser(adviser),
                        each(missing, MissingFact::valueOf),
                        untouched),
                Sort.valueOf(sort),
                Integer.parseInt(size),
                cursor);
        return switch (participants.list(query)) {
            case ListOutcome.Found found ->
                Response.ok(ListPage.of(found.page())).build();
            case ListOutcome.CursorRefused refused ->
                Problem.of(400, "cursor-refused").response();
        };
    }

    private static AdviserFilter adviser(String code) {
        return switch (code) {
            case null -> null;
            case "ME" -> new AdviserFilter.Me();
            case "NOBODY" -> new AdviserFilter.Nobody();
            default -> new AdviserFilter.User(UUID.fromString(code));
        };
    }

    private static <E> Set<E> each(List<String> names, Function<String, E> valueOf) {
        return names.stream().map(valueOf).collect(Collectors.toSet());
    }
}
