package no.innvei.web.introduction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.IntegrationPlans.Check;
import no.innvei.introduction.api.IntegrationPlans.PlanVersion;
import no.innvei.introduction.api.IntegrationPlans.PlanView;
import no.innvei.introduction.api.PlanComparison;
import no.innvei.introduction.api.PlanOutcome;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.ProgrammeOutcome;
import no.innvei.introduction.api.Programmes;
import no.innvei.introduction.api.Programmes.ProgrammeView;
import no.innvei.introduction.api.Programmes.StoredEvaluation;
import no.innvei.web.rest.Problem;
import no.innvei.web.rest.Versions;
import no.innvei.web.rules.RuleResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One programme and its plan. */
@Path("programmes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class ProgrammeResource {

    @Inject
    private Programmes programmes;

    @Inject
    private IntegrationPlans plans;

    /** Dates and codes are left out until they happen. */
    @Schema(name = "Programme")
    public record Programme(
            UUID id,
            UUID participant,
            String phase,
            LocalDate claimedOn,
            LocalDate offerOn,
            String decision,
            LocalDate decidedOn,
            String category,
            String finalGoal,
            String goalReason,
            LocalDate plannedStartOn,
            LocalDate startedOn,
            Integer maximumMonths,
            LocalDate lastDay,
            LocalDate endedOn,
            String endingReason,
            List<Stored> evaluations,
            Instant changedAt) {

        static Programme of(ProgrammeView view) {
            return new Programme(
                    view.id().value(),
                    view.participant().value(),
                    view.phase().name(),
                    view.claimedOn(),
                    view.offerOn(),
                    Requests.name(view.decision()),
                    view.decidedOn(),
                    Requests.name(view.category()),
                    Requests.name(view.finalGoal()),
                    view.goalReason(),
                    view.plannedStartOn(),
                    view.startedOn(),
                    view.maximumMonths(),
                    view.lastDay(),
                    view.endedOn(),
                    Requests.name(view.endingReason()),
                    view.evaluations().stream().map(Stored::of).toList(),
                    view.changedAt());
        }
    }

    /** An evaluation as it was when something was recorded. */
    @Schema(name = "StoredEvaluation")
    public record Stored(String step, Instant recordedAt, JsonObject evaluation) {

        static Stored of(StoredEvaluation stored) {
            return new Stored(stored.step().name(), stored.recordedAt(), RuleResource.json(stored.evaluation()));
        }
    }

    /** @param draft there is a draft, whose version is the ETag; without one the content is where a draft would begin */
    @Schema(name = "Plan")
    public record Plan(
            UUID programme,
            boolean draft,
            Requests.PlanBody content,
            List<String> allowedGoals,
            List<CheckBody> checks,
            List<VersionLine> versions) {

        static Plan of(PlanView view) {
            return new Plan(
                    view.programme().value(),
                    view.hasDraft(),
                    Requests.PlanBody.of(view.content()),
                    view.goals().stream().map(Enum::name).toList(),
                    view.checks().stream().map(CheckBody::of).toList(),
                    view.versions().stream()
                            .map(line -> new VersionLine(line.number(), line.approvedAt()))
                            .toList());
        }
    }

    @Schema(name = "PlanCheck")
    public record CheckBody(String kind, String level, Map<String, String> values) {

        static CheckBody of(Check check) {
            return new CheckBody(check.kind().name(), check.level().name(), check.values());
        }
    }

    @Schema(name = "PlanVersionLine")
    public record VersionLine(int number, Instant approvedAt) {}

    /**
     * @param to left out for the draft
     * @param essential whether the change should have a decision: a proposal
     */
    @Schema(name = "PlanComparison")
    public record Comparison(int from, Integer to, List<Difference> differences, JsonObject essential) {

        static Comparison of(PlanComparison found) {
            return new Comparison(
                    found.before(),
                    found.after(),
                    found.changes().stream().map(Difference::of).toList(),
                    RuleResource.json(found.essential()));
        }
    }

    /**
     * @param what FINAL_GOAL, GOAL_REASON, LONG_TERM_GOAL, NORWEGIAN_GOAL, SELF_STUDY or ELEMENT
     * @param element which element; left out for goals
     * @param fields skills of a Norwegian goal, or what differs in an element; empty for an element that is new or gone
     * @param before left out where there was nothing
     * @param after left out where there is nothing
     */
    @Schema(name = "PlanDifference")
    public record Difference(String what, UUID element, List<String> fields, Object before, Object after) {

        static Difference of(PlanComparison.Change change) {
            return switch (change) {
                case PlanComparison.Change.FinalGoalChanged c ->
                    new Difference("FINAL_GOAL", null, List.of(), Requests.name(c.before()), Requests.name(c.after()));
                case PlanComparison.Change.GoalReasonChanged c ->
                    new Difference("GOAL_REASON", null, List.of(), c.before(), c.after());
                case PlanComparison.Change.LongTermGoalChanged c ->
                    new Difference("LONG_TERM_GOAL", null, List.of(), c.before(), c.after());
                case PlanComparison.Change.NorwegianLevelChanged c ->
                    new Difference(
                            "NORWEGIAN_GOAL",
                            null,
                            List.of(c.skill().name()),
                            Requests.name(c.before()),
                            Requests.name(c.after()));
                case PlanComparison.Change.SelfStudyChanged c ->
                    new Difference("SELF_STUDY", null, List.of(), !c.after(), c.after());
                case PlanComparison.Change.ElementAdded c ->
                    new Difference("ELEMENT", c.element().id(), List.of(), null, Requests.ElementBody.of(c.element()));
                case PlanComparison.Change.ElementRemoved c ->
                    new Difference("ELEMENT", c.element().id(), List.of(), Requests.ElementBody.of(c.element()), null);
                case PlanComparison.Change.ElementChanged c ->
                    new Difference(
                            "ELEMENT",
                            c.after().id(),
                            c.fields().stream().map(Enum::name).sorted().toList(),
                            Requests.ElementBody.of(c.before()),
                            Requests.ElementBody.of(c.after()));
            };
        }
    }

    @Schema(name = "PlanVersion")
    public record Version(
            UUID programme,
            int number,
            Instant approvedAt,
            UUID approvedBy,
            Requests.PlanBody content,
            Integer maximumMonths,
            LocalDate lastDay,
            List<JsonObject> evaluations) {

        static Version of(PlanVersion version) {
            return new Version(
                    version.programme().value(),
                    version.number(),
                    version.approvedAt(),
                    version.approvedBy(),
                    Requests.PlanBody.of(version.content()),
                    version.maximumMonths(),
                    version.lastDay(),
                    version.evaluations().stream().map(RuleResource::json).toList());
        }
    }

    @GET
    @Path("{programme}")
    @Operation(summary = "Et introduksjonsprogram", operationId = "readProgramme")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Programme.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response read(@PathParam("programme") @NotNull UUID programme) {
        return programmes
                .find(new ProgrammeId(programme))
                .map(view -> Response.ok(Programme.of(view))
                        .tag(Versions.tag(view.version()))
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @POST
    @Path("{programme}/offer")
    @Operation(summary = "Datoen for tilbudet om oppstart, der saken begynte med et krav", operationId = "recordOffer")
    @APIResponse(responseCode = "204", description = "Registrert; ny ETag")
    @APIResponse(responseCode = "409", description = "Steget passer ikke nå, eller noe mangler")
    public Response offer(
            @PathParam("programme") @NotNull UUID programme,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid Requests.RecordOfferRequest request) {
        return answer(programmes.recordOffer(
                new Programmes.RecordOffer(new ProgrammeId(programme), Versions.required(ifMatch), request.offerOn())));
    }

    @POST
    @Path("{programme}/decision")
    @Operation(summary = "Vedtak etter § 12", operationId = "decideProgramme")
    @APIResponse(responseCode = "204", description = "Vedtatt; ny ETag")
    @APIResponse(responseCode = "409", description = "Steget passer ikke nå, eller noe mangler")
    public Response decide(
            @PathParam("programme") @NotNull UUID programme,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid Requests.DecisionRequest request) {
        return answer(programmes.decide(request.toCommand(programme, Versions.required(ifMatch))));
    }

    @POST
    @Path("{programme}/start")
    @Operation(summary = "Første dag i programmet", operationId = "startProgramme")
    @APIResponse(responseCode = "204", description = "Registrert; ny ETag")
    @APIResponse(responseCode = "409", description = "Steget passer ikke nå, eller noe mangler")
    public Response start(
            @PathParam("programme") @NotNull UUID programme,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid Requests.StartRequest request) {
        return answer(programmes.start(
                new Programmes.Start(new ProgrammeId(programme), Versions.required(ifMatch), request.startedOn())));
    }

    @POST
    @Path("{programme}/ending")
    @Operation(summary = "Siste dag og avslutningsårsak", operationId = "endProgramme")
    @APIResponse(responseCode = "204", description = "Registrert; ny ETag")
    @APIResponse(responseCode = "409", description = "Steget passer ikke nå, eller noe mangler")
    public Response end(
            @PathParam("programme") @NotNull UUID programme,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid Requests.EndingRequest request) {
        return answer(programmes.end(request.toCommand(programme, Versions.required(ifMatch))));
    }

    @GET
    @Path("{programme}/plan")
    @Operation(summary = "Planen: kladden eller der en kladd vil begynne, med kontroller", operationId = "readPlan")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Plan.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response plan(@PathParam("programme") @NotNull UUID programme) {
        return plans.find(new ProgrammeId(programme))
                .map(view -> Response.ok(Plan.of(view))
                        .tag(Versions.tag(view.draftVersion()))
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @PUT
    @Path("{programme}/plan")
    @Operation(summary = "Lagre kladden. If-Match er ETag fra planen, \"0\" uten kladd", operationId = "savePlanDraft")
    @APIResponse(responseCode = "204", description = "Lagret; ny ETag")
    @APIResponse(responseCode = "409", description = "Endret av andre, eller et tiltak har gal form")
    public Response savePlan(
            @PathParam("programme") @NotNull UUID programme,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid Requests.PlanBody request) {
        return answer(
                programme,
                plans.saveDraft(new IntegrationPlans.SaveDraft(
                        new ProgrammeId(programme), Versions.required(ifMatch), request.toContent())));
    }

    @POST
    @Path("{programme}/plan/approval")
    @Operation(summary = "Godkjenn kladden som neste versjon", operationId = "approvePlan")
    @APIResponse(responseCode = "201", description = "Versjonen kan ikke endres")
    @APIResponse(responseCode = "409", description = "Endret av andre, eller planen mangler noe loven krever")
    public Response approve(
            @PathParam("programme") @NotNull UUID programme,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch) {
        return answer(
                programme,
                plans.approve(new IntegrationPlans.Approve(new ProgrammeId(programme), Versions.required(ifMatch))));
    }

    @GET
    @Path("{programme}/plan/versions/{number}")
    @Operation(summary = "En godkjent plan slik den ble godkjent", operationId = "readPlanVersion")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Version.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response version(@PathParam("programme") @NotNull UUID programme, @PathParam("number") @Min(1) int number) {
        return plans.version(new ProgrammeId(programme), number)
                .map(version -> Response.ok(Version.of(version))
                        .tag(Versions.tag(number))
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @GET
    @Path("{programme}/plan/comparison")
    @Operation(
            summary = "Hva som skiller en godkjent plan fra en annen, eller fra kladden",
            operationId = "comparePlans")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Comparison.class)))
    @APIResponse(responseCode = "404", description = "Programmet, en versjon eller kladden finnes ikke")
    public Response compare(
            @PathParam("programme") @NotNull UUID programme,
            @QueryParam("from") @NotNull @Min(1) Integer from,
            @QueryParam("to") @Min(1) Integer to) {
        return plans.compare(new ProgrammeId(programme), from, to)
                .map(found -> Response.ok(Comparison.of(found)).build())
                .orElseGet(() -> Problem.notFound().response());
    }

    static Response answer(ProgrammeOutcome outcome) {
        return switch (outcome) {
            case ProgrammeOutcome.Accepted a ->
                Response.noContent().tag(Versions.tag(a.version())).build();
            case ProgrammeOutcome.AlreadyOpen a ->
                Problem.conflict("programme-already-open")
                        .with("programme", a.existing().value())
                        .response();
            case ProgrammeOutcome.NotNow n ->
                Problem.conflict("programme-not-now").with("phase", n.phase()).response();
            case ProgrammeOutcome.TooEarly t ->
                Problem.conflict("programme-date-too-early")
                        .with("field", t.field())
                        .with("earliest", t.earliest())
                        .response();
            case ProgrammeOutcome.InTheFuture f ->
                Problem.conflict("programme-date-in-the-future")
                        .with("field", f.field())
                        .response();
            case ProgrammeOutcome.Incomplete i ->
                Problem.conflict("programme-incomplete")
                        .with("needed", i.needed())
                        .response();
            case ProgrammeOutcome.FactsMissing m ->
                Problem.conflict("rule-facts-missing")
                        .with("facts", String.join(", ", m.facts()))
                        .response();
            case ProgrammeOutcome.OutsideTargetGroup o ->
                Problem.conflict("outside-target-group").response();
            case ProgrammeOutcome.GoalNotAllowed g ->
                Problem.conflict("goal-not-allowed")
                        .with(
                                "allowed",
                                String.join(
                                        ", ",
                                        g.allowed().stream().map(Enum::name).toList()))
                        .response();
            case ProgrammeOutcome.ChangedMeanwhile c ->
                Problem.conflict("changed-meanwhile").response();
            case ProgrammeOutcome.NotFound n -> Problem.notFound().response();
        };
    }

    private static Response answer(UUID programme, PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Saved s ->
                Response.noContent().tag(Versions.tag(s.draftVersion())).build();
            case PlanOutcome.Approved a ->
                Response.created(URI.create("programmes/" + programme + "/plan/versions/" + a.number()))
                        .tag(Versions.tag(a.number()))
                        .build();
            case PlanOutcome.NoDraft n -> Problem.conflict("plan-no-draft").response();
            case PlanOutcome.NotNow n ->
                Problem.conflict("programme-not-now").with("phase", n.phase()).response();
            case PlanOutcome.BadElement b -> {
                var problem = Problem.conflict("plan-element-refused").with("problem", b.problem());
                yield (b.element() == null ? problem : problem.with("element", b.element())).response();
            }
            case PlanOutcome.ContentMissing m ->
                Problem.conflict("plan-content-missing")
                        .with(
                                "missing",
                                String.join(
                                        ", ",
                                        m.missing().stream().map(Enum::name).toList()))
                        .response();
            case PlanOutcome.GoalNotAllowed g ->
                Problem.conflict("goal-not-allowed")
                        .with(
                                "allowed",
                                String.join(
                                        ", ",
                                        g.allowed().stream().map(Enum::name).toList()))
                        .response();
            case PlanOutcome.GoalReasonMissing g ->
                Problem.conflict("programme-incomplete")
                        .with("needed", ProgrammeOutcome.Needed.GOAL_REASON)
                        .with("mainGoal", g.mainGoal())
                        .response();
            case PlanOutcome.FactsMissing m ->
                Problem.conflict("rule-facts-missing")
                        .with("facts", String.join(", ", m.facts()))
                        .response();
            case PlanOutcome.ChangedMeanwhile c ->
                Problem.conflict("changed-meanwhile").response();
            case PlanOutcome.NotFound n -> Problem.notFound().response();
        };
    }
}
