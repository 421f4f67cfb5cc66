package no.innvei.registersimulator;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * For tests and demonstrations, with the same token as the contract: {@code GET /control/ledger}, and {@code GET}, {@code PUT} and {@code DELETE
 * /control/faults}. The ledger holds keys, ids and versions, never a person's data.
 */
@WebServlet("/control/*")
public class ControlServlet extends HttpServlet {

    @Inject
    private Simulator simulator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!simulator.admits(request.getHeader("Authorization"))) {
            response.setHeader("WWW-Authenticate", "Bearer");
            Answers.error(response, 401, "UNAUTHENTICATED", "Authorization", "Tokenet mangler eller er feil.");
            return;
        }
        switch (request.getMethod() + " " + request.getPathInfo()) {
            case "GET /ledger" -> ledger(response);
            case "GET /faults" -> faults(response);
            case "PUT /faults" -> setFaults(request, response);
            case "DELETE /faults" -> {
                simulator.faults().set(Faults.Settings.NONE);
                faults(response);
            }
            default -> Answers.error(response, 404, "UNKNOWN_ADDRESS", "path", "Adressen finnes ikke.");
        }
    }

    private void ledger(HttpServletResponse response) throws IOException {
        var lines = Json.createArrayBuilder();
        for (var line : simulator.register().ledger()) {
            lines.add(Json.createObjectBuilder()
                    .add("seq", line.item().seq())
                    .add("tenant", line.item().tenant())
                    .add("kind", line.item().kind().collection())
                    .add("item", line.item().id().toString())
                    .add(
                            "person",
                            line.item()
                                    .body()
                                    .getString("person", line.item().id().toString()))
                    .add("version", line.item().version())
                    .add("key", line.item().key().toString())
                    .add("receipt", line.item().receipt())
                    .add("acceptedAt", line.item().acceptedAt().toString())
                    .add("timesApplied", line.timesApplied())
                    .add("timesReceived", line.timesReceived()));
        }
        Answers.send(response, 200, lines.build());
    }

    private void faults(HttpServletResponse response) throws IOException {
        Answers.send(response, 200, simulator.faults().settings().toJson());
    }

    private void setFaults(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var wanted = Answers.body(request).map(Faults.Settings::of);
            if (wanted.isEmpty()) {
                Answers.error(response, 400, "MALFORMED", "body", "Meldingen er ikke et JSON-objekt.");
                return;
            }
            simulator.faults().set(wanted.get());
            faults(response);
        } catch (IllegalArgumentException | ClassCastException e) {
            Answers.error(response, 400, "MALFORMED", "body", "Innstillingene er ikke gyldige.");
        }
    }
}
