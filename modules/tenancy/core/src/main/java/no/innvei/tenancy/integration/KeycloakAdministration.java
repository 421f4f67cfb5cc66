package no.innvei.tenancy.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.innvei.tenancy.application.KeycloakSettings;
import no.innvei.tenancy.domain.Organization;
import no.innvei.tenancy.domain.WantedAccount;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RealmsResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Makes Keycloak say what our tables say. Every step first looks, so that running it again changes nothing. Keycloak's own interfaces are used with
 * the server's REST client; Keycloak's client would bring a second REST layer into the application.
 */
@ApplicationScoped
public class KeycloakAdministration {

    /** Something that another row of the outbox makes, or that Keycloak does not show yet: worth another attempt. */
    static final class NotThereYet extends RuntimeException {
        NotThereYet(String what) {
            super("not in Keycloak yet: " + what);
        }
    }

    private static final int PAGE = 100;

    private KeycloakSettings settings;
    private ServiceAccountToken token;
    private RealmResource realm;

    protected KeycloakAdministration() {
        // for the CDI proxy
    }

    @Inject
    public KeycloakAdministration(KeycloakSettings settings) {
        this.settings = settings;
    }

    /** Finds or makes the login and puts it into or takes it out of the organization. @return its sub; empty when there is none and none is wanted */
    Optional<String> agree(WantedAccount account) {
        var organization = organization(account.organization())
                .orElseThrow(() -> new NotThereYet("organization " + account.organization()));
        var login = login(account);
        if (account.active()) {
            var user = login.orElseGet(() -> created(account));
            if (!Boolean.TRUE.equals(user.isEnabled())) {
                enable(user, true);
            }
            enter(organization, user.getId());
            return Optional.of(user.getId());
        }
        login.ifPresent(user -> leave(organization, user));
        return login.map(UserRepresentation::getId);
    }

    /** Finds the organization by its alias or makes it. */
    void agree(Organization organization) {
        if (idOf(organization.alias()).isPresent()) {
            return;
        }
        var wanted = new OrganizationRepresentation();
        wanted.setName(organization.name());
        wanted.setAlias(organization.alias());
        wanted.setEnabled(true);
        // Keycloak wants a mail domain. Ours is nobody's, so that no address is taken for a member's before the tenant
        // has named its own.
        wanted.addDomain(new OrganizationDomainRepresentation(organization.alias() + ".innvei.invalid"));
        wanted.singleAttribute("tenant", organization.alias());
        expect(Set.of(201, 409), () -> realm().organizations().create(wanted));
    }

    private Optional<UserRepresentation> login(WantedAccount account) {
        if (account.subject().isPresent()) {
            return byId(account.subject().get());
        }
        var byName = realm().users().searchByUsername(account.loginName(), true);
        var found = byName.isEmpty() ? realm().users().searchByEmail(account.email(), true) : byName;
        return found.stream().findFirst();
    }

    private UserRepresentation created(WantedAccount account) {
        var wanted = new UserRepresentation();
        wanted.setUsername(account.loginName());
        wanted.setEmail(account.email());
        wanted.setFirstName(account.givenName());
        wanted.setLastName(account.familyName());
        wanted.setEnabled(true);
        expect(Set.of(201, 409), () -> realm().users().create(wanted));
        return realm().users().searchByUsername(account.loginName(), true).stream()
                .findFirst()
                .orElseThrow(() -> new NotThereYet("login of user " + account.user()));
    }

    private void enter(OrganizationResource organization, String user) {
        expect(Set.of(201, 204, 409), () -> organization.members().addMember(user));
    }

    /** Sessions end, and a login that belongs nowhere any more is closed. */
    private void leave(OrganizationResource organization, UserRepresentation user) {
        expect(Set.of(204, 400, 404), () -> organization.members().removeMember(user.getId()));
        if (realm().organizations()
                .members()
                .getOrganizations(user.getId(), true)
                .isEmpty()) {
            enable(user, false);
        }
        realm().users().get(user.getId()).logout();
    }

    private void enable(UserRepresentation user, boolean enabled) {
        byId(user.getId()).ifPresent(complete -> {
            complete.setEnabled(enabled);
            realm().users().get(user.getId()).update(complete);
        });
    }

    private Optional<UserRepresentation> byId(String id) {
        try {
            return Optional.of(realm().users().get(id).toRepresentation());
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Optional<OrganizationResource> organization(String alias) {
        return idOf(alias).map(id -> realm().organizations().get(id));
    }

    private Optional<String> idOf(String alias) {
        for (int first = 0; ; first += PAGE) {
            var page = realm().organizations().list(first, PAGE);
            var found = page.stream().filter(o -> alias.equals(o.getAlias())).findFirst();
            if (found.isPresent() || page.size() < PAGE) {
                return found.map(OrganizationRepresentation::getId);
            }
        }
    }

    /** The server's client throws on a refusal even where the method returns the response; both ways end here. */
    private static void expect(Set<Integer> statuses, Supplier<Response> call) {
        try (var answer = call.get()) {
            if (!statuses.contains(answer.getStatus())) {
                throw new WebApplicationException(answer.getStatus());
            }
        } catch (WebApplicationException refused) {
            if (!statuses.contains(refused.getResponse().getStatus())) {
                throw refused;
            }
        }
    }

    /** For the next attempt after Keycloak refused us: the token may have been taken back. */
    synchronized void startAfresh() {
        if (token != null) {
            token.forget();
        }
    }

    private synchronized RealmResource realm() {
        if (realm == null) {
            token = new ServiceAccountToken(settings);
            realm = RestClientBuilder.newBuilder()
                    .baseUri(URI.create(ServiceAccountToken.base(settings.server())))
                    .connectTimeout(10, TimeUnit.SECONDS)
                    .readTimeout(20, TimeUnit.SECONDS)
                    .register(token)
                    .register(new KeycloakJson())
                    .build(RealmsResource.class)
                    .realm(settings.realm());
        }
        return realm;
    }
}
