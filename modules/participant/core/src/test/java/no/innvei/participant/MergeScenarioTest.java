package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.FactOutcome;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.Merges.Choice;
import no.innvei.participant.api.Merges.MergeCommand;
import no.innvei.participant.api.Merges.MergeOutcome;
import no.innvei.participant.api.Merges.Obstacle;
import no.innvei.participant.api.Merges.Obstacle.Code;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.domain.Stamp;
import org.junit.jupiter.api.Test;

/** Two records of one person become one, and two again. */
class MergeScenarioTest {

    private static final LocalDate BORN = LocalDate.of(1994, 6, 14);

    private final Registry ringerike = new Registry();
    private final ParticipantId rahel = ringerike.registers(People.rahel(People.duf(1)));
    private final ParticipantId again = ringerike.registers(secondTime());

    private static PersonFacts secondTime() {
        var facts = People.named(
                People.rahel(), "Rahel", "Habte Tesfamariam", BORN, People.dNumber(BORN, 300), People.duf(2));
        return People.with(facts, PermitBasis.F, LocalDate.of(2026, 5, 1), EducationLevel.HIGHER_EDUCATION);
    }

    private MergeOutcome merges(ParticipantId surviving, ParticipantId merged, Map<String, Choice> choices) {
        return ringerike.work(desk -> {
            var compared = desk.merges().compare(surviving, merged).orElseThrow();
            return desk.merges()
                    .merge(new MergeCommand(
                            surviving,
                            compared.surviving().version(),
                            merged,
                            compared.merged().version(),
                            choices));
        });
    }

    private UUID merged(ParticipantId surviving, ParticipantId merged, Map<String, Choice> choices) {
        var done = assertInstanceOf(MergeOutcome.Done.class, merges(surviving, merged, choices));
        ringerike.timePasses(Duration.ofMinutes(1));
        return done.merge();
    }

    private MergeOutcome undoes(UUID merge) {
        var outcome = ringerike.work(desk -> desk.merges().undo(merge));
        ringerike.timePasses(Duration.ofMinutes(1));
        return outcome;
    }

    private List<DatedFact> history(ParticipantId person) {
        return ringerike
                .work(desk -> desk.facts().history(person))
                .orElseThrow()
                .facts();
    }

    private List<HeldIdentifier> numbers(ParticipantId person) {
        return ringerike
                .work(desk -> desk.facts().history(person))
                .orElseThrow()
                .identifiers();
    }

    private Optional<PersonFacts> facts(ParticipantId person) {
        return ringerike.work(desk -> desk.participants().facts(person)).map(view -> view.facts());
    }

    private static Set<Object> said(List<DatedFact> rows) {
        return rows.stream()
                .map(row -> List.of(row.fact(), "" + row.from(), "" + row.to()))
                .collect(Collectors.toSet());
    }

    private static Set<Object> known(List<DatedFact> rows) {
        return said(rows.stream().filter(DatedFact::known).toList());
    }

    @Test
    void what_is_chosen_is_current_and_everything_else_stays_in_the_history() {
        var before = new HashSet<>(said(history(rahel)));
        before.addAll(said(history(again)));

        merged(rahel, again, Map.of("PERMIT", Choice.MERGED, "NUMBER.DUF_NUMBER", Choice.MERGED));

        var now = facts(rahel).orElseThrow();
        assertEquals(PermitBasis.F, now.permitBasis());
        assertEquals("Rahel Tesfamariam", now.givenNames(), "nobody chose the other name");
        assertEquals(EducationLevel.PRIMARY_COMPLETED, now.education());
        assertEquals(
                Set.of(People.dNumber(BORN, 300), People.duf(2)), new HashSet<>(now.identifiers()), "one of each kind");
        assertTrue(said(history(rahel)).containsAll(before), "nothing is lost");
        assertEquals(4, numbers(rahel).size() + 1, "three numbers, one of them ended");
        for (var number : List.of(People.duf(1), People.duf(2), People.dNumber(BORN, 300))) {
            assertEquals(Optional.of(rahel), ringerike.work(desk -> desk.facts().ownerOf(number)));
        }
        assertTrue(history(rahel).stream()
                .anyMatch(row -> row.why() == DatedFact.Superseded.MERGED && row.kind() == FactKind.EDUCATION));
    }

