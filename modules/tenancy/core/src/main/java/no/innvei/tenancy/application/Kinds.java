package no.innvei.tenancy.application;

/** What tenancy writes to the outbox. */
public final class Kinds {

    /** A user of the row's tenant has come, changed or gone; ids: {@code user}. */
    public static final String USER = "tenancy.user.v1";

    /** A tenant was onboarded; written in the directorate's own tenant; ids: {@code tenant}. */
    public static final String ORGANIZATION = "tenancy.organization.v1";

    private Kinds() {}
}
