package no.innvei.web.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SearchMemoryTest {

    @Test
    void an_identity_number_is_kept_with_its_first_six_digits_only() {
        assertEquals("018294 •••••", SearchMemory.masked("018294 12345"));
        assertEquals("202512 •••••", SearchMemory.masked("202512345678"));
    }

    @Test
    void words_are_no_longer_than_a_name_can_be() {
        assertEquals(200, SearchMemory.shortened(" a".repeat(300)).length());
        assertEquals("rahel", SearchMemory.shortened(" rahel "));
    }

    @Test
    void a_handle_is_22_letters_and_no_name_looks_like_one() {
        assertTrue(SearchMemory.isHandle("AbCdEfGhIjKlMnOpQrStUv"));
        assertFalse(SearchMemory.isHandle("rahel"));
        assertFalse(SearchMemory.isHandle(null));
    }

    @Test
    void what_was_searched_for_is_not_printed() {
        assertEquals("search", new SearchMemory.Search("rahel", false).toString());
    }
}
