package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.PermitBasis;
import no.innvei.platform.InstantConverter;

/** A residence permit (oppholdstillatelse) as it was known in a period. Never changed: another row supersedes it. */
@Entity
@Table(schema = "participant", name = "permit")
public class ResidencePermit {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "participant_id", nullable = false, updatable = false)
    private Participant participant;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private PermitBasis basis;

    @Column(name = "follows_family_permit", nullable = false, updatable = false)
    private boolean followsFamilyPermit;

    @Column(name = "valid_from", updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to", updatable = false)
    private LocalDate validTo;

    @Convert(converter = InstantConverter.class)
    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "superseded_at")
    private Instant supersededAt;

    protected ResidencePermit() {
        // for the persistence provider
    }

    ResidencePermit(
            int tenant,
            Participant participant,
            PermitBasis basis,
            boolean followsFamilyPermit,
            LocalDate from,
            LocalDate to,
            Instant recordedAt) {
        this.id = Uuid7.next();
        this.tenantId = tenant;
        this.participant = participant;
        this.basis = basis;
        this.followsFamilyPermit = followsFamilyPermit;
        this.validFrom = from;
        this.validTo = to;
        this.recordedAt = recordedAt;
    }

    boolean present() {
        return supersededAt == null && validTo == null;
    }

    boolean says(PermitBasis wantedBasis, LocalDate grantedOn, boolean followsFamily) {
        return basis == wantedBasis && Objects.equals(validFrom, grantedOn) && followsFamilyPermit == followsFamily;
    }

    /** Another basis from a later day is a new permit; everything else corrects what was written. */
    boolean isFollowedBy(PermitBasis nextBasis, LocalDate grantedOn) {
        return basis != nextBasis && validFrom != null && grantedOn != null && grantedOn.isAfter(validFrom);
    }

    /** The same permit, known to end the day before the next one; supersedes this row. */
    ResidencePermit endingBefore(LocalDate next, Instant now) {
        supersede(now);
        return new ResidencePermit(
                tenantId, participant, basis, followsFamilyPermit, validFrom, next.minusDays(1), now);
    }

    void supersede(Instant now) {
        supersededAt = now;
    }

    PermitBasis basis() {
        return basis;
    }

    boolean followsFamilyPermit() {
        return followsFamilyPermit;
    }

    LocalDate grantedOn() {
        return validFrom;
    }
}
