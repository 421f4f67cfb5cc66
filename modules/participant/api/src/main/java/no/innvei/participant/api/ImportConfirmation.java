package no.innvei.participant.api;

import java.util.List;

/** What came of confirming an import. Confirming again changes nothing. */
public sealed interface ImportConfirmation {

    /** The rows are being written; {@link ParticipantImport#find} tells how far. */
    record Started() implements ImportConfirmation {}

    /** The numbers look wrong: nothing has happened, and confirming must say that it is sure. */
    record AskAgain(List<ImportPreview.Doubt> doubts) implements ImportConfirmation {
        public AskAgain {
            doubts = List.copyOf(doubts);
        }
    }

    record Confirmed(ImportReceipt receipt) implements ImportConfirmation {}

    /** Unknown, someone else's, or deleted after 24 hours. */
    record NotFound() implements ImportConfirmation {}
}
