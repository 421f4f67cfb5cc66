package no.innvei.introduction.api;

/** How far the case of one participant has come. */
public enum Phase {
    /** no decision yet; the start deadline runs */
    BEFORE_DECISION,
    /** awarded, not started */
    DECIDED,
    IN_PROGRAMME,
    ENDED,
    REFUSED
}
