package no.innvei.participant.api;

/** Highest completed education. */
public enum EducationLevel {
    PRIMARY_NOT_COMPLETED,
    PRIMARY_COMPLETED,
    UPPER_SECONDARY,
    HIGHER_EDUCATION;

    /** Meets the requirement of upper-secondary level, integreringsforskriften § 65 a. */
    public boolean upperSecondary() {
        return compareTo(UPPER_SECONDARY) >= 0;
    }
}
