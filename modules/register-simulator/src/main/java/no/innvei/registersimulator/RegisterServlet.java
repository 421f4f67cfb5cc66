package no.innvei.registersimulator;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The contract itself: {@code PUT} and {@code GET /register/v1/tenants/{tenantCode}/{collection}/{itemId}}. */
@WebServlet("/register/v1/*")
public class RegisterServlet extends HttpServlet {

    /** Tenant codes are municipality numbers (four digits) and county numbers (two). */
    private static final Pattern PATH = Pattern.compile("/tenants/(\\d{4}|\\d{2})/([a-z-]+)/([0-9a-f-]{36})");

    private record Address(String tenant, ItemKind kind, UUID item) {}

    @Inject
    private Simulator simulator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!simulator.admits(request.getHeader("Authorization"))) {
            response.setHeader("WWW-Authenticate", "Bearer");
            Answers.error(response, 401, "UNAUTHENTICATED", "Authorization", "Tokenet mangler eller er feil.");
            return;
        }
        var address = address(request.getPathInfo());
        if (address.isEmpty()) {
            Answers.error(response, 404, "UNKNOWN_ADDRESS", "path", "Adressen finnes ikke.");
            return;
        }
        switch (request.getMethod()) {
            case "PUT" -> put(address.get(), request, response);
            case "GET" -> get(address.get(), response);
            default -> {
                response.setHeader("Allow", "GET, PUT");
                Answers.error(response, 405, "METHOD_NOT_ALLOWED", "method", "Bruk PUT eller GET.");
            }
        }
    }

    private void put(Address address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var fate = simulator.faults().draw();
        if (fate == Faults.Fate.UNAVAILABLE) {
            unavailable(response);
            return;
        }
        var key = key(request.getHeader("Idempotency-Key"));
        if (key.isEmpty()) {
            Answers.error(response, 400, "MALFORMED", "Idempotency-Key", "Nøkkelen mangler eller er ikke en UUID.");
            return;
        }
        var body = Answers.body(request);
        if (body.isEmpty()
                || !(body.get().get("version") instanceof JsonNumber version)
                || !version.isIntegral()
                || version.longValue() < 1) {
            Answers.error(response, 400, "MALFORMED", "version", "Meldingen er ikke et JSON-objekt med versjon fra 1.");
            return;
        }
        var reply = simulator
                .faults()
                .refusal(address.kind())
                .map(Reply.class::cast)
                .orElse(null);
        if (reply == null) {
            reply = simulator
                    .register()
                    .put(new Register.Message(
                            address.tenant(),
                            address.kind(),
                            address.item(),
                            version.longValue(),
                            key.get(),
                            body.get()));
        }
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(simulator.faults().settings().latencyMs()));
        switch (fate) {
            case DROPPED -> cut(response);
            case BROKEN -> Answers.error(response, 500, "UNEXPECTED", "", "Noe gikk galt hos oss.");
            case NORMAL, UNAVAILABLE -> answer(reply, response);
        }
    }

    private void get(Address address, HttpServletResponse response) throws IOException {
        if (simulator.faults().settings().outage()) {
            unavailable(response);
            return;
        }
        var item = simulator.register().find(address.tenant(), address.kind(), address.item());
        if (item.isEmpty()) {
            Answers.error(response, 404, "UNKNOWN_ITEM", "path", "Posten finnes ikke.");
            return;
        }
        Answers.send(
                response,
                200,
                Json.createObjectBuilder(receipt(item.get(), false))
                        .add("body", item.get().body())
                        .build());
    }

    private static void answer(Reply reply, HttpServletResponse response) throws IOException {
        switch (reply) {
            case Reply.Accepted a -> Answers.send(response, a.created() ? 201 : 200, receipt(a.item(), a.duplicate()));
            case Reply.Refused r -> Answers.error(response, 422, r.code(), r.field(), r.message());
            case Reply.Older o ->
                Answers.send(
                        response,
                        409,
                        Json.createObjectBuilder()
                                .add("code", "OLDER_VERSION")
                                .add("heldVersion", o.heldVersion())
                                .build());
        }
    }

    private static JsonObject receipt(Item item, boolean duplicate) {
        return Json.createObjectBuilder()
                .add("receipt", item.receipt())
                .add("acceptedAt", item.acceptedAt().toString())
                .add("version", item.version())
                .add("duplicate", duplicate)
                .build();
    }

    private static void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "1");
        Answers.error(response, 503, "UNAVAILABLE", "", "Registeret er ikke tilgjengelig.");
    }

    /** Sends the head of an answer and breaks off, so that the caller cannot know whether the effect happened. */
    private static void cut(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(4096);
        response.flushBuffer();
    }

    private static Optional<Address> address(String path) {
        var match = PATH.matcher(path == null ? "" : path);
        if (!match.matches()) {
            return Optional.empty();
        }
        return ItemKind.of(match.group(2))
                .flatMap(kind -> key(match.group(3)).map(item -> new Address(match.group(1), kind, item)));
    }

    private static Optional<UUID> key(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
