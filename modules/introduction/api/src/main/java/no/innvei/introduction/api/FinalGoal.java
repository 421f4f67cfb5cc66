package no.innvei.introduction.api;

/** Final goal (sluttmål) of a programme, integreringsloven §§ 13–14 and, for older cases, the goals before 2026. */
public enum FinalGoal {
    WORK,
    EDUCATION_ABOVE_UPPER_SECONDARY,
    VOCATIONAL_REQUALIFICATION,
    COMPLETE_UPPER_SECONDARY,
    PARTS_OF_UPPER_SECONDARY,
    COMPLETE_TRADE_CERTIFICATE,
    COMPLETE_PRIMARY,
    PARTS_OF_PRIMARY
}
