package no.innvei.participant.api;

/** Where an import is. */
public sealed interface ImportStatus {

    /** The user must say which column is which. */
    record Columns(ImportColumns columns) implements ImportStatus {}

    record Awaiting(ImportPreview preview) implements ImportStatus {}

    /** Is being written, or undone; continues after any interruption. */
    record Running(Step step, long done, long all) implements ImportStatus {}

    record Confirmed(ImportReceipt receipt) implements ImportStatus {}

    enum Step {
        WRITING,
        UNDOING
    }
}
