package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innvei.participant.api.Duplicates.Candidate;
import no.innvei.participant.api.Duplicates.DuplicateOutcome;
import no.innvei.participant.api.Duplicates.Pair;
import no.innvei.participant.api.Duplicates.Reason;
import no.innvei.participant.api.Duplicates.State;
import no.innvei.participant.api.HeldIdentifier.EndedWhy;
import no.innvei.participant.api.Merges.MergeCommand;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.application.PossibleDuplicates.Sought;
import org.junit.jupiter.api.Test;

/** The same person twice is seen before she is registered, and kept in a list afterwards. */
class DuplicatesScenarioTest {

    private static final LocalDate BORN = LocalDate.of(1994, 6, 5);

    private final Registry ringerike = new Registry();

    private static PersonFacts named(String given, String family, LocalDate born) {
        return People.named(People.rahel(), given, family, born);
    }

    private List<Candidate> mayBe(PersonFacts typed) {
        return ringerike.work(desk -> desk.duplicates().mayBe(typed));
    }

    private List<Pair> open() {
        return ringerike
                .work(desk -> desk.duplicates().pairs(State.OPEN, null, 50))
                .pairs();
    }

    @Test
    void names_in_another_order_or_script_and_a_birth_date_typed_wrong_are_seen_before_saving() {
        var olena = ringerike.registers(named("Олена", "Коваль", BORN));
        assertEquals(
                Set.of(Reason.SAME_NAME, Reason.SAME_BIRTH_DATE),
                mayBe(named("Koval", "Olena", BORN)).getFirst().reasons());
        assertEquals(
                Set.of(Reason.SAME_NAME, Reason.DAY_AND_MONTH_SWAPPED),
                mayBe(named("Olena", "Koval", LocalDate.of(1994, 5, 6)))
                        .getFirst()
                        .reasons());
        assertEquals(
                Set.of(Reason.SAME_NAME, Reason.ONE_DIGIT_OFF),
                mayBe(named("Olena", "Koval", LocalDate.of(1984, 6, 5)))
                        .getFirst()
                        .reasons());
        assertEquals(
                Set.of(Reason.PART_OF_NAME, Reason.SAME_BIRTH_DATE),
                mayBe(named("Olena", "Sjevtsjenko", BORN)).getFirst().reasons());
        assertEquals(olena, mayBe(named("Olena", "Koval", BORN)).getFirst().participant());
        assertEquals(List.of(), mayBe(named("Iryna", "Koval", LocalDate.of(1971, 12, 24))));
        assertEquals(List.of(), mayBe(named("Iryna", "Melnyk", BORN)));
    }

    @Test
    void the_first_of_january_says_little() {
        ringerike.registers(named("Ahmad", "Rahimi", LocalDate.of(1990, 1, 1)));
        assertEquals(List.of(), mayBe(named("Ahmad", "Noori", LocalDate.of(1990, 1, 1))));
        assertEquals(
                1, mayBe(named("Ahmad", "Rahimi", LocalDate.of(1990, 1, 1))).size());
    }

    @Test
    void a_number_that_once_stood_on_another_person_is_told() {
        var first = ringerike.registers(People.named(People.rahel(), "Semira", "Ali", BORN, People.duf(7)));
        ringerike.work(desk -> desk.facts()
                .endIdentifier(
                        first,
                        desk.participants().facts(first).orElseThrow().version(),
                        IdentifierKind.DUF_NUMBER,
                        null,
                        EndedWhy.MISTAKE));
        var typed = People.named(People.rahel(), "Hodan", "Yusuf", LocalDate.of(1980, 3, 3), People.duf(7));
        assertEquals(Set.of(Reason.SAME_NUMBER), mayBe(typed).getFirst().reasons());

        var second = ringerike.registers(typed);
        ringerike.looks();
        assertEquals(1, open().size());
        assertTrue(ringerike
                .work(desk -> desk.duplicates().find(second, first))
                .orElseThrow()
                .reasons()
                .contains(Reason.SAME_NUMBER));
    }

    @Test
    void the_list_is_filled_once_for_everybody_and_paged_with_a_constant_number_of_statements() {
        for (int i = 0; i < 6; i++) {
            ringerike.registers(named("Olena " + "abcdef".charAt(i) + "nna", "Koval", BORN));
        }
        ringerike.registers(named("Per", "Hansen", BORN));
        ringerike.looks();
        assertEquals(15, open().size(), "six people with most of the name in common");
        var first = ringerike.work(desk -> desk.duplicates().pairs(State.OPEN, null, 7));
        long statements = ringerike.statements();
        var second = ringerike.work(desk -> desk.duplicates().pairs(State.OPEN, first.next(), 100));
        assertEquals(1, statements);
        assertEquals(statements, ringerike.statements());
        assertEquals(8, second.pairs().size());
        var all = new HashSet<>(first.pairs());
        all.addAll(second.pairs());
        assertEquals(15, all.size());
        assertEquals(null, second.next());
        assertTrue(ringerike.work(desk -> desk.duplicates().progress()).whole());
    }

