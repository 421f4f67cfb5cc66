package no.innvei.registersimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void an_identity_number_is_never_shown_in_full() {
        assertEquals(
                "FNR 148694 •••••",
                PageServlet.shown(Messages.identifier("FNR", Messages.NUMBER).build()));
    }

    @Test
    void text_from_a_message_cannot_become_markup() {
        assertEquals("&lt;b&gt;&amp;&quot;", PageServlet.escape("<b>&\""));
        assertEquals("ja", PageServlet.shown(jakarta.json.JsonValue.TRUE));
        assertEquals("480", PageServlet.shown(Json.createValue(480)));
    }
}
