package no.innvei.participant.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTokensTest {

    @ParameterizedTest
    @CsvSource({
        "Олена, Olena",
        "Коваленко, Kovalenko",
        "Шевченко, Shevchenko",
        "Сергей, Sergey",
        "Сергій, Serhii",
        "Đorđe, Djordje",
        "Ђорђе, Djordje",
        "Ødegård, Odegard",
        "Ødegård, Oedegaard",
        "Håkon, Haakon",
        "Sæther, Saether",
        "Şükrü, Sukru",
        "Nguyễn, Nguyen",
        "Łukasz, Lukasz",
        "حداد, Hdad",
        "مُحَمَّد, محمد",
        "ሀብተ, Habte",
        "ራሄል, Rahel",
        "Мар'яна, Мар’яна"
    })
    void a_name_is_found_by_its_latin_spelling(String name, String typed) {
        assertTrue(
                NameTokens.of(name).containsAll(NameTokens.words(typed)),
                () -> NameTokens.of(name) + " " + NameTokens.words(typed));
    }

    @Test
    void every_word_of_a_name_is_a_token() {
        assertEquals(Set.of("habte", "rahel", "tesfamariam"), NameTokens.of("Rahel Tesfamariam", "Habte"));
        assertEquals(Set.of("anne", "marie", "obrien"), NameTokens.of("Anne-Marie", "O'Brien"));
        assertEquals(Set.of(), NameTokens.of(null, " - "));
    }

    @Test
    void a_script_we_have_no_letters_for_is_kept_as_it_is() {
        assertEquals(List.of("νίκος".replace("ί", "ι")), NameTokens.words("Νίκος"));
    }

    @Test
    void sorting_puts_the_norwegian_letters_last_and_people_without_a_family_name_by_their_given_name() {
        var sorted = Stream.of(
                        NameTokens.sortKey("Åse", null),
                        NameTokens.sortKey("Kari", "Østby"),
                        NameTokens.sortKey("Kari", "Ærlig"),
                        NameTokens.sortKey("Олена", "Коваленко"),
                        NameTokens.sortKey("Ola", "Berg"),
                        NameTokens.sortKey("Ola", "Bergan"),
                        NameTokens.sortKey("Zainab", null))
                .sorted()
                .toList();
        assertEquals(
                List.of("berg, ola", "bergan, ola", "kovalenko, olena", "zainab", "{rlig, kari", "|stby, kari", "}se"),
                sorted);
    }
}
