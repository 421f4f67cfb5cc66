package no.innvei.worklist.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What someone typed in the search box, understood: beginnings of name words in any order, and at most one birth date.
 *
 * @param tokens normalised beginnings; a person matches when each begins one of her name tokens
 * @param bornOn {@code null} when no date was typed
 * @param hopeless something was typed that nobody can match, such as punctuation alone or two dates
 */
public record Search(List<String> tokens, LocalDate bornOn, boolean hopeless) {

    /** More words than any name has are ignored, so that the statement has a largest size. */
    public static final int MOST_TOKENS = 8;

    public static final Search EVERYONE = new Search(List.of(), null, false);

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern IDENTIFIER = Pattern.compile("\\d{11,12}");
    private static final Pattern IDENTIFIER_NOISE = Pattern.compile("[\\s\\u00a0.-]");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})");
    private static final Pattern PACKED = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    public Search {
        tokens = List.copyOf(tokens);
    }

    /**
     * @param typed {@code null} or blank = everyone
     * @param normalise one typed word to its name tokens, as the names themselves were stored
     */
    public static Search of(String typed, LocalDate today, Function<String, List<String>> normalise) {
        if (typed == null || typed.isBlank()) {
            return EVERYONE;
        }
        var tokens = new ArrayList<String>();
        LocalDate bornOn = null;
        boolean hopeless = false;
        for (String word : SPACE.split(typed.strip())) {
            var date = birthDate(word, today);
            if (date.isPresent()) {
                hopeless |= bornOn != null && !bornOn.equals(date.get());
                bornOn = date.get();
            } else {
                normalise.apply(word).stream().filter(t -> !t.isEmpty()).forEach(tokens::add);
            }
        }
        hopeless |= tokens.isEmpty() && bornOn == null;
        return new Search(tokens.stream().distinct().limit(MOST_TOKENS).toList(), bornOn, hopeless);
    }

    /** The digits of a complete identity number, when that is what was typed; spaces, points and hyphens may stand between them. */
    public static Optional<String> identifier(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var digits = IDENTIFIER_NOISE.matcher(typed).replaceAll("");
        return IDENTIFIER.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /** {@code 1.2.1990}, {@code 01.02.90}, {@code 01021990}, {@code 010290}, {@code 1990-02-01}; a year of two digits is the last such year. */
    private static Optional<LocalDate> birthDate(String word, LocalDate today) {
        var iso = ISO.matcher(word);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3), today);
        }
        for (var pattern : List.of(DOTTED, PACKED)) {
            var match = pattern.matcher(word);
            if (match.matches()) {
                return date(match.group(3), match.group(2), match.group(1), today);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day, LocalDate today) {
        try {
            if (year.length() == 4) {
                return Optional.of(
                        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
            }
            int century = today.getYear() / 100 * 100;
            var date = LocalDate.of(century + Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(date.isAfter(today) ? date.minusYears(100) : date);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return tokens.size() + " words" + (bornOn == null ? "" : " and a birth date");
    }
}
