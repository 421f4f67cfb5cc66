package no.innvei.rulescli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Json;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    private static final Rules RULES = Rules.load(CommandTest.class.getClassLoader());
    private static final String GOOD =
            "{\"id\":\"%s\",\"rule\":\"register.deadline\",\"facts\":{\"knownOn\":\"2026-01-31\",\"items\":[\"GOAL\"]}}";

    private record Run(int status, String out, String errors) {

        List<Map<?, ?>> lines() {
            var lines = new ArrayList<Map<?, ?>>();
            out.lines().forEach(line -> lines.add((Map<?, ?>) Json.read(line)));
            return lines;
        }
    }

    private static Run run(InputStream in, String... arguments) {
        var out = new ByteArrayOutputStream();
        var errors = new StringWriter();
        int status = new Command(RULES, in, out, new PrintWriter(errors, true)).run(arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), errors.toString());
    }

    private static Run run(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private static Run evaluate(String cases) {
        return run(new ByteArrayInputStream(cases.getBytes(StandardCharsets.UTF_8)), "evaluate", "-");
    }

    private static String message(String line) {
        var answer = evaluate(line).lines().getFirst();
        return (String) ((Map<?, ?>) answer.get("error")).get("message");
    }

    @Test
    void a_line_in_is_a_line_out_in_the_same_order() {
        var run = evaluate(GOOD.formatted("b") + "\n" + GOOD.formatted("a") + "\n");

        assertTrue(
                run.out()
                        .startsWith(
                                "{\"id\":\"b\",\"rule\":\"register.deadline\",\"version\":\"2021-01-01\",\"decisiveDate\":\"2026-01-31\","
                                        + "\"answer\":\"YES\",\"values\":{\"registerBy\":\"2026-03-31\"},\"steps\":[{\"rule\":\"R-15.3\",\"legalBasis\":\""));
        assertEquals("a", run.lines().get(1).get("id"));
        assertTrue(run.out().endsWith("}\n") && !run.out().contains("\r"));
        assertEquals("", run.errors());
        assertEquals(Command.DONE, run.status());
    }

    @Test
    void a_line_at_fault_has_its_error_and_the_rest_are_evaluated() {
        var run = evaluate(
                "x\n" + GOOD.formatted("2") + "\n" + GOOD.formatted("3").replace("GOAL", "SECRET"));

        assertEquals(Command.SOME_FAILED, run.status());
        assertEquals(3, run.lines().size());
        assertFalse(run.lines().get(0).containsKey("id"));
        assertEquals("YES", run.lines().get(1).get("answer"));
        assertEquals("3", run.lines().get(2).get("id"));
        var error = (Map<?, ?>) run.lines().get(2).get("error");
        assertEquals(List.of("items"), error.get("facts"));
        assertTrue(((String) error.get("message")).startsWith("Malformed fact items: must be words out of ["));
        assertFalse(run.out().contains("SECRET"));
    }

    @Test
    void every_fault_of_a_line_is_named() {
        assertEquals("The line cannot be read: not JSON at character 1.", message("x"));
        assertEquals("The line must be a JSON object with id, rule and facts.", message("[1]"));
        assertEquals(
                "The line cannot be read: the name \"knownOn\" stands twice.",
                message("{\"id\":1,\"rule\":\"register.deadline\",\"facts\":{\"knownOn\":\"a\",\"knownOn\":\"b\"}}"));
        assertEquals(
                "The line has the unknown field name, navn; a line has id, rule and facts.",
                message("{\"navn\":\"x\",\"name\":\"y\",\"id\":1,\"rule\":\"register.deadline\",\"facts\":{}}"));
        assertEquals(
                "The field rule names no rule there is; ./innvei rules list shows the names.",
                message("{\"id\":1,\"rule\":\"nothing\",\"facts\":{}}"));
        assertEquals("The field rule is missing; it names the rule to evaluate.", message("{\"id\":1,\"facts\":{}}"));
        assertEquals("The field rule must be text.", message("{\"id\":1,\"rule\":2,\"facts\":{}}"));
        assertEquals("The field facts is missing.", message("{\"id\":1,\"rule\":\"register.deadline\"}"));
        assertEquals(
                "The field facts must be a JSON object.",
                message("{\"id\":1,\"rule\":\"register.deadline\",\"facts\":[]}"));
        assertEquals(
                "The field id must be text or a number.",
                message("{\"id\":{},\"rule\":\"register.deadline\",\"facts\":{}}"));
        assertEquals(
                "Unknown fact name; missing fact items; malformed fact knownOn: must be a date written year-month-day.",
                message("{\"rule\":\"register.deadline\",\"facts\":{\"knownOn\":\"31.01.2026\",\"name\":\"x\"}}"));
    }

    @Test
    void an_id_is_echoed_when_it_could_be_read() {
        assertEquals(
                new BigDecimal("7"),
                evaluate(GOOD.replace("\"%s\"", "7")).lines().getFirst().get("id"));
        assertEquals("7", evaluate("{\"id\":\"7\",\"rule\":").lines().getFirst().get("id"));
        assertEquals(
                "7",
                evaluate("{\"facts\":{\"a\":1,\"a\":2},\"id\":\"7\"}")
                        .lines()
                        .getFirst()
                        .get("id"));
        assertFalse(evaluate("{\"id\":\"7\",\"id\":\"8\"}").lines().getFirst().containsKey("id"));
        assertFalse(
                evaluate(GOOD.replace("\"id\":\"%s\",", "")).lines().getFirst().containsKey("id"));
        assertEquals(
                "æ\"\n",
                evaluate(GOOD.formatted("\\u00e6\\\"\\n")).lines().getFirst().get("id"));
    }

    @Test
    void marks_empty_lines_carriage_returns_and_a_missing_last_newline_do_no_harm() {
        var run = evaluate("\ufeff" + GOOD.formatted("1") + "\r\n\r\n  \n" + GOOD.formatted("2"));

        assertEquals(Command.DONE, run.status());
        assertEquals(
                List.of("1", "2"),
                run.lines().stream().map(line -> line.get("id")).toList());
        assertEquals(new Run(Command.DONE, "", ""), evaluate(""));
    }

    @Test
    void a_line_that_is_too_long_or_no_utf_8_is_an_error_of_its_own() {
        var longLine = GOOD.formatted("x".repeat(Lines.LONGEST));
        var run = evaluate(longLine + "\n" + GOOD.formatted("2") + "\n");
        assertEquals(
                "The line is longer than 1 MB.", ((Map<?, ?>) run.lines().get(0).get("error")).get("message"));
        assertEquals("2", run.lines().get(1).get("id"));

        var fits = GOOD.formatted("x".repeat(Lines.LONGEST - GOOD.length() + 2));
        assertEquals(Lines.LONGEST, fits.length());
        assertEquals(Command.DONE, evaluate(fits).status());

        var latin = run(
                new ByteArrayInputStream(GOOD.formatted("ø").getBytes(StandardCharsets.ISO_8859_1)), "evaluate", "-");
        assertEquals(
                "The line is not text in UTF-8.",
                ((Map<?, ?>) latin.lines().getFirst().get("error")).get("message"));
    }

    @Test
    void every_rule_survives_facts_of_the_wrong_form() {
        for (var rule : AllRules.of(RULES)) {
            for (var example : Example.of(rule)) {
                for (var name : example.facts().keySet()) {
                    for (var value : List.of(
                            "\"9999-12-31\"", "\"1000-01-01\"", "100000", "-1", "true", "[]", "{}", "\"\"", "null")) {
                        var facts = new StringBuilder();
                        example.facts()
                                .forEach((other, written) -> facts.append(facts.isEmpty() ? "" : ",")
                                        .append(Json.write(other))
                                        .append(':')
                                        .append(other.equals(name) ? value : json(rule, other, written)));
                        var answer = evaluate("{\"rule\":\"" + rule.name() + "\",\"facts\":{" + facts + "}}")
                                .lines()
                                .getFirst();
                        if (answer.get("error") instanceof Map<?, ?> error) {
                            assertTrue(
                                    error.get("facts").toString().contains(name),
                                    rule.name() + " " + name + "=" + value + ": " + error.get("message"));
                        }
                    }
                }
            }
        }
    }

    private static String json(Rule rule, String name, String written) {
        var kind = rule.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .kind();
        return switch (kind) {
            case YES_NO, NUMBER, WHOLE_NUMBER -> written;
            case WORDS -> Json.write(List.of(written.split(",")));
            case DATE, WORD -> Json.write(written);
        };
    }

    @Test
    void wrong_calls_say_what_to_do(@TempDir Path folder) {
        for (var call : List.of(
                List.of("no-such-command"),
                List.of("list", "all"),
                List.of("explain"),
                List.of("explain", "introduction.duration"),
                List.of("explain", "introduction.duration", "--on"),
                List.of("explain", "introduction.duration", "--on", "17.08.2026"),
                List.of("explain", "--on", "2026-08-17"),
                List.of("explain", "no.rule", "--on", "2026-08-17"),
                List.of("evaluate"),
                List.of("evaluate", "a", "b"),
                List.of("evaluate", "--json"),
                List.of("evaluate", folder.toString()),
                List.of("evaluate", folder.resolve("none").toString()),
                List.of("evaluate", "\u0000"),
                List.<String>of())) {
            var run = run(call.toArray(String[]::new));
            assertEquals(Command.WRONG_CALL, run.status(), call.toString());
            assertEquals("", run.out(), call.toString());
            assertTrue(run.errors().length() > 20, call.toString());
        }
        assertEquals(Command.DONE, run("help").status());
    }

    @Test
    void a_file_is_evaluated(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("cases.jsonl"), GOOD.formatted("1"));

        assertEquals("1", run("evaluate", file.toString()).lines().getFirst().get("id"));
    }

    @Test
    void an_input_that_breaks_off_is_told_and_an_output_nobody_reads_is_not() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        var run = run(broken, "evaluate", "-");
        assertEquals(Command.WRONG_CALL, run.status());
        assertTrue(run.errors().startsWith("Standard input could not be read to its end."));

        var closed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var errors = new StringWriter();
        var cases = new ByteArrayInputStream(GOOD.formatted("1").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Command.NOBODY_READS, new Command(RULES, cases, closed, new PrintWriter(errors)).run("evaluate", "-"));
        assertEquals("", errors.toString());
    }

    @Test
    void who_waits_for_the_answer_before_asking_again_gets_it() throws IOException {
        var out = new ByteArrayOutputStream();
        var asked = new InputStream() {
            private int lines;

            @Override
            public int read() {
                throw new IllegalStateException("read in blocks");
            }

            @Override
            public int read(byte[] into, int from, int length) {
                assertEquals(
                        lines,
                        out.toString(StandardCharsets.UTF_8).lines().count(),
                        "answers before the next question");
                if (lines == 3) {
                    return -1;
                }
                lines++;
                var line = (GOOD.formatted(lines) + "\n").getBytes(StandardCharsets.UTF_8);
                System.arraycopy(line, 0, into, from, line.length);
                return line.length;
            }
        };
        assertEquals(
                Command.DONE, new Command(RULES, asked, out, new PrintWriter(new StringWriter())).run("evaluate", "-"));
    }

    @Test
    void the_list_has_every_rule_with_question_days_and_paragraphs() {
        var text = run("list").out();
        var json = (List<?>) Json.read(run("list", "--json").out());

        assertEquals(AllRules.of(RULES).size(), json.size());
        for (var rule : AllRules.of(RULES)) {
            assertTrue(
                    text.contains(rule.name() + "  " + rule.tables().getFirst().question()), rule.name());
        }
        assertTrue(text.lines().anyMatch(line -> line.matches(" +fra 2021-01-01 +integreringsloven.*")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +ikke i kraft +integreringsloven.*")), text);
        assertFalse(text.contains("null"));
    }

    @Test
    void an_explanation_shows_what_is_in_force_and_marks_what_is_not() {
        var before =
                run("explain", "introduction.category", "--on", "2025-12-31").out();
        var after =
                run("explain", "--on", "2026-01-01", "introduction.category").out();

        assertFalse(before.contains("work_hours_limit             30"));
        assertTrue(after.contains("work_hours_limit             "));
        assertTrue(after.indexOf("VEDTATT, MEN IKKE SATT I KRAFT") > after.indexOf("maximum_age "));
        assertTrue(after.contains("Vår lesing: "));
        assertTrue(run("explain", "introduction.category", "--on", "2020-12-31")
                .out()
                .contains("Ingenting er i kraft denne dagen. Den første linja gjelder fra 2021-01-01."));
        assertTrue(run("explain", "introduction.duration", "--on", "2026-01-01")
                .out()
                .contains("opphevet"));

        var json = (Map<?, ?>) Json.read(run("explain", "introduction.category", "--on", "2026-01-01", "--json")
                .out());
        var table = (Map<?, ?>) ((List<?>) json.get("tables")).getFirst();
        var adopted = (Map<?, ?>) ((List<?>) table.get("adoptedNotInForce")).getFirst();
        assertEquals(null, adopted.get("validFrom"));
        assertEquals("60", ((Map<?, ?>) adopted.get("parameters")).get("value"));
    }
}