    @Test
    void not_the_same_person_is_remembered_with_who_and_when_and_can_be_taken_back() {
        var one = ringerike.registers(named("Olena", "Koval", BORN));
        var other = ringerike.registers(named("Olena", "Koval", BORN));
        ringerike.looks();
        assertInstanceOf(
                DuplicateOutcome.Recorded.class,
                ringerike.work(desk -> desk.duplicates().dismiss(other, one)));
        ringerike.looks();
        assertEquals(List.of(), open());
        var dismissed = ringerike
                .work(desk -> desk.duplicates().pairs(State.DISMISSED, null, 10))
                .pairs()
                .getFirst();
        assertEquals(ringerike.leader(), dismissed.decidedBy());
        assertFalse(dismissed.decidedAt() == null);
        ringerike.work(desk -> desk.duplicates().reopen(dismissed.id()));
        assertEquals(1, open().size());
    }

    @Test
    void a_pair_nobody_has_found_can_be_dismissed_too() {
        var one = ringerike.registers(named("Olena", "Koval", BORN));
        var other = ringerike.registers(named("Iryna", "Melnyk", BORN.plusYears(9)));
        assertInstanceOf(
                DuplicateOutcome.Recorded.class,
                ringerike.work(desk -> desk.duplicates().dismiss(one, other)));
        assertEquals(
                State.DISMISSED,
                ringerike
                        .work(desk -> desk.duplicates().find(one, other))
                        .orElseThrow()
                        .state());
    }

    @Test
    void what_is_proposed_comes_first() {
        ringerike.registers(named("Olena", "Koval", BORN));
        ringerike.registers(named("Olena", "Koval", BORN));
        ringerike.registers(named("Olena", "Koval", BORN.plusYears(10)));
        ringerike.looks();
        var last = open().getLast();
        ringerike.work(desk -> desk.duplicates().propose(last.id()));
        assertEquals(last.id(), open().getFirst().id());
        assertTrue(open().getFirst().proposed());
    }

    @Test
    void a_pair_is_gone_when_the_two_are_one() {
        var one = ringerike.registers(named("Olena", "Koval", BORN));
        var other = ringerike.registers(named("Olena", "Koval", BORN));
        ringerike.looks();
        var command = new MergeCommand(one, ringerike.version(one), other, ringerike.version(other), Map.of());
        ringerike.work(desk -> desk.merges().merge(command));
        assertEquals(List.of(), open());
        assertEquals(
                List.of(one),
                mayBe(named("Olena", "Koval", BORN)).stream()
                        .map(Candidate::participant)
                        .toList());
    }

    @Test
    void a_protected_person_is_a_suggestion_only_to_those_with_clearance() {
        var open = ringerike.registers(named("Olena", "Koval", BORN));
        var hidden = ringerike.registers(named("Olena", "Koval", BORN));
        ringerike.protects(hidden, 2);
        ringerike.looks();
        assertEquals(List.of(), open());
        assertEquals(
                List.of(open),
                mayBe(named("Olena", "Koval", BORN)).stream()
                        .map(Candidate::participant)
                        .toList());
        assertInstanceOf(
                DuplicateOutcome.NotFound.class,
                ringerike.work(desk -> desk.duplicates().dismiss(open, hidden)));
        var pair =
                ringerike.work(2, desk -> desk.duplicates().find(open, hidden)).orElseThrow();
        assertInstanceOf(
                DuplicateOutcome.NotFound.class,
                ringerike.work(1, desk -> desk.duplicates().propose(pair.id())));
    }

    @Test
    void another_municipality_sees_nothing() {
        var one = ringerike.registers(named("Olena", "Koval", BORN));
        var other = ringerike.registers(named("Olena", "Koval", BORN));
        ringerike.looks();
        var elsewhere = new Registry();
        assertEquals(
                List.of(),
                elsewhere
                        .work(2, desk -> desk.duplicates().pairs(State.OPEN, null, 10))
                        .pairs());
        assertInstanceOf(
                DuplicateOutcome.NotFound.class,
                elsewhere.work(2, desk -> desk.duplicates().dismiss(one, other)));
        assertEquals(
                List.<Candidate>of(),
                elsewhere.work(2, desk -> desk.duplicates().mayBe(named("Olena", "Koval", BORN))));
    }

    @Test
    void many_rows_are_asked_for_at_once() {
        var olena = ringerike.registers(named("Olena", "Koval", BORN));
        var found = ringerike.work(desk -> desk.possible()
                .mayBe(Map.of(
                        "1", sought("Olena", "Koval"),
                        "2", sought("Per", "Hansen"))));
        assertEquals(Set.of("1"), found.keySet());
        assertEquals(olena, found.get("1").getFirst().participant());
    }

    private static Sought sought(String given, String family) {
        return new Sought(given, family, BORN, List.of());
    }
}
