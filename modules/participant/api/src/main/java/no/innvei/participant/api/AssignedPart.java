package no.innvei.participant.api;

/** What somebody is to a participant she follows up. */
public enum AssignedPart {
    /** veileder: has the case */
    ADVISER,
    /** vikar: has it as well while the adviser is away */
    SUBSTITUTE
}
