package no.innvei.kernel.access;

/** What a user is in one tenant. A role is only a name for a set of permissions; it is held per tenant, office and period. */
public enum Role {
    /** programrådgiver */
    PROGRAMME_ADVISER,
    /** registers hours and absence for classes */
    CLASS_REGISTRAR,
    /** karriereveileder */
    CAREER_COUNSELLOR,
    PARENT_GUIDANCE_LEADER,
    LEADER,
    TENANT_ADMINISTRATOR,
    /** reads, never writes */
    AUDITOR,
    /** IMDi's support staff: sees states and codes, not people */
    HELPDESK
}
