package no.innvei.registersimulator;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON in and out of servlets. */
final class Answers {

    /** Longest body read, in bytes. */
    private static final int LIMIT = 64 * 1024;

    static void send(HttpServletResponse response, int status, JsonStructure body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void error(HttpServletResponse response, int status, String code, String field, String message)
            throws IOException {
        send(
                response,
                status,
                Json.createObjectBuilder()
                        .add("code", code)
                        .add("field", field)
                        .add("message", message)
                        .build());
    }

    /** The request's JSON object; empty when it is missing, too long or something else. */
    static Optional<JsonObject> body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            return Optional.empty();
        }
        try (var reader = Json.createReader(new java.io.StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Answers() {}
}
