package no.innvei.participant.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;

/**
 * Who follows up one participant, as far as we know now. Rows are set aside and written anew, never changed; on any day at most one person has each
 * part.
 */
public final class CaseHolders {

    private static final Comparator<Assignment> ORDER =
            Comparator.comparing(Assignment::part).thenComparing(Assignment::from);

    private final ParticipantId participant;
    private final long version;
    private final List<AssignmentRow> known;
    private final List<AssignmentRow> setAside = new ArrayList<>();
    private final List<AssignmentRow> written = new ArrayList<>();

    /** @param version number of rows that were ever written and of those that were set aside: it rises with each change */
    public CaseHolders(ParticipantId participant, long version, List<AssignmentRow> known) {
        this.participant = participant;
        this.version = version;
        this.known = new ArrayList<>(known);
    }

    public ParticipantId participant() {
        return participant;
    }

    /** The version once everything here is stored. */
    public long version() {
        return version + setAside.size() + written.size();
    }

    public List<Assignment> assignments() {
        return known.stream().map(AssignmentRow::assignment).sorted(ORDER).toList();
    }

    public List<AssignmentRow> setAside() {
        return List.copyOf(setAside);
    }

    public List<AssignmentRow> written() {
        return List.copyOf(written);
    }

    public Optional<Assignment> on(AssignedPart part, LocalDate day) {
        return assignments().stream()
                .filter(each -> each.part() == part && each.on(day))
                .findFirst();
    }

    /** Somebody is the other part on one of those days. */
    public boolean isOtherPart(UUID user, AssignedPart part, LocalDate from, LocalDate to) {
        return known.stream()
                .anyMatch(row -> row.assignment().part() != part
                        && row.assignment().user().equals(user)
                        && row.meets(from, to));
    }

    /**
     * @return whether anything changed
     */
    public boolean assign(Assignment wanted) {
        boolean already = known.stream()
                .map(AssignmentRow::assignment)
                .anyMatch(each -> each.part() == wanted.part()
                        && each.user().equals(wanted.user())
                        && each.office().equals(wanted.office())
                        && !each.from().isAfter(wanted.from())
                        && (each.to() == null
                                || wanted.to() != null && !each.to().isBefore(wanted.to())));
        if (already) {
            return false;
        }
        clear(wanted.part(), wanted.from(), wanted.to());
        write(wanted);
        return true;
    }

    /**
     * @return whether anybody had the part on a later day
     */
    public boolean end(AssignedPart part, LocalDate lastDay) {
        return clear(part, lastDay.plusDays(1), null);
    }

    /** Puts back rows that were set aside and takes away those that replaced them. */
    public void putBack(List<Assignment> before, List<UUID> replaced) {
        known.stream().filter(row -> replaced.contains(row.id())).toList().forEach(this::setAside);
        before.forEach(this::write);
    }

    /** Nobody has the case any more, on any day: another record of the same person takes over what this one had. */
    public List<Assignment> handOver() {
        var had = assignments();
        List.copyOf(known).forEach(this::setAside);
        return had;
    }

    /** Gives the part on those days on which nobody has it, except to somebody who has the other part then. */
    public void fill(Assignment wanted) {
        var free = new ArrayList<>(List.of(wanted));
        for (var held : assignments()) {
            if (held.part() == wanted.part()) {
                for (var piece : List.copyOf(free)) {
                    if (meet(held, piece)) {
                        free.remove(piece);
                        if (piece.from().isBefore(held.from())) {
                            free.add(period(piece, piece.from(), held.from().minusDays(1)));
                        }
                        if (held.to() != null
                                && (piece.to() == null || piece.to().isAfter(held.to()))) {
                            free.add(period(piece, held.to().plusDays(1), piece.to()));
                        }
                    }
                }
            }
        }
        free.stream()
                .filter(piece -> !isOtherPart(piece.user(), piece.part(), piece.from(), piece.to()))
                .forEach(this::write);
    }

    private static boolean meet(Assignment one, Assignment other) {
        return (other.to() == null || !one.from().isAfter(other.to()))
                && (one.to() == null || !one.to().isBefore(other.from()));
    }

    private static Assignment period(Assignment a, LocalDate from, LocalDate to) {
        return new Assignment(a.part(), a.user(), a.office(), from, to);
    }

    /** Nobody has the part in the period; what lies outside stays. */
    private boolean clear(AssignedPart part, LocalDate from, LocalDate to) {
        var met = known.stream()
                .filter(row -> row.assignment().part() == part && row.meets(from, to))
                .toList();
        for (var row : met) {
            setAside(row);
            var a = row.assignment();
            if (a.from().isBefore(from)) {
                write(new Assignment(a.part(), a.user(), a.office(), a.from(), from.minusDays(1)));
            }
            if (to != null && (a.to() == null || a.to().isAfter(to))) {
                write(new Assignment(a.part(), a.user(), a.office(), to.plusDays(1), a.to()));
            }
        }
        return !met.isEmpty();
    }

    private void setAside(AssignmentRow row) {
        known.remove(row);
        if (!written.remove(row)) {
            setAside.add(row);
        }
    }

    private void write(Assignment assignment) {
        var row = new AssignmentRow(Uuid7.next(), assignment);
        known.add(row);
        written.add(row);
    }
}
