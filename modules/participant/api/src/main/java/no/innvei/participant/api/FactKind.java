package no.innvei.participant.api;

/** The kinds of life facts: what is true of a person from one day to another, and is known from one moment to another. */
public enum FactKind {
    NAME,
    BIRTH_DATE,
    PERMIT,
    /** bosetting: the first day in a municipality */
    SETTLEMENT,
    /** municipality of residence (bostedskommune), which changes with every move */
    RESIDENCE,
    CITIZENSHIP,
    EDUCATION,
    MOTHER_TONGUE,
    INTERPRETING,
    WRITTEN_FORM,
    PARTNER,
    CHILD,
    EMPLOYMENT,
    CONTACT,
    UNACCOMPANIED_MINOR,
    RESEARCH_RESERVATION;

    /** Several at a time: children, jobs, and one contact of each channel. The others are one at a time. */
    public boolean repeats() {
        return this == CHILD || this == EMPLOYMENT || this == CONTACT;
    }

    /** Never without one, from the first registration on. */
    public boolean required() {
        return this == NAME || this == BIRTH_DATE;
    }

    /** Happens once: what is written later says that it was wrong, never that something new is true. */
    public boolean once() {
        return this == BIRTH_DATE || this == SETTLEMENT;
    }

    /** How far ahead it may be registered, because it is agreed before it happens. */
    public int monthsAhead() {
        return this == SETTLEMENT || this == RESIDENCE || this == EMPLOYMENT ? 12 : 0;
    }
}
