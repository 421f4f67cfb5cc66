package no.innvei.kernel.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The facts of one case as they came in, read with a complaint that names the field and never repeats its value. Unknown fields and missing
 * required fields are refused at once.
 */
public final class Facts {

    private final Map<String, Object> given;

    /** @param known name of each fact the rule knows, and whether it is required */
    public Facts(Map<String, Boolean> known, Map<String, Object> given) {
        var unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown fact " + String.join(", ", unknown));
        }
        var missing = new TreeSet<String>();
        known.forEach((name, required) -> {
            if (required && given.get(name) == null) {
                missing.add(name);
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("missing fact " + String.join(", ", missing));
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
        if (given.get(name) == null) {
            throw missing(name);
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(given.get(name)) || word.equals(given.get(name)))
                .findFirst()
                .orElseThrow(() -> malformed(name, "one of " + Arrays.toString(words.getEnumConstants())));
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("missing fact " + name);
    }

    private static IllegalArgumentException malformed(String name, String expected) {
        return new IllegalArgumentException("malformed fact " + name + ": must be " + expected);
    }
}
