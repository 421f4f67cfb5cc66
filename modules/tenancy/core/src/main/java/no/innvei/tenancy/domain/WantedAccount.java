package no.innvei.tenancy.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * What Keycloak should say about a user of one tenant.
 *
 * @param subject sub of the login when it is known
 * @param organization alias of the tenant's organization
 * @param active whether there is access today or later
 * @param version of the row this was read from
 */
public record WantedAccount(
        UUID user,
        String loginName,
        Optional<String> subject,
        String email,
        String displayName,
        String organization,
        boolean active,
        long version) {

    /** Keycloak keeps given and family name apart; we do not, so the last word stands for the family name there. */
    public String familyName() {
        return displayName.substring(displayName.lastIndexOf(' ') + 1);
    }

    public String givenName() {
        int space = displayName.lastIndexOf(' ');
        return space < 0 ? displayName : displayName.substring(0, space);
    }

    @Override
    public String toString() {
        return "WantedAccount[" + user + "]";
    }
}
