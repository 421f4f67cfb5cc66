package no.innvei.web.dates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import no.innvei.web.text.NorwegianFormat;

/**
 * How near a deadline is, in words (ux.md section 6). Weeks and months are whole ones, so that the words never promise more time than there is.
 *
 * @param level {@code over}, {@code snart}, {@code god} or {@code ok}
 */
public record DeadlineWords(String level, String icon, String text) {

    private static final int SOON_DAYS = 3;
    private static final int LAST_DAY_IN_DAYS = 14;
    private static final int LAST_DAY_IN_WEEKS = 56;

    public static DeadlineWords of(LocalDate deadline, LocalDate today, Locale locale) {
        boolean nynorsk = locale.getLanguage().equals("nn");
        long days = ChronoUnit.DAYS.between(today, deadline);
        if (days < 0) {
            return new DeadlineWords(
                    "over", "octagon", count(-days, "dag", nynorsk ? "dagar" : "dager") + " over fristen");
        }
        var text = ahead(days, deadline, today, nynorsk);
        return days <= SOON_DAYS
                ? new DeadlineWords("snart", "clock", text)
                : new DeadlineWords("god", "calendar", text);
    }

    public static DeadlineWords met(LocalDate on) {

        return new DeadlineWords("ok", "tick-circle", "fullført " + NorwegianFormat.date(on));
    }

    private static String ahead(long days, LocalDate deadline, LocalDate today, boolean nynorsk) {
        if (days == 0) {
            return "i dag";
        }
        if (days == 1) {
            return nynorsk ? "i morgon" : "i morgen";
        }
        if (days <= LAST_DAY_IN_DAYS) {
            return "om " + count(days, "dag", nynorsk ? "dagar" : "dager");
        }
        if (days <= LAST_DAY_IN_WEEKS) {
            return "om " + count(days / 7, nynorsk ? "veke" : "uke", nynorsk ? "veker" : "uker");
        }
        long months = Math.max(1, ChronoUnit.MONTHS.between(today, deadline));
        return "om " + count(months, nynorsk ? "månad" : "måned", nynorsk ? "månader" : "måneder");
    }

    private static String count(long count, String one, String many) {
        return NorwegianFormat.number(count) + '\u00a0' + (count == 1 ? one : many);
    }

    public String getLevel() {
        return level;
    }

    public String getIcon() {
        return icon;
    }

    public String getText() {
        return text;
    }
}
