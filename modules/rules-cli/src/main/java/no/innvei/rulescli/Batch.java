package no.innvei.rulescli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.kernel.rules.Json;
import no.innvei.kernel.rules.RefusedFacts;
import no.innvei.kernel.rules.Rules;

/** Cases in, answers out, line by line and in order. A line at fault gets an error of its own, and the rest are evaluated. */
final class Batch {

    private static final String ID = "id";
    private static final String RULE = "rule";
    private static final String FACTS = "facts";
    private static final List<String> FIELDS = List.of(ID, RULE, FACTS);
    private static final int LONGEST_NAMES = 200;

    private final Rules rules;

    Batch(Rules rules) {
        this.rules = rules;
    }

    /** @return whether every line was answered */
    boolean run(InputStream cases, OutputStream answers) throws IOException {
        var lines = new Lines(cases, answers);
        var everyOne = true;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.text() != null && line.text().isBlank()) {
                continue;
            }
            var answer = answer(line);
            everyOne &= !answer.containsKey("error");
            answers.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
            answers.write('\n');
        }
        answers.flush();
        return everyOne;
    }

    private Map<String, Object> answer(Lines.Line line) {
        if (line.text() == null) {
            return error(Map.of(), line.fault(), List.of());
        }
        Object read;
        try {
            read = Json.read(line.text());
        } catch (Json.Refused refused) {
            return error(
                    refused.begun(), "The line cannot be read: " + shortened(refused.getMessage()) + ".", List.of());
        }
        if (!(read instanceof Map<?, ?>)) {
            return error(Map.of(), "The line must be a JSON object with id, rule and facts.", List.of());
        }
        return answer(object(read));
    }

    private Map<String, Object> answer(Map<String, Object> line) {
        var unknown = new TreeSet<>(line.keySet());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            return error(
                    line,
                    "The line has the unknown field " + shortened(String.join(", ", unknown))
                            + "; a line has id, rule and facts.",
                    List.of());
        }
        if (line.get(ID) != null && !(line.get(ID) instanceof String) && !(line.get(ID) instanceof BigDecimal)) {
            return error(line, "The field id must be text or a number.", List.of());
        }
        if (!(line.get(RULE) instanceof String name)) {
            return error(
                    line,
                    line.get(RULE) == null
                            ? "The field rule is missing; it names the rule to evaluate."
                            : "The field rule must be text.",
                    List.of());
        }
        var rule = rules.find(name);
        if (rule.isEmpty()) {
            return error(
                    line, "The field rule names no rule there is; ./innvei rules list shows the names.", List.of());
        }
        if (!(line.get(FACTS) instanceof Map<?, ?>)) {
            return error(
                    line,
                    line.get(FACTS) == null ? "The field facts is missing." : "The field facts must be a JSON object.",
                    List.of());
        }
        try {
            var answer = new LinkedHashMap<String, Object>();
            echo(line, answer);
            answer.putAll(EvaluationJson.object(rule.get().evaluate(object(line.get(FACTS)))));
            return answer;
        } catch (RefusedFacts refused) {
            return error(
                    line,
                    sentence(refused.getMessage()),
                    refused.names().stream().map(Batch::shortened).toList());
        } catch (IllegalArgumentException refused) {
            return error(line, sentence(refused.getMessage()), List.of());
        } catch (RuntimeException failed) {
            return error(line, "The rule could not be evaluated on these facts.", List.of());
        }
    }

    private static Map<String, Object> error(Map<String, Object> line, String message, List<String> facts) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message);
        error.put("facts", facts);
        var answer = new LinkedHashMap<String, Object>();
        echo(line, answer);
        answer.put("error", error);
        return answer;
    }

    private static void echo(Map<String, Object> line, Map<String, Object> answer) {
        var id = line.get(ID);
        if (id instanceof String || id instanceof BigDecimal) {
            answer.put(ID, id);
        }
    }

    private static Map<String, Object> object(Object read) {
        var object = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) read).forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    private static String sentence(String complaint) {
        return Character.toUpperCase(complaint.charAt(0)) + complaint.substring(1) + ".";
    }

    /** A name that somebody invented may be of any length. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAMES
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAMES)) + "…";
    }
}
