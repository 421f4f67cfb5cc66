package no.innvei.introduction.api;

/** Ending reason (avslutningsårsak): the main activity right after the programme. */
public enum EndingReason {
    WORK_FULL_TIME,
    WORK_PART_TIME,
    UPPER_SECONDARY,
    PREPARATORY_ADULT_EDUCATION,
    HIGHER_EDUCATION,
    OTHER_EDUCATION,
    NAV_MEASURE,
    OTHER_QUALIFICATION,
    PARENTAL_LEAVE,
    ILLNESS_OR_BENEFIT,
    SOCIAL_ASSISTANCE,
    MOVED_MUNICIPALITY,
    LEFT_COUNTRY,
    WITHDRAWN,
    STOPPED_BY_MUNICIPALITY,
    DEATH,
    UNKNOWN
}
