package no.innvei.web.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;

/**
 * Rules, their facts, values and steps in the words of the bundle {@code rules}, in the language of the request. Where one rule means something else
 * by a name, the bundle says so under {@code <rule>.<name>}.
 */
public final class RuleWords {

    public static final String BUNDLE = "rules";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,10})?");
    private static final char NBSP = '\u00a0';

    static Texts texts() {
        return Texts.of(BUNDLE);
    }

    public static String name(String rule) {
        return first("name." + rule).orElse(rule);
    }

    static String question(String rule) {
        return first("question." + rule).orElse("");
    }

    static String scheme(String rule) {
        var code = schemeCode(rule);
        return first("scheme." + code).orElse(code);
    }

    static String schemeCode(String rule) {
        return rule.substring(0, Math.max(0, rule.indexOf('.')));
    }

    /** A fact that is asked for, shown in a step or computed by any rule. */
    public static String fact(String name) {
        return first("fact." + name).orElse(name);
    }

    public static String fact(String rule, String name) {
        return first("fact." + rule + "." + name, "fact." + name).orElse(name);
    }

    /** Below the field; empty when the label says it all. */
    static String help(String rule, String name) {
        return first("help." + rule + "." + name, "help." + name).orElse("");
    }

    public static String step(String step) {
        return first("rule." + step).orElse(step);
    }

    /** What is behind the field of a number; {@code null} for a number without unit. */
    static String unit(String name) {
        return first("unit." + name)
                .map(forms -> forms.substring(forms.indexOf('|') + 1))
                .orElse(null);
    }

    /** What to do when a rule can read a fact and has no use for it. */
    static String refused(String rule, String name) {
        var text = first("wrong.refused." + name).orElseGet(() -> texts().get("wrong.refused"));
        return text.replace("{0}", fact(rule, name));
    }

    static String column(String name) {
        return first("column." + name, "fact." + name).orElse(null);
    }

    /** A word that may be given for a fact. */
    public static String word(String name, String word) {
        return first("value." + name + "." + word, "value." + word).orElse(word);
    }

    /** A fact or a computed value the way advisers write it; several are separated by commas. */
    public static String value(String name, Object value) {
        return switch (value) {
            case null -> "–";
            case Collection<?> list ->
                list.stream().map(one -> value(name, one)).collect(Collectors.joining(", "));
            case BigDecimal number -> amount(name, number);
            case Number number -> amount(name, new BigDecimal(number.toString()));
            default -> text(name, value.toString());
        };
    }

    private static String text(String name, String text) {
        var word = first("value." + name + "." + text, "value." + text);
        if (word.isPresent()) {
            return word.get();
        }
        try {
            return NorwegianFormat.longDay(LocalDate.parse(text), RequestLanguage.current());
        } catch (DateTimeParseException notADate) {
            if (NUMBER.matcher(text).matches()) {
                return amount(name, new BigDecimal(text));
            }
        }
        var words = text.split("\\s+");
        return words.length > 1 && Stream.of(words).allMatch(one -> texts().has("value." + one))
                ? Arrays.stream(words).map(one -> word(name, one)).collect(Collectors.joining(", "))
                : text;
    }

    /** A paragraph sign stays with its number. */
    static String legalBasis(String written) {
        return written.replace("§ ", "§" + NBSP);
    }

    private static String amount(String name, BigDecimal number) {
        var written = NorwegianFormat.decimal(number);
        return first("unit." + name)
                .map(forms -> {
                    int split = forms.indexOf('|');
                    var unit = number.compareTo(BigDecimal.ONE) == 0
                            ? forms.substring(0, split)
                            : forms.substring(split + 1);
                    return written + NBSP + unit;
                })
                .orElse(written);
    }

    private static Optional<String> first(String... keys) {
        var texts = texts();
        return Stream.of(keys).filter(texts::has).findFirst().map(texts::get);
    }

    private RuleWords() {}
}
