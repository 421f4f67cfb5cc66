package no.innvei.registersimulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The form of identity numbers: birth day and the two check digits of fødselsnummer and D-number, and twelve digits that begin with a year for a
 * DUF number. Months of synthetic people are 80 higher. The first check digit may be 0 to 3, as for numbers issued from 2032.
 */
final class IdentityNumber {

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    /** Whether {@code number} has the form of {@code kind}: FNR, DNR or DUF. */
    static boolean wellFormed(String kind, String number) {
        return switch (kind) {
            case "FNR" -> national(number, 0);
            case "DNR" -> national(number, 40);
            case "DUF" -> number.matches("(199|20\\d)\\d{9}");
            default -> false;
        };
    }

    /** Day and month of birth written in a fødselsnummer or D-number, in the year {@code bornOn} says; empty when there is no such day. */
    static Optional<LocalDate> birthday(String kind, String number, LocalDate bornOn) {
        int day = Integer.parseInt(number.substring(0, 2)) - ("DNR".equals(kind) ? 40 : 0);
        int month = Integer.parseInt(number.substring(2, 4)) % 80;
        int year = Integer.parseInt(number.substring(4, 6));
        if (bornOn.getYear() % 100 != year) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(bornOn.getYear(), month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** All but the first six digits hidden, as on every page. */
    static String masked(String number) {
        return number.substring(0, Math.min(6, number.length())) + " •••••";
    }

    private static boolean national(String number, int addedToDay) {
        if (!number.matches("\\d{11}")) {
            return false;
        }
        int day = Integer.parseInt(number.substring(0, 2)) - addedToDay;
        int month = Integer.parseInt(number.substring(2, 4)) % 80;
        return day >= 1
                && day <= 31
                && month >= 1
                && month <= 12
                && sum(number, FIRST) <= 3
                && sum(number, SECOND) == 0;
    }

    private static int sum(String number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (number.charAt(i) - '0');
        }
        return sum % 11;
    }

    private IdentityNumber() {}
}
