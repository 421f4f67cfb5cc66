package no.innvei.testkit;

import java.time.LocalDate;
import java.util.Optional;

/** Identity numbers that no real person can have (month + 80), with valid check digits; and DUF numbers. */
public final class SyntheticNumbers {

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] DUF = {4, 6, 3, 2, 4, 6, 3, 2, 7, 5};

    /**
     * A fødselsnummer.
     *
     * @param bornOn 1940 to 2039
     * @param serial 0 to 249; several people may share a birth date
     * @return empty when this serial has no valid check digits; take the next one
     */
    public static Optional<String> nationalId(LocalDate bornOn, boolean female, int serial) {
        return elevenDigits(bornOn.getDayOfMonth(), bornOn, female, serial);
    }

    /** A D-number: as {@link #nationalId}, with 4 added to the first digit. */
    public static Optional<String> dNumber(LocalDate bornOn, boolean female, int serial) {
        return elevenDigits(bornOn.getDayOfMonth() + 40, bornOn, female, serial);
    }

    /**
     * A DUF number.
     *
     * @param year of registration
     * @param serial up to six digits
     */
    public static String dufNumber(int year, int serial) {
        var digits = String.format("%04d%06d", year, serial);
        return digits + String.format("%02d", weighted(digits, DUF) % 11);
    }

    private static Optional<String> elevenDigits(int day, LocalDate bornOn, boolean female, int serial) {
        if (bornOn.getYear() < 1940 || bornOn.getYear() > 2039 || serial < 0 || serial > 249) {
            throw new IllegalArgumentException("birth year or serial out of range");
        }
        // 000 to 499 belong to the 1900s, 500 to 999 to 2000 to 2039; the last of the three digits tells the gender.
        int individual = (bornOn.getYear() < 2000 ? 0 : 500) + serial * 2 + (female ? 0 : 1);
        var nine =
                String.format("%02d%02d%02d%03d", day, bornOn.getMonthValue() + 80, bornOn.getYear() % 100, individual);
        return checkDigit(nine, FIRST).flatMap(ten -> checkDigit(ten, SECOND));
    }

    private static Optional<String> checkDigit(String digits, int[] weights) {
        int check = (11 - weighted(digits, weights) % 11) % 11;
        return check == 10 ? Optional.empty() : Optional.of(digits + check);
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    private SyntheticNumbers() {}
}
