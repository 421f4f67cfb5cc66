package no.innvei.participant.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertEquals("Rahel", plain.lines().getFirst().cells().getFirst());
        assertEquals(2, plain.lines().getFirst().number());
    }

    @Test
    void headers_are_known_by_what_staff_call_them_or_by_what_the_organization_chose() {
        var headers = List.of(" FORNAMN ", "fødselsdato*", "Ident", "Skostørrelse", "Land");
        assertEquals(
                Arrays.asList(ImportColumn.GIVEN_NAMES, ImportColumn.BORN_ON, null, null, ImportColumn.CITIZENSHIP),
                ColumnGuess.of(headers, Map.of()).meanings());
        var chosen = ColumnGuess.of(
                headers, Map.of("ident", Optional.of(ImportColumn.DUF_NUMBER), "land", Optional.empty()));
        assertEquals(
                Arrays.asList(ImportColumn.GIVEN_NAMES, ImportColumn.BORN_ON, ImportColumn.DUF_NUMBER, null, null),
                chosen.meanings());
        assertTrue(chosen.clear());
        assertEquals(
                List.of(ImportColumn.BORN_ON, ImportColumn.DUF_NUMBER),
                ColumnGuess.of(List.of("Fornavn", "Etternavn"), Map.of()).missing());
        assertEquals(
                List.of(ImportColumn.DUF_NUMBER),
                ColumnGuess.of(List.of("Fornavn", "DUF", "Født", "DUF-nummer"), Map.of())
                        .repeated());
        assertEquals(
                List.of("A", "Z", "AA", "GR"),
                List.of(
                        ColumnGuess.letter(0),
                        ColumnGuess.letter(25),
                        ColumnGuess.letter(26),
                        ColumnGuess.letter(199)));
    }

    @Test
    void tab_separates_too_and_a_quoted_header_may_hold_separators() {
        assertEquals(
                table(HEADER + "Rahel;Habte;1.1.1990;1\n"),
                table((HEADER + "Rahel;Habte;1.1.1990;1\n").replace(';', '\t')));
        assertEquals(
                List.of("Navn; fornavn, mellomnavn; osv", "DUF"),
                table("\"Navn; fornavn, mellomnavn; osv\"\tDUF\na\t1\n").headers());
    }

    @Test
    void quoted_cells_may_hold_separators_quotes_and_line_breaks_and_lines_are_still_counted_as_in_an_editor() {
        var table = table(HEADER + "\"Rahel \"\"R\"\"; Tes\nfamariam\";Habte;14.06.1994;1\n\n=cmd()|'x';+1;@a;-2\n");
        assertEquals(
                "Rahel \"R\"; Tes\nfamariam", table.lines().getFirst().cells().getFirst());
        assertEquals(
                List.of(2, 5), table.lines().stream().map(Grid.Line::number).toList());
        assertEquals("=cmd()|'x'", table.lines().getLast().cells().getFirst());
    }

    @Test
    void a_row_with_too_many_or_too_few_cells_is_marked_and_the_others_are_read() {
        var table = table(HEADER + "Rahel;Habte;14.06.1994\nOlena;Kovalenko;01.01.1990;1\nA;B;C;D;E\n");
        assertEquals(
                List.of(false, true, false),
                table.lines().stream()
                        .map(line -> line.under(ColumnGuess.of(table.headers(), Map.of())
                                        .meanings())
                                .complete())
                        .toList());
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
    void the_encodings_spreadsheets_save_in_read_the_same() {
        var text = HEADER + "Åse “Ø”;Ærlig – €;1.1.1990;1\n";
        for (var encoding : List.of(Charset.forName("windows-1252"), UTF_16)) {
            assertEquals(table(text), grid(text.getBytes(encoding)));
        }
        var latin = "Fornavn;DUF\nÅse;1\n".getBytes(ISO_8859_1);
        assertEquals("Åse", grid(latin).lines().getFirst().cells().getFirst());
    }

    @Test
    void what_is_not_a_list_of_people_is_told_for_what_it_is() {
        assertEquals(Cause.EMPTY, refusal(new byte[0]).cause());
        assertEquals(Cause.EMPTY, refusal(" \n\n".getBytes(UTF_8)).cause());
        assertEquals(Cause.EMPTY, refusal(HEADER.getBytes(UTF_8)).cause());
        assertEquals(
                Cause.BROKEN_SPREADSHEET,
                refusal("PK\u0003\u0004".getBytes(UTF_8)).cause());
        assertEquals(
                Cause.NOT_TEXT,
                refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0})
                        .cause());
        assertEquals(Cause.NOT_TEXT, refusal(HEADER.getBytes(UTF_16BE)).cause());
        assertEquals(new Refused(Cause.TOO_MANY_COLUMNS, 1), refusal((";".repeat(200) + "a\nb\n").getBytes(UTF_8)));
        assertEquals(
                new Refused(Cause.CELL_TOO_LONG, 2),
                refusal((HEADER + "a".repeat(4_001) + ";b;c;d\n").getBytes(UTF_8)));
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_told_by_its_line() {
        assertEquals(
                new Refused(Cause.OPEN_QUOTE, 3),
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

    private static Grid table(String text) {
        return grid(text.getBytes(UTF_8));
    }

    private static Grid grid(byte[] bytes) {
        return assertInstanceOf(Grid.Result.Table.class, Grid.read(new ImportFile(bytes)))
                .grid();
    }

    private static Refused refusal(byte[] bytes) {
        return assertInstanceOf(Grid.Result.Unusable.class, Grid.read(new ImportFile(bytes)))
                .refusal();
    }
}
