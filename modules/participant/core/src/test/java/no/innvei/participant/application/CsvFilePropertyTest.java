package no.innvei.participant.application;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.ImportFile;

class CsvFilePropertyTest {

    private static final RowReader READER = new RowReader(new IdentityNumbers(true, 2026), LocalDate.of(2026, 11, 24));

    @Property(tries = 300)
    void whatever_stands_between_quotes_comes_out_as_it_went_in(@ForAll("cells") String name, @ForAll boolean comma) {
        var separator = comma ? "," : ";";
        var text = String.join(separator, "Fornavn", "Fødselsdato", "DUF") + "\n"
                + List.of(name, "1.1.1990", "1").stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(separator));
        var grid = assertInstanceOf(Grid.Result.Table.class, Grid.read(new ImportFile(text.getBytes(UTF_8))))
                .grid();
        assertEquals(
                List.of(name.isBlank() ? "" : name.strip(), "1.1.1990", "1"),
                grid.lines().getFirst().cells());
    }

    @Property(tries = 500)
    void any_bytes_at_all_get_an_answer(@ForAll byte[] bytes) {
        readAll(bytes);
    }

    @Property(tries = 500)
    void any_text_under_a_good_header_gets_an_answer(
            @ForAll @Size(max = 12) List<@net.jqwik.api.From("cells") String> cells, @ForAll boolean close) {
        var header = "Fornavn;Etternavn;Fødselsdato;Fødselsnummer;DUF;Land;Oppholdsgrunnlag;Bosatt;Barn født\n";
        readAll((header + String.join(";", cells) + (close ? "\"" : "") + "\n").getBytes(UTF_8));
    }

    private static void readAll(byte[] bytes) {
        switch (Grid.read(new ImportFile(bytes))) {
            case Grid.Result.Table table -> {
                var columns = ColumnGuess.of(table.grid().headers(), Map.of()).meanings();
                table.grid()
                        .lines()
                        .forEach(line -> READER.read(line.under(columns)).name());
            }
            case Grid.Result.Unusable unusable -> assertTrue(unusable.refusal().line() >= 0);
        }
    }

    @Property(tries = 300)
    void the_same_text_reads_the_same_in_every_encoding_it_can_be_written_in(@ForAll("norwegian") String name) {
        var text = "Fornavn\tFødselsdato\tDUF\n\"" + name.replace("\"", "\"\"") + "\"\t1.1.1990\t1\n";
        var expected = Grid.read(new ImportFile(text.getBytes(UTF_8)));
        assertEquals(expected, Grid.read(new ImportFile(("\ufeff" + text).getBytes(UTF_8))));
        assertEquals(expected, Grid.read(new ImportFile(text.getBytes(UTF_16))));
        assertEquals(expected, Grid.read(new ImportFile(text.getBytes(Charset.forName("windows-1252")))));
    }

    @Property(tries = 300)
    void what_is_stored_is_read_back_cell_by_cell(
            @ForAll @Size(max = 9) List<@net.jqwik.api.From("cells") String> cells) {
        assertEquals(cells, StoredCells.read(StoredCells.write(cells)));
    }

    @Provide
    Arbitrary<String> norwegian() {
        return Arbitraries.strings()
                .withChars("aÅøéß€–“ \";,".toCharArray())
                .ofMaxLength(30)
                .map(String::strip);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars("aÅø \";,\t\n'=+@-§901.\u00a0\ufeffابሀ".toCharArray())
                .ofMaxLength(30)
                .map(cell -> cell.replace("\ufeff", ""));
    }
}
