package no.innvei.kernel.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JSON (RFC 8259) to and from maps, lists, text, {@link BigDecimal}, Boolean and {@code null}, for rules that run without a container. Numbers are
 * exact. Refuses duplicate names, trailing text, nesting deeper than 32, numbers of more than 40 digits and text that is no Unicode.
 */
public final class Json {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

    /** Text that is not JSON, or more of it than we take. The message never repeats a value. */
    public static final class Refused extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> begun;

        private Refused(String message, Map<String, Object> begun) {
            super(message);
            this.begun = begun;
        }

        /** What had been read of the outermost object before the fault, without names that stand twice; empty when there is no object. */
        public Map<String, Object> begun() {
            return begun;
        }
    }

    /** @throws Refused saying at which character the text stops being JSON, or which name stands twice in one object */
    public static Object read(String text) {
        var reader = new Json(text);
        var value = reader.value(0);
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.wrong();
        }
        if (reader.twice != null) {
            throw reader.refused("the name \"" + reader.twice + "\" stands twice");
        }
        return value;
    }

    /** Anything that is not a map, list, number, Boolean or {@code null} is written as text. */
    public static String write(Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean answer -> out.append(answer);
            case BigDecimal number -> out.append(number.toPlainString());
            case Number number -> out.append(number);
            case Map<?, ?> map -> {
                out.append('{');
                var first = true;
                for (var entry : map.entrySet()) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    text(String.valueOf(entry.getKey()), out);
                    out.append(':');
                    write(entry.getValue(), out);
                }
                out.append('}');
            }
            case Iterable<?> list -> {
                out.append('[');
                var first = true;
                for (var item : list) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    write(item, out);
                }
                out.append(']');
            }
            default -> text(value.toString(), out);
        }
    }

    private static final String HEX = "0123456789abcdef";

    private static void text(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private final String text;
    private final Map<String, Object> outermost = new LinkedHashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private int at;
    private String twice;

    private Json(String text) {
        this.text = text;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw refused("lists and objects lie more than " + DEEPEST + " deep");
        }
        blanks();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        var found = depth == 0 ? outermost : new LinkedHashMap<String, Object>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return found;
        }
        while (true) {
            blanks();
            if (peek() != '"') {
                throw wrong();
            }
            var name = string();
            blanks();
            take(':');
            var value = value(depth + 1);
            if (found.containsKey(name)) {
                twice = twice == null ? name : twice;
                if (depth == 0) {
                    ambiguous.add(name);
                }
            }
            found.put(name, value);
            blanks();
            if (peek() == '}') {
                at++;
                return found;
            }
            take(',');
        }
    }

    private List<Object> array(int depth) {
        var found = new ArrayList<Object>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return found;
        }
        while (true) {
            found.add(value(depth + 1));
            blanks();
            if (peek() == ']') {
                at++;
                return found;
            }
            take(',');
        }
    }

    private String string() {
        int from = ++at;
        while (at < text.length() && plain(text.charAt(at))) {
            at++;
        }
        if (peek() == '"') {
            return text.substring(from, at++);
        }
        var out = new StringBuilder(text.substring(from, at));
        while (true) {
            int begin = at;
            char c = peek();
            if (c == '"') {
                at++;
                return out.toString();
            }
            char unit = unit();
            if (Character.isHighSurrogate(unit)) {
                char low = peek() == '"' ? '"' : unit();
                if (!Character.isLowSurrogate(low)) {
                    at = begin;
                    throw wrong();
                }
                out.append(unit).append(low);
            } else if (Character.isLowSurrogate(unit)) {
                at = begin;
                throw wrong();
            } else {
                out.append(unit);
            }
        }
    }

    private static boolean plain(char c) {
        return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    /** One UTF-16 unit of a string, plain or escaped. */
    private char unit() {
        char c = peek();
        if (c < 0x20) {
            throw wrong();
        }
        at++;
        if (c != '\\') {
            return c;
        }
        char escaped = peek();
        at++;
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    char written = peek();
                    int digit = written < 0x80 ? Character.digit(written, 16) : -1;
                    if (digit < 0) {
                        throw wrong();
                    }
                    at++;
                    unit = unit * 16 + digit;
                }
                yield (char) unit;
            }
            default -> {
                at--;
                throw wrong();
            }
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at - from > LONGEST_NUMBER) {
            throw refused("a number has more than " + LONGEST_NUMBER + " digits");
        }
        var written = text.substring(from, at);
        if (!NUMBER.matcher(written).matches()) {
            at = from;
            throw wrong();
        }
        return new BigDecimal(written);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw wrong();
        }
        at++;
    }

    private Refused wrong() {
        return refused("not JSON at character " + (at + 1));
    }

    private Refused refused(String message) {
        outermost.keySet().removeAll(ambiguous);
        return new Refused(message, outermost);
    }
}
