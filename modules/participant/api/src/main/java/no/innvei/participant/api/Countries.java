package no.innvei.participant.api;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.innvei.kernel.WrittenForm;

/** Countries by ISO 3166-1 alpha-2 code, with their Norwegian names; reads what staff write: "Syria", "ERI", "ua". */
public final class Countries {

    private static final Locale[] READ_IN = {Locale.ENGLISH, Locale.of("nn"), Locale.of("nb")};
    private static final List<String> CODES = List.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = byName();

    /** Codes in the alphabetical order of their names. */
    public static List<String> codes(WrittenForm form) {
        return CODES.stream()
                .sorted(Comparator.comparing(code -> name(code, form), Collator.getInstance(Locale.of("nb"))))
                .toList();
    }

    /** The country's name in the written form; the code itself when we have no name. */
    public static String name(String code, WrittenForm form) {
        return Locale.of("", code).getDisplayCountry(Locale.of(form.languageTag()));
    }

    /** The code of a country written by two or three letters, or by name. */
    public static Optional<String> read(String text) {
        return Optional.ofNullable(BY_NAME.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var code : CODES) {
            for (var locale : READ_IN) {
                names.put(Locale.of("", code).getDisplayCountry(locale).toLowerCase(Locale.ROOT), code);
            }
        }
        for (var code : CODES) {
            names.put(Locale.of("", code).getISO3Country().toLowerCase(Locale.ROOT), code);
            names.put(code.toLowerCase(Locale.ROOT), code);
        }
        return names;
    }

    private Countries() {}
}
