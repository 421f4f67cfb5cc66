package no.innvei.tenancy.api;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.WrittenForm;
import no.innvei.kernel.access.Role;

/** Answers who a verified login is in our own database; asked at every request, so that a right given or taken away works at once. */
public interface Memberships {

    /**
     * @param issuer {@code iss} of the verified token
     * @param subject {@code sub} of the verified token
     * @param organization the one organization alias in the token
     * @return empty when the user is unknown, disabled or not a member of that tenant today
     */
    Optional<Membership> find(String issuer, String subject, String organization);

    /**
     * @param clearance 0 ordinary, 1 fortrolig, 2 strengt fortrolig
     * @param permissions every permission the roles give
     */
    record Membership(
            int tenant,
            UUID user,
            String displayName,
            int clearance,
            Set<Role> roles,
            Set<String> permissions,
            String tenantName,
            TenantKind tenantKind,
            WrittenForm writtenForm) {}

    enum TenantKind {
        MUNICIPALITY,
        COUNTY,
        DIRECTORATE
    }
}
