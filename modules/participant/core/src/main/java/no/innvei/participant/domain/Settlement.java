package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import no.innvei.kernel.Uuid7;
import no.innvei.platform.InstantConverter;

/** First settlement in a municipality (bosetting) as it was known in a period. Never changed: a correction supersedes it. */
@Entity
@Table(schema = "participant", name = "settlement")
public class Settlement {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "participant_id", nullable = false, updatable = false)
    private Participant participant;

    @Column(name = "by_agreement", nullable = false, updatable = false)
    private boolean byAgreement;

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

    protected Settlement() {
        // for the persistence provider
    }

    Settlement(int tenant, Participant participant, LocalDate settledOn, boolean byAgreement, Instant recordedAt) {
        this.id = Uuid7.next();
        this.tenantId = tenant;
        this.participant = participant;
        this.validFrom = settledOn;
        this.byAgreement = byAgreement;
        this.recordedAt = recordedAt;
    }

    boolean present() {
        return supersededAt == null && validTo == null;
    }

    boolean says(LocalDate settledOn, boolean agreed) {
        return Objects.equals(validFrom, settledOn) && byAgreement == agreed;
    }

    void supersede(Instant now) {
        supersededAt = now;
    }

    LocalDate settledOn() {
        return validFrom;
    }

    boolean byAgreement() {
        return byAgreement;
    }
}
