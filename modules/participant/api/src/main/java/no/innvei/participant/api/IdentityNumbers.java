package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.Optional;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

/** Reads identity numbers as people type them: with spaces, or without. The server's answer is the only one that counts. */
public final class IdentityNumbers {

    private final boolean syntheticAllowed;
    private final int currentYear;

    /**
     * @param syntheticAllowed whether the profile accepts made-up numbers (month + 80); they are refused in production
     * @param currentYear no DUF number is from a later year
     */
    public IdentityNumbers(boolean syntheticAllowed, int currentYear) {
        this.syntheticAllowed = syntheticAllowed;
        this.currentYear = currentYear;
    }

    /** What became of a typed number. */
    public sealed interface Reading {

        /** @param doubtful the check digits of a DUF number do not agree: ask the reader to look again, but go on */
        record Good(PersonIdentifier identifier, boolean doubtful) implements Reading {}

        record Wrong(IdentityProblem problem) implements Reading {}
    }

    public Reading read(IdentifierKind kind, String typed) {
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f.-]", "");
        var problem = switch (kind) {
            case NATIONAL_ID -> personNumberProblem(digits, 0);
            case D_NUMBER -> personNumberProblem(digits, ElevenDigits.D_NUMBER_DAYS);
            case DUF_NUMBER -> dufProblem(digits);
        };
        if (problem.isPresent()) {
            return new Reading.Wrong(problem.get());
        }
        boolean doubtful = kind == IdentifierKind.DUF_NUMBER && !new DufNumber(digits).checkDigitsAgree();
        return new Reading.Good(new PersonIdentifier(kind, digits), doubtful);
    }

    /** Reads a field that may hold either a fødselsnummer or a D-number; the first digit tells which. */
    public Reading readEither(String typed) {
        var reading = read(IdentifierKind.NATIONAL_ID, typed);
        return reading instanceof Reading.Wrong wrong && wrong.problem() == IdentityProblem.OTHER_KIND
                ? read(IdentifierKind.D_NUMBER, typed)
                : reading;
    }

    /** Whether the number's day, month and year agree with the birth date; always true for a DUF number, which has none. */
    public static boolean fitsBirthDate(PersonIdentifier identifier, LocalDate bornOn) {
        return switch (identifier.kind()) {
            case NATIONAL_ID -> new NationalId(identifier.value()).fitsBirthDate(bornOn);
            case D_NUMBER -> new DNumber(identifier.value()).fitsBirthDate(bornOn);
            case DUF_NUMBER -> true;
        };
    }

    private Optional<IdentityProblem> personNumberProblem(String digits, int daysAdded) {
        var problem = ElevenDigits.problemOf(digits, daysAdded);
        return problem.isEmpty() && !syntheticAllowed && ElevenDigits.synthetic(digits)
                ? Optional.of(IdentityProblem.SYNTHETIC)
                : problem;
    }

    private Optional<IdentityProblem> dufProblem(String digits) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(IdentityProblem.NOT_DIGITS);
        }
        if (digits.length() != 12) {
            return Optional.of(IdentityProblem.LENGTH);
        }
        int year = Integer.parseInt(digits.substring(0, 4));
        return year < DufNumber.FIRST_YEAR || year > currentYear ? Optional.of(IdentityProblem.YEAR) : Optional.empty();
    }
}
