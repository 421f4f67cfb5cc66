package no.innvei.devstack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The demo tenants and their people, from {@code demo/tenants.json}: the one source for Keycloak's realm, the database and the table {@code up} prints.
 *
 * @param password of every demo user
 */
public record Tenants(String password, List<Tenant> tenants, List<User> users) {

    /**
     * @param id the surrogate id in our database
     * @param alias the organization's alias in Keycloak
     * @param kind MUNICIPALITY, COUNTY or DIRECTORATE
     * @param number municipality or county number; null for others
     * @param language nb or nn
     */
    public record Tenant(int id, String alias, String name, String kind, String number, String language, String size) {}

    /** @param id the user's id in Keycloak, which is the claim {@code sub} */
    public record User(UUID id, String username, String givenName, String familyName, List<Membership> memberships) {

        public String email() {
            return username + "@" + memberships.get(0).tenant() + ".example";
        }
    }

    /**
     * @param tenant alias
     * @param clearance highest protection level the person may see, 0 to 2
     */
    public record Membership(String tenant, List<String> roles, int clearance) {}

    public static Tenants demo() {
        try (var in = Tenants.class.getResourceAsStream("/demo/tenants.json")) {
            return Http.JSON
                    .readerFor(Tenants.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in);
        } catch (IOException e) {
            throw new StackException("demo/tenants.json cannot be read.", e);
        }
    }

    public Tenant tenant(String alias) {
        return tenants.stream()
                .filter(tenant -> tenant.alias().equals(alias))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no demo tenant " + alias));
    }

    public User user(String username) {
        return users.stream()
                .filter(user -> user.username().equals(username))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no demo user " + username));
    }

    Stream<User> membersOf(Tenant tenant) {
        return users.stream()
                .filter(user ->
                        user.memberships().stream().anyMatch(m -> m.tenant().equals(tenant.alias())));
    }
}
