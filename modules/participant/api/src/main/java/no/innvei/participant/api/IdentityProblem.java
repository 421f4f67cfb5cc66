package no.innvei.participant.api;

/** Why a typed identity number was not accepted. Never carries the number itself. */
public enum IdentityProblem {
    NOT_DIGITS,
    LENGTH,
    /** One digit short: a spreadsheet may have removed a leading zero. */
    LEADING_ZERO_LOST,
    /** The first six digits are no day in any calendar. */
    DATE,
    CHECK_DIGITS,
    /** A made-up number (month + 80), in an installation for real people. */
    SYNTHETIC,
    /** A DUF number starts with the year it was given, 1990 to this year. */
    YEAR,
    /** A fødselsnummer where a D-number was asked for, or the other way round. */
    OTHER_KIND
}
