package no.innvei.participant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.DatedFact.Superseded;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFact.Child;
import no.innvei.participant.api.LifeFact.Employment;
import no.innvei.participant.api.LifeFact.Residence;

/** No sequence of changes and corrections loses a fact, and what is asked for as known at a moment is what was known then. */
class LifeRecordPropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /**
     * One thing somebody does.
     *
     * @param which chooses the row or line it concerns
     */
    record Step(int what, int which, int value, int from, int length, boolean open) {}

    /** What a row says, without who wrote it and when. */
    record Said(String line, LifeFact fact, LocalDate from, LocalDate to) {

        static Set<Said> of(List<DatedFact> rows) {
            return rows.stream()
                    .map(row -> new Said(row.line(), row.fact(), row.from(), row.to()))
                    .collect(Collectors.toSet());
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-1, 12),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 2000)
    void what_was_known_at_any_moment_can_be_read_from_the_rows(@ForAll("steps") List<Step> steps) {
        var history = new TreeMap<Instant, Set<Said>>();
        var stored = new TreeMap<UUID, DatedFact>();
        var now = START;
        for (var step : steps) {
            now = now.plusSeconds(60);
            var record = new LifeRecord(
                    new ParticipantId(new UUID(0, 1)),
                    stored.values().stream().filter(DatedFact::known).toList());
            var before = Said.of(record.known());
            var edit = record.apply(command(step, record), new Stamp(now, new UUID(0, 2), null));
            if (edit instanceof Edit.Refused) {
                assertEquals(before, Said.of(record.known()), "a refusal changes nothing");
                assertTrue(record.written().isEmpty() && record.setAside().isEmpty());
            }
            store(stored, record);
            history.put(now, Said.of(record.known()));
        }
        assertNoOverlap(stored.values().stream().filter(DatedFact::known).toList());
        history.forEach((moment, known) -> assertEquals(
                known,
                Said.of(stored.values().stream()
                        .filter(row -> row.knownBefore(moment.plusSeconds(1)))
                        .toList())));
    }

    @Property(tries = 1000)
    void a_day_is_never_lost_by_a_change_and_its_neighbours_move_with_a_correction(@ForAll("steps") List<Step> steps) {
        var stored = new TreeMap<UUID, DatedFact>();
        var now = START;
        for (var step : steps) {
            now = now.plusSeconds(60);
            var record = new LifeRecord(
                    new ParticipantId(new UUID(0, 1)),
                    stored.values().stream().filter(DatedFact::known).toList());
            var before = days(record.known());
            var command = command(step, record);
            var edit = record.apply(command, new Stamp(now, new UUID(0, 2), null));
            if (command instanceof FactCommand.Change && edit instanceof Edit.Done done) {
                assertTrue(days(record.known()).containsAll(before), "a change leaves no gap");
                assertTrue(done.setAside().stream().allMatch(row -> row.why() == Superseded.CHANGED));
            }
            store(stored, record);
        }
    }

    private static Set<String> days(List<DatedFact> known) {
        var days = new HashSet<String>();
        for (var day = FIRST.minusDays(3); day.isBefore(FIRST.plusDays(30)); day = day.plusDays(1)) {
            for (var row : known) {
                if (row.trueOn(day)) {
                    days.add(row.kind() + row.line() + day);
                }
            }
        }
        return days;
    }

    private static void store(Map<UUID, DatedFact> stored, LifeRecord record) {
        for (var gone : record.setAside()) {
            assertTrue(stored.containsKey(gone.row()), "what is set aside was there");
            stored.put(gone.row(), gone);
        }
        for (var row : record.written()) {
            assertFalse(stored.containsKey(row.row()), "a row is written once");
            stored.put(row.row(), row);
        }
    }

    private static FactCommand command(Step step, LifeRecord record) {
        var from = step.from() < 0 ? null : FIRST.plusDays(step.from());
        var to = step.open() || from == null ? null : from.plusDays(step.length());
        var known = record.known();
        var row = known.isEmpty() ? null : known.get(step.which() % known.size());
        return switch (step.what()) {
            case 0 -> new FactCommand.Change(null, residence(step), from, null);
            case 1 ->
                new FactCommand.Change(
                        row == null || row.line().isEmpty() ? null : row.line(),
                        row != null && row.fact() instanceof Child ? child(step) : work(step),
                        from,
                        null);
            case 2 -> new FactCommand.Change(null, child(step), from, null);
            case 3 ->
                new FactCommand.End(row == null ? UUID.randomUUID() : row.row(), FIRST.plusDays(step.which()), null);
            case 4 ->
                new FactCommand.Correct(
                        row == null ? UUID.randomUUID() : row.row(),
                        row != null && row.fact() instanceof Child
                                ? child(step)
                                : row != null && row.fact() instanceof Employment ? work(step) : residence(step),
                        from,
                        to,
                        null);
            default -> new FactCommand.Withdraw(row == null ? UUID.randomUUID() : row.row(), null);
        };
    }

    private static LifeFact residence(Step step) {
        return new Residence("030" + step.value());
    }

    private static LifeFact work(Step step) {
        return new Employment(Employment.State.HELD, 600 * (1 + step.value()));
    }

    private static LifeFact child(Step step) {
        return new Child(FIRST.minusYears(5), Child.LivesWith.values()[step.value()]);
    }

    private static void assertNoOverlap(List<DatedFact> known) {
        var seen = new ArrayList<DatedFact>();
        for (var row : known) {
            for (var other : seen) {
                assertFalse(
                        row.kind() == other.kind()
                                && row.line().equals(other.line())
                                && row.overlaps(other.from(), other.to()),
                        "two facts of one kind on one day");
            }
            seen.add(row);
        }
    }
}
