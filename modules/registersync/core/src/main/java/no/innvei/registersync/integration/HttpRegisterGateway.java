package no.innvei.registersync.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.innvei.registersync.api.RegisterGateway;
import no.innvei.registersync.api.RegisterMessage;
import no.innvei.registersync.integration.RegisterLine.Exchange;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Speaks contract version 1 and turns every answer, also those outside it, into ours. */
@ApplicationScoped
public class HttpRegisterGateway implements RegisterGateway {

    private RegisterLine line;

    protected HttpRegisterGateway() {
        // for the CDI proxy
    }

    @Inject
    public HttpRegisterGateway(RegisterLine line) {
        this.line = line;
    }

    @Override
    public Answer put(RegisterMessage message) {
        var path = "/register/v1/tenants/" + message.tenantNumber() + "/"
                + RegisterVocabulary.collection(message.kind()) + "/" + message.subject();
        try {
            return answer(line.put(path, message.key(), RegisterJson.of(message).toString()));
        } catch (TransportFault fault) {
            return new Answer.Unreachable(fault.retryAfter());
        } catch (CircuitBreakerOpenException open) {
            return new Answer.Unreachable(Optional.of(Duration.ofSeconds(10)));
        } catch (BulkheadException busy) {
            return new Answer.Unreachable(Optional.of(Duration.ofMillis(500)));
        }
    }

    static Answer answer(Exchange exchange) {
        int status = exchange.status();
        try {
            return switch (status) {
                case 200, 201 -> receipt(body(exchange));
                case 401, 403 -> new Answer.NotAdmitted();
                case 409 ->
                    new Answer.Conflict(
                            body(exchange).getJsonNumber("heldVersion").longValueExact());
                case 422 -> refusal(body(exchange));
                default -> new Answer.NotUnderstood(status);
            };
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | ArithmeticException
                | DateTimeException e) {
            return new Answer.NotUnderstood(status); // the status is of the contract, the body is not
        }
    }

    private static Answer receipt(JsonObject body) {
        var receipt = body.getString("receipt");
        var acceptedAt = Instant.parse(body.getString("acceptedAt"));
        long version = body.getJsonNumber("version").longValueExact();
        return body.getBoolean("duplicate", false)
                ? new Answer.Duplicate(receipt, acceptedAt, version)
                : new Answer.Stored(receipt, acceptedAt, version);
    }

    private static Answer refusal(JsonObject body) {
        var field = body.getString("field", "");
        return new Answer.Refused(cut(body.getString("code"), 40), field.isEmpty() ? null : cut(field, 60));
    }

    /** Foreign text is kept in columns of this length. */
    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static JsonObject body(Exchange exchange) {
        try (var reader = Json.createReader(new StringReader(exchange.body()))) {
            return reader.readObject();
        }
    }
}
