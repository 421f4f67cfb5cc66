package no.innvei.web.rules;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Rule;
import no.innvei.web.dates.StaffDate;
import no.innvei.web.dates.StaffDate.Reading;
import no.innvei.web.dates.StaffDate.Side;
import no.innvei.web.page.Choice;

/**
 * The facts of one address, as a person typed them: read into what the rule asks for, with a complaint for each field that could not be read. Nothing
 * of it is kept.
 */
final class RuleQuery {

    static final String ADDRESS = "/regelverk";
    static final String COMPARE = "sammenlign";

    /** Put there by the route; not a fact. */
    private static final String RULE = "rule";

    private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}([.,]\\d{1,4})?");

    /** What has happened when somebody asks: a date without a year lies behind us. */
    private static final Set<String> PAST = Set.of(
            "bornOn",
            "permitGrantedOn",
            "settledOn",
            "claimedOn",
            "targetGroupSince",
            "participantSince",
            "noticeReachedOn",
            "decidedOn",
            "knownOn",
            "informationOn",
            "absenceFrom");

    private final Rule rule;
    private final LocalDate today;
    private final boolean asked;
    private final List<FactField> fields = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final boolean unknown;
    private LocalDate compareWith;

    private RuleQuery(Rule rule, Map<String, String[]> given, LocalDate today) {
        this.rule = rule;
        this.today = today;
        var known = Stream.concat(rule.facts().stream().map(Fact::name), Stream.of(COMPARE, RULE))
                .collect(Collectors.toSet());
        unknown = !known.containsAll(given.keySet());
        asked = given.keySet().stream().anyMatch(name -> known.contains(name) && !name.equals(RULE));
        for (var fact : rule.facts()) {
            var typed = given.get(fact.name());
            fields.add(field(fact, typed == null ? List.of() : texts(typed)));
            if (fact.name().equals(rule.decisiveFact()) && fact.kind() == Fact.Kind.DATE) {
                fields.add(compare(given.get(COMPARE)));
            }
        }
    }

    static RuleQuery read(Rule rule, Map<String, String[]> given, LocalDate today) {
        return new RuleQuery(rule, given, today);
    }

    /** In the order a person would fill them in. */
    List<FactField> fields() {
        return fields;
    }

    /** Whether the address asks anything at all. */
    boolean asked() {
        return asked;
    }

    boolean valid() {
        return fields.stream().allMatch(field -> field.error() == null);
    }

    /** Whether the address held something this rule has no use for. */
    boolean unknown() {
        return unknown;
    }

    Map<String, Object> facts() {
        return facts;
    }

    Optional<LocalDate> decisive() {
        return Optional.ofNullable((LocalDate) facts.get(rule.decisiveFact()));
    }

    Optional<LocalDate> compareWith() {
        return Optional.ofNullable(compareWith);
    }

    /** The same case on the other date. */
    Map<String, Object> compared() {
        var other = new LinkedHashMap<>(facts);
        other.put(rule.decisiveFact(), compareWith);
        return other;
    }

    /** The address that means this tomorrow too: dates with their year, words as codes, nothing that was left open. */
    String address() {
        var parts = new ArrayList<String>();
        facts.forEach((name, value) -> {
            if (!Boolean.FALSE.equals(value) || required(name)) {
                parts.add(name + "=" + written(value));
            }
        });
        if (compareWith != null) {
            parts.add(COMPARE + "=" + compareWith);
        }
        return addressOf(rule) + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    static String addressOf(Rule rule) {
        return ADDRESS + "/" + rule.name();
    }

    private boolean required(String name) {
        return rule.facts().stream().anyMatch(fact -> fact.name().equals(name) && fact.required());
    }

    private static String written(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(RuleQuery::written).collect(Collectors.joining(","));
        }
        var text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> texts(String[] typed) {
        return Arrays.stream(typed)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private FactField field(Fact fact, List<String> typed) {
        var label = RuleWords.fact(rule.name(), fact.name());
        if (typed.isEmpty()) {
            return field(fact, label, null, asked && fact.required() ? "required." + fact.kind() : null);
        }
        var read = read(fact, typed);
        if (read.isEmpty()) {
            Object kept = fact.kind() == Fact.Kind.WORDS ? null : typed.getFirst();
            return field(fact, label, kept, "wrong." + fact.kind());
        }
        facts.put(fact.name(), read.get());
        return field(fact, label, shown(fact, read.get()), null);
    }

    private FactField field(Fact fact, String label, Object value, String error) {
        return new FactField(
                fact.name(),
                kind(fact),
                label,
                RuleWords.help(rule.name(), fact.name()),
                !fact.required(),
                value,
                error == null ? null : RuleWords.texts().get(error, label),
                options(fact),
                RuleWords.unit(fact.name()),
                direction(fact.name()));
    }

    private FactField compare(String[] given) {
        var label = RuleWords.fact(rule.name(), rule.decisiveFact());
        var typed = given == null ? List.<String>of() : texts(given);
        var day = typed.isEmpty() ? Optional.<LocalDate>empty() : day(typed.getFirst(), rule.decisiveFact());
        String error = null;
        if (!typed.isEmpty() && day.isEmpty()) {
            error = RuleWords.texts().get("wrong.DATE", RuleWords.texts().get("compare"));
        } else if (day.isPresent() && !facts.containsKey(rule.decisiveFact())) {
            error = RuleWords.texts().get("compare.missing", label);
        }
        compareWith = day.orElse(null);
        return new FactField(
                COMPARE,
                "date",
                RuleWords.texts().get("compare"),
                "",
                true,
                typed.isEmpty() ? null : day.<Object>map(read -> read).orElse(typed.getFirst()),
                error,
                List.of(),
                null,
                direction(rule.decisiveFact()));
    }

    private static String kind(Fact fact) {
        return switch (fact.kind()) {
            case DATE -> "date";
            case YES_NO -> fact.required() ? "choice" : "check";
            case WHOLE_NUMBER, NUMBER -> "number";
            case WORD -> "word";
            case WORDS -> "words";
        };
    }

    private static List<Choice> options(Fact fact) {
        if (fact.kind() == Fact.Kind.YES_NO) {
            return List.of(
                    Choice.of("true", RuleWords.word(fact.name(), "true")),
                    Choice.of("false", RuleWords.word(fact.name(), "false")));
        }
        return fact.words().stream()
                .map(word -> Choice.of(word, RuleWords.word(fact.name(), word)))
                .toList();
    }

    private static String direction(String name) {
        return PAST.contains(name) ? "past" : "future";
    }

    private Optional<Object> read(Fact fact, List<String> typed) {
        var text = typed.getFirst();
        return switch (fact.kind()) {
            case DATE -> day(text, fact.name()).map(day -> day);
            case YES_NO ->
                switch (text) {
                    case "true" -> Optional.of(Boolean.TRUE);
                    case "false" -> Optional.of(Boolean.FALSE);
                    default -> Optional.empty();
                };
            case WHOLE_NUMBER -> WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
            case NUMBER -> {
                var plain = text.replaceAll("[\\s\\u00a0]", "");
                yield DECIMAL.matcher(plain).matches()
                        ? Optional.of(new BigDecimal(plain.replace(',', '.')))
                        : Optional.empty();
            }
            case WORD -> fact.words().contains(text) ? Optional.of(text) : Optional.empty();
            case WORDS -> {
                var words = typed.stream()
                        .flatMap(one -> Arrays.stream(one.split(",")))
                        .distinct()
                        .toList();
                yield fact.words().containsAll(words)
                        ? Optional.of(
                                fact.words().stream().filter(words::contains).toList())
                        : Optional.empty();
            }
        };
    }

    private Optional<LocalDate> day(String typed, String name) {
        return switch (StaffDate.read(typed, StaffDate.directionOf(direction(name)), Side.FROM, today)) {
            case Reading.Day day -> Optional.of(day.date());
            case Reading.Period period -> Optional.empty();
            case Reading.NotUnderstood n -> Optional.empty();
        };
    }

    private static Object shown(Fact fact, Object value) {
        return switch (fact.kind()) {
            case DATE, WORD, WORDS, WHOLE_NUMBER -> value;
            case YES_NO -> fact.required() ? value.toString() : value;
            case NUMBER -> ((BigDecimal) value).toPlainString().replace('.', ',');
        };
    }
}
