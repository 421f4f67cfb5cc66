package no.innvei.kernel.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

    private final Map<String, Object> given;

    /** @param known the facts the rule asks for */
    public Facts(List<Fact> known, Map<String, Object> given) {
        var unknown = new TreeSet<>(given.keySet());
        var missing = new TreeSet<String>();
        for (var fact : known) {
            unknown.remove(fact.name());
            if (fact.required() && given.get(fact.name()) == null) {
                missing.add(fact.name());
            }
        }
        if (!unknown.isEmpty()) {
            throw new RefusedFacts("unknown fact " + String.join(", ", unknown), unknown);
        }
        if (!missing.isEmpty()) {
            throw new RefusedFacts("missing fact " + String.join(", ", missing), missing);
        }
        this.given = given;
    }

    public LocalDate date(String name) {
        return optionalDate(name).orElseThrow(() -> missing(name));
    }

    public Optional<LocalDate> optionalDate(String name) {
        return switch (given.get(name)) {
            case null -> Optional.empty();
            case LocalDate day -> Optional.of(day);
            case String text -> {
                try {
                    yield Optional.of(LocalDate.parse(text));
                } catch (DateTimeParseException malformed) {
                    throw malformed(name, "a date written year-month-day");
                }
            }
            default -> throw malformed(name, "a date written year-month-day");
        };
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
        return switch (given.get(name)) {
            case null -> Optional.empty();
            case Number number -> {
                BigDecimal exact;
                try {
                    exact = new BigDecimal(number.toString());
                } catch (NumberFormatException malformed) {
                    throw malformed(name, "a number");
                }
                if (exact.signum() < 0) {
                    throw malformed(name, "zero or more");
                }
                yield Optional.of(exact);
            }
            default -> throw malformed(name, "a number");
        };
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

    private static IllegalArgumentException missing(String name) {
        return new RefusedFacts("missing fact " + name, List.of(name));
    }

    private static IllegalArgumentException malformed(String name, String expected) {
        return new RefusedFacts("malformed fact " + name + ": must be " + expected, List.of(name));
    }
}
