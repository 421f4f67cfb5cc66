package no.innvei.participant.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameTokensPropertyTest {

    @Property
    void the_beginning_of_a_name_gives_the_beginning_of_its_token(@ForAll("names") String name) {
        var whole = NameTokens.words(name);
        for (int length = 1; length <= name.length(); length++) {
            var begun = NameTokens.words(name.substring(0, length));
            if (!begun.isEmpty()) {
                assertTrue(whole.getFirst().startsWith(begun.getFirst()));
            }
        }
    }

    @Property
    void a_token_is_its_own_token(@ForAll("names") String name) {
        for (var token : NameTokens.of(name)) {
            assertTrue(token.length() <= 100);
            assertEquals(token, token.toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Property
    void any_text_at_all_gives_tokens_without_blanks_or_marks(@ForAll String text) {
        for (var token : NameTokens.of(text)) {
            assertTrue(!token.isBlank() && token.codePoints().noneMatch(Character::isWhitespace));
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcdeghijklmnoprstuvyzæøåÆØÅđĐäöüéšжаобвгдиіїєшщюяЖГИحدادمبنሀብተራ".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(20);
    }
}
