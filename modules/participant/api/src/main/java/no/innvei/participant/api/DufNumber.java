package no.innvei.participant.api;

import java.util.Objects;

/**
 * The number the immigration authorities give a foreign national (DUF-nummer): twelve digits, the first four the year of registration. It
 * identifies a person, so it is masked wherever it is printed.
 */
public record DufNumber(String value) {

    static final int FIRST_YEAR = 1990;

    private static final int[] WEIGHTS = {4, 6, 3, 2, 4, 6, 3, 2, 7, 5};

    public DufNumber {
        Objects.requireNonNull(value, "DUF number");
        if (!value.matches("[0-9]{12}") || Integer.parseInt(value.substring(0, 4)) < FIRST_YEAR) {
            throw new IllegalArgumentException("not a DUF number");
        }
    }

    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    /**
     * The last two digits against the check used for municipal reporting to Statistics Norway. The official algorithm is not published and genuine
     * numbers that fail are known, so a failure is a reason to look again and never a refusal.
     */
    public boolean checkDigitsAgree() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return sum % 11 == Integer.parseInt(value.substring(10));
    }

    @Override
    public String toString() {
        return "************";
    }
}
