package no.innvei.introduction.api;

/**
 * Catalogue of programme elements (elementer, tiltak) in statutory terms: integreringsloven §§ 14 a and 33, and opplæringslova §§ 18-2 to 18-8.
 * The register's own codes are translated in {@code registersync}.
 */
public enum ElementKind {
    NORWEGIAN(Requirement.NORWEGIAN, false),
    SOCIAL_STUDIES(Requirement.SOCIAL_STUDIES, false),
    LIFE_SKILLS_CAREER_COMPETENCE(Requirement.LIFE_SKILLS, false),
    LIFE_SKILLS_MIGRATION_HEALTH_DIVERSITY(Requirement.LIFE_SKILLS, false),
    PARENT_GUIDANCE(Requirement.PARENT_GUIDANCE, false),
    /** praksis */
    WORK_PLACEMENT(Requirement.WORK_OR_EDUCATION, true),
    /** deltidsarbeid */
    PART_TIME_WORK(Requirement.WORK_OR_EDUCATION, true),
    /** korte yrkes- eller bransjekurs */
    SHORT_TRADE_COURSE(Requirement.WORK_OR_EDUCATION, true),
    /** arbeidsmarkedstiltak i regi av Nav */
    NAV_MEASURE(Requirement.WORK_OR_EDUCATION, true),
    /** lignende arbeidsrettede elementer */
    SIMILAR_WORK_ORIENTED(Requirement.WORK_OR_EDUCATION, true),
    /** hurtigspor */
    FAST_TRACK(Requirement.WORK_OR_EDUCATION, false),
    /** FOV, opplæringslova § 18-2 */
    PREPARATORY_ADULT_EDUCATION(Requirement.WORK_OR_EDUCATION, false),
    /** opplæringslova § 18-3 */
    UPPER_SECONDARY(Requirement.WORK_OR_EDUCATION, false),
    /** kombinasjonsløp */
    COMBINED_COURSE(Requirement.WORK_OR_EDUCATION, false),
    /** yrkesfaglig rekvalifisering, opplæringslova § 18-4 */
    VOCATIONAL_REQUALIFICATION(Requirement.WORK_OR_EDUCATION, false),
    HIGHER_VOCATIONAL_EDUCATION(Requirement.WORK_OR_EDUCATION, false),
    HIGHER_EDUCATION(Requirement.WORK_OR_EDUCATION, false),
    /** realkompetansevurdering, opplæringslova § 18-8 */
    PRIOR_LEARNING_VALIDATION(Requirement.WORK_OR_EDUCATION, false),
    /** godkjenning av utenlandsk utdanning */
    FOREIGN_EDUCATION_RECOGNITION(Requirement.WORK_OR_EDUCATION, false),
    DIGITAL_SKILLS(Requirement.OTHER, false),
    OTHER(Requirement.OTHER, false);

    /** Which part of the minimum content of § 14 a the element belongs to. */
    public enum Requirement {
        /** first paragraph a */
        WORK_OR_EDUCATION,
        /** first paragraph b */
        NORWEGIAN,
        /** first paragraph c */
        SOCIAL_STUDIES,
        /** first paragraph d */
        LIFE_SKILLS,
        /** second paragraph */
        PARENT_GUIDANCE,
        OTHER
    }

    private final Requirement requirement;
    private final boolean mayBeWorkOriented;

    ElementKind(Requirement requirement, boolean mayBeWorkOriented) {
        this.requirement = requirement;
        this.mayBeWorkOriented = mayBeWorkOriented;
    }

    public Requirement requirement() {
        return requirement;
    }

    /** Only these can satisfy the hours of § 14 a third paragraph (fourth paragraph). */
    public boolean mayBeWorkOriented() {
        return mayBeWorkOriented;
    }
}
