package no.innvei.devstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a demo life does with the application's answers; a server over HTTP gives them. */
class DemoLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void who_is_outside_the_target_group_is_refused_and_does_not_start() {
        var demo = DemoCases.on(TODAY).stream()
                .filter(c -> c.course().startOn() != null && !c.course().refused())
                .findFirst()
                .orElseThrow();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

        var result = new DemoLife(new DemoApi(address, () -> "token"), demo, TODAY).happen();

        assertNull(result.refusal());
        assertEquals(List.of("participants", "programmes", "decision AWARDED", "decision REFUSED"), asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var step = path.substring(path.lastIndexOf('/') + 1);
            if (step.equals("decision")) {
                boolean awarded = body.contains("AWARDED");
                asked.add(step + (awarded ? " AWARDED" : " REFUSED"));
                say(
                        exchange,
                        awarded ? 409 : 204,
                        awarded ? "{\"type\":\"urn:innvei:problem:outside-target-group\"}" : "");
            } else {
                asked.add(step);
                exchange.getResponseHeaders().add("Location", path + "/00000000-0000-7000-8000-000000000001");
                say(exchange, 201, "");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("ETag", "\"1\"");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
