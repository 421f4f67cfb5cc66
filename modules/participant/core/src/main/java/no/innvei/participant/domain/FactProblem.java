package no.innvei.participant.domain;

/** Why something cannot be written about a person. */
public enum FactProblem {
    REQUIRED,
    CHARACTERS,
    TOO_LONG,
    VALUE_NOT_KNOWN,
    FUTURE,
    TOO_EARLY,
    BEFORE_BIRTH,
    /** The last day is before the first. */
    ORDER,
    /** Something else became true the same day: correct that. */
    SAME_DAY,
    /** Something else of the kind is true in these days. */
    OVERLAPS,
    /** Nothing would be left of the row next to it. */
    COVERS,
    /** There is nothing to end on that day. */
    NOTHING_THERE,
    /** Happens once; what is written can be corrected. */
    ONLY_CORRECT,
    /** A person always has one. */
    ALWAYS_ONE,
    /** Of another kind than the row. */
    OTHER_KIND,
    /** A protected person shows no contact. */
    PROTECTED,
    /** No participant of the municipality whom the writer may see. */
    NOT_A_PARTICIPANT
}
