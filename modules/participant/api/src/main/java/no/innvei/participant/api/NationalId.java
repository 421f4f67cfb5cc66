package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.Objects;

/** A number from the population register (fødselsnummer), check digits verified. It identifies a person, so it is masked wherever it is printed. */
public record NationalId(String value) {

    public NationalId {
        Objects.requireNonNull(value, "identity number");
        if (ElevenDigits.problemOf(value, 0).isPresent()) {
            throw new IllegalArgumentException("not a national id");
        }
    }

    /** Made up for test and demonstration: the month is raised by 80. */
    public boolean synthetic() {
        return ElevenDigits.synthetic(value);
    }

    /** Whether day, month and two-digit year are those of {@code day}; the number does not tell the century. */
    public boolean fitsBirthDate(LocalDate day) {
        return ElevenDigits.birthDigits(value, 0)
                == day.getDayOfMonth() * 10_000 + day.getMonthValue() * 100 + day.getYear() % 100;
    }

    @Override
    public String toString() {
        return "***********";
    }
}
