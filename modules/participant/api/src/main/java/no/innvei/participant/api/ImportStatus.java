package no.innvei.participant.api;

/** Where an import is. */
public sealed interface ImportStatus {

    record Awaiting(ImportPreview preview) implements ImportStatus {}

    record Confirmed(ImportReceipt receipt) implements ImportStatus {}
}
