package no.innvei.kernel.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An evaluation as JSON text, the form in which it is stored beside the decision and served to others. Same evaluation, same text: values and
 * facts are written in the order of their names.
 */
public final class EvaluationJson {

    public static String write(Evaluation evaluation) {
        return Json.write(object(evaluation));
    }

    /** With the facts that were put to the rule, so that the decision can be explained and repeated. */
    public static String write(Map<String, Object> facts, Evaluation evaluation) {
        var all = new LinkedHashMap<String, Object>();
        all.put("facts", new TreeMap<>(facts));
        all.putAll(object(evaluation));
        return Json.write(all);
    }

    /** @throws IllegalArgumentException when the text is not an evaluation */
    public static Evaluation read(String text) {
        if (!(Json.read(text) instanceof Map<?, ?> all)) {
            throw new IllegalArgumentException("not an evaluation");
        }
        var values = new LinkedHashMap<String, Object>();
        map(all.get("values")).forEach((name, value) -> values.put(String.valueOf(name), plain(value)));
        var steps = new ArrayList<Evaluation.Step>();
        for (var step : list(all.get("steps"))) {
            var read = map(step);
            var facts = new LinkedHashMap<String, String>();
            map(read.get("facts")).forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
            steps.add(new Evaluation.Step(
                    text(read.get("rule")),
                    text(read.get("legalBasis")),
                    Evaluation.Answer.valueOf(text(read.get("answer"))),
                    facts,
                    text(read.get("note"))));
        }
        return new Evaluation(
                text(all.get("rule")),
                date(all.get("version")),
                date(all.get("decisiveDate")),
                Evaluation.Answer.valueOf(text(all.get("answer"))),
                values,
                steps);
    }

    /** The facts stored by {@link #write(Map, Evaluation)}; empty when there are none. */
    public static Map<String, String> facts(String text) {
        var facts = new TreeMap<String, String>();
        if (Json.read(text) instanceof Map<?, ?> all) {
            map(all.get("facts")).forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
        }
        return facts;
    }

    /** The evaluation as maps, lists, text and numbers, for whoever writes JSON with something else. */
    public static Map<String, Object> object(Evaluation evaluation) {
        var all = new LinkedHashMap<String, Object>();
        all.put("rule", evaluation.rule());
        if (evaluation.version() != null) {
            all.put("version", evaluation.version().toString());
        }
        if (evaluation.decisiveDate() != null) {
            all.put("decisiveDate", evaluation.decisiveDate().toString());
        }
        all.put("answer", evaluation.answer().name());
        all.put("values", new TreeMap<>(evaluation.values()));
        var steps = new ArrayList<Object>();
        for (var step : evaluation.steps()) {
            var written = new LinkedHashMap<String, Object>();
            written.put("rule", step.rule());
            written.put("legalBasis", step.legalBasis());
            written.put("answer", step.answer().name());
            written.put("facts", new TreeMap<>(step.facts()));
            if (step.note() != null) {
                written.put("note", step.note());
            }
            steps.add(written);
        }
        all.put("steps", steps);
        return all;
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number && number.scale() <= 0 ? (Object) number.intValueExact() : value;
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static LocalDate date(Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    private EvaluationJson() {}
}
