package no.innvei.introduction.api;

/** Rights category (rettighetskategori) in the introduction scheme, integreringsloven § 8 and, before 2026, § 37 c. */
public enum Category {
    /** rett og plikt */
    RIGHT_AND_DUTY,
    /** bare rett */
    RIGHT_ONLY,
    /** kan tilbys */
    MAY_BE_OFFERED,
    NONE
}
