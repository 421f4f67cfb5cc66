package no.innvei.participant.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.DatedFact.Superseded;
import no.innvei.participant.api.FactReason;
import no.innvei.participant.api.LifeFact;

/**
 * What is known now of one kind of fact (of one child, one job), in order of time and without overlap. The one place where dated rows are cut, moved and
 * set aside; nothing is erased, so what was known at any earlier moment can still be read from the rows.
 */
public final class Timeline {

    private static final Comparator<DatedFact> BY_DAY =
            Comparator.comparing(DatedFact::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final String line;
    private final List<DatedFact> rows;

    /** @param known rows that are known now, of this line */
    public Timeline(String line, List<DatedFact> known) {
        this.line = line;
        this.rows = known.stream().sorted(BY_DAY).toList();
    }

    public List<DatedFact> rows() {
        return rows;
    }

    /** Something new is true from a day, until whatever is known to come after. */
    public Edit change(LifeFact fact, LocalDate from, Stamp stamp) {
        if (from == null) {
            return rows.isEmpty() ? written(row(fact, null, null, stamp)) : refused("from", FactProblem.REQUIRED);
        }
        var covering = on(from);
        if (covering.isPresent()) {
            var before = covering.get();
            if (before.fact().equals(fact)) {
                return new Edit.Done(List.of(), List.of());
            }
            if (from.equals(before.from())) {
                return refused("from", FactProblem.SAME_DAY);
            }
            return new Edit.Done(
                    List.of(aside(before, Superseded.CHANGED, stamp)),
                    List.of(
                            moved(before, before.from(), from.minusDays(1), stamp),
                            row(fact, from, before.to(), stamp)));
        }
        var next = rows.stream()
                .filter(row -> row.from() != null && row.from().isAfter(from))
                .findFirst();
        return written(row(fact, from, next.map(row -> row.from().minusDays(1)).orElse(null), stamp));
    }

    /** What is true on a day stops with it. */
    public Edit end(UUID row, LocalDate lastDay, Stamp stamp) {
        var found = find(row);
        if (found.isEmpty() || !found.get().trueOn(lastDay)) {
            return refused("lastDay", FactProblem.NOTHING_THERE);
        }
        var ended = found.get();
        return lastDay.equals(ended.to())
                ? new Edit.Done(List.of(), List.of())
                : new Edit.Done(
                        List.of(aside(ended, Superseded.CHANGED, stamp)),
                        List.of(moved(ended, ended.from(), lastDay, stamp)));
    }

    /** What was written was wrong. A row that ends where this one began, or begins where it ended, moves with it. */
    public Edit correct(UUID row, LifeFact fact, LocalDate from, LocalDate to, Stamp stamp) {
        var wrong = find(row).orElse(null);
        if (wrong == null) {
            return refused("row", FactProblem.NOTHING_THERE);
        }
        if (wrong.fact().equals(fact) && Objects.equals(wrong.from(), from) && Objects.equals(wrong.to(), to)) {
            return new Edit.Done(List.of(), List.of());
        }
        var right = row(fact, from, to, stamp);
        var aside = new ArrayList<DatedFact>();
        var written = new ArrayList<DatedFact>();
        aside.add(aside(wrong, Superseded.CORRECTED, stamp));
        written.add(right);
        for (var other : rows) {
            if (other == wrong) {
                continue;
            }
            if (endsBefore(other, wrong) && !Objects.equals(from, wrong.from())) {
                if (from == null || other.from() != null && from.minusDays(1).isBefore(other.from())) {
                    return refused("from", FactProblem.COVERS);
                }
                aside.add(aside(other, Superseded.CORRECTED, stamp));
                written.add(moved(other, other.from(), from.minusDays(1), stamp));
            } else if (endsBefore(wrong, other) && !Objects.equals(to, wrong.to())) {
                if (to == null || other.to() != null && to.plusDays(1).isAfter(other.to())) {
                    return refused("to", FactProblem.COVERS);
                }
                aside.add(aside(other, Superseded.CORRECTED, stamp));
                written.add(moved(other, to.plusDays(1), other.to(), stamp));
            } else if (other.overlaps(from, to)) {
                return refused("from", FactProblem.OVERLAPS);
            }
        }
        return overlapping(aside, written) ? refused("from", FactProblem.OVERLAPS) : new Edit.Done(aside, written);
    }

    /** A neighbour that follows a long move may reach over a row that lay in between. */
    private boolean overlapping(List<DatedFact> aside, List<DatedFact> written) {
        var gone = aside.stream().map(DatedFact::row).collect(Collectors.toSet());
        var days = Stream.concat(rows.stream().filter(row -> !gone.contains(row.row())), written.stream())
                .sorted(BY_DAY)
                .toList();
        return IntStream.range(1, days.size())
                .anyMatch(i -> days.get(i)
                        .overlaps(days.get(i - 1).from(), days.get(i - 1).to()));
    }

    /** It was never true; what lay next before it goes on. */
    public Edit withdraw(UUID row, Stamp stamp) {
        var wrong = find(row).orElse(null);
        if (wrong == null) {
            return refused("row", FactProblem.NOTHING_THERE);
        }
        var aside = new ArrayList<DatedFact>();
        var written = new ArrayList<DatedFact>();
        aside.add(aside(wrong, Superseded.WITHDRAWN, stamp));
        rows.stream().filter(other -> endsBefore(other, wrong)).forEach(before -> {
            aside.add(aside(before, Superseded.CORRECTED, stamp));
            written.add(moved(before, before.from(), wrong.to(), stamp));
        });
        return new Edit.Done(aside, written);
    }

    private static boolean endsBefore(DatedFact earlier, DatedFact later) {
        return earlier.to() != null && earlier.to().plusDays(1).equals(later.from());
    }

    public Optional<DatedFact> find(UUID row) {
        return rows.stream().filter(known -> known.row().equals(row)).findFirst();
    }

    private Optional<DatedFact> on(LocalDate day) {
        return rows.stream().filter(row -> row.trueOn(day)).findFirst();
    }

    private DatedFact row(LifeFact fact, LocalDate from, LocalDate to, Stamp stamp) {
        return written(fact, from, to, stamp.reason(), stamp);
    }

    /** The same, in other days; it keeps the reason it was written for. */
    private DatedFact moved(DatedFact row, LocalDate from, LocalDate to, Stamp stamp) {
        return written(row.fact(), from, to, row.reason(), stamp);
    }

    private DatedFact written(LifeFact fact, LocalDate from, LocalDate to, FactReason reason, Stamp stamp) {
        return new DatedFact(Uuid7.next(), line, fact, from, to, reason, stamp.at(), stamp.by(), null, null, null);
    }

    /** The same row, known again from now on. */
    static DatedFact again(DatedFact row, Stamp stamp) {
        return new DatedFact(
                Uuid7.next(),
                row.line(),
                row.fact(),
                row.from(),
                row.to(),
                row.reason(),
                stamp.at(),
                stamp.by(),
                null,
                null,
                null);
    }

    static DatedFact aside(DatedFact row, Superseded why, Stamp stamp) {
        return new DatedFact(
                row.row(),
                row.line(),
                row.fact(),
                row.from(),
                row.to(),
                row.reason(),
                row.recordedAt(),
                row.recordedBy(),
                stamp.at(),
                stamp.by(),
                why);
    }

    private static Edit written(DatedFact row) {
        return new Edit.Done(List.of(), List.of(row));
    }

    private static Edit refused(String field, FactProblem problem) {
        return new Edit.Refused(field, problem);
    }
}
