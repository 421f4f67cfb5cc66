package no.innvei.participant.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import no.innvei.kernel.WrittenForm;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void every_language_that_can_be_chosen_has_a_name_in_both_written_forms() {
        for (var form : WrittenForm.values()) {
            for (var code : Languages.codes(form)) {
                assertNotEquals(code, Languages.name(code, form));
            }
        }
    }

    @Test
    void what_staff_write_is_read_and_what_participants_speak_is_there() {
        for (var language :
                new String[][] {{"dari", "prs"}, {"Arabisk", "ar"}, {"tigrinja", "ti"}, {"so", "so"}, {" prs ", "prs"}
                }) {
            assertEquals(Optional.of(language[1]), Languages.read(language[0]));
        }
        assertEquals("dari", Languages.name("prs", WrittenForm.NB));
        assertTrue(Languages.codes(WrittenForm.NN).contains("prs"));
        assertEquals(Optional.empty(), Languages.read("klingonsk stortale"));
    }
}
