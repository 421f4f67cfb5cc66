package no.innvei.registersync.api;

/** Where one item stands with the register. */
public enum ItemState {
    /** nothing is owed: not settled yet, or taken back before it was sent */
    NOT_REQUIRED,
    /** owed, and waits for another item of the same person that the register has refused */
    NOT_SENT,
    /** on its way, for as long as it takes */
    PENDING,
    ACCEPTED,
    /** the register says no; nothing happens until someone mends the data */
    REFUSED
}
