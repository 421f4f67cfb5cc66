package no.innvei.worklist.domain;

import static no.innvei.worklist.api.DeadlineKind.DECIDE_AND_START;
import static no.innvei.worklist.api.DeadlineKind.MEND_REFUSAL;
import static no.innvei.worklist.api.DeadlineKind.REGISTER_BY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.innvei.kernel.ParticipantId;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.MyDay;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.MyDay.Task;
import no.innvei.worklist.api.MyDay.When;
import no.innvei.worklist.domain.DayBoard.Line;
import org.junit.jupiter.api.Test;

class DayBoardTest {

    /** A Tuesday; the week ends on Sunday 29 November. */
    private static final Week WEEK = new Week(LocalDate.of(2026, 11, 24));

    @Test
    void today_is_with_what_is_late_and_sunday_is_this_week_and_monday_is_later() {
        assertEquals(When.NOW, WEEK.of(LocalDate.of(2026, 11, 23)));
        assertEquals(When.NOW, WEEK.of(LocalDate.of(2026, 11, 24)));
        assertEquals(When.THIS_WEEK, WEEK.of(LocalDate.of(2026, 11, 25)));
        assertEquals(When.THIS_WEEK, WEEK.of(LocalDate.of(2026, 11, 29)));
        assertEquals(When.LATER, WEEK.of(LocalDate.of(2026, 11, 30)));
    }

    @Test
    void on_a_sunday_nothing_is_left_of_this_week() {
        var sunday = new Week(LocalDate.of(2026, 11, 29));

        assertEquals(LocalDate.of(2026, 11, 29), sunday.sunday());
        assertEquals(When.LATER, sunday.of(LocalDate.of(2026, 11, 30)));
    }

    @Test
    void every_group_is_there_even_when_it_is_empty() {
        var board = new DayBoard(WEEK, List.of());

        assertEquals(
                List.of(When.NOW, When.THIS_WEEK, When.LATER),
                board.groups(Source.ALL).stream().map(MyDay.Group::when).toList());
        assertEquals(Map.of(Source.ALL, 0, Source.DEADLINES, 0, Source.REGISTER, 0), board.counts());
        assertNull(board.next());
    }

    @Test
    void choosing_a_source_shows_its_tasks_and_leaves_the_counts_alone() {
        var board = new DayBoard(
                WEEK,
                List.of(
                        line(DECIDE_AND_START, "2026-11-20", 1),
                        line(MEND_REFUSAL, "2026-11-22", 1),
                        line(DECIDE_AND_START, "2026-12-10", 1)));

        assertEquals(1, board.groups(Source.REGISTER).get(0).tasks().size());
        assertEquals(2, board.groups(Source.ALL).get(0).total());
        assertEquals(1, board.groups(Source.DEADLINES).get(0).total());
        assertEquals(Map.of(Source.ALL, 3, Source.DEADLINES, 2, Source.REGISTER, 1), board.counts());
        assertEquals(LocalDate.of(2026, 12, 10), board.next());
        assertEquals(1, board.refused().size());
    }

    @Test
    void what_the_machine_does_by_itself_is_shown_and_not_counted() {
        var board = new DayBoard(WEEK, List.of(line(REGISTER_BY, "2026-11-25", 0)));

        assertEquals(1, board.groups(Source.ALL).get(1).tasks().size());
        assertEquals(0, board.counts().get(Source.ALL));
    }

    @Test
    void a_large_group_shows_its_first_tasks_and_counts_all() {
        var refusals = IntStream.range(0, MyDay.SHOWN_TASKS).mapToObj(i -> line(MEND_REFUSAL, "2026-11-20", 900));
        var deadlines = IntStream.range(0, MyDay.SHOWN_TASKS).mapToObj(i -> line(DECIDE_AND_START, "2026-11-21", 60));
        var group = new DayBoard(WEEK, Stream.concat(refusals, deadlines).toList())
                .groups(Source.ALL)
                .get(0);

        assertEquals(MyDay.SHOWN_TASKS, group.tasks().size());
        assertEquals(960, group.total());
    }

    @Test
    void a_task_prints_ids_and_no_name() {
        assertTrue(!line(MEND_REFUSAL, "2026-11-20", 1).task().toString().contains("Nordmann"));
    }

    private static Line line(DeadlineKind kind, String deadline, int total) {
        var task = new Task(
                kind,
                LocalDate.parse(deadline),
                null,
                ParticipantId.next(),
                "Kari Nordmann",
                null,
                null,
                null,
                null,
                kind == REGISTER_BY);
        return new Line(task, total);
    }
}
