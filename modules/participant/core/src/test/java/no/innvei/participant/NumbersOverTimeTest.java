package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.HeldIdentifier.EndedWhy;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.participant.api.RegistrationOutcome.Accepted;
import org.junit.jupiter.api.Test;

/** First a DUF number, then a D-number, then a fødselsnummer; all of them are the person's. */
class NumbersOverTimeTest {

    private static final LocalDate BORN = LocalDate.of(1994, 6, 14);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 20);
    private static final PersonIdentifier D_NUMBER = People.dNumber(BORN, 300);
    private static final PersonIdentifier NATIONAL_ID = People.nationalId(BORN, 300);

    private final Municipality ringerike = new Municipality();
    private final Accepted registered = assertInstanceOf(
            Accepted.class, ringerike.work(office -> office.participants().register(People.rahel(People.duf(1)))));
    private final ParticipantId rahel = registered.participant();
    private long version = registered.version();

    private RegistrationOutcome gives(PersonIdentifier number, LocalDate from, EndedWhy why) {
        var outcome = ringerike.work(office -> office.facts().giveIdentifier(rahel, version, number, from, why));
        if (outcome instanceof Accepted accepted) {
            version = accepted.version();
        }
        return outcome;
    }

    private List<HeldIdentifier> held() {
        return ringerike
                .work(office -> office.facts().history(rahel))
                .orElseThrow()
                .identifiers();
    }

    private boolean found(PersonIdentifier number) {
        return ringerike
                .work(office -> office.facts().ownerOf(number))
                .filter(rahel::equals)
                .isPresent();
    }

    @Test
    void every_number_a_person_has_had_finds_her_and_one_of_each_kind_counts() {
        assertInstanceOf(Accepted.class, gives(D_NUMBER, APRIL, null));
        ringerike.daysPass(30);
        assertInstanceOf(Accepted.class, gives(NATIONAL_ID, APRIL.plusMonths(3), null));
        assertInstanceOf(Accepted.class, gives(People.duf(2), APRIL, EndedWhy.NEW_NUMBER));

        var numbers = held();
        assertEquals(
                List.of(NATIONAL_ID, People.duf(2)),
                numbers.stream()
                        .filter(HeldIdentifier::current)
                        .map(HeldIdentifier::identifier)
                        .toList());
        var ended = numbers.stream()
                .filter(one -> one.identifier().equals(D_NUMBER))
                .findFirst()
                .orElseThrow();
        assertEquals(EndedWhy.NATIONAL_ID, ended.why());
        assertEquals(APRIL, ended.from());
        assertEquals(APRIL.plusMonths(3).minusDays(1), ended.endedOn());
        for (var number : List.of(D_NUMBER, NATIONAL_ID, People.duf(1), People.duf(2))) {
            assertEquals(true, found(number), number.kind().name());
        }
        assertEquals(
                List.of(D_NUMBER, People.duf(1)),
                ringerike
                        .work(office -> office.facts().asKnown(rahel, Municipality.TODAY))
                        .orElseThrow()
                        .identifiers()
                        .stream()
                        .map(HeldIdentifier::identifier)
                        .sorted((a, b) -> a.kind().compareTo(b.kind()))
                        .toList());
        assertEquals(new ParticipantChanged(rahel, version, false, java.util.Set.of(), true), ringerike.told.getLast());
    }

    @Test
    void a_number_that_was_replaced_is_still_hers_and_a_mistake_is_not() {
        assertInstanceOf(Accepted.class, gives(People.duf(2), null, EndedWhy.NEW_NUMBER));
        var other = People.named(People.rahel(), "Olena", null, LocalDate.of(1990, 1, 1), People.duf(1));
        assertEquals(
                new RegistrationOutcome.AlreadyRegistered(rahel),
                ringerike.work(office -> office.participants().register(other)));
        assertInstanceOf(Accepted.class, gives(People.duf(3), null, EndedWhy.MISTAKE));
        var third = People.named(People.rahel(), "Olena", null, LocalDate.of(1990, 1, 1), People.duf(2));
        assertInstanceOf(
                Accepted.class, ringerike.work(office -> office.participants().register(third)));
        assertEquals(3, held().size());
    }

    @Test
    void a_person_can_get_an_old_number_back() {
        assertInstanceOf(Accepted.class, gives(People.duf(2), null, EndedWhy.NEW_NUMBER));
        assertInstanceOf(Accepted.class, gives(People.duf(1), null, EndedWhy.NEW_NUMBER));
        assertEquals(3, held().size());
        assertEquals(People.duf(1), held().getFirst().identifier());
        assertEquals(true, found(People.duf(2)));
    }

    @Test
    void what_is_wrong_with_a_number_is_told_and_nothing_is_written() {
        assertEquals(new RegistrationOutcome.Invalid(Map.of("why", "REQUIRED")), gives(People.duf(2), null, null));
        assertEquals(
                new RegistrationOutcome.Invalid(Map.of("number", "NUMBER_LENGTH")),
                gives(new PersonIdentifier(IdentifierKind.DUF_NUMBER, "2025"), null, EndedWhy.NEW_NUMBER));
        assertEquals(
                new RegistrationOutcome.Invalid(Map.of("from", "FUTURE")),
                gives(D_NUMBER, Municipality.TODAY.plusDays(1), null));
        assertEquals(registered, gives(People.duf(1), null, null));
        var olena = People.named(People.rahel(), "Olena", null, LocalDate.of(1990, 1, 1), People.duf(9));
        var hidden = assertInstanceOf(
                        Accepted.class,
                        ringerike.work(office -> office.participants().register(olena)))
                .participant();
        ringerike.protects(hidden, 1);
        assertEquals(new RegistrationOutcome.NeedsLeader(), gives(People.duf(9), null, EndedWhy.NEW_NUMBER));
        assertEquals(
                new RegistrationOutcome.ChangedMeanwhile(rahel),
                ringerike.work(office -> office.facts().giveIdentifier(rahel, version - 1, D_NUMBER, null, null)));
        assertEquals(1, held().size());
    }

    @Test
    void a_number_can_end_without_another() {
        assertInstanceOf(
                Accepted.class,
                ringerike.work(office -> office.facts()
                        .endIdentifier(rahel, version, IdentifierKind.DUF_NUMBER, APRIL, EndedWhy.MISTAKE)));
        assertEquals(EndedWhy.MISTAKE, held().getFirst().why());
        assertEquals(false, found(People.duf(1)));
    }
}
