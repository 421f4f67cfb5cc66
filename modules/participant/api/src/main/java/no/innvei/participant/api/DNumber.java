package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.Objects;

/** A number for people without a fødselsnummer: the day is raised by 40 (D-nummer), check digits verified. It identifies a person, so it is masked wherever it is printed. */
public record DNumber(String value) {

    public DNumber {
        Objects.requireNonNull(value, "identity number");
        if (ElevenDigits.problemOf(value, ElevenDigits.D_NUMBER_DAYS).isPresent()) {
            throw new IllegalArgumentException("not a D-number");
        }
    }

    /** Made up for test and demonstration: the month is raised by 80. */
    public boolean synthetic() {
        return ElevenDigits.synthetic(value);
    }

    /** Whether day, month and two-digit year are those of {@code day}; the number does not tell the century. */
    public boolean fitsBirthDate(LocalDate day) {
        return ElevenDigits.birthDigits(value, ElevenDigits.D_NUMBER_DAYS)
                == day.getDayOfMonth() * 10_000 + day.getMonthValue() * 100 + day.getYear() % 100;
    }

    @Override
    public String toString() {
        return "***********";
    }
}
