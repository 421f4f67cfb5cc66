package no.innvei.worklist.api;

/** Rights category (rettighetskategori) in the introduction scheme, as the list filters by it. */
public enum RightsCategory {
    RIGHT_AND_DUTY,
    RIGHT_ONLY,
    MAY_BE_OFFERED,
    /** outside the target group */
    NONE,
    /** nobody can tell yet, because facts are missing */
    OPEN
}
