package no.innvei.benchmark.volume;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Identity numbers nobody real can have (month + 80), each once in the country: fødselsnummer and D-number with valid check digits, and DUF numbers. Serials of
 * a birth date are given out in turn.
 */
final class Numbers {

    private static final int FIRST_YEAR = 1940;
    private static final int YEARS = 100;
    private static final int SERIALS = 250;
    private static final int D_NUMBER_DAYS = 40;
    private static final int SYNTHETIC_MONTHS = 80;
    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] DUF = {4, 6, 3, 2, 4, 6, 3, 2, 7, 5};

    /** Next serial by kind, day and gender. */
    private final short[] next = new short[2 * 2 * YEARS * 372];

    private final Map<Integer, Integer> dufSerials = new HashMap<>();

    /** {@code null} when this birth date has no number left. */
    String nationalId(LocalDate born, boolean female) {
        return take(born, female, 0);
    }

    /** {@code null} when this birth date has no number left. */
    String dNumber(LocalDate born, boolean female) {
        return take(born, female, D_NUMBER_DAYS);
    }

    String duf(int year) {
        int serial = dufSerials.merge(year, 1, Integer::sum) + 9_999;
        var digits = new char[12];
        write(digits, 0, 4, year);
        write(digits, 4, 6, serial);
        int sum = 0;
        for (int i = 0; i < DUF.length; i++) {
            sum += DUF[i] * (digits[i] - '0');
        }
        write(digits, 10, 2, sum % 11);
        return new String(digits);
    }

    private String take(LocalDate born, boolean female, int addedDays) {
        int year = born.getYear();
        if (year < FIRST_YEAR || year >= FIRST_YEAR + YEARS) {
            throw new IllegalArgumentException("born outside 1940 to 2039");
        }
        int slot = (((year - FIRST_YEAR) * 372 + (born.getMonthValue() - 1) * 31 + born.getDayOfMonth() - 1) * 2
                                + (female ? 0 : 1))
                        * 2
                + (addedDays == 0 ? 0 : 1);
        while (next[slot] < SERIALS) {
            var number = number(born, female, addedDays, next[slot]++);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    private static String number(LocalDate born, boolean female, int addedDays, int serial) {
        var digits = new char[11];
        write(digits, 0, 2, born.getDayOfMonth() + addedDays);
        write(digits, 2, 2, born.getMonthValue() + SYNTHETIC_MONTHS);
        write(digits, 4, 2, born.getYear() % 100);
        // 000 to 499 belong to the 1900s, 500 to 999 to 2000 to 2039; the last of the three digits tells the gender
        write(digits, 6, 3, (born.getYear() < 2000 ? 0 : 500) + serial * 2 + (female ? 0 : 1));
        return check(digits, FIRST) && check(digits, SECOND) ? new String(digits) : null;
    }

    private static boolean check(char[] digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits[i] - '0');
        }
        int check = (11 - sum % 11) % 11;
        digits[weights.length] = (char) ('0' + check % 10);
        return check < 10;
    }

    private static void write(char[] digits, int at, int width, int value) {
        int rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
