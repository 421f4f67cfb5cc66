package no.innvei.web.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.kernel.rules.RefusedFacts;
import no.innvei.kernel.rules.Rule;
import no.innvei.web.rest.Computes;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules of law as a service: facts in, evaluation out. Nothing about a person is read or kept, so every signed-in user may ask. */
@Path("rules")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
public class RuleResource {

    private static final Set<String> MEMBERS = Set.of("id", "rule", "facts");

    /** What comes in; for the description of the API only. */
    @Schema(name = "RuleCase", description = "Én sak. Ingen navn og ingen fødsels- eller DUF-nummer.")
    interface Case {

        @Schema(description = "Deres egen id, gitt tilbake som den er")
        String getId();

        @Schema(description = "Kan utelates; må ellers være den samme som i adressen")
        String getRule();

        @Schema(
                required = true,
                description = "Opplysningene regelen spør om, se GET /api/v1/rules. Datoer skrives år-måned-dag.",
                implementation = Object.class)
        Map<String, Object> getFacts();
    }

    /** What goes out; for the description of the API only. */
    @Schema(name = "RuleEvaluation")
    interface Answered {

        String getId();

        String getRule();

        @Schema(description = "Startdatoen for versjonen som ble brukt; utelatt før første versjon", format = "date")
        String getVersion();

        @Schema(description = "Datoen som valgte versjonen", format = "date")
        String getDecisiveDate();

        @Schema(description = "UNDETERMINED: et menneske må vurdere; steget sier hva")
        Evaluation.Answer getAnswer();

        @Schema(description = "Det regelen regnet ut, etter navn", implementation = Object.class)
        Map<String, Object> getValues();

        List<AnsweredStep> getSteps();
    }

    /** One question; for the description of the API only. */
    @Schema(name = "RuleStep")
    interface AnsweredStep {

        String getRule();

        String getLegalBasis();

        Evaluation.Answer getAnswer();

        @Schema(description = "Opplysningene svaret bygger på", implementation = Object.class)
        Map<String, String> getFacts();

        @Schema(description = "Vår lesing, eller det som ikke er kontrollert; utelatt når det ikke er noe å si")
        String getNote();
    }

    private static final String CASE = """
            {"id": "1", "rule": "introduction.duration",
             "facts": {"education": "UPPER_SECONDARY", "goal": "WORK", "permitBasis": "A", "offerOn": "2026-08-17", "startOn": "2026-08-30"}}""";

    private static final String ANSWER = """
            {"id": "1", "rule": "introduction.duration", "version": "2026-01-01", "decisiveDate": "2026-08-17", "answer": "YES",
             "values": {"extension": "NONE", "extensionMonths": 0, "lastDay": "2027-08-29", "maximumMonths": 12},
             "steps": [{"rule": "R-7.2", "legalBasis": "integreringsloven § 13 første ledd", "answer": "YES", "facts": {"offerOn": "2026-08-17"}}]}""";

    private static final String RULES = """
            {"rules": [{"rule": "introduction.start-deadline", "question": "Når må kommunen ha fattet vedtak og startet programmet?",
             "decisiveFact": "settledOn", "versions": [{"validFrom": "2021-01-01", "legalBasis": ["integreringsloven § 12 andre ledd"]}],
             "facts": [{"name": "settledOn", "kind": "DATE", "required": false, "words": []}]}]}""";

