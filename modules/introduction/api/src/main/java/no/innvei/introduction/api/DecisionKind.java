package no.innvei.introduction.api;

/** What the § 12 decision (vedtak) says. */
public enum DecisionKind {
    AWARDED,
    REFUSED
}
