package no.innvei.kernel.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Public holidays and working days (virkedager) in Norway. A working day is Monday to Friday that is not a public holiday; 24 and 31 December
 * are working days.
 */
public final class NorwegianHolidays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday. */
    private static final Set<Long> FROM_EASTER = Set.of(-3L, -2L, 0L, 1L, 39L, 49L, 50L);

    public static boolean isHoliday(LocalDate day) {
        return FIXED.contains(MonthDay.from(day))
                || FROM_EASTER.contains(
                        day.toEpochDay() - easterSunday(day.getYear()).toEpochDay());
    }

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** The day itself when it is a working day, otherwise the first working day after it. */
    public static LocalDate sameOrNextWorkingDay(LocalDate day) {
        var found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /**
     * The {@code count}-th working day after {@code day}; {@code day} itself when the count is zero.
     *
     * @throws IllegalArgumentException when the count is negative
     */
    public static LocalDate workingDaysAfter(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("working days " + count);
        }
        var found = day;
        for (int counted = 0; counted < count; ) {
            found = found.plusDays(1);
            if (isWorkingDay(found)) {
                counted++;
            }
        }
        return found;
    }

    /** Gregorian calendar, the anonymous algorithm of 1876 (Meeus, Jones, Butcher). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }

    private NorwegianHolidays() {}
}
