package no.innvei.participant.api;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.innvei.kernel.WrittenForm;

/** Languages by ISO 639 code, with their Norwegian names; reads what staff write: "arabisk", "tigrinja", "so". */
public final class Languages {

    private static final Locale[] READ_IN = {Locale.ENGLISH, Locale.of("nn"), Locale.of("nb")};

    /** Languages that the JDK has no Norwegian name for; the same in both written forms. */
    private static final Map<String, String> OWN_NAMES =
            Map.of("prs", "dari", "haz", "hazaragi", "rhg", "rohingya", "bcc", "sørbalutsji");

    /** Languages of two letters, and the ones with three that participants speak. */
    private static final List<String> CODES = Stream.concat(
                    Stream.of(Locale.getISOLanguages()),
                    Stream.of("prs", "ckb", "kmr", "rhg", "byn", "tig", "bcc", "haz"))
            .filter(code -> !name(code, WrittenForm.NB).equals(code))
            .toList();

    private static final Map<String, String> BY_NAME = byName();

    /** Codes in the alphabetical order of their names. */
    public static List<String> codes(WrittenForm form) {
        return CODES.stream()
                .sorted(Comparator.comparing(code -> name(code, form), Collator.getInstance(Locale.of("nb"))))
                .toList();
    }

    /** The language's name in the written form; the code itself when we have no name. */
    public static String name(String code, WrittenForm form) {
        var own = OWN_NAMES.get(code);
        return own != null ? own : Locale.of(code).getDisplayLanguage(Locale.of(form.languageTag()));
    }

    /** The code of a language written by code or name. */
    public static Optional<String> read(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        return CODES.contains(plain) ? Optional.of(plain) : Optional.ofNullable(BY_NAME.get(plain));
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var locale : READ_IN) {
            for (var code : CODES) {
                names.put(Locale.of(code).getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
            }
        }
        OWN_NAMES.forEach((code, name) -> names.put(name, code));
        names.putAll(Map.of(
                "norsk",
                "no",
                "farsi",
                "fa",
                "kurmanji",
                "kmr",
                "sorani",
                "ckb",
                "tigrinja",
                "ti",
                "tigrinya",
                "ti",
                "pashto",
                "ps"));
        return names;
    }

    private Languages() {}
}
