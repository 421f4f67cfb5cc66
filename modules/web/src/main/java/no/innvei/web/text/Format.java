package no.innvei.web.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;

/** {@link NorwegianFormat} for pages, as {@code #{fmt.…}}; an unknown value is written as a dash. */
@Named("fmt")
@ApplicationScoped
public class Format {

    private static final String UNKNOWN = "–";

    /** Fills {@code {0}}, {@code {1}} … of a text from a bundle. */
    public String text(String text, Object... values) {
        return Texts.format(text, values);
    }

    public String date(LocalDate date) {
        return date == null ? UNKNOWN : NorwegianFormat.date(date);
    }

    public String shortDay(LocalDate date) {
        return date == null ? UNKNOWN : NorwegianFormat.shortDay(date, RequestLanguage.current());
    }

    public String longDay(LocalDate date) {
        return date == null ? UNKNOWN : NorwegianFormat.longDay(date, RequestLanguage.current());
    }

    /** With a capital, as the first line of a page. */
    public String spelledDay(LocalDate date) {
        var text = NorwegianFormat.spelledDay(date, RequestLanguage.current());
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    public String week(LocalDate date) {
        return NorwegianFormat.week(date, RequestLanguage.current());
    }

    public String day(Instant instant) {
        return instant == null ? UNKNOWN : NorwegianFormat.date(NorwegianFormat.dayOf(instant));
    }

    public String time(Instant instant) {
        return instant == null ? UNKNOWN : NorwegianFormat.time(instant);
    }

    public String number(Long number) {
        return number == null ? UNKNOWN : NorwegianFormat.number(number);
    }

    public String hours(Integer minutes) {
        return minutes == null ? UNKNOWN : NorwegianFormat.hours(minutes);
    }
}
