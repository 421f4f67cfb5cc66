package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.access.Role;
import no.innvei.tenancy.domain.Member;
import no.innvei.tenancy.domain.RoleGrant;

/** Users of the current tenant with their roles, and the logins behind them as far as the database lets us ask. */
@ApplicationScoped
public class Members {

    @PersistenceContext(unitName = "tenancy")
    EntityManager entities;

    public void add(Member member) {
        entities.persist(member);
    }

    public void add(RoleGrant grant) {
        entities.persist(grant);
    }

    public Optional<Member> find(UUID user) {
        return Optional.ofNullable(entities.find(Member.class, user));
    }

    public List<RoleGrant> grantsOf(UUID user) {
        return entities.createQuery(
                        "select g from RoleGrant g where g.user = :user order by g.validFrom, g.id", RoleGrant.class)
                .setParameter("user", user)
                .getResultList();
    }

    /**
     * Whether somebody else stays administrator after that day. The rows are locked, so that two administrators who remove each other at the same
     * moment do not both succeed.
     */
    public boolean anotherAdministratorAfter(UUID user, LocalDate lastDay) {
        return entities
                .createQuery("select g from RoleGrant g where g.role = :role order by g.id", RoleGrant.class)
                .setParameter("role", Role.TENANT_ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .peek(entities::refresh)
                .anyMatch(g -> !g.user().equals(user) && g.reachesPast(lastDay));
    }

    /** Makes the version of the user's row grow although only roles have changed. */
    public void touch(Member member) {
        entities.lock(member, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** The id of the login with this name; made when there was none, and the answer does not tell which. */
    public UUID account(String issuer, String loginName) {
        return (UUID) entities.createNativeQuery("select tenancy.account(?1, ?2)")
                .setParameter(1, issuer)
                .setParameter(2, loginName)
                .getSingleResult();
    }

    /** Sends pending changes now, so that a conflict is reported inside the use case. */
    public void flush() {
        entities.flush();
    }
}