    @Test
    void the_merged_record_leads_to_the_surviving_one_and_is_nowhere_else() {
        merged(rahel, again, Map.of());
        assertTrue(facts(again).isEmpty());
        assertEquals(Optional.of(rahel), ringerike.work(desk -> desk.merges().survivorOf(again)));
        assertEquals(Optional.empty(), ringerike.work(desk -> desk.merges().survivorOf(rahel)));
        assertInstanceOf(
                FactOutcome.NotFound.class,
                ringerike.work(desk -> desk.facts()
                        .record(
                                again,
                                1,
                                new FactCommand.Change(
                                        null, new LifeFact.Residence("3305"), BORN.plusYears(20), null))));
        assertEquals(
                List.of(new ParticipantsMerged(
                        ringerike
                                .work(desk -> desk.merges().of(rahel))
                                .getFirst()
                                .id(),
                        rahel,
                        again,
                        false)),
                ringerike.told.stream()
                        .filter(ParticipantsMerged.class::isInstance)
                        .toList());
    }

    @Test
    void a_chain_of_merges_leads_to_its_end_and_comes_apart_from_there() {
        var third =
                ringerike.registers(People.named(People.rahel(), "Rahel", "Habte", BORN.plusDays(1), People.duf(3)));
        var first = merged(again, third, Map.of());
        var second = merged(rahel, again, Map.of());
        assertEquals(Optional.of(rahel), ringerike.work(desk -> desk.merges().survivorOf(third)));
        assertEquals(2, ringerike.work(desk -> desk.merges().of(rahel)).size());

        assertEquals(
                List.of(new Obstacle(Code.MERGED_FURTHER, rahel)),
                assertInstanceOf(MergeOutcome.Refused.class, undoes(first)).obstacles());
        assertInstanceOf(MergeOutcome.Done.class, undoes(second));
        assertEquals(Optional.of(again), ringerike.work(desk -> desk.merges().survivorOf(third)));
        assertInstanceOf(MergeOutcome.Done.class, undoes(first));
        assertTrue(facts(third).isPresent());
    }

    @Test
    void undoing_gives_back_exactly_what_was() {
        var one = known(history(rahel));
        var other = known(history(again));
        var numbersOfOne = facts(rahel).orElseThrow().identifiers();
        var numbersOfOther = facts(again).orElseThrow().identifiers();
        var merge = merged(
                rahel,
                again,
                Map.of("NAME", Choice.MERGED, "PERMIT", Choice.MERGED, "NUMBER.DUF_NUMBER", Choice.MERGED));

        assertInstanceOf(MergeOutcome.Done.class, undoes(merge));

        assertEquals(one, known(history(rahel)));
        assertEquals(other, known(history(again)));
        assertEquals(numbersOfOne, facts(rahel).orElseThrow().identifiers());
        assertEquals(numbersOfOther, facts(again).orElseThrow().identifiers());
        assertEquals("Rahel Tesfamariam", facts(rahel).orElseThrow().givenNames());
        assertInstanceOf(MergeOutcome.ChangedMeanwhile.class, undoes(merge), "once");
    }

