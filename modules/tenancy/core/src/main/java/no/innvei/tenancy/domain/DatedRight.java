package no.innvei.tenancy.domain;

import java.time.LocalDate;

/** Periods of rights: first and last day included, an open end is {@code null}, and a right withdrawn before it began has an empty period. */
final class DatedRight {

    /** The last day of the period when nothing may reach past {@code lastDay}. */
    static LocalDate shortened(LocalDate from, LocalDate to, LocalDate lastDay) {
        if (to != null && !to.isAfter(lastDay)) {
            return to;
        }
        var dayBefore = from.minusDays(1);
        return lastDay.isBefore(dayBefore) ? dayBefore : lastDay;
    }

    private DatedRight() {}
}
