package no.innvei.kernel.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NorwegianHolidaysTest {

    @Test
    void the_public_holidays_of_2027_are_the_twelve_of_the_calendar() {
        var year = LocalDate.of(2027, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .filter(NorwegianHolidays::isHoliday)
                .map(LocalDate::toString)
                .toList();

        // Whit Monday 2027 is 17 May, so twelve names fall on eleven days
        assertEquals(
                List.of(
                        "2027-01-01",
                        "2027-03-25",
                        "2027-03-26",
                        "2027-03-28",
                        "2027-03-29",
                        "2027-05-01",
                        "2027-05-06",
                        "2027-05-16",
                        "2027-05-17",
                        "2027-12-25",
                        "2027-12-26"),
                year);
    }

    @Test
    void easter_is_found_in_years_where_it_is_early_late_and_exceptional() {
        assertEquals(LocalDate.of(2008, 3, 23), NorwegianHolidays.easterSunday(2008));
        assertEquals(LocalDate.of(2038, 4, 25), NorwegianHolidays.easterSunday(2038));
        assertEquals(LocalDate.of(1981, 4, 19), NorwegianHolidays.easterSunday(1981));
        assertEquals(LocalDate.of(2026, 4, 5), NorwegianHolidays.easterSunday(2026));
    }

    @Test
    void christmas_eve_and_new_years_eve_are_working_days() {
        assertTrue(NorwegianHolidays.isWorkingDay(LocalDate.of(2026, 12, 24)));
        assertTrue(NorwegianHolidays.isWorkingDay(LocalDate.of(2026, 12, 31)));
        assertFalse(NorwegianHolidays.isWorkingDay(LocalDate.of(2026, 12, 25)));
    }

    @Test
    void a_day_off_moves_to_the_next_working_day_and_a_working_day_stays() {
        assertEquals(
                LocalDate.of(2026, 4, 7),
                NorwegianHolidays.sameOrNextWorkingDay(LocalDate.of(2026, 4, 2))); // over Easter
        assertEquals(LocalDate.of(2026, 11, 24), NorwegianHolidays.sameOrNextWorkingDay(LocalDate.of(2026, 11, 24)));
    }

    @Test
    void working_days_are_counted_over_weekends_and_holidays() {
        assertEquals(LocalDate.of(2027, 9, 14), NorwegianHolidays.workingDaysAfter(LocalDate.of(2027, 8, 29), 12));
        assertEquals(LocalDate.of(2026, 12, 28), NorwegianHolidays.workingDaysAfter(LocalDate.of(2026, 12, 24), 1));
        assertEquals(LocalDate.of(2026, 12, 24), NorwegianHolidays.workingDaysAfter(LocalDate.of(2026, 12, 24), 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> NorwegianHolidays.workingDaysAfter(LocalDate.of(2026, 12, 24), -1));
    }

    @Property
    void more_working_days_never_end_earlier_and_always_on_a_working_day(
            @ForAll @IntRange(min = 0, max = 20_000) int day, @ForAll @IntRange(min = 1, max = 60) int count) {
        var from = LocalDate.of(2000, 1, 1).plusDays(day);
        var found = NorwegianHolidays.workingDaysAfter(from, count);

        assertTrue(NorwegianHolidays.isWorkingDay(found));
        assertTrue(found.isBefore(NorwegianHolidays.workingDaysAfter(from, count + 1)));
        assertEquals(
                count,
                from.plusDays(1)
                        .datesUntil(found.plusDays(1))
                        .filter(NorwegianHolidays::isWorkingDay)
                        .count());
    }

    /** Another algorithm, the one of Gauss, with its constants for each century. */
    @Test
    void easter_is_the_same_by_another_reckoning_for_five_centuries() {
        int[][] centuries = {{1800, 23, 4}, {1900, 24, 5}, {2000, 24, 5}, {2100, 24, 6}, {2200, 25, 0}};
        for (var century : centuries) {
            for (int year = century[0]; year < century[0] + 100; year++) {
                int d = (19 * (year % 19) + century[1]) % 30;
                int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + century[2]) % 7;
                var easter = java.time.LocalDate.of(year, 3, 22).plusDays(d + e);
                if (d == 29 && e == 6 || d == 28 && e == 6 && year % 19 > 10) {
                    easter = easter.minusDays(7);
                }
                assertEquals(easter, NorwegianHolidays.easterSunday(year));
            }
        }
    }
}
