package no.innvei.participant.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.People;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.PermitBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final RowReader READER = new RowReader(new IdentityNumbers(true, 2026), LocalDate.of(2026, 11, 24));

    @Test
    void a_row_as_staff_write_it_is_understood() {
        var number = People.nationalIdNumber(LocalDate.of(1994, 6, 14), 300);
        var row = row(
                "Fornavn;Etternavn;Fødselsdato;Fødselsnummer;DUF-nummer;Statsborgerskap;Oppholdsgrunnlag;Tillatelse gitt;Bosettingsdato;Bosatt etter avtale;Utdanning;Morsmål;Tolkespråk;Målform;Barn født",
                "Rahel  Tesfamariam;Habte;14.6.1994;" + number.substring(0, 6) + " " + number.substring(6) + ";"
                        + People.dufNumber(5)
                        + ";Eritrea;§ 9 a;2026-03-02;20.04.2026;ja;Fullført grunnskole;tigrinja;ti;Nynorsk;01.02.2017, 09.08.2021");
        assertEquals(List.of(), row.reasons());
        var facts = row.facts();
        assertEquals("Rahel Tesfamariam", facts.givenNames());
        assertEquals(List.of(People.nationalId(LocalDate.of(1994, 6, 14), 300), People.duf(5)), facts.identifiers());
        assertEquals("ER", facts.citizenship());
        assertEquals(CitizenshipGroup.OTHER, facts.citizenshipGroup());
        assertEquals(PermitBasis.A, facts.permitBasis());
        assertEquals(LocalDate.of(2026, 3, 2), facts.permitGrantedOn());
        assertEquals(LocalDate.of(2026, 4, 20), facts.settledOn());
        assertEquals(true, facts.settledByAgreement());
        assertEquals(EducationLevel.PRIMARY_COMPLETED, facts.education());
        assertEquals("ti", facts.motherTongue());
        assertEquals("ti", facts.interpretingLanguage());
        assertEquals(WrittenForm.NN, facts.writtenForm());
        assertEquals(List.of(LocalDate.of(2017, 2, 1), LocalDate.of(2021, 8, 9)), facts.childrenBornOn());
    }

    @ParameterizedTest
    @CsvSource({
        "Oppholdsgrunnlag, b, B",
        "Oppholdsgrunnlag, bokstav f, F",
        "Oppholdsgrunnlag, Kollektiv beskyttelse, E",
        "Utdanning, VGS, UPPER_SECONDARY",
        "Utdanning, høgare utdanning, HIGHER_EDUCATION",
        "Statsborgerskap, UKR, UA",
        "Statsborgerskap, Syria, SY",
        "Morsmål, Dari, prs",
        "Morsmål, arabisk, ar",
        "Målform, bm, NB"
    })
    void words_of_the_office_are_known(String header, String cell, String meaning) {
        var row = row("Fornavn;Fødselsdato;DUF;" + header, "Rahel;14.06.1994;" + People.dufNumber(5) + ";" + cell);
        assertEquals(List.of(), row.reasons());
        assertEquals(
                meaning, row.values().get(ImportColumn.of(header).orElseThrow()).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Fødselsdato, 31.02.1994, BORN_ON, DATE_NOT_READ",
        "Fødselsdato, 14/6-94, BORN_ON, DATE_NOT_READ",
        "Fødselsdato, '', BORN_ON, REQUIRED",
        "Fornavn, '', GIVEN_NAMES, REQUIRED",
        "Fornavn, 12, GIVEN_NAMES, CHARACTERS",
        "Fødselsnummer, 1,  NATIONAL_ID, NUMBER_LENGTH",
        "Fødselsnummer, '3,01E+10', NATIONAL_ID, NUMBER_NOT_DIGITS",
        "DUF-nummer, 198900000118, DUF_NUMBER, NUMBER_YEAR",
        "Oppholdsgrunnlag, h, PERMIT_BASIS, VALUE_NOT_KNOWN",
        "Tillatelse gitt, 01.01.2027, PERMIT_GRANTED_ON, FUTURE",
        "Bosettingsdato, 01.01.1980, SETTLED_ON, BEFORE_BIRTH",
        "Morsmål, klingonsk, MOTHER_TONGUE, VALUE_NOT_KNOWN",
        "Statsborgerskap, Atlantis, CITIZENSHIP, VALUE_NOT_KNOWN"
    })
    void what_is_wrong_is_told_by_column(String header, String cell, ImportColumn column, Code code) {
        var headers = List.of(
                "Fornavn",
                "Fødselsdato",
                "DUF-nummer",
                "Fødselsnummer",
                "Oppholdsgrunnlag",
                "Tillatelse gitt",
                "Bosettingsdato",
                "Morsmål",
                "Statsborgerskap");
        var cells =
                new java.util.ArrayList<>(List.of("Rahel", "14.06.1994", People.dufNumber(5), "", "a", "", "", "", ""));
        cells.set(headers.indexOf(header), cell);
        assertEquals(
                List.of(new Reason(column, code)),
                row(String.join(";", headers), String.join(";", cells)).reasons());
    }

    @Test
    void a_row_without_any_number_cannot_be_found_again() {
        assertEquals(
                List.of(new Reason(null, Code.NO_IDENTIFIER)),
                row("Fornavn;Fødselsdato;DUF", "Rahel;14.06.1994;").reasons());
    }

    @Test
    void doubts_are_told_and_do_not_stop_the_row() {
        var row = row(
                "Fornavn;Fødselsdato;DUF;Fnr",
                "Rahel;14.06.1995;202500000599;" + People.nationalIdNumber(LocalDate.of(1994, 6, 14), 300));
        assertEquals(
                List.of(
                        new Reason(ImportColumn.DUF_NUMBER, Code.DUF_CHECK_DIGITS),
                        new Reason(ImportColumn.BORN_ON, Code.BIRTH_DATE_DIFFERS)),
                row.reasons());
        assertEquals(false, row.wrong());
    }

    private static ReadRow row(String header, String row) {
        var file = new ImportFile((header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8));
        var grid = ((Grid.Result.Table) Grid.read(file)).grid();
        return READER.read(grid.lines()
                .getFirst()
                .under(ColumnGuess.of(grid.headers(), Map.of()).meanings()));
    }
}
