package no.innvei.participant.api;

/** The bytes of an uploaded file; its name is not kept, because it may name people. */
public record ImportFile(byte[] content) {

    /** Longest file that is read. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /** Most rows in one file, the header not counted. */
    public static final int MAX_ROWS = 5_000;

    public ImportFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
