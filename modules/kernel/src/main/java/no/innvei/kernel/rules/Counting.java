package no.innvei.kernel.rules;

import java.time.LocalDate;

/**
 * How the law counts days, months, years and ages. Every rule counts here and nowhere else.
 *
 * <p>Legal source: domstolloven §§ 148–149, directly or by analogy. No limit moves because it ends on a holiday, except where a rule says so.
 */
public final class Counting {

    /** Last day of a period of {@code months} that starts with a day of participation, which is part of it: start plus the months, minus one day. */
    public static LocalDate lastDayOfPeriod(LocalDate firstDay, int months) {
        return firstDay.plusMonths(months).minusDays(1);
    }

    /** Last day inside a limit of {@code months} counted from an event: the day with the same number, or the last day of a shorter month. */
    public static LocalDate monthsFrom(LocalDate event, int months) {
        return event.plusMonths(months);
    }

    /** Last day inside a limit of {@code weeks} counted from an event: the same weekday. */
    public static LocalDate weeksFrom(LocalDate event, int weeks) {
        return event.plusWeeks(weeks);
    }

    /** The day {@code years} are completed; for 29 February 1 March in other years (our reading). "Less than n years" ends the day before. */
    public static LocalDate anniversary(LocalDate day, int years) {
        var found = day.plusYears(years);
        return found.getDayOfMonth() == day.getDayOfMonth() ? found : found.plusDays(1);
    }

    /** Age in whole years on a day: a year of age is reached on the birthday. Negative before the birth. */
    public static int age(LocalDate bornOn, LocalDate on) {
        int years = on.getYear() - bornOn.getYear();
        return anniversary(bornOn, years).isAfter(on) ? years - 1 : years;
    }

    private Counting() {}
}
