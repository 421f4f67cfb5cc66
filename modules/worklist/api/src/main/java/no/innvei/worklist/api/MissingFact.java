package no.innvei.worklist.api;

/** Something that ought to be known of a participant and is not. */
public enum MissingFact {
    EDUCATION,
    PERMIT,
    SETTLEMENT,
    LANGUAGE,
    /** nobody has the case today */
    ADVISER
}
