package no.innvei.participant.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportReading.Cause;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class XlsxFileTest {

    private static final String HEAD = row(
            1,
            text("A", 1, "Fornavn"),
            text("B", 1, "Fødselsdato"),
            text("C", 1, "DUF-nummer"),
            text("D", 1, "Bosatt etter avtale"));

    /** As our own list writes it: in parts whose sizes stand only in the directory at the end. */
    @Test
    void a_spreadsheet_written_by_our_own_library_is_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Egen", "1.0")) {
            var sheet = workbook.newWorksheet("Ark1");
            sheet.value(0, 0, "Fornavn");
            sheet.value(0, 1, "Født");
            sheet.value(1, 0, "Søren");
            sheet.value(1, 1, LocalDate.of(1994, 6, 14));
            sheet.style(1, 1).format("dd.mm.yyyy").set();
        }
        var grid = assertInstanceOf(Grid.Result.Table.class, XlsxFile.read(bytes.toByteArray()))
                .grid();
        assertEquals(List.of("Fornavn", "Født"), grid.headers());
        assertEquals(List.of("Søren", "1994-06-14"), grid.lines().getFirst().cells());
    }

    @Test
    void dates_come_as_dates_numbers_without_exponent_and_empty_rows_are_passed_over() {
        var grid = grid(HEAD
                + row(
                        2,
                        text("A", 2, "Rahel"),
                        number("B", 2, "34499", 1),
                        number("C", 2, "2.02500000118E11", 0),
                        "<c r=\"D2\" t=\"b\"><v>1</v></c>")
                + row(3)
                + row(5, text("A", 5, "Olena"), text("C", 5, "202500000215")));
        assertEquals(List.of("Fornavn", "Fødselsdato", "DUF-nummer", "Bosatt etter avtale"), grid.headers());
        assertEquals(
                List.of(
                        new Grid.Line(2, List.of("Rahel", "1994-06-14", "202500000118", "ja")),
                        new Grid.Line(5, List.of("Olena", "", "202500000215", ""))),
                grid.lines());
    }

    @Test
    void a_date_with_a_format_of_its_own_is_a_date_and_a_clock_time_is_not_hidden() {
        var grid = grid(HEAD + row(2, text("A", 2, "a"), number("B", 2, "34499", 2), number("C", 2, "34499.5", 1)));
        assertEquals(
                List.of("a", "1994-06-14", "1994-06-14T12:00", ""),
                grid.lines().getFirst().cells());
    }

    @Test
    void formulas_are_never_calculated_their_last_value_is_what_is_written() {
        var grid = grid(HEAD
                + row(
                        2,
                        "<c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://example.invalid\")</f><v>Rahel</v></c>",
                        "<c r=\"B2\" s=\"1\"><f>TODAY()</f><v>34499</v></c>",
                        "<c r=\"C2\"><f>1+1</f></c>",
                        "<c r=\"D2\" t=\"e\"><v>#REF!</v></c>"));
        assertEquals(
                List.of("Rahel", "1994-06-14", "", "#REF!"),
                grid.lines().getFirst().cells());
    }

    @Test
    void a_file_that_unpacks_into_more_than_a_list_of_people_is_not_unpacked() {
        var parts = parts(HEAD);
        parts.put("xl/media/bomb", "0".repeat(61 * 1024 * 1024));
        assertEquals(Cause.TOO_LARGE, refusal(zip(parts)));
        var many = parts(HEAD);
        for (int i = 0; i < 1_001; i++) {
            many.put("xl/part" + i, "");
        }
        assertEquals(Cause.TOO_LARGE, refusal(zip(many)));
    }

    @Test
    void the_limits_on_rows_columns_and_cells_are_those_of_text() {
        assertEquals(
                Cause.TOO_MANY_COLUMNS,
                refusal(xlsx(HEAD + row(2, "<c r=\"XFD2\" t=\"inlineStr\"><is><t>x</t></is></c>"))));
        assertEquals(Cause.TOO_MANY_ROWS, refusal(xlsx(HEAD + row(1_000_000, text("A", 1_000_000, "x")))));
        assertEquals(Cause.CELL_TOO_LONG, refusal(xlsx(HEAD + row(2, text("A", 2, "x".repeat(4_001))))));
        assertEquals(Cause.EMPTY, refusal(xlsx(HEAD)));
    }

    @Test
    void nothing_outside_the_file_is_read() {
        var sheet = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + sheet(HEAD + row(2, text("A", 2, "&e;"), text("C", 2, "1"))).substring(21);
        var parts = parts(HEAD);
        parts.put("xl/worksheets/sheet1.xml", sheet);
        switch (Grid.read(new ImportFile(zip(parts)))) {
            case Grid.Result.Unusable u ->
                assertEquals(Cause.BROKEN_SPREADSHEET, u.refusal().cause());
            case Grid.Result.Table t ->
                assertEquals("", t.grid().lines().getFirst().cells().getFirst());
        }
    }

    @Property(tries = 300)
    void a_damaged_file_gets_an_answer(@ForAll int place, @ForAll byte value, @ForAll boolean cut) {
        var bytes = xlsx(HEAD + row(2, text("A", 2, "Rahel"), number("B", 2, "34499", 1), text("C", 2, "1")));
        int at = 2 + Math.floorMod(place, bytes.length - 2);
        bytes[at] = value;
        var file = cut ? Arrays.copyOf(bytes, at) : bytes;
        assertTrue(Grid.read(new ImportFile(file)) != null);
    }

    private static Grid grid(String rows) {
        return assertInstanceOf(Grid.Result.Table.class, Grid.read(new ImportFile(xlsx(rows))))
                .grid();
    }

    private static Cause refusal(byte[] file) {
        return assertInstanceOf(Grid.Result.Unusable.class, Grid.read(new ImportFile(file)))
                .refusal()
                .cause();
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String text(String column, int row, String text) {
        return "<c r=\"" + column + row + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(String column, int row, String value, int style) {
        return "<c r=\"" + column + row + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    private static String sheet(String rows) {
        return "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + rows + "</sheetData></worksheet>";
    }

    private static byte[] xlsx(String rows) {
        return zip(parts(rows));
    }

    private static Map<String, String> parts(String rows) {
        var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var packaging = "http://schemas.openxmlformats.org/package/2006/";
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + packaging
                        + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + packaging + "relationships\"><Relationship Id=\"r1\" Type=\"" + relations
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                        + "\"><sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + packaging + "relationships\"><Relationship Id=\"r1\" Type=\"" + relations
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + relations
                        + "/styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + main
                        + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts>"
                        + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
