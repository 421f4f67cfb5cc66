package no.innvei.worklist.domain;

import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import no.innvei.worklist.api.MyDay.When;

/** The days Min dag is made of, seen from today. */
public record Week(LocalDate today) {

    public static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** How far ahead Min dag looks. */
    private static final int WEEKS_AHEAD = 8;

    /** A register item that has not been answered is a task from this many days before its deadline. */
    private static final int UNANSWERED_DAYS = 14;

    public LocalDate sunday() {
        return today.with(TemporalAdjusters.nextOrSame(SUNDAY));
    }

    public LocalDate horizon() {
        return today.plusWeeks(WEEKS_AHEAD);
    }

    public LocalDate unansweredBy() {
        return today.plusDays(UNANSWERED_DAYS);
    }

    public When of(LocalDate deadline) {
        if (!deadline.isAfter(today)) {
            return When.NOW;
        }
        return deadline.isAfter(sunday()) ? When.LATER : When.THIS_WEEK;
    }
}
