package no.innvei.tenancy.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.platform.InstantConverter;

/** A user in one tenant. The same login may be a member of several; nothing is shared between them but the id. */
@Entity
@Table(schema = "tenancy", name = "membership")
public class Member {

    @Id
    @Column(name = "user_id")
    private UUID user;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "display_name", nullable = false)
    private String displayName;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private int clearance;

    @Column(name = "valid_from", nullable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @Convert(converter = InstantConverter.class)
    @Column(name = "provisioned_at")
    private Instant provisionedAt;

    @Version
    private long version;

    protected Member() {
        // for the persistence provider
    }

    /** @param validTo {@code null} when the access has no planned end */
    public Member(UUID user, int tenant, String displayName, String email, LocalDate validFrom, LocalDate validTo) {
        this.user = user;
        this.tenantId = tenant;
        this.displayName = displayName;
        this.email = email;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** Lets somebody whose access has ended in again. Clearance is not remembered. */
    public void returnFrom(String newName, LocalDate from, LocalDate to) {
        displayName = newName;
        clearance = 0;
        validFrom = from;
        validTo = to;
        provisionedAt = null;
    }

    /** Never prolongs. A period that has not begun becomes empty. */
    public void endAfter(LocalDate lastDay) {
        validTo = DatedRight.shortened(validFrom, validTo, lastDay);
        provisionedAt = null;
    }

    public void agreedWithKeycloak(Instant at) {
        provisionedAt = at;
    }

    /** Whether there is access today or later. */
    public boolean lastsUntil(LocalDate today) {
        return validTo == null || !validTo.isBefore(today) && !validTo.isBefore(validFrom);
    }

    public boolean isVersion(long expected) {
        return version == expected;
    }

    public UUID user() {
        return user;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return email;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** {@code null} while nobody has ended it. */
    public LocalDate validTo() {
        return validTo;
    }

    public long version() {
        return version;
    }
}
