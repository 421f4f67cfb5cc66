package no.innvei.participant.api;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names as they are searched for: one lower-case Latin word per word of the name, whatever script it was written in. {@code Олена} and
 * {@code Olena} give the same word, and so do {@code Đorđe} and {@code Djordje}, {@code Håkon} and {@code Haakon}. The beginning of a name gives
 * the beginning of its word, so a prefix search finds it. Arabic gives its consonants, since vowels are not written.
 */
public final class NameTokens {

    private static final int LONGEST_TOKEN = 100;
    private static final String APOSTROPHES = "'’‘ʼʻʹ`´\u200c\u200d";
    private static final int GEEZ_FIRST = 0x1200;
    private static final String[] GEEZ_CONSONANTS = {
        "h", "l", "h", "m", "s", "r", "s", "sh", "q", "qu", "q", "qu", "b", "v", "t", "ch", "h", "hu", "n", "ny", "",
        "k", "ku", "kh", "khu", "w", "", "z", "zh", "y", "d", "d", "j", "g", "gu", "g", "t", "ch", "p", "ts", "ts", "f",
        "p"
    };
    private static final String[] GEEZ_VOWELS = {"e", "u", "i", "a", "e", "", "o", "ua"};
    private static final Map<Integer, String> LATIN = new HashMap<>();
    private static final Map<Integer, String> RUSSIAN = new HashMap<>();
    private static final Map<Integer, String> LAST_LETTERS =
            Map.of((int) 'æ', "{", (int) 'ä', "{", (int) 'ø', "|", (int) 'ö', "|", (int) 'å', "}");

    static {
        put(LATIN, "æ ae ø o å a đ dj ð d þ th ß ss ł l ı i œ o ŋ ng ħ h ə e ɛ e ɔ o");
        put(
                LATIN,
                "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
                        + "щ shch ь - ъ - ы y э e ё e ю iu я ia ў u ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k");
        put(
                LATIN,
                "ا a أ a إ a آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n "
                        + "ه h ة h و w ي y ى a ئ y ؤ w ء - پ p چ ch ژ zh گ g ک k ی y ې e ۍ y ټ t ډ d ړ r ږ g ښ kh ڼ n ځ dz څ ts");
        put(RUSSIAN, "г g и i й y є e");
    }

    /** Every word a name is found by; a Cyrillic word that Ukrainian and Russian spell differently in Latin gives both. */
    public static SortedSet<String> of(String... names) {
        var tokens = new TreeSet<String>();
        for (var name : names) {
            if (name != null) {
                tokens.addAll(words(name, Map.of()));
                tokens.addAll(words(name, RUSSIAN));
            }
        }
        return tokens;
    }

    /** The words of a search, in the order they were typed; each is the beginning of a token to find. */
    public static List<String> words(String typed) {
        return words(typed, Map.of());
    }

    /** Key for sorting by code point in Norwegian order: family name, then given names, with æ ø å last. */
    public static String sortKey(String givenNames, String familyName) {
        var given = String.join(" ", words(givenNames, LAST_LETTERS));
        return familyName == null || familyName.isBlank()
                ? given
                : String.join(" ", words(familyName, LAST_LETTERS)) + ", " + given;
    }

    private static List<String> words(String text, Map<Integer, String> preferred) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (!append(c, preferred, word)) {
                        finish(word, words);
                    }
                });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            var folded = word.toString().replaceAll("aa+", "a").replace("oe", "o");
            words.add(folded.substring(0, Math.min(folded.length(), LONGEST_TOKEN)));
            word.setLength(0);
        }
    }

    /** False when the character separates words. */
    private static boolean append(int c, Map<Integer, String> preferred, StringBuilder word) {
        var latin = preferred.containsKey(c) ? preferred.get(c) : LATIN.get(c);
        if (latin != null) {
            word.append(latin);
            return true;
        }
        if (geez(c, word) || APOSTROPHES.indexOf(c) >= 0 || isMark(c)) {
            return true;
        }
        var parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        if (parts.codePointAt(0) != c) {
            boolean[] joined = {true};
            parts.codePoints().forEach(part -> joined[0] &= part == c || append(part, preferred, word));
            return joined[0];
        }
        if (!Character.isLetterOrDigit(c)) {
            return false;
        }
        word.appendCodePoint(c);
        return true;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> c == 'ـ';
        };
    }

    private static boolean geez(int c, StringBuilder word) {
        int row = (c - GEEZ_FIRST) / GEEZ_VOWELS.length;
        if (c < GEEZ_FIRST || row >= GEEZ_CONSONANTS.length || !Character.isLetter(c)) {
            return false;
        }
        int vowel = (c - GEEZ_FIRST) % GEEZ_VOWELS.length;
        boolean throat = GEEZ_CONSONANTS[row].isEmpty() || GEEZ_CONSONANTS[row].equals("h");
        word.append(GEEZ_CONSONANTS[row])
                .append(
                        throat && vowel == 0
                                ? "a"
                                : throat && vowel == 5 && GEEZ_CONSONANTS[row].isEmpty() ? "e" : GEEZ_VOWELS[vowel]);
        return true;
    }

    private static void put(Map<Integer, String> map, String pairs) {
        var parts = pairs.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            map.put(parts[i].codePointAt(0), parts[i + 1].equals("-") ? "" : parts[i + 1]);
        }
    }

    private NameTokens() {}
}
