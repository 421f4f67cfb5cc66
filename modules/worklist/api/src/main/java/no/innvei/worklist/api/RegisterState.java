package no.innvei.worklist.api;

/** The worst of a person's items in the register: a refusal before something pending before something accepted. */
public enum RegisterState {
    NOTHING_SENT,
    ACCEPTED,
    PENDING,
    REFUSED
}
