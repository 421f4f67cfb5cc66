package no.innvei.it.frontdoor;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Dates as staff write them in full. */
final class Norwegian {

    static String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day);
    }

    private Norwegian() {}
}
