package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.innvei.tenancy.domain.Organization;
import no.innvei.tenancy.domain.WantedAccount;

/** What Keycloak should say about a user or a tenant, built from the rows of this moment. */
@ApplicationScoped
public class AccountQueries {

    @PersistenceContext(unitName = "tenancy")
    EntityManager entities;

    /** Empty when the user is no member of the current tenant and never was. */
    public Optional<WantedAccount> member(UUID user, LocalDate today) {
        return rows(entities.createNativeQuery("""
                        select m.user_id, a.login_name, a.subject, m.email, m.display_name, t.alias,
                            (m.valid_to is null or m.valid_to >= ?2 and m.valid_to >= m.valid_from), m.version
                        from tenancy.membership m
                        join tenancy.account_of(m.user_id) a on true
                        join tenancy.tenant t on t.id = m.tenant_id
                        where m.user_id = ?1
                        """).setParameter(1, user).setParameter(2, today))
                .map(row -> new WantedAccount(
                        (UUID) row[0],
                        (String) row[1],
                        Optional.ofNullable((String) row[2]),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Boolean) row[6],
                        ((Number) row[7]).longValue()))
                .findFirst();
    }

    /** For the directorate only: the organization of a tenant. Empty when there is no such tenant. */
    public Optional<Organization> organization(int tenant) {
        return rows(entities.createNativeQuery("select t.alias, t.name from tenancy.tenant t where t.id = ?1")
                        .setParameter(1, tenant))
                .map(row -> new Organization(tenant, (String) row[0], (String) row[1]))
                .findFirst();
    }

    /** For the directorate only: whom onboarding must give a login. */
    public Optional<WantedAccount> firstAdministrator(Organization organization) {
        return rows(entities.createNativeQuery(
                                "select a.user_id, a.login_name, a.subject, a.email, a.display_name from tenancy.first_administrator(?1) a")
                        .setParameter(1, organization.tenant()))
                .map(row -> new WantedAccount(
                        (UUID) row[0],
                        (String) row[1],
                        Optional.ofNullable((String) row[2]),
                        (String) row[3],
                        (String) row[4],
                        organization.alias(),
                        true,
                        0))
                .findFirst();
    }

    /** Ties the login to its sub, once; false when it is tied to another. */
    public boolean link(UUID user, String subject) {
        return Boolean.TRUE.equals(entities.createNativeQuery("select tenancy.link_account(?1, ?2)")
                .setParameter(1, user)
                .setParameter(2, subject)
                .getSingleResult());
    }

    /** Leaves the row alone when it has changed since: another outbox row is then on its way. */
    public void agreed(UUID user, long version, Instant at) {
        entities.createNativeQuery(
                        "update tenancy.membership set provisioned_at = ?1 where user_id = ?2 and version = ?3")
                .setParameter(1, at.atOffset(ZoneOffset.UTC))
                .setParameter(2, user)
                .setParameter(3, version)
                .executeUpdate();
    }

    /** For the directorate only; false when the login is tied to another sub. */
    public boolean firstAdministratorReady(int tenant, UUID user, String subject, Instant at) {
        return Boolean.TRUE.equals(entities.createNativeQuery(
                        "select tenancy.first_administrator_ready(?1, ?2, ?3, cast(?4 as timestamptz))")
                .setParameter(1, tenant)
                .setParameter(2, user)
                .setParameter(3, subject)
                .setParameter(4, at.atOffset(ZoneOffset.UTC))
                .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(jakarta.persistence.Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }
}
