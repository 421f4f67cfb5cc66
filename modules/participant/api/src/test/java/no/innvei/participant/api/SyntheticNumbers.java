package no.innvei.participant.api;

/** Numbers made by the rule itself, independently of the code under test. */
final class SyntheticNumbers {

    /** The number with the two check digits that make both sums divisible by eleven. */
    static String withCheckDigits(String nine) {
        for (int k = 0; k < 100; k++) {
            var number = nine + (k < 10 ? "0" : "") + k;
            if (sum(number, "37618945210") % 11 == 0 && sum(number, "54327654321") % 11 == 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("no check digits exist");
    }

    static int firstRemainder(String number) {
        return sum(number, "37618945210") % 11;
    }

    static int sum(String number, String weights) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            sum += (number.charAt(i) - '0') * (weights.charAt(i) - '0');
        }
        return sum;
    }

    private SyntheticNumbers() {}
}
