package no.innvei.participant.api;

import java.util.Optional;

/**
 * What fødselsnummer and D-number have in common: {@code DDMMYY iii kk} and two check digits.
 *
 * <p>Numbers given from 2032 may have 0, 1, 2 or 3 as the remainder of the first check; nobody changes number, so both kinds live side by side
 * and all four are accepted now. The digits are never asked for century or gender.
 */
final class ElevenDigits {

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int HIGHEST_FIRST_REMAINDER = 3;
    private static final int SYNTHETIC_MONTHS = 80;
    private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static final int D_NUMBER_DAYS = 40;

    static Optional<IdentityProblem> problemOf(String value, int daysAdded) {
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(IdentityProblem.NOT_DIGITS);
        }
        if (value.length() != 11) {
            return Optional.of(value.length() == 10 ? IdentityProblem.LEADING_ZERO_LOST : IdentityProblem.LENGTH);
        }
        boolean looksLikeDNumber = value.charAt(0) >= '4';
        if (looksLikeDNumber != (daysAdded == D_NUMBER_DAYS)) {
            return Optional.of(IdentityProblem.OTHER_KIND);
        }
        int day = number(value, 0) - daysAdded;
        int month = monthOf(value);
        if (month < 1 || month > 12 || day < 1 || day > LONGEST[month - 1]) {
            return Optional.of(IdentityProblem.DATE);
        }
        if (month == 2 && day == 29 && number(value, 4) % 4 != 0) {
            return Optional.of(IdentityProblem.DATE);
        }
        if (remainder(value, FIRST) > HIGHEST_FIRST_REMAINDER || remainder(value, SECOND) != 0) {
            return Optional.of(IdentityProblem.CHECK_DIGITS);
        }
        return Optional.empty();
    }

    static boolean synthetic(String value) {
        return number(value, 2) > SYNTHETIC_MONTHS;
    }

    /** Day, month and two-digit year as a number {@code DDMMYY}, without what D-numbers and synthetic numbers add. */
    static int birthDigits(String value, int daysAdded) {
        return (number(value, 0) - daysAdded) * 10_000 + monthOf(value) * 100 + number(value, 4);
    }

    private static int monthOf(String value) {
        int month = number(value, 2);
        return month > SYNTHETIC_MONTHS ? month - SYNTHETIC_MONTHS : month;
    }

    private static int number(String value, int at) {
        return (value.charAt(at) - '0') * 10 + value.charAt(at + 1) - '0';
    }

    private static int remainder(String value, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (value.charAt(i) - '0');
        }
        return sum % 11;
    }

    private ElevenDigits() {}
}
