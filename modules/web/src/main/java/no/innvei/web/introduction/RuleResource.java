package no.innvei.web.introduction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
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
import java.util.Map;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.Rules;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules of law as a service: facts in, evaluation out. Nothing about a person is read or kept, so every signed-in user may ask. */
@Path("rules")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
public class RuleResource {

    private static final Rules RULES = Rules.load(RuleResource.class.getClassLoader());

    @GET
    @Operation(summary = "Reglene, og hvilke opplysninger hver av dem trenger", operationId = "listRules")
    public JsonObject list() {
        var list = Json.createArrayBuilder();
        for (var rule : RULES.all()) {
            var facts = Json.createArrayBuilder();
            for (var fact : rule.facts()) {
                facts.add(Json.createObjectBuilder()
                        .add("name", fact.name())
                        .add("kind", fact.kind().name())
                        .add("required", fact.required())
                        .add("words", Json.createArrayBuilder(fact.words())));
            }
            list.add(Json.createObjectBuilder().add("rule", rule.name()).add("facts", facts));
        }
        return Json.createObjectBuilder().add("rules", list).build();
    }

    @POST
    @Path("{rule}/evaluations")
    @Operation(summary = "Svar fra en regel, med hvert steg", operationId = "evaluateRule")
    @APIResponse(responseCode = "200", description = "version, decisiveDate, answer, values og steps")
    @APIResponse(responseCode = "400", description = "En opplysning er ukjent, mangler eller har gal form")
    @APIResponse(responseCode = "404", description = "Regelen finnes ikke")
    public Response evaluate(
            @PathParam("rule") @NotNull @Pattern(regexp = "[a-z.-]{3,60}") String rule, @NotNull JsonObject request) {
        return RULES.find(rule)
                .map(found -> evaluate(found, request))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static Response evaluate(Rule rule, JsonObject request) {
        if (!(request.get("facts") instanceof JsonObject facts)) {
            return Problem.of(400, "rule-facts-refused")
                    .with("detail", "missing fact facts")
                    .response();
        }
        try {
            var answer = Json.createObjectBuilder();
            if (request.containsKey("id")) {
                answer.add("id", request.get("id"));
            }
            json(rule.evaluate(plain(facts))).forEach(answer::add);
            return Response.ok(answer.build()).build();
        } catch (IllegalArgumentException refused) {
            return Problem.of(400, "rule-facts-refused")
                    .with("detail", refused.getMessage())
                    .response();
        }
    }

    static JsonObject json(Evaluation evaluation) {
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
