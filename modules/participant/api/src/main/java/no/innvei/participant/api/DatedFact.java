package no.innvei.participant.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * One row of a person's history: what was true from one day to another, and between which moments we took it for true. Written once; later knowledge
 * sets it aside.
 *
 * @param line which child, job or channel, where the kind repeats; empty otherwise
 * @param from first day, {@code null} = from before we know
 * @param to last day, {@code null} = still
 * @param reason why it was written, {@code null} when nobody said
 * @param recordedBy {@code null} for what was registered before there was a history
 * @param supersededAt {@code null} = it is what we know now
 */
public record DatedFact(
        UUID row,
        String line,
        LifeFact fact,
        LocalDate from,
        LocalDate to,
        FactReason reason,
        Instant recordedAt,
        UUID recordedBy,
        Instant supersededAt,
        UUID supersededBy,
        Superseded why) {

    /** What became of a row that no longer is what we know. */
    public enum Superseded {
        /** The same goes on with another last day, because something new became true. */
        CHANGED,
        /** It was wrong, in substance or in its days. */
        CORRECTED,
        /** It was never true. */
        WITHDRAWN,
        /** It stood in another record of the same person, which was merged into this one. Never stored: the row stays as it was. */
        MERGED
    }

    public DatedFact {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(fact, "fact");
        Objects.requireNonNull(recordedAt, "recorded at");
    }

    public FactKind kind() {
        return fact.kind();
    }

    public boolean known() {
        return supersededAt == null;
    }

    /** The row as it stood before anybody set it aside. */
    public DatedFact asWritten() {
        return new DatedFact(row, line, fact, from, to, reason, recordedAt, recordedBy, null, null, null);
    }

    /** @param moment the end of what is looked at: what is recorded at the moment itself is not known yet */
    public boolean knownBefore(Instant moment) {
        return recordedAt.isBefore(moment) && (supersededAt == null || !supersededAt.isBefore(moment));
    }

    public boolean trueOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Without a last day. */
    public boolean open() {
        return to == null;
    }

    public boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return (from == null || otherTo == null || !otherTo.isBefore(from))
                && (to == null || otherFrom == null || !otherFrom.isAfter(to));
    }
}
