package no.innvei.participant.api;

/** The provision of utlendingsloven a permit was given by. */
public enum ImmigrationGround {
    /** work as a skilled worker */
    SECTION_23,
    SECTION_25,
    /** refugee */
    SECTION_28,
    /** collective protection */
    SECTION_34,
    /** resettlement refugee */
    SECTION_35,
    /** humanitarian grounds */
    SECTION_38_1,
    /** limited permit, § 38 fifth paragraph */
    SECTION_38_5,
    /** family immigration */
    CHAPTER_6,
    /** independent basis */
    SECTION_53,
    /** permanent residence permit */
    SECTION_62,
    OTHER
}
