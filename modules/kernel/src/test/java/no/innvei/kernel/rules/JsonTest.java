package no.innvei.kernel.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final String GRIN = new String(Character.toChars(0x1F600));

    @Test
    void numbers_are_exact() {
        for (var number :
                List.of("0", "-0", "0.1", "123456789012345678901234567890", "1e5", "1E-5", "-1.50", "2.5e+3")) {
            assertEquals(new BigDecimal(number), Json.read(number));
        }
        assertEquals("12300", Json.write(Json.read("123e2")));
        assertEquals("a number has more than 40 digits", refusal("1".repeat(41)));
        assertEquals(new BigDecimal("1".repeat(40)), Json.read("1".repeat(40)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "1.",
                ".5",
                "+1",
                "-",
                "1e",
                "1e+",
                "1e100",
                "0x1",
                "1_0",
                "NaN",
                "Infinity",
                "--1",
                "\u0661"
            })
    void a_number_is_written_as_the_standard_says(String number) {
        assertEquals("not JSON at character 1", refusal(number).replace("character 2", "character 1"));
    }

    @Test
    void every_escape_is_understood() {
        assertEquals("\"\\/\b\f\n\r\t\u00e6", Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E6\""));
        assertEquals(GRIN, Json.read("\"\\ud83d\\uDE00\""));
        assertEquals(GRIN, Json.read("\"" + GRIN + "\""));
        assertEquals("a" + GRIN + "b", Json.read("\"a" + GRIN + "b\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ud83dx\"",
                "\"\\ud83d\\u0041\"",
                "\"\\ud83d\\ud83d\"",
                "\"\\u12\"",
                "\"\\u+041\"",
                "\"\\u-041\"",
                "\"\\u00g0\"",
                "\"\\a\"",
                "\"\\",
                "\"\\u",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"a",
                "\"\\u\u0661\u0661\u0661\u0661\""
            })
    void broken_text_is_refused(String text) {
        assertEquals("not JSON at character", refusal(text).replaceAll(" \\d+$", ""));
    }

    @Test
    void half_a_surrogate_pair_is_refused_where_it_stands() {
        assertEquals("not JSON at character 3", refusal("\"a\\ud83d\""));
        assertEquals("not JSON at character 2", refusal("\"" + GRIN.charAt(0) + "\""));
        assertEquals("not JSON at character 2", refusal("\"" + GRIN.charAt(1) + "\""));
    }

    @Test
    void control_characters_are_escaped() {
        assertEquals("\"\\u0000\\u001f\\u000b \"", Json.write("\u0000\u001f\u000b "));
        assertEquals("\"\\\"\\\\\\n\\r\\t\"", Json.write("\"\\\n\r\t"));
    }

    @Test
    void a_name_that_stands_twice_is_refused_by_name_at_any_depth() {
        assertEquals("the name \"a\" stands twice", refusal("{\"a\":1,\"a\":1}"));
        assertEquals("the name \"a\" stands twice", refusal("{\"a\":null,\"\\u0061\":null}"));
        assertEquals("the name \"b\" stands twice", refusal("{\"a\":{\"b\":1,\"b\":2},\"c\":1,\"c\":2}"));
        assertEquals(Map.of("a", Map.of("b", true), "b", false), Json.read("{\"a\":{\"b\":true},\"b\":false}"));
    }

    @Test
    void what_was_read_before_the_fault_is_told_unless_ambiguous() {
        assertEquals(Map.of("id", "7"), begun("{\"id\":\"7\",\"rule\":"));
        assertEquals(Map.of("id", "7"), begun("{\"id\":\"7\"} x"));
        assertFalse(begun("{\"id\":\"7\",\"id\":\"8\"}").containsKey("id"));
        assertEquals("7", begun("{\"facts\":{\"a\":1,\"a\":2},\"id\":\"7\"}").get("id"));
        assertEquals(Map.of(), begun("[{\"id\":\"7\"},"));
        assertEquals(Map.of(), begun("x"));
    }

    @Test
    void nesting_has_a_limit() {
        assertEquals("lists and objects lie more than 32 deep", refusal("[".repeat(5000)));
        assertEquals("lists and objects lie more than 32 deep", refusal("{\"a\":".repeat(34) + "1" + "}".repeat(34)));
        assertEquals("[".repeat(33) + "]".repeat(33), Json.write(Json.read("[".repeat(33) + "]".repeat(33))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "{1:1}",
                "[1 2]",
                "1 2",
                "nul",
                "tru",
                "fals",
                "True",
                "{\"a\":1}}",
                "'a'",
                "[1,,2]",
                "//",
                "\u00a01",
                "\ufeff1"
            })
    void what_is_not_json_is_refused(String text) {
        assertEquals("not JSON at character", refusal(text).replaceAll(" \\d+$", ""));
    }

    private static String refusal(String text) {
        return assertThrows(Json.Refused.class, () -> Json.read(text)).getMessage();
    }

    private static Map<String, Object> begun(String text) {
        return assertThrows(Json.Refused.class, () -> Json.read(text)).begun();
    }
}
