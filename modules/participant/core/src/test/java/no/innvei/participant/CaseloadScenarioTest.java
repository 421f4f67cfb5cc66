package no.innvei.participant;

import static no.innvei.participant.RefugeeOffice.TODAY;
import static no.innvei.participant.api.AssignedPart.ADVISER;
import static no.innvei.participant.api.AssignedPart.SUBSTITUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.AssignmentOutcome;
import no.innvei.participant.api.AssignmentOutcome.Problem;
import no.innvei.participant.api.AssignmentOutcome.Recorded;
import no.innvei.participant.api.Caseload.Followup;
import org.junit.jupiter.api.Test;

class CaseloadScenarioTest {

    private final RefugeeOffice town = new RefugeeOffice();
    private final UUID north = town.office("Nord");
    private final UUID anna = town.adviser("Anna Ås", north);
    private final UUID bo = town.adviser("Bo Berg", north);
    private final ParticipantId rahel = town.person("Rahel");

    @Test
    void a_new_participant_belongs_to_nobody() {
        var followup = followup(rahel);

        assertEquals(0, followup.version());
        assertEquals(List.of(), followup.assignments());
    }

    @Test
    void an_adviser_and_a_substitute_each_have_their_days_and_their_office() {
        recorded(assign(0, ADVISER, anna, TODAY, null));
        recorded(assign(1, SUBSTITUTE, bo, TODAY.plusDays(7), TODAY.plusDays(20)));

        var followup = followup(rahel);
        assertEquals(
                anna, followup.on(ADVISER, TODAY.plusYears(5)).orElseThrow().user());
        assertEquals(north, followup.on(ADVISER, TODAY).orElseThrow().office());
        assertTrue(followup.on(ADVISER, TODAY.minusDays(1)).isEmpty());
        assertTrue(followup.on(SUBSTITUTE, TODAY.plusDays(6)).isEmpty());
        assertTrue(followup.has(bo, TODAY.plusDays(20)));
        assertTrue(followup.on(SUBSTITUTE, TODAY.plusDays(21)).isEmpty());
        assertEquals(2, town.told.size());
    }

    @Test
    void a_new_adviser_takes_over_from_her_first_day_and_the_earlier_days_stay_with_the_old_one() {
        recorded(assign(0, ADVISER, anna, TODAY.minusDays(100), null));
        recorded(assign(1, ADVISER, bo, TODAY, null));

        var followup = followup(rahel);
        assertEquals(
                List.of(
                        new Assignment(ADVISER, anna, north, TODAY.minusDays(100), TODAY.minusDays(1)),
                        new Assignment(ADVISER, bo, north, TODAY, null)),
                followup.assignments());
        assertEquals(3, RefugeeOffice.rows(rahel), "the open row is set aside and never lost");
    }

    @Test
    void a_period_in_the_middle_leaves_both_ends() {
        recorded(assign(0, ADVISER, anna, TODAY, null));
        recorded(assign(1, ADVISER, bo, TODAY.plusDays(10), TODAY.plusDays(19)));

        var followup = followup(rahel);
        assertEquals(anna, followup.on(ADVISER, TODAY.plusDays(9)).orElseThrow().user());
        assertEquals(bo, followup.on(ADVISER, TODAY.plusDays(10)).orElseThrow().user());
        assertEquals(bo, followup.on(ADVISER, TODAY.plusDays(19)).orElseThrow().user());
        assertEquals(
                anna, followup.on(ADVISER, TODAY.plusDays(20)).orElseThrow().user());
    }

    @Test
    void what_is_so_already_is_not_written_again() {
        recorded(assign(0, ADVISER, anna, TODAY, null));

        assertEquals(new Recorded(1, false), assign(1, ADVISER, anna, TODAY.plusDays(3), TODAY.plusDays(9)));
        assertEquals(1, town.told.size());
    }

    @Test
    void ending_leaves_nobody_from_the_day_after() {
        recorded(assign(0, ADVISER, anna, TODAY.minusDays(10), null));
        recorded(town.work(desk -> desk.caseload().end(rahel, 1, ADVISER, TODAY)));

        var followup = followup(rahel);
        assertTrue(followup.on(ADVISER, TODAY).isPresent());
        assertTrue(followup.on(ADVISER, TODAY.plusDays(1)).isEmpty());
        assertEquals(
                new AssignmentOutcome.Invalid(Map.of("lastDay", Problem.NOTHING_TO_END)),
                town.work(desk -> desk.caseload().end(rahel, followup.version(), ADVISER, TODAY)));
    }

