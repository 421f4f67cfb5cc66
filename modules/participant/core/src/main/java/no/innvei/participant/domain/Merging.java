package no.innvei.participant.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.LifeFact.Child;
import no.innvei.participant.api.LifeFact.Contact;
import no.innvei.participant.api.Merges.Choice;
import no.innvei.participant.api.Merges.Difference;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

/**
 * Two records of one person side by side. What is chosen from the merged record is written anew on the surviving one; the rows of the merged record are
 * never touched, and those of the surviving one are set aside as by any correction.
 */
public final class Merging {

    private static final String NUMBER = "NUMBER.";

    /** What a row says, without who wrote it and when. */
    private record Says(Object fact, Object from, Object to) {

        static Set<Says> all(List<DatedFact> rows) {
            var said = new HashSet<Says>();
            rows.forEach(row -> said.add(new Says(row.fact(), row.from(), row.to())));
            return said;
        }
    }

    /** Kinds of fact first and then numbers, those where something must be chosen before the others. */
    public static List<Difference> compare(
            List<DatedFact> surviving,
            List<DatedFact> merged,
            List<HeldIdentifier> survivingNumbers,
            List<HeldIdentifier> mergedNumbers) {
        var differences = new ArrayList<Difference>();
        var ours = byKey(surviving);
        var theirs = byKey(merged);
        var keys = new TreeMap<String, FactKind>(
                Comparator.comparing((String key) -> FactKind.valueOf(key.split("\\.")[0]))
                        .thenComparing(Comparator.naturalOrder()));
        surviving.forEach(row -> keys.put(key(row), row.kind()));
        merged.forEach(row -> keys.put(key(row), row.kind()));
        keys.forEach((key, kind) -> differences.add(
                facts(key, kind, ours.getOrDefault(key, List.of()), theirs.getOrDefault(key, List.of()))));
        for (var kind : IdentifierKind.values()) {
            var one = of(kind, survivingNumbers);
            var other = of(kind, mergedNumbers);
            if (!one.isEmpty() || !other.isEmpty()) {
                var choices =
                        current(one) && current(other) ? List.of(Choice.SURVIVING, Choice.MERGED) : List.<Choice>of();
                differences.add(new Difference(
                        NUMBER + kind,
                        null,
                        kind,
                        List.of(),
                        List.of(),
                        one,
                        other,
                        choices,
                        current(one) || !current(other) ? Choice.SURVIVING : Choice.MERGED));
            }
        }
        differences.sort(Comparator.comparing(difference -> difference.choices().isEmpty()));
        return differences;
    }

    private static Difference facts(String key, FactKind kind, List<DatedFact> ours, List<DatedFact> theirs) {
        List<Choice> choices;
        Choice suggested;
        boolean several = kind == FactKind.CHILD || kind == FactKind.EMPLOYMENT;
        if (theirs.isEmpty() || Says.all(ours).containsAll(Says.all(theirs)) && (several || sameRows(ours, theirs))) {
            choices = List.of();
            suggested = Choice.SURVIVING;
        } else if (ours.isEmpty()) {
            choices = List.of();
            suggested = Choice.MERGED;
        } else {
            choices = several
                    ? List.of(Choice.BOTH, Choice.SURVIVING, Choice.MERGED)
                    : List.of(Choice.SURVIVING, Choice.MERGED);
            suggested = choices.getFirst();
        }
        return new Difference(key, kind, null, ours, theirs, List.of(), List.of(), choices, suggested);
    }

    private static boolean sameRows(List<DatedFact> ours, List<DatedFact> theirs) {
        return Says.all(ours).equals(Says.all(theirs));
    }

