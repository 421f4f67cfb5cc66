package no.innvei.tenancy.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.innvei.kernel.WrittenForm;
import no.innvei.tenancy.api.Memberships.TenantKind;

/** Tenants as the directorate's administrator sees them. A municipality or county exists as a tenant only after onboarding. */
public interface Tenants {

    /** All tenants, by name. */
    List<TenantView> list();

    /** Municipalities (kommuner) or counties (fylkeskommuner) of today that are not tenants, by number; none for {@link TenantKind#DIRECTORATE}. */
    List<Unit> notOnboarded(TenantKind kind);

    /** Makes the tenant with one office and its first administrator. The organization and the login in Keycloak follow through the outbox. */
    OnboardingOutcome onboard(Onboard command);

    /**
     * @param alias alias of the organization in Keycloak: lower-case letters, digits and hyphens, 2 to 63; never changes
     * @param number today's number of the municipality (four digits) or county (two digits)
     * @param name what people call the tenant
     */
    record Onboard(
            String alias,
            TenantKind kind,
            String number,
            String name,
            WrittenForm writtenForm,
            String officeName,
            String administratorName,
            String administratorEmail) {}

    /** @param number today's number; empty for a directorate */
    record TenantView(
            String alias,
            TenantKind kind,
            Optional<String> number,
            String name,
            WrittenForm writtenForm,
            Instant onboardedAt) {}

    /** @param name official name, parallel names after {@code " - "} */
    record Unit(String number, String name) {}
}
