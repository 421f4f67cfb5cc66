package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.kernel.Uuid7;

/** A child of the participant; twins are two. */
@Entity
@Table(schema = "participant", name = "child")
public class Child {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "participant_id", nullable = false, updatable = false)
    private Participant participant;

    @Column(name = "born_on", nullable = false, updatable = false)
    private LocalDate bornOn;

    protected Child() {
        // for the persistence provider
    }

    Child(int tenant, Participant participant, LocalDate bornOn) {
        this.id = Uuid7.next();
        this.tenantId = tenant;
        this.participant = participant;
        this.bornOn = bornOn;
    }

    LocalDate bornOn() {
        return bornOn;
    }
}
