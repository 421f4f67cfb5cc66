package no.innvei.participant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
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
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.Merges.Choice;
import org.junit.jupiter.api.Test;

/** No sequence of corrections, merges and undos loses a fact, and an undo gives back exactly what was. */
class MergingPropertyTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int PEOPLE = 3;

    /** One thing somebody does; {@code what}: 0 to 3 write, 4 and 5 merge, 6 and 7 undo the last merge. */
    record Step(int what, int who, int whom, int value, int day) {}

    record Said(FactKind kind, LifeFact fact, LocalDate from, LocalDate to) {

        static Set<Said> of(List<DatedFact> rows) {
            return rows.stream()
                    .map(row -> new Said(row.kind(), row.fact(), row.from(), row.to()))
                    .collect(Collectors.toSet());
        }
    }

    private record Merged(int surviving, int merged, Set<UUID> written, Set<UUID> setAside, Set<Said> before) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 12))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 2000)
    void nothing_that_was_ever_said_is_lost(@ForAll("steps") List<Step> steps) {
        var stored = new ArrayList<Map<UUID, DatedFact>>();
        for (int i = 0; i < PEOPLE; i++) {
            stored.add(new TreeMap<>());
        }
        var into = new HashMap<Integer, Integer>();
        var merges = new ArrayDeque<Merged>();
        var ever = new HashSet<Said>();
        var now = START;
        for (var step : steps) {
            now = now.plusSeconds(60);
            var stamp = new Stamp(now, new UUID(0, 9), null);
            int who = step.who();
            if (into.containsKey(who)) {
                continue;
            }
            if (step.what() < 4) {
                var life = life(who, stored.get(who));
                life.apply(command(step, life), stamp);
                store(stored.get(who), life);
            } else if (step.what() < 6) {
                merge(step, stored, into, merges, stamp);
            } else {
                undo(stored, into, merges, stamp);
            }
            stored.forEach(rows -> ever.addAll(Said.of(List.copyOf(rows.values()))));
            var all = new HashSet<Said>();
            stored.forEach(rows -> all.addAll(Said.of(List.copyOf(rows.values()))));
            assertTrue(all.containsAll(ever), "a fact is gone");
        }
    }

    private static void merge(
            Step step,
            List<Map<UUID, DatedFact>> stored,
            Map<Integer, Integer> into,
            ArrayDeque<Merged> merges,
            Stamp stamp) {
        int who = step.who();
        int whom = step.whom();
        if (who == whom || into.containsKey(whom)) {
            return;
        }
        var life = life(who, stored.get(who));
        var theirs = known(stored.get(whom));
        var untouched = Map.copyOf(stored.get(whom));
        var before = Said.of(life.known());
        var differences = Merging.compare(life.known(), theirs, List.of(), List.of());
        var choices = new HashMap<String, Choice>();
        differences.stream()
                .filter(each -> !each.choices().isEmpty())
                .forEach(each -> choices.put(
                        each.key(),
                        each.choices().get(step.value() % each.choices().size())));
        Merging.merge(life, differences, choices, stamp);
        for (var each : differences) {
            if (Merging.chosen(each, choices) == Choice.MERGED) {
                assertTrue(Said.of(life.known()).containsAll(Said.of(each.merged())), "what was chosen is current");
            }
        }
        merges.push(new Merged(who, whom, ids(life.written()), ids(life.setAside()), before));
        store(stored.get(who), life);
        assertEquals(untouched, stored.get(whom), "the merged record is as it was");
        into.put(whom, who);
    }

    private static void undo(
            List<Map<UUID, DatedFact>> stored, Map<Integer, Integer> into, ArrayDeque<Merged> merges, Stamp stamp) {
        if (merges.isEmpty() || into.containsKey(merges.peek().surviving())) {
            return;
        }
        var merge = merges.peek();
        var rows = stored.get(merge.surviving());
        var all = List.copyOf(rows.values());
        if (!Merging.changedSince(all, merge.written(), merge.setAside()).isEmpty()) {
            return;
        }
        merges.pop();
        var touched = all.stream()
                .filter(row ->
                        merge.written().contains(row.row()) || merge.setAside().contains(row.row()))
                .map(row -> row.kind() + row.line())
                .collect(Collectors.toSet());
        var life = life(merge.surviving(), rows);
        Merging.undo(life, all, merge.written(), merge.setAside(), stamp);
        store(rows, life);
        var given = Said.of(
                all.stream().filter(row -> merge.setAside().contains(row.row())).toList());
        assertEquals(
                given,
                Said.of(known(rows).stream()
                        .filter(row -> touched.contains(row.kind() + row.line()))
                        .toList()),
                "as it was before");
        into.remove(merge.merged());
    }

    private static LifeRecord life(int who, Map<UUID, DatedFact> rows) {
        return new LifeRecord(new ParticipantId(new UUID(0, who + 1L)), known(rows));
    }

    private static List<DatedFact> known(Map<UUID, DatedFact> rows) {
        return rows.values().stream().filter(DatedFact::known).toList();
    }

    private static Set<UUID> ids(List<DatedFact> rows) {
        return rows.stream().map(DatedFact::row).collect(Collectors.toSet());
    }

    private static void store(Map<UUID, DatedFact> stored, LifeRecord life) {
        for (var gone : life.setAside()) {
            assertTrue(stored.containsKey(gone.row()), "what is set aside was there");
            stored.put(gone.row(), gone);
        }
        for (var row : life.written()) {
            assertFalse(stored.containsKey(row.row()), "a row is written once");
            stored.put(row.row(), row);
        }
    }

    private static FactCommand command(Step step, LifeRecord life) {
        var from = FIRST.plusDays(step.day());
        var known = life.known();
        return switch (step.what()) {
            case 0 -> new FactCommand.Change(null, new LifeFact.Residence("030" + step.value()), from, null);
            case 1 ->
                new FactCommand.Change(
                        null,
                        new LifeFact.Child(FIRST.minusYears(step.value()), LifeFact.Child.LivesWith.PARTICIPANT),
                        null,
                        null);
            case 2 ->
                new FactCommand.Change(null, new LifeFact.Employment(LifeFact.Employment.State.HELD, 600), from, null);
            default ->
                new FactCommand.Withdraw(
                        known.isEmpty()
                                ? UUID.randomUUID()
                                : known.get(step.day() % known.size()).row(),
                        null);
        };
    }

    @Test
    void children_born_on_the_same_day_on_both_sides_are_the_same_and_twins_are_two() {
        var born = LocalDate.of(2020, 2, 2);
        var one = List.of(child("a", born));
        var other = List.of(child("b", born), child("c", born), child("d", born.plusYears(1)));
        var life = new LifeRecord(new ParticipantId(new UUID(0, 1)), one);
        var differences = Merging.compare(one, other, List.of(), List.of());
        Merging.merge(life, differences, Map.of(), new Stamp(START, new UUID(0, 9), null));
        assertEquals(3, life.known().size(), "the twin and the youngest come, the eldest is there already");
    }

    private static DatedFact child(String line, LocalDate born) {
        return new DatedFact(
                UUID.randomUUID(),
                line,
                new LifeFact.Child(born, LifeFact.Child.LivesWith.PARTICIPANT),
                null,
                null,
                null,
                START,
                null,
                null,
                null,
                null);
    }
}
