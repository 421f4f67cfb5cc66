package no.innvei.participant.api;

import static no.innvei.participant.api.PersonIdentifier.IdentifierKind.NATIONAL_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import no.innvei.participant.api.IdentityNumbers.Reading;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

class IdentityNumbersPropertyTest {

    private static final IdentityNumbers NUMBERS = new IdentityNumbers(true, 2026);

    @Property
    void one_wrong_digit_never_passes_as_the_same_series(
            @ForAll @IntRange(max = 36_000) int day,
            @ForAll @IntRange(max = 999) int serial,
            @ForAll @IntRange(max = 10) int at,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        var number = numberFor(LocalDate.of(1930, 1, 1).plusDays(day), serial);
        Assume.that(number != null);
        assertInstanceOf(Reading.Good.class, NUMBERS.read(NATIONAL_ID, number));

        var digits = number.toCharArray();
        digits[at] = (char) ('0' + (digits[at] - '0' + change) % 10);
        var reading = NUMBERS.read(NATIONAL_ID, new String(digits));

        // the second check digit alone catches every single wrong digit
        assertInstanceOf(Reading.Wrong.class, reading);
    }

    @Property
    void birth_date_and_number_agree_for_every_day(
            @ForAll @IntRange(max = 36_000) int day, @ForAll @IntRange(max = 999) int serial) {
        var bornOn = LocalDate.of(1930, 1, 1).plusDays(day);
        var number = numberFor(bornOn, serial);
        Assume.that(number != null);
        var identifier = new PersonIdentifier(NATIONAL_ID, number);
        assertEquals(true, IdentityNumbers.fitsBirthDate(identifier, bornOn));
        assertEquals(false, IdentityNumbers.fitsBirthDate(identifier, bornOn.plusDays(1)));
    }

    @Property
    void whatever_is_typed_gets_an_answer(@ForAll @StringLength(max = 40) String typed, @ForAll IdentifierKind kind) {
        switch (NUMBERS.read(kind, typed)) {
            case Reading.Good good -> assertEquals(kind, good.identifier().kind());
            case Reading.Wrong wrong ->
                assertEquals(false, wrong.problem().name().isEmpty());
        }
    }

    private static String numberFor(LocalDate bornOn, int serial) {
        var nine = "%02d%02d%02d%03d"
                .formatted(bornOn.getDayOfMonth(), bornOn.getMonthValue() + 80, bornOn.getYear() % 100, serial);
        try {
            return SyntheticNumbers.withCheckDigits(nine);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