    @Test
    void a_merge_can_be_undone_after_a_later_one_into_the_same_record_was_undone() {
        var third =
                ringerike.registers(People.named(People.rahel(), "Rahela", "Habte", BORN.plusDays(1), People.duf(3)));
        var before = known(history(rahel));
        var first = merged(rahel, again, Map.of("NAME", Choice.MERGED));
        var second = merged(rahel, third, Map.of("NAME", Choice.MERGED));
        assertEquals(
                Code.FACT_CHANGED,
                assertInstanceOf(MergeOutcome.Refused.class, undoes(first))
                        .obstacles()
                        .getFirst()
                        .code());
        assertInstanceOf(MergeOutcome.Done.class, undoes(second));
        assertInstanceOf(MergeOutcome.Done.class, undoes(first));
        assertEquals(before, known(history(rahel)));
    }

    @Test
    void a_fact_that_was_corrected_after_the_merge_stands_in_the_way_and_another_fact_does_not() {
        var merge = merged(rahel, again, Map.of("NAME", Choice.MERGED));
        records(new FactCommand.Change(null, new LifeFact.Residence("3305"), LocalDate.of(2026, 10, 1), null));
        var name = history(rahel).stream()
                .filter(row -> row.known() && row.kind() == FactKind.NAME)
                .findFirst()
                .orElseThrow();
        records(new FactCommand.Correct(name.row(), new LifeFact.Name("Rahel", "Habte"), null, null, null));
        assertEquals(
                List.of(new Obstacle(Code.FACT_CHANGED, rahel)),
                assertInstanceOf(MergeOutcome.Refused.class, undoes(merge)).obstacles());

        var back = history(rahel).stream()
                .filter(row -> row.known() && row.kind() == FactKind.NAME)
                .findFirst()
                .orElseThrow();
        records(new FactCommand.Correct(back.row(), name.fact(), null, null, null));
        assertInstanceOf(MergeOutcome.Done.class, undoes(merge));
        assertTrue(history(rahel).stream().anyMatch(row -> row.known() && row.kind() == FactKind.RESIDENCE));
    }

    private void records(FactCommand command) {
        assertInstanceOf(
                FactOutcome.Recorded.class,
                ringerike.work(desk -> desk.facts()
                        .record(
                                rahel,
                                desk.participants().facts(rahel).orElseThrow().version(),
                                command)));
        ringerike.timePasses(Duration.ofMinutes(1));
    }

    @Test
    void after_thirty_days_a_merge_stands() {
        var merge = merged(rahel, again, Map.of());
        ringerike.timePasses(Duration.ofDays(30));
        assertEquals(
                Code.TOO_LATE,
                assertInstanceOf(MergeOutcome.Refused.class, undoes(merge))
                        .obstacles()
                        .getFirst()
                        .code());
    }

    @Test
    void of_two_leaders_who_merge_at_once_one_wins_and_the_other_is_told() throws Exception {
        long one = ringerike.version(rahel);
        long other = ringerike.version(again);
        Callable<MergeOutcome> there =
                () -> ringerike.work(desk -> desk.merges().merge(new MergeCommand(rahel, one, again, other, Map.of())));
        Callable<MergeOutcome> back =
                () -> ringerike.work(desk -> desk.merges().merge(new MergeCommand(again, other, rahel, one, Map.of())));
        try (var leaders = Executors.newFixedThreadPool(2)) {
            var outcomes = leaders.invokeAll(List.of(there, back)).stream()
                    .map(outcome -> outcome.resultNow().getClass().getSimpleName())
                    .sorted()
                    .toList();
            assertEquals(List.of("ChangedMeanwhile", "Done"), outcomes);
        }
    }

    @Test
    void whoever_has_changed_one_of_them_meanwhile_is_not_overwritten() {
        long other = ringerike.version(again);
        long stale = ringerike.version(rahel);
        records(new FactCommand.Change(null, new LifeFact.Residence("3305"), LocalDate.of(2026, 10, 1), null));
        assertInstanceOf(
                MergeOutcome.ChangedMeanwhile.class,
                ringerike.work(desk -> desk.merges().merge(new MergeCommand(rahel, stale, again, other, Map.of()))));
    }

