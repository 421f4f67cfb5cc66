package no.innvei.participant.api;

/** What shows a person's education. */
public enum EducationEvidence {
    SELF_DECLARED,
    /** kompetansekartlegging */
    COMPETENCE_MAPPING,
    /** a diploma or certificate (vitnemål) */
    DIPLOMA,
    /** recognised by the Directorate for Higher Education and Skills (HK-dir) */
    RECOGNISED
}
