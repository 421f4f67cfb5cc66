package no.innvei.web.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, over, 3 dager over fristen, 3 dagar over fristen",
        "2026-11-22, over, 1 dag over fristen, 1 dag over fristen",
        "2026-11-23, snart, i dag, i dag",
        "2026-11-24, snart, i morgen, i morgon",
        "2026-11-26, snart, om 3 dager, om 3 dagar",
        "2026-11-27, god, om 4 dager, om 4 dagar",
        "2026-12-07, god, om 14 dager, om 14 dagar",
        "2026-12-08, god, om 2 uker, om 2 veker",
        "2026-12-14, god, om 3 uker, om 3 veker",
        "2027-01-18, god, om 8 uker, om 8 veker",
        "2027-01-19, god, om 1 måned, om 1 månad",
        "2027-04-23, god, om 5 måneder, om 5 månader"
    })
    void a_deadline_is_said_in_both_written_forms(LocalDate deadline, String level, String nb, String nn) {
        var bokmal = DeadlineWords.of(deadline, TODAY, Locale.of("nb"));
        assertEquals(level, bokmal.level());
        assertEquals(nb, bokmal.text().replace('\u00a0', ' '));
        assertEquals(
                nn, DeadlineWords.of(deadline, TODAY, Locale.of("nn")).text().replace('\u00a0', ' '));
    }

    @Test
    void a_met_deadline_says_when() {
        assertEquals(
                "fullført 19.05.2026",
                DeadlineWords.met(LocalDate.of(2026, 5, 19)).text());
    }
}
