package no.innvei.registersync.api;

/**
 * What is owed to the national register (integreringsforskriften §§ 46 and 52), in the order in which one item rests on another: a programme needs its
 * person, an ending its start. The words are those of the rule {@code register.deadline}.
 */
public enum ItemKind {
    /** who the person is, with permit and settlement */
    PERSON,
    /** a person who was registered twice: the key of the merged record leads to that of the surviving one */
    MERGED_IDENTITY,
    /** tilbud om introduksjonsprogram */
    PROGRAMME_OFFER,
    /** vedtak */
    PROGRAMME_DECISION,
    /** start */
    PROGRAMME_START,
    /** sluttmål */
    GOAL,
    /** norskmål */
    NORWEGIAN_GOAL,
    /** one element (tiltak) of the agreed plan */
    MEASURE,
    /** end of the programme with its reason (avslutningsårsak) */
    ENDING_REASON
}
