package no.innvei.participant.api;

import static no.innvei.participant.api.PersonIdentifier.IdentifierKind.DUF_NUMBER;
import static no.innvei.participant.api.PersonIdentifier.IdentifierKind.D_NUMBER;
import static no.innvei.participant.api.PersonIdentifier.IdentifierKind.NATIONAL_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import no.innvei.participant.api.IdentityNumbers.Reading;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumbersTest {

    private static final IdentityNumbers PRODUCTION = new IdentityNumbers(false, 2026);
    private static final IdentityNumbers DEMO = new IdentityNumbers(true, 2026);

    @ParameterizedTest
    @ValueSource(strings = {"02013299997", "30108299920", "20036914700"})
    void numbers_of_the_old_series_are_accepted(String number) {
        assertInstanceOf(Reading.Good.class, PRODUCTION.read(NATIONAL_ID, number));
    }

    @Test
    void a_number_that_is_right_only_by_the_rule_of_2032_is_accepted_now() {
        assertInstanceOf(Reading.Good.class, PRODUCTION.read(NATIONAL_ID, "30108299939"));
    }

    /** All four remainders of the first check digit, as Skatteetaten gives them out from 2032, for both kinds of number. */
    @ParameterizedTest
    @CsvSource({"NATIONAL_ID, 301082999", "D_NUMBER, 701082999"})
    void the_first_check_of_2032_has_four_right_answers_and_the_second_still_one(IdentifierKind kind, String nine) {
        var accepted = new ArrayList<Integer>();
        for (int digits = 0; digits < 100; digits++) {
            var number = nine + "%02d".formatted(digits);
            if (PRODUCTION.read(kind, number) instanceof Reading.Good) {
                accepted.add(SyntheticNumbers.firstRemainder(number));
            }
        }
        assertTrue(accepted.stream().allMatch(remainder -> remainder <= 3), accepted.toString());
        assertTrue(accepted.stream().anyMatch(remainder -> remainder > 0), accepted.toString());
        assertEquals(accepted.stream().distinct().toList(), accepted, "one number for each remainder");
    }

    @Test
    void no_century_is_derived_from_a_number() {
        var number = new NationalId("20036914700");
        assertTrue(number.fitsBirthDate(LocalDate.of(1969, 3, 20)));
        assertTrue(number.fitsBirthDate(LocalDate.of(2069, 3, 20)));
        assertFalse(number.fitsBirthDate(LocalDate.of(1969, 3, 21)));
    }

    @ParameterizedTest
    @CsvSource({
        "30108299921, CHECK_DIGITS",
        "30108299930, CHECK_DIGITS",
        "3010829992, LEADING_ZERO_LOST",
        "301082999200, LENGTH",
        "30108299O20, NOT_DIGITS",
        "31028299920, DATE",
        "29028399920, DATE",
        "30508299920, DATE",
        "70108299920, OTHER_KIND"
    })
    void a_wrong_number_is_told_by_what_is_wrong(String number, IdentityProblem problem) {
        assertEquals(new Reading.Wrong(problem), PRODUCTION.read(NATIONAL_ID, number));
    }

    @Test
    void a_d_number_has_the_day_raised_by_forty() {
        var number = SyntheticNumbers.withCheckDigits("500182123");
        assertInstanceOf(Reading.Good.class, PRODUCTION.read(D_NUMBER, number));
        assertEquals(new Reading.Wrong(IdentityProblem.OTHER_KIND), PRODUCTION.read(NATIONAL_ID, number));
        assertEquals(new Reading.Wrong(IdentityProblem.OTHER_KIND), PRODUCTION.read(D_NUMBER, "02013299997"));
        assertEquals(
                D_NUMBER,
                assertInstanceOf(Reading.Good.class, PRODUCTION.readEither(number))
                        .identifier()
                        .kind());
        assertTrue(new DNumber(number).fitsBirthDate(LocalDate.of(1982, 1, 10)));
    }

    @Test
    void a_made_up_number_belongs_in_demo_and_test_only() {
        var number = SyntheticNumbers.withCheckDigits("149082123");
        assertInstanceOf(Reading.Good.class, DEMO.read(NATIONAL_ID, number));
        assertEquals(new Reading.Wrong(IdentityProblem.SYNTHETIC), PRODUCTION.read(NATIONAL_ID, number));
        assertTrue(new NationalId(number).synthetic());
        assertTrue(new NationalId(number).fitsBirthDate(LocalDate.of(1982, 10, 14)));
    }

    @Test
    void spaces_and_full_stops_are_how_people_write() {
        assertEquals(
                new Reading.Good(new PersonIdentifier(NATIONAL_ID, "20036914700"), false),
                PRODUCTION.read(NATIONAL_ID, " 200369 14700\u00a0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201212345603", "200205705502", "200900595509"})
    void known_duf_numbers_agree_with_their_check_digits(String number) {
        assertEquals(
                new Reading.Good(new PersonIdentifier(DUF_NUMBER, number), false), PRODUCTION.read(DUF_NUMBER, number));
    }

    @Test
    void a_duf_number_with_other_check_digits_is_doubtful_and_not_wrong() {
        assertTrue(assertInstanceOf(Reading.Good.class, PRODUCTION.read(DUF_NUMBER, "201212345604"))
                .doubtful());
    }

    @ParameterizedTest
    @CsvSource({"198912345603, YEAR", "202712345603, YEAR", "20121234560, LENGTH", "2012123456O3, NOT_DIGITS"})
    void a_duf_number_has_twelve_digits_and_a_year_from_1990_to_now(String number, IdentityProblem problem) {
        assertEquals(new Reading.Wrong(problem), PRODUCTION.read(DUF_NUMBER, number));
    }

    @Test
    void nothing_that_is_printed_or_thrown_shows_the_number() {
        for (var kind : IdentifierKind.values()) {
            assertFalse(new PersonIdentifier(kind, "20036914700").toString().contains("2003"));
        }
        assertFalse(new NationalId("20036914700").toString().contains("2003"));
        assertFalse(new DufNumber("201212345603").toString().contains("1234"));
        assertFalse(assertThrows(IllegalArgumentException.class, () -> new NationalId("20036914701"))
                .getMessage()
                .contains("2003"));
        assertFalse(assertThrows(IllegalArgumentException.class, () -> new DufNumber("198936914701"))
                .getMessage()
                .contains("1989"));
    }

    @Test
    void a_masked_number_shows_the_birth_date_or_the_year_and_nothing_more() {
        assertEquals("200369 •••••", new PersonIdentifier(NATIONAL_ID, "20036914700").masked());
        assertEquals("2012 ••••••••", new PersonIdentifier(DUF_NUMBER, "201212345603").masked());
    }
}
