package no.innvei.kernel.rules;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountingTest {

    @Test
    void a_period_contains_the_day_it_starts_with() {
        assertEquals(parse("2027-08-29"), Counting.lastDayOfPeriod(parse("2026-08-30"), 12));
        assertEquals(parse("2026-12-31"), Counting.lastDayOfPeriod(parse("2026-01-01"), 12));
        assertEquals(
                parse("2028-02-28"),
                Counting.lastDayOfPeriod(parse("2027-03-01"), 12).minusDays(1));
    }

    @Test
    void a_limit_from_an_event_ends_on_the_same_day_number_or_the_last_of_a_shorter_month() {
        assertEquals(parse("2026-08-20"), Counting.monthsFrom(parse("2026-05-20"), 3));
        assertEquals(parse("2027-02-28"), Counting.monthsFrom(parse("2026-11-30"), 3));
        assertEquals(parse("2028-02-29"), Counting.monthsFrom(parse("2027-11-30"), 3));
    }

    @Test
    void a_limit_in_weeks_ends_on_the_same_weekday() {
        assertEquals(parse("2026-12-15"), Counting.weeksFrom(parse("2026-11-24"), 3));
    }

    @Test
    void an_age_is_reached_on_the_birthday_and_not_the_day_before() {
        assertEquals(17, Counting.age(parse("2008-05-10"), parse("2026-05-09")));
        assertEquals(18, Counting.age(parse("2008-05-10"), parse("2026-05-10")));
    }

    @Test
    void someone_born_on_29_february_gets_a_year_older_on_1_march_in_other_years() {
        assertEquals(17, Counting.age(parse("2008-02-29"), parse("2026-02-28")));
        assertEquals(18, Counting.age(parse("2008-02-29"), parse("2026-03-01")));
        assertEquals(19, Counting.age(parse("2008-02-29"), parse("2028-02-28")));
        assertEquals(20, Counting.age(parse("2008-02-29"), parse("2028-02-29")));
    }

    @Test
    void two_years_are_completed_on_the_anniversary() {
        assertEquals(parse("2026-03-01"), Counting.anniversary(parse("2024-02-29"), 2));
        assertEquals(parse("2028-02-28"), Counting.anniversary(parse("2026-02-28"), 2));
        assertEquals(parse("2026-06-15"), Counting.anniversary(parse("2024-06-15"), 2));
    }

    @Property
    void nobody_grows_younger_and_the_age_changes_on_the_anniversary_only(
            @ForAll @IntRange(min = 0, max = 30_000) int born, @ForAll @IntRange(min = 0, max = 30_000) int later) {
        var bornOn = LocalDate.of(1940, 1, 1).plusDays(born);
        var on = bornOn.plusDays(later);

        assertTrue(Counting.age(bornOn, on.plusDays(1)) >= Counting.age(bornOn, on));
        int age = Counting.age(bornOn, on);
        assertFalse(Counting.anniversary(bornOn, age).isAfter(on));
        assertTrue(Counting.anniversary(bornOn, age + 1).isAfter(on));
    }
}
