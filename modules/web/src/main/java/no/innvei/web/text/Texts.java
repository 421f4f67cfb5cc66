package no.innvei.web.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of one module in the language of the request. */
public final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param module name of the bundle in {@code no.innvei.web}, for instance {@code participant} */
    public static Texts of(String module) {
        return of(module, RequestLanguage.current());
    }

    public static Texts of(String module, Locale locale) {
        return new Texts(ResourceBundle.getBundle("no.innvei.web." + module, locale, NO_FALLBACK));
    }

    /** @throws MissingResourceException for an unknown key: a mistake of ours, and tested for */
    public String get(String key, Object... values) {
        var text = bundle.getString(key);
        return values.length == 0 ? text : format(text, values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    static String format(String text, Object... values) {
        var written = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            written[i] = NorwegianFormat.value(values[i]);
        }
        return new MessageFormat(text.replace("'", "''"), RequestLanguage.current()).format(written);
    }
}
