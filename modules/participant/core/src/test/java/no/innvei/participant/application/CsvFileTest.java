package no.innvei.participant.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportReading.Cause;
import no.innvei.participant.api.ImportReading.Refused;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    private static final String HEADER = "Fornavn;Etternavn;Fødselsdato;DUF-nummer\n";

    @Test
    void semicolon_and_comma_byte_order_mark_and_windows_line_ends_all_read_the_same() {
        var plain = table(HEADER + "Rahel;Habte;14.06.1994;202500000118\n");
        assertEquals(plain, table("\ufeff" + HEADER + "Rahel;Habte;14.06.1994;202500000118"));
        assertEquals(
                plain,
                table((HEADER + "Rahel;Habte;14.06.1994;202500000118\r\n")
                        .replace(';', ',')
                        .replace("\n", "\r\n")));
        assertEquals("Rahel", plain.lines().getFirst().cells().get(ImportColumn.GIVEN_NAMES));
        assertEquals(2, plain.lines().getFirst().number());
    }

    @Test
    void headers_are_known_by_what_staff_call_them_and_foreign_ones_are_told() {
        var table = table(" FORNAMN ; fødselsdato*;fnr;Skostørrelse\nRahel;14.06.1994;1;39\n");
        assertEquals(List.of("Skostørrelse"), table.ignoredColumns());
        assertEquals(3, table.lines().getFirst().cells().size());
    }

    @Test
    void quoted_cells_may_hold_separators_quotes_and_line_breaks_and_lines_are_still_counted_as_in_an_editor() {
        var table = table(HEADER + "\"Rahel \"\"R\"\"; Tes\nfamariam\";Habte;14.06.1994;1\n\n=cmd()|'x';+1;@a;-2\n");
        assertEquals(
                "Rahel \"R\"; Tes\nfamariam", table.lines().getFirst().cells().get(ImportColumn.GIVEN_NAMES));
        assertEquals(
                List.of(2, 5), table.lines().stream().map(CsvFile.Line::number).toList());
        assertEquals("=cmd()|'x'", table.lines().getLast().cells().get(ImportColumn.GIVEN_NAMES));
    }

    @Test
    void a_row_with_too_many_or_too_few_cells_is_marked_and_the_others_are_read() {
        var table = table(HEADER + "Rahel;Habte;14.06.1994\nOlena;Kovalenko;01.01.1990;1\nA;B;C;D;E\n");
        assertEquals(
                List.of(false, true, false),
                table.lines().stream().map(CsvFile.Line::complete).toList());
    }

    @Test
    void a_hint_to_spreadsheets_is_not_a_row() {
        assertEquals(
                3,
                table("sep=;\n" + HEADER + "Rahel;Habte;14.06.1994;1\n")
                        .lines()
                        .getFirst()
                        .number());
    }

    @Test
    void latin_1_is_told_with_the_line_where_it_begins() {
        assertEquals(
                new Refused(Cause.NOT_UTF8, 1, List.of()),
                refusal((HEADER + "Åse;;1.1.1990;1\n").getBytes(ISO_8859_1)));
        assertEquals(
                new Refused(Cause.NOT_UTF8, 3, List.of()),
                refusal(("Fornavn;DUF;Født\nRahel;1;2\nÅse;1;2\n")
                        .replace("Født", "Fodt")
                        .getBytes(ISO_8859_1)));
        assertEquals(Cause.NOT_UTF8, refusal(HEADER.getBytes(UTF_16)).cause());
    }

    @Test
    void what_is_not_a_list_of_people_is_told_for_what_it_is() {
        assertEquals(Cause.EMPTY, refusal(new byte[0]).cause());
        assertEquals(Cause.EMPTY, refusal(" \n\n".getBytes(UTF_8)).cause());
        assertEquals(Cause.EMPTY, refusal(HEADER.getBytes(UTF_8)).cause());
        assertEquals(
                Cause.SPREADSHEET, refusal("PK\u0003\u0004".getBytes(UTF_8)).cause());
        assertEquals(
                new Refused(Cause.MISSING_COLUMNS, 1, List.of(ImportColumn.BORN_ON, ImportColumn.DUF_NUMBER)),
                refusal("Fornavn;Etternavn\na;b\n".getBytes(UTF_8)));
        assertEquals(
                new Refused(Cause.REPEATED_COLUMN, 1, List.of(ImportColumn.DUF_NUMBER)),
                refusal("Fornavn;DUF;Født;DUF-nummer\na;b;c;d\n".getBytes(UTF_8)));
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_told_by_its_line() {
        assertEquals(
                new Refused(Cause.OPEN_QUOTE, 3, List.of()),
                refusal((HEADER + "Rahel;Habte;14.06.1994;1\n\"Olena;Kovalenko;01.01.1990;2\nA;B;C;D\n")
                        .getBytes(UTF_8)));
    }

    @Test
    void the_limits_are_five_thousand_rows_and_five_megabytes() {
        var row = "Rahel;Habte;14.06.1994;1\n";
        assertEquals(5_000, table(HEADER + row.repeat(5_000)).lines().size());
        assertEquals(
                Cause.TOO_MANY_ROWS,
                refusal((HEADER + row.repeat(5_001)).getBytes(UTF_8)).cause());
        assertEquals(
                Cause.TOO_LARGE, refusal(new byte[ImportFile.MAX_BYTES + 1]).cause());
    }

    @Test
    void what_is_stored_is_read_back_cell_by_cell() {
        for (var line : table(HEADER + "\"A&B=ø\n\";Habte;%41+x;1\nA;B\n").lines()) {
            assertEquals(line, StoredCells.read(line.number(), StoredCells.write(line)));
        }
    }

    private static CsvFile.Result.Table table(String text) {
        var table = assertInstanceOf(CsvFile.Result.Table.class, CsvFile.read(new ImportFile(text.getBytes(UTF_8))));
        assertFalse(table.lines().isEmpty());
        return table;
    }

    private static Refused refusal(byte[] bytes) {
        return assertInstanceOf(CsvFile.Result.Unusable.class, CsvFile.read(new ImportFile(bytes)))
                .refusal();
    }
}
