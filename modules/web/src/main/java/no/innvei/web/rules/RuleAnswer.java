package no.innvei.web.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;

/**
 * The answer of a rule in one plain sentence, and the values the sentence does not say. The steps explain it.
 *
 * @param more a second sentence; empty when there is nothing more to say
 */
public record RuleAnswer(String sentence, String more, List<Value> values) {

    /** @param several the words of a list, each for itself; empty for a single value */
    public record Value(String name, String label, String text, List<String> several) {}

    /** The order values are read in; one that is not here comes last. */
    private static final List<String> READ = List.of(
            "category",
            "goals",
            "mainGoal",
            "required",
            "maximumMonths",
            "maximumHours",
            "hours",
            "modules",
            "extension",
            "extensionMonths",
            "share",
            "basicAmount",
            "annual",
            "monthly",
            "daily",
            "hourly",
            "deduction",
            "appealable",
            "minimumSessions",
            "maximumSessions",
            "themes",
            "oral",
            "listening",
            "reading",
            "writing",
            "shouldBeHeldBy",
            "registerBy",
            "appealBy",
            "latestPossible",
            "lastDay");

    private static final Comparator<String> READING = Comparator.comparingInt(
                    (String name) -> READ.contains(name) ? READ.indexOf(name) : READ.size())
            .thenComparing(Comparator.naturalOrder());

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    static Map<String, Object> inReadingOrder(Map<String, Object> values) {
        var ordered = new TreeMap<String, Object>(READING);
        ordered.putAll(values);
        return ordered;
    }

    public static RuleAnswer of(Evaluation evaluation) {
        var said = new LinkedHashSet<String>();
        var sentence = sentence("answer.", evaluation, said).orElse("");
        var more = sentence("more.", evaluation, said).orElse("");
        return new RuleAnswer(sentence, more, values(evaluation, said));
    }

    /** Everything in one line, for places without room for more. */
    public static String inOneLine(Evaluation evaluation) {
        var answer = of(evaluation);
        var parts = new ArrayList<String>();
        parts.add(answer.sentence() + ".");
        if (!answer.more().isEmpty()) {
            parts.add(answer.more());
        }
        answer.values().forEach(value -> parts.add(value.label() + ": " + value.text() + "."));
        return String.join(" ", parts);
    }

    private static List<Value> values(Evaluation evaluation, Set<String> said) {
        return inReadingOrder(evaluation.values()).entrySet().stream()
                .filter(value -> !said.contains(value.getKey()) && !isNone(value.getKey(), value.getValue()))
                .map(value -> new Value(
                        value.getKey(),
                        RuleWords.fact(evaluation.rule(), value.getKey()),
                        RuleWords.value(value.getKey(), value.getValue()),
                        value.getValue() instanceof Collection<?> list && list.size() > 1
                                ? list.stream()
                                        .map(one -> RuleWords.value(value.getKey(), one))
                                        .toList()
                                : List.of()))
                .toList();
    }

    /** No months of extension are told by the word for it. */
    private static boolean isNone(String name, Object value) {
        return name.equals("extensionMonths") && value instanceof Number number && number.intValue() == 0;
    }

    /** The first text whose values are all known, filled in; what it says is added to {@code said}. */
    private static Optional<String> sentence(String kind, Evaluation evaluation, Set<String> said) {
        var texts = RuleWords.texts();
        var values = evaluation.values();
        return keys(kind, evaluation)
                .filter(texts::has)
                .filter(key -> PLACE.matcher(texts.get(key)).results().allMatch(p -> values.containsKey(p.group(1))))
                .findFirst()
                .map(key -> {
                    values.forEach((name, value) -> {
                        if (key.endsWith("." + value)) {
                            said.add(name);
                        }
                    });
                    return PLACE.matcher(texts.get(key)).replaceAll(place -> {
                        said.add(place.group(1));
                        return Matcher.quoteReplacement(RuleWords.value(place.group(1), values.get(place.group(1))));
                    });
                });
    }

    private static Stream<String> keys(String kind, Evaluation evaluation) {
        var answer = evaluation.answer().name();
        if (evaluation.answer() == Answer.UNDETERMINED) {
            return Stream.of(kind + answer);
        }
        var rule = kind + evaluation.rule() + ".";
        var values = inReadingOrder(evaluation.values());
        return Stream.of(
                        values.values().stream().map(value -> rule + answer + "." + value),
                        values.values().stream().map(value -> rule + value),
                        values.keySet().stream().map(name -> rule + name),
                        Stream.of(rule + answer, kind + answer))
                .flatMap(keys -> keys);
    }
}