    @Test
    void somebody_who_read_an_older_state_is_told() {
        recorded(assign(0, ADVISER, anna, TODAY, null));

        assertEquals(new AssignmentOutcome.ChangedMeanwhile(1), assign(0, ADVISER, bo, TODAY, null));
        assertEquals(
                new AssignmentOutcome.ChangedMeanwhile(1),
                town.work(desk -> desk.caseload().end(rahel, 0, ADVISER, TODAY)));
    }

    @Test
    void only_advisers_and_leaders_of_that_office_on_that_day_can_have_a_case() {
        var south = town.office("Sør");
        var registrar = town.colleague("Cato", north, "CLASS_REGISTRAR", 0, LocalDate.of(2020, 1, 1), null);
        var gone = town.colleague("Dina", north, "PROGRAMME_ADVISER", 0, LocalDate.of(2020, 1, 1), TODAY.minusDays(1));
        var leader = town.colleague("Eva", north, "LEADER", 0, LocalDate.of(2020, 1, 1), null);

        assertEquals(problem("user", Problem.NOT_AN_ADVISER), assign(0, ADVISER, registrar, TODAY, null));
        assertEquals(problem("user", Problem.NOT_AN_ADVISER), assign(0, ADVISER, gone, TODAY, null));
        assertEquals(
                problem("user", Problem.NOT_AN_ADVISER),
                town.work(desk -> desk.caseload().assign(rahel, 0, new Assignment(ADVISER, anna, south, TODAY, null))));
        recorded(assign(0, ADVISER, gone, TODAY.minusDays(9), TODAY.minusDays(1)));
        recorded(assign(1, ADVISER, leader, TODAY, null));
    }

    @Test
    void adviser_and_substitute_are_two_people() {
        recorded(assign(0, ADVISER, anna, TODAY, TODAY.plusDays(9)));

        assertEquals(problem("user", Problem.SAME_PERSON), assign(1, SUBSTITUTE, anna, TODAY.plusDays(9), null));
        recorded(assign(1, SUBSTITUTE, anna, TODAY.plusDays(10), null));
    }

    @Test
    void days_are_in_order_and_within_reason() {
        assertEquals(problem("to", Problem.DAYS_NOT_IN_ORDER), assign(0, ADVISER, anna, TODAY, TODAY.minusDays(1)));
        assertEquals(problem("from", Problem.DAY_OUT_OF_RANGE), assign(0, ADVISER, anna, TODAY.plusYears(3), null));
    }

    @Test
    void a_protected_participant_is_followed_up_by_somebody_who_may_see_her_and_is_missing_for_others() {
        var cleared = town.colleague("Frida", north, "PROGRAMME_ADVISER", 1, LocalDate.of(2020, 1, 1), null);
        town.protects(rahel, 1);

        assertInstanceOf(AssignmentOutcome.NotFound.class, assign(0, ADVISER, cleared, TODAY, null));
        assertTrue(town.work(desk -> desk.caseload().of(rahel)).isEmpty());
        assertEquals(
                problem("user", Problem.NO_CLEARANCE),
                town.work(
                        1,
                        desk -> desk.caseload().assign(rahel, 0, new Assignment(ADVISER, anna, north, TODAY, null))));
        recorded(town.work(
                1, desk -> desk.caseload().assign(rahel, 0, new Assignment(ADVISER, cleared, north, TODAY, null))));
    }

    @Test
    void another_municipality_has_neither_the_case_nor_the_adviser() {
        recorded(assign(0, ADVISER, anna, TODAY, null));
        var other = new RefugeeOffice();

        assertTrue(other.work(desk -> desk.caseload().of(rahel)).isEmpty());
        assertInstanceOf(
                AssignmentOutcome.NotFound.class,
                other.work(desk -> desk.caseload().end(rahel, 1, ADVISER, TODAY)));
        var own = other.person("Rahel");
        assertEquals(
                problem("user", Problem.NOT_AN_ADVISER),
                other.work(desk -> desk.caseload().assign(own, 0, new Assignment(ADVISER, anna, north, TODAY, null))));
    }

    @Test
    void reading_takes_two_statements() {
        followup(rahel);

        assertEquals(2, town.statements());
    }

    private AssignmentOutcome assign(long version, AssignedPart part, UUID user, LocalDate from, LocalDate to) {
        return town.work(desk -> desk.caseload().assign(rahel, version, new Assignment(part, user, north, from, to)));
    }

    private Followup followup(ParticipantId participant) {
        return town.work(desk -> desk.caseload().of(participant)).orElseThrow();
    }

    private static AssignmentOutcome problem(String field, Problem problem) {
        return new AssignmentOutcome.Invalid(Map.of(field, problem));
    }

    private static void recorded(AssignmentOutcome outcome) {
        assertTrue(assertInstanceOf(Recorded.class, outcome).changed());
    }
}
