package no.innvei.web.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** How dates, times and numbers are written (ux.md section 13), with non-breaking spaces. */
public final class NorwegianFormat {

    private static final char NBSP = '\u00a0';
    private static final int MONEY_DECIMALS = 2;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private static final String[] DAYS_NB = {"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"};
    private static final String[] DAYS_NN = {"måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"};
    private static final String[] MONTHS = {
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember"
    };

    /** 23.11.2026 */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** mandag */
    public static String weekday(LocalDate date, Locale locale) {
        return (isNynorsk(locale) ? DAYS_NN : DAYS_NB)[date.getDayOfWeek().getValue() - 1];
    }

    /** ma. 23.11.2026 */
    public static String shortDay(LocalDate date, Locale locale) {
        return weekday(date, locale).substring(0, 2) + "." + NBSP + date(date);
    }

    /** mandag 23.11.2026 */
    public static String longDay(LocalDate date, Locale locale) {
        return weekday(date, locale) + " " + date(date);
    }

    /** mandag 23. november 2026 */
    public static String spelledDay(LocalDate date, Locale locale) {
        return weekday(date, locale) + " " + date.getDayOfMonth() + "." + NBSP + MONTHS[date.getMonthValue() - 1] + NBSP
                + date.getYear();
    }

    /** uke 48 */
    public static String week(LocalDate date, Locale locale) {
        return (isNynorsk(locale) ? "veke" : "uke") + NBSP + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** 08.41, Norwegian time */
    public static String time(Instant instant) {
        return TIME.format(ZonedDateTime.ofInstant(instant, OSLO));
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OSLO);
    }

    /** 1 180 */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', NBSP);
    }

    /** 1 180,96; decimals as many as the number has, except that trailing zeros are left out where they are no amount of money. */
    public static String decimal(BigDecimal number) {
        var shown = number.scale() == MONEY_DECIMALS ? number : number.stripTrailingZeros();
        var plain = shown.abs().toPlainString().split("\\.");
        return (shown.signum() < 0 ? "−" : "")
                + number(Long.parseLong(plain[0]))
                + (plain.length > 1 ? "," + plain[1] : "");
    }

    /** 37,5 t */
    public static String hours(long minutes) {
        long tenths = Math.round(minutes / 6.0);
        var written = number(tenths / 10) + (tenths % 10 == 0 ? "" : "," + tenths % 10);
        return written + NBSP + "t";
    }

    static Object value(Object value) {
        return switch (value) {
            case null -> "–";
            case LocalDate date -> date(date);
            case Instant instant -> date(dayOf(instant)) + " kl." + NBSP + time(instant);
            case Integer number -> number(number);
            case Long number -> number(number);
            default -> value;
        };
    }

    static boolean isNynorsk(Locale locale) {
        return locale.getLanguage().equals("nn");
    }

    private NorwegianFormat() {}
}
