package no.innvei.registersimulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/** The simulator's own register, checks, journal and faults behind the JDK's HTTP server: the contract without an application server. */
public final class RegisterOverHttp implements AutoCloseable {

    public static final String TOKEN = "only-in-this-test-run";

    private final HttpServer server;
    private final Path journal;
    private final Clock clock;
    private final Faults faults = new Faults();
    private Register register;
    private volatile boolean silent;

    public RegisterOverHttp(Path journal, Clock clock) throws IOException {
        this.journal = journal;
        this.clock = clock;
        restart();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/register/v1/tenants/", this::serve);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Forgets what is in memory and reads the journal again, as after a kill. */
    public void restart() throws IOException {
        register = new Register(Journal.at(journal), clock);
    }

    /** As the body of {@code PUT /control/faults}. */
    public void faults(String json) {
        try (var reader = Json.createReader(new java.io.StringReader(json))) {
            faults.set(Faults.Settings.of(reader.readObject()));
        }
    }

    /** Accepts connections and never answers. */
    public void silent(boolean on) {
        silent = on;
    }

    /** Effects in order, as {@code collection/version}. */
    public List<String> effects() {
        return register.ledger().stream()
                .map(line -> line.item().kind().collection() + "/" + line.item().version())
                .toList();
    }

    /** Most effects under one key. */
    public int mostEffectsOfOneKey() {
        return register.ledger().stream()
                .mapToInt(Register.LedgerLine::timesApplied)
                .max()
                .orElse(0);
    }

    public JsonObject held(String tenant, String collection, UUID item) {
        return register.find(tenant, ItemKind.of(collection).orElseThrow(), item)
                .orElseThrow()
                .body();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (silent) {
                awaitEnd();
                return;
            }
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(
                        exchange,
                        401,
                        Json.createObjectBuilder()
                                .add("code", "UNAUTHENTICATED")
                                .build());
                return;
            }
            var fate = faults.draw();
            if (fate == Faults.Fate.UNAVAILABLE) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var path = exchange.getRequestURI().getPath().split("/");
            var kind = ItemKind.of(path[5]).orElseThrow();
            JsonObject body;
            try (var reader = Json.createReader(exchange.getRequestBody())) {
                body = reader.readObject();
            }
            var reply = faults.refusal(kind)
                    .map(Reply.class::cast)
                    .orElseGet(() -> put(new Register.Message(
                            path[4],
                            kind,
                            UUID.fromString(path[6]),
                            body.getJsonNumber("version").longValueExact(),
                            UUID.fromString(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                            body)));
            switch (fate) {
                case DROPPED -> {
                    exchange.sendResponseHeaders(200, 4096); // promised and never sent
                }
                case BROKEN -> exchange.sendResponseHeaders(500, -1);
                case NORMAL, UNAVAILABLE -> answer(exchange, reply);
            }
        }
    }

    private Reply put(Register.Message message) {
        try {
            return register.put(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEnd() {
        try {
            synchronized (this) {
                while (silent) {
                    wait(100);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Accepted a ->
                send(
                        exchange,
                        a.created() ? 201 : 200,
                        Json.createObjectBuilder()
                                .add("receipt", a.item().receipt())
                                .add("acceptedAt", a.item().acceptedAt().toString())
                                .add("version", a.item().version())
                                .add("duplicate", a.duplicate())
                                .build());
            case Reply.Refused r ->
                send(
                        exchange,
                        422,
                        Json.createObjectBuilder()
                                .add("code", r.code())
                                .add("field", r.field())
                                .add("message", r.message())
                                .build());
            case Reply.Older o ->
                send(
                        exchange,
                        409,
                        Json.createObjectBuilder()
                                .add("code", "OLDER_VERSION")
                                .add("heldVersion", o.heldVersion())
                                .build());
        }
    }

    private static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
