package no.innvei.participant.api;

import java.util.Optional;

/**
 * Takes in people from a CSV file: UTF-8, semicolon or comma, one header line, see {@link ImportColumn}. A row is found again by its identity
 * numbers, so reading the same file twice never makes anyone twice. A blank cell never erases what is registered.
 */
public interface ParticipantImport {

    /** Reads the file and says what confirming would do. Stores the rows encrypted for at most 24 hours and changes nothing about people. */
    ImportReading preview(ImportFile file);

    /** The preview or receipt again, for the user who read the file. */
    Optional<ImportStatus> find(ImportId id);

    /**
     * Writes the rows, all in one transaction. Every row is judged again against what is registered now; a row that would do something else than
     * the preview said is left out and told in the receipt.
     */
    ImportConfirmation confirm(ImportId id);
}
