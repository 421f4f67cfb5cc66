package no.innvei.participant.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.People;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.Countries;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.Languages;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;

/** What is written as cells is read as the same facts. */
class RoundTripPropertyTest {

    private static final RowReader READER = new RowReader(new IdentityNumbers(true, 2026), LocalDate.of(2026, 11, 24));

    @Property(tries = 400)
    void facts_written_as_cells_are_read_back_unchanged(@ForAll("people") PersonFacts person) {
        var read = READER.read(new Grid.SheetRow(2, CellTexts.of(person), true));
        assertEquals(List.of(), read.reasons());
        assertEquals(person, read.onto(person));
        assertEquals(person, read.facts());
    }

    @Provide
    Arbitrary<PersonFacts> people() {
        var days = Arbitraries.integers().between(0, 15_000).map(LocalDate.of(1980, 1, 1)::plusDays);
        var later = Arbitraries.integers().between(0, 2_000).map(LocalDate.of(2021, 3, 1)::plusDays);
        return Combinators.combine(
                        Arbitraries.of("Rahel Tesfamariam", "Đorđe", "Olena", "محمد", "D'Angelo-Ås"),
                        Arbitraries.of("Habte", "Kovalenko", "Østby").injectNull(0.2),
                        days.filter(day -> day.getYear() < 2005),
                        Arbitraries.of(Countries.codes(WrittenForm.NB)).injectNull(0.2),
                        Arbitraries.of(PermitBasis.values()),
                        later.injectNull(0.2),
                        Arbitraries.of(Languages.codes(WrittenForm.NB)).injectNull(0.2),
                        Arbitraries.of(EducationLevel.values()).injectNull(0.2))
                .as((given, family, born, country, basis, date, language, education) -> new PersonFacts(
                        given,
                        family,
                        born,
                        List.of(People.duf(5)),
                        country,
                        CitizenshipGroup.of(country),
                        basis,
                        date,
                        false,
                        date,
                        date != null && date.getDayOfMonth() % 2 == 0,
                        education,
                        language,
                        language,
                        date == null ? null : WrittenForm.NN,
                        date == null ? List.of() : List.of(date, date.plusDays(1))));
    }
}
