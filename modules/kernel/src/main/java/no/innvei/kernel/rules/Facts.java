package no.innvei.kernel.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of one case as they came in, read with a complaint that names the field and never repeats its value. Unknown fields and missing
 * required fields are refused at once.
 */
public final class Facts {

    /** More digits than any amount or count of the law has. */
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    private static final int EARLIEST_YEAR = 1000;
    private static final int LARGEST_WHOLE = 100_000;
    private static final int MOST_DECIMALS = 20;
    private static final String A_DATE = "a date written year-month-day";

    private final Map<String, Object> given;

    /**
     * @param known the facts the rule asks for
     * @throws RefusedFacts naming every fact that is unknown, missing or malformed
     */
    public Facts(List<Fact> known, Map<String, Object> given) {
        var unknown = new TreeSet<>(given.keySet());
        var missing = new TreeSet<String>();
        var complaints = new ArrayList<String>();
        var malformed = new ArrayList<String>();
        for (var fact : known) {
            unknown.remove(fact.name());
            var value = given.get(fact.name());
            if (value != null) {
                var expected = expected(fact, value);
                if (expected != null) {
                    malformed.add(fact.name());
                    complaints.add(complaint(fact.name(), expected));
                }
            } else if (fact.required()) {
                missing.add(fact.name());
            }
        }
        if (!missing.isEmpty()) {
            complaints.addFirst("missing fact " + String.join(", ", missing));
        }
        if (!unknown.isEmpty()) {
            complaints.addFirst("unknown fact " + String.join(", ", unknown));
        }
        if (!complaints.isEmpty()) {
            var names = new ArrayList<>(unknown);
            names.addAll(missing);
            names.addAll(malformed);
            throw new RefusedFacts(String.join("; ", complaints), names);
        }
        this.given = given;
    }

    /** What the value should have been; {@code null} when it is. */
    private static String expected(Fact fact, Object value) {
        return switch (fact.kind()) {
            case DATE -> day(value).isPresent() ? null : A_DATE;
            case YES_NO -> value instanceof Boolean ? null : "true or false";
            case NUMBER, WHOLE_NUMBER -> {
                var number = exact(value);
                if (number.isEmpty()) {
                    yield "a number";
                }
                if (number.get().signum() < 0) {
                    yield "zero or more";
                }
                if (number.get().compareTo(LARGEST) > 0 || number.get().scale() > MOST_DECIMALS) {
                    yield "a number of reasonable size";
                }
                if (fact.kind() == Fact.Kind.NUMBER) {
                    yield null;
                }
                if (number.get().stripTrailingZeros().scale() > 0) {
                    yield "a whole number";
                }
                yield number.get().compareTo(BigDecimal.valueOf(LARGEST_WHOLE)) > 0
                        ? "a whole number of at most " + LARGEST_WHOLE
                        : null;
            }
            case WORD -> isWord(fact, value) ? null : "one of " + fact.words();
            case WORDS -> {
                if (!(value instanceof Collection<?> list) || list.isEmpty()) {
                    yield "a list of words";
                }
                yield list.stream().allMatch(word -> isWord(fact, word)) ? null : "words out of " + fact.words();
            }
        };
    }

    private static boolean isWord(Fact fact, Object value) {
        return fact.words().contains(value instanceof Enum<?> word ? word.name() : value);
    }

    /** Four digits for the year, so that no computed day leaves the calendar. */
    private static Optional<LocalDate> day(Object value) {
        if (value instanceof LocalDate day) {
            return Optional.of(day);
        }
        if (!(value instanceof String text) || text.length() != "2026-01-01".length()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < EARLIEST_YEAR ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> exact(Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    public LocalDate date(String name) {
        return optionalDate(name).orElseThrow(() -> missing(name));
    }

    public Optional<LocalDate> optionalDate(String name) {
        var written = given.get(name);
        return written == null
                ? Optional.empty()
                : Optional.of(day(written).orElseThrow(() -> malformed(name, A_DATE)));
    }

    /** Left out means no. */
    public boolean yes(String name) {
        return switch (given.get(name)) {
            case null -> false;
            case Boolean answer -> answer;
            default -> throw malformed(name, "true or false");
        };
    }

    public int integer(String name) {
        return optionalInteger(name).orElseThrow(() -> missing(name));
    }

    public Optional<Integer> optionalInteger(String name) {
        return optionalDecimal(name).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException fraction) {
                throw malformed(name, "a whole number");
            }
        });
    }

    /** Zero or more. */
    public Optional<BigDecimal> optionalDecimal(String name) {
        var written = given.get(name);
        if (written == null) {
            return Optional.empty();
        }
        var exact = exact(written).orElseThrow(() -> malformed(name, "a number"));
        if (exact.signum() < 0) {
            throw malformed(name, "zero or more");
        }
        return Optional.of(exact);
    }

    public <E extends Enum<E>> E word(String name, Class<E> words) {
        return optionalWord(name, words).orElseThrow(() -> missing(name));
    }

    public <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> words) {
        var written = given.get(name);
        return written == null
                ? Optional.empty()
                : Optional.of(find(written, words)
                        .orElseThrow(() -> malformed(name, "one of " + Arrays.toString(words.getEnumConstants()))));
    }

    /** At least one word; each word once, in the order of the enum. */
    public <E extends Enum<E>> Set<E> words(String name, Class<E> words) {
        if (given.get(name) == null) {
            throw missing(name);
        }
        if (!(given.get(name) instanceof Collection<?> list) || list.isEmpty()) {
            throw malformed(name, "a list of words");
        }
        var found = EnumSet.noneOf(words);
        for (Object written : list) {
            found.add(find(written, words)
                    .orElseThrow(() -> malformed(name, "words out of " + Arrays.toString(words.getEnumConstants()))));
        }
        return found;
    }

    private static <E extends Enum<E>> Optional<E> find(Object written, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(written) || word.equals(written))
                .findFirst();
    }

    private static RefusedFacts missing(String name) {
        return new RefusedFacts("missing fact " + name, List.of(name));
    }

    /** For what only the rule can see, in the same words as the rest: {@code expected} continues "must be". */
    public static RefusedFacts malformed(String name, String expected) {
        return new RefusedFacts(complaint(name, expected), List.of(name));
    }

    private static String complaint(String name, String expected) {
        return "malformed fact " + name + ": must be " + expected;
    }
}
