package no.innvei.tenancy.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.kernel.access.Role;

/** A role that a user holds in an office from day to day. Ended, never deleted. */
@Entity
@Table(schema = "tenancy", name = "role_grant")
public class RoleGrant {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID user;

    @Column(name = "office_id", nullable = false, updatable = false)
    private UUID office;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Role role;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected RoleGrant() {
        // for the persistence provider
    }

    /** @param validTo {@code null} when the right has no planned end */
    public RoleGrant(UUID id, int tenant, UUID user, UUID office, Role role, LocalDate validFrom, LocalDate validTo) {
        this.id = id;
        this.tenantId = tenant;
        this.user = user;
        this.office = office;
        this.role = role;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** Never prolongs. A period that has not begun becomes empty. */
    public void endAfter(LocalDate lastDay) {
        validTo = DatedRight.shortened(validFrom, validTo, lastDay);
    }

    /** Whether it is held today or later. */
    public boolean lastsUntil(LocalDate today) {
        return validTo == null || !validTo.isBefore(today) && !validTo.isBefore(validFrom);
    }

    /** Whether it is held on some day after {@code lastDay}. */
    public boolean reachesPast(LocalDate lastDay) {
        return validTo == null || validTo.isAfter(lastDay);
    }

    public UUID user() {
        return user;
    }

    public UUID office() {
        return office;
    }

    public Role role() {
        return role;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** {@code null} while nobody has ended it. */
    public LocalDate validTo() {
        return validTo;
    }
}
