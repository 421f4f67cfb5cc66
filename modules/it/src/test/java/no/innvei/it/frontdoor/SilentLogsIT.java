package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The logs of the whole run hold no name and no identity number. Runs last (classes go by name), and makes noise of its own first, so that it means something
 * alone too.
 */
class SilentLogsIT {

    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9a-f-])[0-7]\\d[89]\\d{8}(?![0-9a-f-])");

    @Test
    void the_logs_of_the_run_name_nobody() throws IOException {
        var person = Persona.named("Mirwais", "Nooraziulogg");
        var api = Api.as("ingrid");
        var participant = IsolationIT.register(api, person);
        api.post("/api/v1/participants", IsolationIT.body(person));
        api.get("/api/v1/participants/" + participant + "?navn=" + "x".repeat(10));
        try (var desk = Desk.of("ingrid")) {
            desk.go("/deltakere/" + participant);
            desk.page().keyboard().press("/");
            desk.page().keyboard().type(person.nationalId());
            desk.page().keyboard().press("Enter");
            desk.page().waitForURL("**/deltakere/" + participant);
        }

        var found = new ArrayList<String>();
        var files = logFiles();
        assertTrue(files.stream().anyMatch(f -> f.toString().contains("server")), "the server has a log");
        for (var file : files) {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (var secret : Persona.SECRETS) {
                if (text.contains(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    found.add(file.getFileName() + " holds a name or number of the run");
                }
            }
            if (IDENTITY_NUMBER.matcher(text).find()) {
                found.add(file.getFileName() + " holds something like an identity number");
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void log_lines_of_a_request_carry_its_id_and_tenant() throws IOException {
        var answer = Api.as("ingrid").get("/api/v1/me");
        assertEquals(200, answer.status());
        assertTrue(
                !answer.header("X-Request-Id").isBlank(),
                answer.response().headers().toString());
    }

    private static List<Path> logFiles() throws IOException {
        try (var files = Files.walk(Running.stack().logs())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
