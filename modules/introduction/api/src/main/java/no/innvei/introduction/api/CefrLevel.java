package no.innvei.introduction.api;

/** Language level of the European framework (CEFR) as far as the Norwegian tests go. */
public enum CefrLevel {
    A1,
    A2,
    B1,
    B2,
    C1
}