    @GET
    @Operation(
            summary = "Reglene, versjonene deres og hvilke opplysninger hver av dem trenger",
            operationId = "listRules")
    @APIResponse(
            responseCode = "200",
            description = "Alle reglene",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "regler", value = RULES)))
    public JsonObject list() {
        var list = Json.createArrayBuilder();
        for (var rule : RuleBook.RULES.all()) {
            list.add(Json.createObjectBuilder()
                    .add("rule", rule.name())
                    .add("question", RuleWords.question(rule.name()))
                    .add("decisiveFact", rule.decisiveFact())
                    .add("versions", versions(rule))
                    .add("facts", facts(rule)));
        }
        return Json.createObjectBuilder().add("rules", list).build();
    }

    private static JsonArrayBuilder versions(Rule rule) {
        var versions = Json.createArrayBuilder();
        ParameterTable.versions(rule.tables())
                .forEach((from, bases) -> versions.add(Json.createObjectBuilder()
                        .add("validFrom", from.toString())
                        .add("legalBasis", Json.createArrayBuilder(bases))));
        return versions;
    }

    private static JsonArrayBuilder facts(Rule rule) {
        var facts = Json.createArrayBuilder();
        for (var fact : rule.facts()) {
            facts.add(Json.createObjectBuilder()
                    .add("name", fact.name())
                    .add("kind", fact.kind().name())
                    .add("required", fact.required())
                    .add("words", Json.createArrayBuilder(fact.words())));
        }
        return facts;
    }

    @POST
    @Computes
    @Path("{rule}/evaluations")
    @Operation(
            summary = "Svar fra en regel, med hvert steg",
            description =
                    "Ingenting skjer og ingenting blir lagret. Samme svar som kommandoen rules evaluate gir for samme linje.",
            operationId = "evaluateRule")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Case.class),
                            examples = @ExampleObject(name = "programtid", value = CASE)))
    @APIResponse(
            responseCode = "200",
            description = "Svaret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Answered.class),
                            examples = @ExampleObject(name = "programtid", value = ANSWER)))
    @APIResponse(
            responseCode = "400",
            description =
                    "En opplysning er ukjent, mangler eller har gal form. Medlemmet facts navngir dem, aldri verdiene.",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "404",
            description = "Regelen finnes ikke",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Response evaluate(
            @Parameter(example = "introduction.duration") @PathParam("rule") @NotNull @Pattern(regexp = "[a-z.-]{3,60}")
                    String rule,
            @NotNull JsonObject request) {
        return RuleBook.RULES
                .find(rule)
                .map(found -> evaluate(found, request))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static Response evaluate(Rule rule, JsonObject request) {
        var unknown = new TreeSet<>(request.keySet());
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            return refused("unknown field " + String.join(", ", unknown), List.copyOf(unknown));
        }
        if (request.containsKey("rule") && !Json.createValue(rule.name()).equals(request.get("rule"))) {
            return refused("rule is not the one of the address", List.of("rule"));
        }
        var id = request.getOrDefault("id", JsonValue.NULL);
        if (!(id instanceof JsonString || id instanceof JsonNumber || id.getValueType() == JsonValue.ValueType.NULL)) {
            return refused("id must be text or a number", List.of("id"));
        }
        if (!(request.get("facts") instanceof JsonObject facts)) {
            return refused("missing field facts", List.of("facts"));
        }
        try {
            var answer = Json.createObjectBuilder();
            if (id instanceof JsonString || id instanceof JsonNumber) {
                answer.add("id", id);
            }
            json(rule.evaluate(plain(facts))).forEach(answer::add);
            return Response.ok(answer.build()).build();
        } catch (RefusedFacts refused) {
            return refused(refused.getMessage(), refused.names());
        }
    }

    private static Response refused(String detail, List<String> names) {
        return Problem.of(400, "rule-facts-refused")
                .with("detail", detail)
                .with("facts", names)
                .response();
    }

    public static JsonObject json(Evaluation evaluation) {
        try (JsonReader reader = Json.createReader(new StringReader(EvaluationJson.write(evaluation)))) {
            return reader.readObject();
        }
    }

    private static Map<String, Object> plain(JsonObject facts) {
        var plain = new LinkedHashMap<String, Object>();
        facts.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    /** Objects stay as they are: the rule refuses them by name. */
    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NULL -> null;
            case ARRAY -> value.asJsonArray().stream().map(RuleResource::plain).toList();
            case OBJECT -> value;
        };
    }
}
