package no.innvei.kernel.rules;

import java.util.Arrays;
import java.util.List;

/**
 * One fact a rule asks for, described so that pages, REST and the command can ask for it alike.
 *
 * @param name as it stands in JSON, for instance {@code offerOn}
 * @param words the words that may be given, in reading order; empty unless the kind is {@link Kind#WORD} or {@link Kind#WORDS}
 */
public record Fact(String name, Kind kind, boolean required, List<String> words) {

    public enum Kind {
        DATE,
        /** Left out means no. */
        YES_NO,
        /** Zero or more. */
        WHOLE_NUMBER,
        /** Zero or more, exact. */
        NUMBER,
        WORD,
        /** A list of at least one word. */
        WORDS
    }

    public Fact {
        words = List.copyOf(words);
    }

    public static Fact date(String name) {
        return new Fact(name, Kind.DATE, true, List.of());
    }

    public static Fact yesNo(String name) {
        return new Fact(name, Kind.YES_NO, true, List.of());
    }

    public static Fact wholeNumber(String name) {
        return new Fact(name, Kind.WHOLE_NUMBER, true, List.of());
    }

    public static Fact number(String name) {
        return new Fact(name, Kind.NUMBER, true, List.of());
    }

    public static Fact word(String name, Class<? extends Enum<?>> words) {
        return new Fact(name, Kind.WORD, true, names(words));
    }

    public static Fact words(String name, Class<? extends Enum<?>> words) {
        return new Fact(name, Kind.WORDS, true, names(words));
    }

    /** The same fact, but it may be left out. */
    public Fact optional() {
        return new Fact(name, kind, false, words);
    }

    private static List<String> names(Class<? extends Enum<?>> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    }
}