    @Test
    void a_choice_that_is_not_offered_is_refused() {
        assertInstanceOf(MergeOutcome.Invalid.class, merges(rahel, again, Map.of("NAME", Choice.BOTH)));
        assertInstanceOf(MergeOutcome.Invalid.class, merges(rahel, again, Map.of("CONTACT.FAX", Choice.MERGED)));
    }

    @Test
    void what_another_module_objects_to_is_not_done() {
        ringerike.objects(asked -> asked.obstacle(new Obstacle(Code.BOTH_HAVE_OPEN_PROGRAMME, asked.merged())));
        assertEquals(
                List.of(new Obstacle(Code.BOTH_HAVE_OPEN_PROGRAMME, again)),
                assertInstanceOf(MergeOutcome.Refused.class, merges(rahel, again, Map.of()))
                        .obstacles());
        assertTrue(facts(again).isPresent());
    }

    @Test
    void advisers_of_the_merged_record_fill_the_days_nobody_has_and_go_back_again() {
        var office = UUID.randomUUID();
        var kari = UUID.randomUUID();
        var nils = UUID.randomUUID();
        gives(rahel, new Assignment(AssignedPart.ADVISER, kari, office, LocalDate.of(2026, 9, 1), null));
        gives(again, new Assignment(AssignedPart.ADVISER, nils, office, LocalDate.of(2026, 5, 1), null));
        var before = assignments(again);
        ringerike.timePasses(Duration.ofMinutes(1));

        var merge = merged(rahel, again, Map.of());

        assertEquals(
                List.of(
                        new Assignment(
                                AssignedPart.ADVISER,
                                nils,
                                office,
                                LocalDate.of(2026, 5, 1),
                                LocalDate.of(2026, 8, 31)),
                        new Assignment(AssignedPart.ADVISER, kari, office, LocalDate.of(2026, 9, 1), null)),
                assignments(rahel));
        assertInstanceOf(MergeOutcome.Done.class, undoes(merge));
        assertEquals(before, assignments(again));
        assertEquals(1, assignments(rahel).size());
    }

    private void gives(ParticipantId person, Assignment assignment) {
        ringerike.work(desk -> {
            var holders = desk.assignments().lock(List.of(person)).get(person);
            holders.assign(assignment);
            desk.assignments()
                    .write(
                            List.of(holders),
                            new Stamp(Instant.parse("2026-11-24T08:00:00Z"), ringerike.leader(), null),
                            null);
            return null;
        });
    }

    private List<Assignment> assignments(ParticipantId person) {
        return ringerike
                .work(desk -> desk.assignments().of(person))
                .orElseThrow()
                .assignments();
    }

    @Test
    void a_protected_person_is_merged_by_nobody_without_clearance_and_only_with_her_like() {
        ringerike.protects(again, 1);
        assertTrue(ringerike.work(desk -> desk.merges().compare(rahel, again)).isEmpty());
        assertInstanceOf(
                MergeOutcome.NotFound.class,
                ringerike.work(desk -> desk.merges().merge(new MergeCommand(rahel, 1, again, 1, Map.of()))));
        var compared =
                ringerike.work(2, desk -> desk.merges().compare(rahel, again)).orElseThrow();
        assertEquals(
                List.of(new Obstacle(Code.PROTECTION_DIFFERS, again)), compared.obstacles(), "a leader with clearance");
    }

    @Test
    void nobody_in_another_municipality_can_merge_or_undo() {
        var merge = merged(rahel, again, Map.of());
        var elsewhere = new Registry();
        assertTrue(elsewhere.work(2, desk -> desk.merges().survivorOf(again)).isEmpty());
        assertTrue(elsewhere.work(2, desk -> desk.merges().of(rahel)).isEmpty());
        assertInstanceOf(
                MergeOutcome.NotFound.class,
                elsewhere.work(2, desk -> desk.merges().undo(merge)));
        assertFalse(facts(rahel).isEmpty());
    }
}
