package no.innvei.participant;

import static no.innvei.participant.RefugeeOffice.TODAY;
import static no.innvei.participant.api.AssignedPart.ADVISER;
import static no.innvei.participant.api.AssignedPart.SUBSTITUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.AssignmentOutcome;
import no.innvei.participant.api.Reassignments.Line;
import no.innvei.participant.api.Reassignments.Outcome;
import no.innvei.participant.api.Reassignments.Plan;
import no.innvei.participant.api.Reassignments.Reason;
import no.innvei.participant.api.Reassignments.Receiver;
import no.innvei.participant.api.Reassignments.State;
import no.innvei.participant.api.Reassignments.View;
import org.junit.jupiter.api.Test;

class ReassignmentScenarioTest {

    private final RefugeeOffice town = new RefugeeOffice();
    private final UUID north = town.office("Nord");
    private final UUID anna = town.adviser("Anna Ås", north);
    private final UUID bo = town.adviser("Bo Berg", north);
    private final UUID cecilie = town.adviser("Cecilie Dal", north);

    @Test
    void nothing_is_written_before_it_is_confirmed_and_the_people_are_dealt_by_turns() {
        var people = people(5);
        people.forEach(person -> given(person, ADVISER, anna));

        var preview = preview(people, bo, cecilie);

        assertEquals(State.PREVIEW, preview.state());
        assertEquals(
                List.of(bo, cecilie, bo, cecilie, bo),
                preview.lines().stream().map(Line::to).toList());
        assertTrue(preview.lines().stream().allMatch(line -> line.before().equals(anna)));
        assertEquals(anna, adviserOf(people.get(0)));

        var done = confirm(preview);

        assertEquals(5, done.count(Outcome.DONE));
        assertEquals(bo, adviserOf(people.get(0)));
        assertEquals(cecilie, adviserOf(people.get(1)));
        assertEquals(anna, holder(people.get(0), TODAY.minusDays(1)));
        assertEquals(done, confirm(preview), "the same confirmation twice is one");
    }

    @Test
    void who_is_skipped_is_told_why() {
        var already = town.person("A");
        var substitute = town.person("B");
        var hidden = town.person("C");
        given(already, ADVISER, bo);
        given(substitute, SUBSTITUTE, bo);
        town.protects(hidden, 1);

        var seen = preview(List.of(already, substitute, hidden), bo);
        assertEquals(2, seen.lines().size(), "whom the reader cannot see is not in it");
        assertEquals(
                List.of(Reason.ALREADY, Reason.SAME_PERSON),
                seen.lines().stream().map(Line::reason).toList());
        var cleared = town.work(
                1,
                desk -> desk.reassignments()
                        .preview(new Plan(List.of(hidden), ADVISER, List.of(new Receiver(bo, north)), TODAY)));
        assertEquals(Reason.NO_CLEARANCE, cleared.lines().get(0).reason());
        var gone = preview(List.of(already), UUID.randomUUID());
        assertEquals(Reason.RECEIVER_GONE, gone.lines().get(0).reason());
    }

    @Test
    void somebody_changed_since_the_preview_is_left_alone() {
        var people = people(2);
        var preview = preview(people, bo);
        given(people.get(1), ADVISER, anna);

        var done = confirm(preview);

        assertEquals(Outcome.DONE, done.lines().get(0).outcome());
        assertEquals(Reason.CHANGED_MEANWHILE, done.lines().get(1).reason());
        assertEquals(anna, adviserOf(people.get(1)));
    }

    @Test
    void undoing_puts_back_what_was_except_where_somebody_built_on_it() {
        var people = people(3);
        given(people.get(0), ADVISER, anna);
        given(people.get(1), ADVISER, anna);
        var done = confirm(preview(people, bo));
        given(people.get(1), ADVISER, cecilie);

        var undone = town.work(desk -> desk.reassignments().undo(done.id())).orElseThrow();

        assertEquals(State.UNDONE, undone.state());
        assertEquals(
                List.of(Outcome.UNDONE, Outcome.KEPT, Outcome.UNDONE),
                undone.lines().stream().map(Line::outcome).toList());
        assertEquals(anna, adviserOf(people.get(0)));
        assertEquals(cecilie, adviserOf(people.get(1)));
        assertNull(adviserOf(people.get(2)));
        assertEquals(
                undone, town.work(desk -> desk.reassignments().undo(done.id())).orElseThrow());
    }

    @Test
    void nobody_can_be_the_receiver() {
        var people = people(2);
        given(people.get(0), ADVISER, anna);

        var done = confirm(preview(people));

        assertEquals(Outcome.DONE, done.lines().get(0).outcome());
        assertEquals(Reason.ALREADY, done.lines().get(1).reason());
        assertNull(adviserOf(people.get(0)));
    }

    @Test
    void more_people_take_no_more_statements_and_nobody_elses_preview_is_found() {
        preview(people(2), bo);
        var few = town.statements();
        var many = preview(people(60), bo);
        assertEquals(few, town.statements());
        confirm(preview(people(2), bo));
        var confirmed = town.statements();
        confirm(many);
        assertEquals(confirmed, town.statements());

        assertTrue(new RefugeeOffice()
                .work(desk -> desk.reassignments().find(many.id()))
                .isEmpty());
    }

    private List<ParticipantId> people(int count) {
        var people = new ArrayList<ParticipantId>();
        for (int i = 0; i < count; i++) {
            people.add(town.person("Person " + (char) ('A' + i / 26) + (char) ('a' + i % 26)));
        }
        return people;
    }

    private View preview(List<ParticipantId> people, UUID... receivers) {
        var to = List.of(receivers).stream()
                .map(user -> new Receiver(user, north))
                .toList();
        return town.work(desk -> desk.reassignments().preview(new Plan(people, ADVISER, to, TODAY)));
    }

    private View confirm(View preview) {
        return town.work(desk -> desk.reassignments().confirm(preview.id())).orElseThrow();
    }

    private void given(ParticipantId person, AssignedPart part, UUID user) {
        assertInstanceOf(AssignmentOutcome.Recorded.class, town.work(desk -> {
            var version = desk.caseload().of(person).orElseThrow().version();
            return desk.caseload().assign(person, version, new Assignment(part, user, north, TODAY.minusDays(9), null));
        }));
    }

    private UUID adviserOf(ParticipantId person) {
        return holder(person, TODAY);
    }

    private UUID holder(ParticipantId person, LocalDate day) {
        return town.work(desk -> desk.caseload().of(person).orElseThrow().on(ADVISER, day))
                .map(Assignment::user)
                .orElse(null);
    }
}
