package no.innvei.registersimulator;

/** The register's answer to one message. Only {@link Accepted} with {@code duplicate} false has changed anything. */
sealed interface Reply {

    /** @param duplicate this key was accepted before; {@code item} is what was stored then */
    record Accepted(Item item, boolean duplicate, boolean created) implements Reply {}

    /**
     * The message is understood and not accepted. A refusal is not remembered: the same key may be sent again when the data are mended.
     *
     * @param field the field of the message the refusal is about
     * @param message Norwegian, for people
     */
    record Refused(String code, String field, String message) implements Reply {}

    /** The register holds this version or a newer one under another key. */
    record Older(long heldVersion) implements Reply {}
}
