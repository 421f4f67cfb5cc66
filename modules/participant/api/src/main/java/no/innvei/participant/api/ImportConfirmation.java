package no.innvei.participant.api;

/** What came of confirming an import. Confirming again gives the same receipt and changes nothing. */
public sealed interface ImportConfirmation {

    record Confirmed(ImportReceipt receipt) implements ImportConfirmation {}

    /** Another import of this tenant is being written right now; nothing has changed. */
    record Busy() implements ImportConfirmation {}

    /** Unknown, someone else's, or deleted after 24 hours. */
    record NotFound() implements ImportConfirmation {}
}
