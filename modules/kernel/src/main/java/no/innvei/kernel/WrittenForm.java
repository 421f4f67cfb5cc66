package no.innvei.kernel;

/** Written form of Norwegian (målform). */
public enum WrittenForm {
    /** bokmål */
    NB,
    /** nynorsk */
    NN;

    /** BCP 47 tag, {@code nb} or {@code nn}; never {@code no}. */
    public String languageTag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
