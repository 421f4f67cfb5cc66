package no.innvei.participant.api;

/** Why something was changed or corrected. Optional everywhere. */
public enum FactReason {
    TYPING_ERROR,
    NEW_DOCUMENT,
    TOLD_BY_PERSON,
    TOLD_BY_AUTHORITY,
    OTHER
}
