package no.innvei.tenancy.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.WrittenForm;
import no.innvei.kernel.access.Role;

/** Answers who a verified login is in our own database; asked at every request, so that a right given or taken away works at once. */
public interface Memberships {

    Answer find(Login login);

    /**
     * What a verified token says.
     *
     * @param issuer {@code iss}
     * @param subject {@code sub}
     * @param organization the one organization alias
     * @param session {@code sid}; {@code null} when the token carries none
     * @param issuedAt {@code iat}, whole seconds of the issuer's clock
     */
    record Login(String issuer, String subject, String organization, String session, Instant issuedAt) {}

    sealed interface Answer {

        record Member(Membership membership) implements Answer {}

        /** The issuer has ended this session, or every session of the user, since the token was issued. */
        record Ended() implements Answer {}

        /** Unknown, disabled or not a member of that tenant today. */
        record Stranger() implements Answer {}
    }

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
