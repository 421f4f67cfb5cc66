package no.innvei.worklist.api;

/** What a deadline is about. */
public enum DeadlineKind {
    /** decide and start the programme, integreringsloven § 12 second paragraph */
    DECIDE_AND_START("il-12-2", false),
    /** awarded, and the start remains; the same limit */
    START("il-12-2", false),
    /** the programme's last day; nothing to do before it */
    PROGRAMME_ENDS("il-13", false),
    /** the programme is over and the register waits for why, integreringsforskriften § 58 */
    RECORD_ENDING("if-58", false),
    /** the register refused something, integreringsforskriften § 58 */
    MEND_REFUSAL("if-58", true),
    /** the register has not answered and the two months are running out, integreringsforskriften § 58 */
    REGISTER_BY("if-58", true);

    private final String paragraph;
    private final boolean fromRegister;

    DeadlineKind(String paragraph, boolean fromRegister) {
        this.paragraph = paragraph;
        this.fromRegister = fromRegister;
    }

    /** Code of the paragraph the deadline rests on; the text is in the page's bundle. */
    public String paragraph() {
        return paragraph;
    }

    /** Comes from the exchange with the register and not from the case itself. */
    public boolean fromRegister() {
        return fromRegister;
    }
}