    private static Map<String, List<DatedFact>> byKey(List<DatedFact> rows) {
        var byKey = new TreeMap<String, List<DatedFact>>();
        rows.forEach(
                row -> byKey.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        return byKey;
    }

    private static String key(DatedFact row) {
        return row.fact() instanceof Contact contact
                ? row.kind() + "." + contact.channel()
                : row.kind().name();
    }

    private static List<HeldIdentifier> of(IdentifierKind kind, List<HeldIdentifier> numbers) {
        return numbers.stream().filter(one -> one.identifier().kind() == kind).toList();
    }

    private static boolean current(List<HeldIdentifier> numbers) {
        return numbers.stream().anyMatch(HeldIdentifier::current);
    }

    /** What is chosen for a difference: what was said, where it is one of the choices, otherwise what is suggested. */
    public static Choice chosen(Difference difference, Map<String, Choice> choices) {
        var said = choices.get(difference.key());
        return said != null && difference.choices().contains(said) ? said : difference.suggested();
    }

    /** Kinds of number of which the present one of the surviving record gives way. */
    public static Map<IdentifierKind, Choice> numbers(List<Difference> differences, Map<String, Choice> choices) {
        var numbers = new EnumMap<IdentifierKind, Choice>(IdentifierKind.class);
        differences.stream()
                .filter(difference -> difference.number() != null)
                .forEach(difference -> numbers.put(difference.number(), chosen(difference, choices)));
        return numbers;
    }

    /** Writes what is chosen from the merged record on the surviving one. */
    public static void merge(
            LifeRecord surviving, List<Difference> differences, Map<String, Choice> choices, Stamp stamp) {
        for (var difference : differences) {
            if (difference.kind() != null) {
                switch (chosen(difference, choices)) {
                    case SURVIVING -> {
                        // known already
                    }
                    case MERGED ->
                        surviving.replace(
                                difference.surviving(), DatedFact.Superseded.CORRECTED, difference.merged(), stamp);
                    case BOTH ->
                        surviving.replace(List.of(), DatedFact.Superseded.CORRECTED, others(difference), stamp);
                }
            }
        }
    }

    /** Children are the same when they were born on the same day; twins are two on both sides. Jobs are the same when they say the same. */
    private static List<DatedFact> others(Difference difference) {
        if (difference.kind() == FactKind.CHILD) {
            var known = new ArrayList<>(difference.surviving().stream()
                    .collect(Collectors.toMap(
                            DatedFact::line, row -> ((Child) row.fact()).bornOn(), (one, other) -> one))
                    .values());
            var lines = new TreeMap<String, Boolean>();
            for (var row : difference.merged()) {
                lines.computeIfAbsent(row.line(), line -> !known.remove(((Child) row.fact()).bornOn()));
            }
            return difference.merged().stream()
                    .filter(row -> lines.get(row.line()))
                    .toList();
        }
        var said = Says.all(difference.surviving());
        return difference.merged().stream()
                .filter(row -> !said.contains(new Says(row.fact(), row.from(), row.to())))
                .toList();
    }

    /**
     * Takes a merge back: what was known before is written again.
     *
     * @param all every row of the surviving record itself
     * @param written rows the merge wrote
     * @param setAside rows the merge set aside
     */
    public static void undo(
            LifeRecord surviving, List<DatedFact> all, Set<UUID> written, Set<UUID> setAside, Stamp stamp) {
        var touched = touched(all, written, setAside);
        surviving.replace(
                surviving.known().stream()
                        .filter(row -> touched.contains(line(row)))
                        .toList(),
                DatedFact.Superseded.WITHDRAWN,
                all.stream().filter(row -> setAside.contains(row.row())).toList(),
                stamp);
    }

    /** Kinds of fact in which something else is known now than what the merge wrote. */
    public static Set<FactKind> changedSince(List<DatedFact> all, Set<UUID> written, Set<UUID> setAside) {
        var changed = new HashSet<FactKind>();
        var touched = touched(all, written, setAside);
        for (var row : all) {
            if (touched.contains(line(row)) && (row.known() || written.contains(row.row()))) {
                var ofLine = all.stream()
                        .filter(other -> line(other).equals(line(row)))
                        .toList();
                var now = Says.all(ofLine.stream().filter(DatedFact::known).toList());
                var then = Says.all(ofLine.stream()
                        .filter(other -> written.contains(other.row()))
                        .toList());
                if (!now.equals(then)) {
                    changed.add(row.kind());
                }
            }
        }
        return changed;
    }

    private static Set<String> touched(List<DatedFact> all, Set<UUID> written, Set<UUID> setAside) {
        return all.stream()
                .filter(row -> written.contains(row.row()) || setAside.contains(row.row()))
                .map(Merging::line)
                .collect(Collectors.toSet());
    }

    private static String line(DatedFact row) {
        return row.kind() + " " + row.line();
    }

    private Merging() {}
}
