package no.innvei.web.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Locale;
import no.innvei.kernel.DateRange;
import no.innvei.web.dates.StaffDate.Direction;
import no.innvei.web.dates.StaffDate.Reading;
import no.innvei.web.dates.StaffDate.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffDateTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Locale NB = Locale.of("nb");
    private static final Locale NN = Locale.of("nn");

    private static Reading read(String typed, Direction direction) {
        return StaffDate.read(typed, direction, Side.FROM, MONDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "1.8, 2026-08-01",
        "01.08., 2026-08-01",
        "1/8, 2026-08-01",
        "010826, 2026-08-01",
        "01082026, 2026-08-01",
        "1/8-26, 2026-08-01",
        "1.8.26, 2026-08-01",
        "1.8.2026, 2026-08-01",
        "2026-08-01, 2026-08-01",
        "24.11, 2025-11-24",
        "23.11, 2026-11-23",
        "29.2, 2024-02-29",
        "150687, 1987-06-15",
        "uke 34, 2026-08-17",
        "u34, 2026-08-17",
        "veke 34, 2026-08-17",
        "Uke 49, 2025-12-01",
        "uke 53, 2020-12-28",
        "uke 34 2024, 2024-08-19",
        "mandag, 2026-11-16",
        "måndag, 2026-11-16",
        "laurdag, 2026-11-21",
        "i dag, 2026-11-23",
        "i går, 2026-11-22"
    })
    void a_field_about_the_past_reads(String typed, LocalDate expected) {
        assertEquals(new Reading.Day(expected), read(typed, Direction.PAST));
    }

    @ParameterizedTest
    @CsvSource({
        "1.8, 2027-08-01",
        "17.5, 2027-05-17",
        "23.11, 2026-11-23",
        "22.11, 2027-11-22",
        "29.2, 2028-02-29",
        "om 3 mnd, 2027-02-23",
        "om 3 mnd., 2027-02-23",
        "om tre månader, 2027-02-23",
        "om 3 måneder, 2027-02-23",
        "+3m, 2027-02-23",
        "om 2 uker, 2026-12-07",
        "om to veker, 2026-12-07",
        "om ei veke, 2026-11-30",
        "om en uke, 2026-11-30",
        "om 5 dagar, 2026-11-28",
        "om 1 år, 2027-11-23",
        "+10v, 2026-12-07",
        "om 10 yrkedagar, 2026-12-07",
        "om 10 virkedager, 2026-12-07",
        "mandag, 2026-11-30",
        "fredag, 2026-11-27",
        "tysdag, 2026-11-24",
        "tir., 2026-11-24",
        "i morgen, 2026-11-24",
        "i morgon, 2026-11-24",
        "uke 48, 2026-11-23",
        "uke 47, 2027-11-22",
        "v. 2, 2027-01-11"
    })
    void a_field_about_the_future_reads(String typed, LocalDate expected) {
        assertEquals(new Reading.Day(expected), read(typed, Direction.FUTURE));
    }

    @Test
    void the_end_of_a_period_reads_a_week_as_its_friday() {
        assertEquals(
                new Reading.Day(LocalDate.of(2026, 8, 21)), StaffDate.read("uke 34", Direction.PAST, Side.TO, MONDAY));
    }

    @Test
    void working_days_step_over_christmas() {
        // 24 December is a Thursday and an ordinary day; 25 December and 1 January are not
        assertEquals(
                new Reading.Day(LocalDate.of(2027, 1, 5)),
                StaffDate.read("+7v", Direction.FUTURE, Side.FROM, LocalDate.of(2026, 12, 23)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.8-15.8, 2026-08-01, 2026-08-15",
        "1.8 – 15.8, 2026-08-01, 2026-08-15",
        "uke 34-37, 2026-08-17, 2026-09-11",
        "veke 34 - veke 37, 2026-08-17, 2026-09-11",
        "1.8.2026-15.8.2026, 2026-08-01, 2026-08-15",
        "20.12-10.1, 2025-12-20, 2026-01-10"
    })
    void a_period_can_be_typed_in_one_field(String typed, LocalDate from, LocalDate to) {
        assertEquals(new Reading.Period(new DateRange(from, to)), read(typed, Direction.PAST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "32.1",
                "30.2",
                "1.13",
                "uke 54",
                "uke 0",
                "snart",
                "om noen uker",
                "2026-02-30",
                "15.8.2026-1.8.2026",
                "1",
                "12345",
                "300299"
            })
    void what_is_not_a_date_is_not_guessed(String typed) {
        assertInstanceOf(Reading.NotUnderstood.class, read(typed, Direction.PAST));
    }

    @Test
    void the_answer_names_weekday_week_and_days_off() {
        assertEquals("lørdag 01.08.2026, helg", StaffDate.answer(LocalDate.of(2026, 8, 1), "1.8", NB));
        assertEquals("laurdag 01.08.2026, helg", StaffDate.answer(LocalDate.of(2026, 8, 1), "1.8", NN));
        assertEquals("mandag 17.08.2026, uke\u00a034", StaffDate.answer(LocalDate.of(2026, 8, 17), "uke 34", NB));
        assertEquals("måndag 17.08.2026, veke\u00a034", StaffDate.answer(LocalDate.of(2026, 8, 17), "veke 34", NN));
        assertEquals("mandag 17.05.2027, helligdag", StaffDate.answer(LocalDate.of(2027, 5, 17), "17.5", NB));
        assertEquals("måndag 17.05.2027, heilagdag", StaffDate.answer(LocalDate.of(2027, 5, 17), "17.5", NN));
        assertEquals("tirsdag 23.02.2027", StaffDate.answer(LocalDate.of(2027, 2, 23), "+3m", NB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"})
    void easter_is_where_the_almanac_has_it(LocalDate sunday) {
        assertEquals(sunday, Holidays.easterSunday(sunday.getYear()));
    }
}
