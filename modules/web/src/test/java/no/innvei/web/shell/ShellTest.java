package no.innvei.web.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import no.innvei.web.route.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

    @ParameterizedTest
    @CsvSource({"Ingrid Solberg Næss, IS", "Åse Ødegård, ÅØ", "Ali, A", "'', ''"})
    void initials_are_of_the_first_two_names(String name, String initials) {
        assertEquals(initials, Shell.initialsOf(name));
    }

    @ParameterizedTest
    @CsvSource({
        "/min-dag, /min-dag",
        "/deltakere, /deltakere",
        "/deltakere/x/plan, /deltakere",
        "/deltakere/import, /deltakere/import"
    })
    void the_entry_of_a_page_is_the_nearest_one_above(String path, String entry) {
        assertEquals(Optional.of(entry), Menu.current(path).map(Menu.Entry::address));
    }

    @Test
    void a_page_outside_the_menu_marks_nothing() {
        assertEquals(Optional.empty(), Menu.current("/deltakereliste"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deltakere",
                "/deltakere?fase=program&radgiver=meg",
                "/deltakere/0192f0c4-0000-7000-8000-000000000001/plan"
            })
    void the_language_switch_returns_to_the_page(String address) {
        assertEquals(address, LanguageServlet.ownAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "evil",
                "/",
                "",
                "/a\r\nSet-Cookie: x",
                "/a#<script>"
            })
    void the_language_switch_never_leaves_us(String address) {
        assertEquals(Routes.START, LanguageServlet.ownAddress(address));
    }

    @Test
    void without_an_address_the_language_switch_goes_to_the_start() {
        assertEquals(Routes.START, LanguageServlet.ownAddress(null));
    }
}
