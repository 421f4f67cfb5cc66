package no.innvei.worklist.api;

/** Where a person is on the way through the introduction programme, as the lists show it. */
public enum Phase {
    /** not settled here yet (ventet bosetting) */
    EXPECTED,
    /** settled, and neither granted nor refused a programme */
    BEFORE_DECISION,
    /** granted a programme that has not started */
    BEFORE_START,
    IN_PROGRAMME,
    ENDED,
    /** decided against, or offer declined */
    NO_PROGRAMME
}
