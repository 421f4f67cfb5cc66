package no.innvei.introduction.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.kernel.Uuid7;

/** One element (tiltak) of an approved plan; written once. */
@Entity
@Table(schema = "introduction", name = "plan_version_element")
public class ApprovedElement {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "participant_id", nullable = false, updatable = false)
    private UUID participantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "plan_version_id", nullable = false, updatable = false)
    private ApprovedPlan plan;

    @Column(name = "element_id", nullable = false, updatable = false)
    private UUID elementId;

    @Column(nullable = false, updatable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ElementKind kind;

    @Column(updatable = false)
    private String provider;

    @Column(name = "from_on", nullable = false, updatable = false)
    private LocalDate fromOn;

    @Column(name = "to_on", nullable = false, updatable = false)
    private LocalDate toOn;

    @Column(name = "minutes_per_week", nullable = false, updatable = false)
    private int minutesPerWeek;

    @Column(name = "work_oriented", nullable = false, updatable = false)
    private boolean workOriented;

    @Column(updatable = false)
    private String reason;

    protected ApprovedElement() {
        // for the persistence provider
    }

    ApprovedElement(ApprovedPlan plan, int tenant, UUID participant, Element approved, int position) {
        this.id = Uuid7.next();
        this.plan = plan;
        this.tenantId = tenant;
        this.participantId = participant;
        this.elementId = approved.id();
        this.position = position;
        this.kind = approved.kind();
        this.provider = approved.provider();
        this.fromOn = approved.from();
        this.toOn = approved.to();
        this.minutesPerWeek = approved.minutesPerWeek();
        this.workOriented = approved.workOriented();
        this.reason = approved.reason();
    }

    public Element content() {
        return new Element(elementId, kind, provider, fromOn, toOn, minutesPerWeek, workOriented, reason);
    }

    public int planNumber() {
        return plan.number();
    }
}
