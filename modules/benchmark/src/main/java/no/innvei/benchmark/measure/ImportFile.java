package no.innvei.benchmark.measure;

import java.nio.charset.StandardCharsets;

/** A file of invented people whom nobody has registered: they have DUF numbers of years in which the generator gives out few. */
final class ImportFile {

    private static final int[] WEIGHTS = {4, 6, 3, 2, 4, 6, 3, 2, 7, 5};
    private static final String[] GIVEN = {"Rahel", "Oleksandr", "Amina", "Yusuf", "Samira", "Tesfay", "Iryna", "Khaled"
    };
    private static final String[] FAMILY = {"Prøve", "Maale", "Fart", "Last", "Tall", "Tid"};

    private ImportFile() {}

    /**
     * People of another file have other numbers and other names: somebody with the name and birth date of a registered person is kept for a leader.
     *
     * @param first serial of the first number, a multiple of {@code people}; each file needs another
     */
    static byte[] of(int people, int first) {
        var file = new StringBuilder("Fornavn;Etternavn;Fødselsdato;DUF-nummer;Utdanning\n");
        for (int i = 0; i < people; i++) {
            file.append(GIVEN[i % GIVEN.length])
                    .append(' ')
                    .append(letters(i))
                    .append(';')
                    .append(FAMILY[i / GIVEN.length % FAMILY.length])
                    .append(letters(first / people))
                    .append(letters(i / 7))
                    .append(";%02d.%02d.%d;".formatted(1 + i % 28, 1 + i / 28 % 12, 1970 + i / 336 % 30))
                    .append(duf(2026, first + i))
                    .append(";\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String duf(int year, int serial) {
        var digits = "%04d%06d".formatted(year, serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + "%02d".formatted(sum % 11);
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 676 % 26) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }
}
