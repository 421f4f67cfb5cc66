package no.innvei.web.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ListFileTest {

    @Test
    void a_text_that_looks_like_a_formula_is_kept_as_a_text() {
        for (var start : new String[] {"=", "+", "-", "@", "\t"}) {
            assertEquals("'" + start + "1+1", ListFile.cell(start + "1+1"));
        }
        assertEquals("\"'=SUM(1;2)\"", ListFile.cell("=SUM(1;2)"));
    }

    @Test
    void ordinary_cells_stand_as_they_are() {
        assertEquals("Kari Ødegård", ListFile.cell("Kari Ødegård"));
        assertEquals("24.11.2026", ListFile.cell(LocalDate.of(2026, 11, 24)));
        assertEquals("-3", ListFile.cell(-3));
        assertEquals("", ListFile.cell(null));
        assertEquals("\"Kari \"\"K\"\" Lie\"", ListFile.cell("Kari \"K\" Lie"));
    }
}
