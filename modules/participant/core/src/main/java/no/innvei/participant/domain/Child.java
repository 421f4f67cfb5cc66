package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;

/** Birth date of a child of the participant; twins are two. */
@Embeddable
public class Child {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "born_on", nullable = false, updatable = false)
    private LocalDate bornOn;

    protected Child() {
        // for the persistence provider
    }

    Child(int tenant, int position, LocalDate bornOn) {
        this.tenantId = tenant;
        this.position = position;
        this.bornOn = bornOn;
    }

    LocalDate bornOn() {
        return bornOn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Child child && tenantId == child.tenantId && position == child.position && bornOn.equals(child.bornOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, position, bornOn);
    }
}
