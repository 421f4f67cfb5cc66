package no.innvei.worklist.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void an_empty_box_finds_everyone() {
        assertEquals(Search.EVERYONE, search("  "));
        assertEquals(Search.EVERYONE, search(null));
    }

    @Test
    void words_stand_in_any_number_and_a_word_with_a_hyphen_is_two() {
        assertEquals(
                List.of("habte", "anne", "grete"), search(" Habte  Anne-Grete ").tokens());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.1990", "01.02.1990", "01/02-1990", "01.02.90", "010290", "01021990", "1990-02-01"})
    void a_birth_date_is_understood_the_way_it_was_typed(String typed) {
        assertEquals(LocalDate.of(1990, 2, 1), search(typed).bornOn());
    }

    @Test
    void a_year_of_two_digits_is_never_in_the_future() {
        assertEquals(LocalDate.of(2026, 11, 24), search("24.11.26").bornOn());
        assertEquals(LocalDate.of(1926, 11, 25), search("25.11.26").bornOn());
    }

    @Test
    void a_name_and_a_birth_date_together_must_both_fit() {
        var search = search("rahel 01.02.1994");

        assertEquals(List.of("rahel"), search.tokens());
        assertEquals(LocalDate.of(1994, 2, 1), search.bornOn());
        assertFalse(search.hopeless());
    }

    @Test
    void a_date_that_does_not_exist_is_taken_as_a_word() {
        assertNull(search("31.02.1990").bornOn());
    }

    @Test
    void two_different_dates_and_punctuation_alone_find_nobody() {
        assertTrue(search("1.2.1990 2.2.1990").hopeless());
        assertTrue(search("?").hopeless());
    }

    @Test
    void a_complete_identity_number_may_be_typed_in_groups_and_a_part_of_one_is_none() {
        assertEquals(Optional.of("01829412345"), Search.identifier("018294 12345"));
        assertEquals(Optional.of("202512345678"), Search.identifier(" 2025 1234 5678 "));
        assertEquals(Optional.empty(), Search.identifier("0182941234"));
        assertEquals(Optional.empty(), Search.identifier("01829412345 a"));
        assertEquals(Optional.empty(), Search.identifier(null));
    }

    @Test
    void what_was_typed_is_not_repeated_when_a_search_is_printed() {
        assertEquals("1 words and a birth date", search("rahel 01.02.1994").toString());
    }

    @Property
    void any_text_is_understood_as_something_of_limited_size(@ForAll String typed) {
        var search = search(typed);

        assertTrue(search.tokens().size() <= Search.MOST_TOKENS);
        assertTrue(search.tokens().stream().noneMatch(String::isEmpty));
    }

    private static Search search(String typed) {
        return Search.of(
                typed,
                TODAY,
                word -> Arrays.stream(word.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .toList());
    }
}
