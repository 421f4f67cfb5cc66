package no.innvei.participant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.LifeFact.Residence;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Stamp STAMP = new Stamp(Instant.parse("2026-11-24T08:00:00Z"), new UUID(0, 2), null);

    private final DatedFact ringerike = row("3305", 1, 3);
    private final DatedFact bergen = row("4601", 4, 4);
    private final DatedFact oslo = row("0301", 6, 6);
    private final Timeline timeline = new Timeline("", List.of(ringerike, bergen, oslo));

    @Test
    void a_correction_is_refused_when_the_neighbour_that_follows_would_reach_over_a_row_in_between() {
        var refused = assertInstanceOf(
                Edit.Refused.class, timeline.correct(bergen.row(), bergen.fact(), day(8), null, STAMP));

        assertEquals(FactProblem.OVERLAPS, refused.problem());
    }

    @Test
    void a_correction_moves_the_neighbour_as_far_as_nothing_lies_in_between() {
        var done =
                assertInstanceOf(Edit.Done.class, timeline.correct(bergen.row(), bergen.fact(), day(5), day(5), STAMP));

        assertEquals(
                List.of(bergen.row(), ringerike.row()),
                done.setAside().stream().map(DatedFact::row).toList());
        assertEquals(
                List.of(day(5), day(1)),
                done.written().stream().map(DatedFact::from).toList());
        assertEquals(
                List.of(day(5), day(4)),
                done.written().stream().map(DatedFact::to).toList());
    }

    private static DatedFact row(String municipality, int from, int to) {
        return new DatedFact(
                UUID.randomUUID(),
                "",
                new Residence(municipality),
                day(from),
                day(to),
                null,
                STAMP.at(),
                STAMP.by(),
                null,
                null,
                null);
    }

    private static LocalDate day(int n) {
        return LocalDate.of(2026, 3, n);
    }
}
