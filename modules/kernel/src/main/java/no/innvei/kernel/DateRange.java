package no.innvei.kernel;

import java.time.LocalDate;
import java.util.Objects;

/** Calendar days in Norway, both ends included ("fra og med – til og med"). */
public record DateRange(LocalDate from, LocalDate to) {

    public DateRange {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("range ends (" + to + ") before it starts (" + from + ")");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean overlaps(DateRange other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    public DateRange endingOn(LocalDate lastDay) {
        return new DateRange(from, lastDay);
    }
}
