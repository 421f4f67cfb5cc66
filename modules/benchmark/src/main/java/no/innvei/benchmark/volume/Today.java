package no.innvei.benchmark.volume;

import java.time.LocalDate;

/** The last day anything happened, and moments of days before it. */
record Today(LocalDate date) {

    private static final long HOUR = 3_600L * 1_000_000L;
    private static final long DAY = 24 * HOUR;

    int day() {
        return (int) date.toEpochDay();
    }

    /** In working hours of the day, never after {@link #last}. */
    long moment(Dice dice, int day) {
        return Math.min(last(), day * DAY + 7 * HOUR + dice.below(7 * 3600) * 1_000_000L);
    }

    /** The first hour of the day: nothing is written later, so nothing lies in the future of whoever loads at breakfast. */
    long last() {
        return day() * DAY + HOUR;
    }

    int notAfter(int day) {
        return Math.min(day, day());
    }
}
