package no.innvei.web.rules;

/**
 * A note of a parameter table. The tables mark what is our reading and what nobody has checked by how the note begins; here that is a mark of its own.
 * The rest is written in bokmål.
 *
 * @param mark {@code null} for a plain note
 */
public record RuleNote(String mark, String text) {

    private static final String READING = "Vår lesing: ";
    private static final String UNVERIFIED = "Ikke kontrollert: ";

    /** @param written may be {@code null} */
    public static RuleNote of(String written) {
        if (written == null) {
            return new RuleNote(null, "");
        }
        if (written.startsWith(READING)) {
            return new RuleNote(RuleWords.texts().get("mark.reading"), written.substring(READING.length()));
        }
        if (written.startsWith(UNVERIFIED)) {
            return new RuleNote(RuleWords.texts().get("mark.unverified"), written.substring(UNVERIFIED.length()));
        }
        return new RuleNote(null, written);
    }
}
