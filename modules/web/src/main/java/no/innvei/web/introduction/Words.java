package no.innvei.web.introduction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import no.innvei.web.page.Choice;
import no.innvei.web.text.Texts;

/** Codes of the module in the words of the bundle: {@code <kind>.<CODE>}. */
final class Words {

    static final String BUNDLE = "introduction";

    static Texts texts() {
        return Texts.of(BUNDLE);
    }

    static String of(Enum<?> code) {
        return code == null ? "–" : texts().get(kind(code) + "." + code.name());
    }

    static <E extends Enum<E>> List<Choice> choices(Class<E> codes, Predicate<E> which) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(which)
                .map(code -> Choice.of(code, of(code)))
                .toList();
    }

    private static String kind(Enum<?> code) {
        var name = code.getDeclaringClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private Words() {}
}
