package no.innvei.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.innvei.web.text.Texts;

/** One RFC 9457 problem. Kinds are kebab-case, listed in {@code docs/api/problems.md} and titled in the bundle {@code problems}. */
public final class Problem {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_BASE = "urn:innvei:problem:";

    private final int status;
    private final JsonObjectBuilder body = Json.createObjectBuilder();

    private Problem(int status, String kind) {
        this.status = status;
        body.add("type", TYPE_BASE + kind)
                .add("title", Texts.of("problems").get(kind))
                .add("status", status);
    }

    public static Problem of(int status, String kind) {
        return new Problem(status, kind);
    }

    public static Problem conflict(String kind) {
        return new Problem(409, kind);
    }

    /** Missing, another tenant's or protected: we never tell which. */
    public static Problem notFound() {
        return new Problem(404, "not-found");
    }

    /** @param value never personal data */
    public Problem with(String name, Object value) {
        body.add(name, value.toString());
        return this;
    }

    /** @param values never personal data */
    public Problem with(String name, List<String> values) {
        body.add(name, Json.createArrayBuilder(values));
        return this;
    }

    public JsonObject json() {
        return body.build();
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(json()).build();
    }
}
