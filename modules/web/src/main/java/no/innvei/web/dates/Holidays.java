package no.innvei.web.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/** Days off in Norway: Sundays are days off by themselves and not listed here (lov om helligdager § 2, lov om 1 og 17 mai). */
final class Holidays {

    static boolean isHoliday(LocalDate day) {
        if (is(day, Month.JANUARY, 1)
                || is(day, Month.MAY, 1)
                || is(day, Month.MAY, 17)
                || is(day, Month.DECEMBER, 25)
                || is(day, Month.DECEMBER, 26)) {
            return true;
        }
        long afterEaster = day.toEpochDay() - easterSunday(day.getYear()).toEpochDay();
        // Maundy Thursday, Good Friday, both Easter days, Ascension, both days of Pentecost
        return afterEaster == -3
                || afterEaster == -2
                || afterEaster == 0
                || afterEaster == 1
                || afterEaster == 39
                || afterEaster == 49
                || afterEaster == 50;
    }

    static boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !isHoliday(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The Gregorian computus in the form of Meeus, Jones and Butcher. */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int month = (h + l - 7 * m + 90) / 25;
        int day = (h + l - 7 * m + 33 * month + 19) % 32;
        return LocalDate.of(year, month, day);
    }

    private static boolean is(LocalDate day, Month month, int dayOfMonth) {
        return day.getMonth() == month && day.getDayOfMonth() == dayOfMonth;
    }

    private Holidays() {}
}
