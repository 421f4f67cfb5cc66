package no.innvei.web.rules;

import java.time.LocalDate;
import java.util.List;
import no.innvei.web.page.Choice;

/**
 * One field of the form: a fact of the rule, or the date to compare with.
 *
 * @param kind which field the page draws: {@code date}, {@code choice} (radio), {@code check}, {@code number}, {@code word} or {@code words}
 * @param value a {@link LocalDate}, what was typed, a word, or a list of words; {@code null} when nothing was given
 * @param error what is wrong and what to do; {@code null} when nothing is
 * @param unit behind a number; {@code null} for none
 * @param direction of a date without a year, {@code past} or {@code future}
 */
public record FactField(
        String id,
        String kind,
        String label,
        String help,
        boolean optional,
        Object value,
        String error,
        List<Choice> options,
        String unit,
        String direction) {

    public FactField {
        options = List.copyOf(options);
    }

    /** For a single checkbox. */
    public boolean checked() {
        return Boolean.TRUE.equals(value);
    }
}
