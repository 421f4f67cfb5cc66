package no.innvei.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import no.innvei.benchmark.measure.Figure.Statements;
import no.innvei.benchmark.measure.OfferedLoad.Work;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    @Test
    void a_percentile_is_the_smallest_value_that_so_many_do_not_exceed() {
        var hundred = Latencies.of(
                IntStream.rangeClosed(1, 100).map(i -> 101 - i).asDoubleStream().toArray());
        assertEquals(50, hundred.p50());
        assertEquals(95, hundred.p95());
        assertEquals(100, hundred.most());
        assertEquals(1, hundred.percentile(0.5));
        assertEquals(3, Latencies.of(3, 1, 2).p95());
        assertEquals(2, Latencies.of(3, 1, 2).p50());
        assertEquals(7, Latencies.of(7).p95());
        assertTrue(Double.isNaN(Latencies.of().p95()));
        assertThrows(IllegalArgumentException.class, () -> hundred.percentile(0));
        assertThrows(IllegalArgumentException.class, () -> hundred.percentile(101));
    }

    @Test
    void a_ceiling_holds_up_to_itself_and_without_answers_it_does_not_hold() {
        assertTrue(Budget.LIST.holds(Latencies.of(130)));
        assertFalse(Budget.LIST.holds(Latencies.of(130.1)));
        assertFalse(Budget.LIST.holds(Latencies.of()));
    }

    @Test
    void statements_are_the_same_number_every_time_and_no_more_than_there_may_be() {
        int most = Budget.LIST.statements();
        assertTrue(Budget.LIST.holds(most, most));
        assertTrue(Budget.LIST.holds(most - 1, most - 1));
        assertFalse(Budget.LIST.holds(most - 1, most));
        assertFalse(Budget.LIST.holds(most + 1, most + 1));
        assertTrue(Budget.OPEN.holds(5, 9), "a case that has come further is read from more tables");
        assertFalse(Budget.OPEN.holds(5, Budget.OPEN.statements() + 1));
        assertTrue(Budget.IMPORT.holds(5, 9));
    }

    @Test
    void statements_of_the_application_are_counted_and_those_of_others_are_not() {
        var log = """
                2026-11-24 19:00:00.000 UTC [1] innvei-app LOG:  execute S_1: BEGIN
                2026-11-24 19:00:00.000 UTC [1] innvei-app LOG:  execute S_2: select set_config($1, $2, true)
                2026-11-24 19:00:00.001 UTC [1] innvei-app LOG:  execute S_12: with page as (
                \tselect p.participant_id
                2026-11-24 19:00:00.002 UTC [1] innvei-app LOG:  execute S_3: COMMIT
                2026-11-24 19:00:00.003 UTC [2] innvei-jobs LOG:  execute S_9: select 1
                2026-11-24 19:00:00.004 UTC [1] innvei-app LOG:  execute <unnamed>: select 2
                """;
        assertEquals(3, StatementCounter.count(log));
    }

    @Test
    void work_that_must_wait_is_counted_from_when_it_was_due() throws Exception {
        var gate = new java.util.concurrent.Semaphore(1);
        var done = OfferedLoad.run(
                i -> new Work("one at a time", () -> {
                    gate.acquire();
                    try {
                        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                        return true;
                    } finally {
                        gate.release();
                    }
                }),
                200,
                OfferedLoad.after(10));
        assertEquals(10, done.size());
        assertTrue(done.stream().allMatch(OfferedLoad.Done::right));
        var latencies = Latencies.of(
                done.stream().mapToDouble(OfferedLoad.Done::milliseconds).toArray());
        assertTrue(latencies.most() >= 150, "the last arrives after 45 ms and must wait until 200 ms");
    }

    @Test
    void an_answer_that_fails_is_wrong_and_still_counted() throws Exception {
        var done = OfferedLoad.run(
                i -> new Work("fails", () -> {
                    throw new java.io.IOException("no answer");
                }),
                1000,
                OfferedLoad.after(3));
        assertEquals(3, done.stream().filter(each -> !each.right()).count());
    }

    @Test
    void a_figure_over_its_ceiling_is_marked_in_every_form() throws Exception {
        var over = new Figure("List", Budget.LIST, Latencies.of(200), 0, new Statements(3, 4), 1);
        var report = new Report("now", "a <machine>", "small", 600, 300, 4, List.of(over));
        assertTrue(Report.line(over).contains("OVER"));
        assertTrue(Report.line(over).contains("NOT CONSTANT"));
        assertTrue(report.json().contains("\"withinCeiling\" : false"));
        assertTrue(report.html().contains("a &lt;machine&gt;"));
        assertTrue(report.html().contains("154 %"));
    }

    @Test
    void an_import_file_has_a_line_for_each_person_and_valid_numbers() {
        var lines = new String(ImportFile.of(50, 300_000), java.nio.charset.StandardCharsets.UTF_8).split("\n");
        assertEquals(51, lines.length);
        assertEquals(
                50,
                List.of(lines).stream()
                        .skip(1)
                        .map(l -> l.split(";")[3])
                        .distinct()
                        .count());
        assertEquals("202630000001", ImportFile.duf(2026, 300_000).substring(0, 4) + "30000001");
        assertTrue(List.of(lines).stream().skip(1).allMatch(l -> l.split(";")[3].matches("2026[0-9]{8}")));
    }
}
