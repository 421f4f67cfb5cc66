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
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.PlanContent.Element;

/** One element (tiltak) of a draft. */
@Entity
@Table(schema = "introduction", name = "plan_draft_element")
public class DraftElement {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "participant_id", nullable = false, updatable = false)
    private UUID participantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "draft_id", nullable = false, updatable = false)
    private PlanDraft draft;

    @Column(nullable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ElementKind kind;

    private String provider;

    @Column(name = "from_on", nullable = false)
    private LocalDate fromOn;

    @Column(name = "to_on", nullable = false)
    private LocalDate toOn;

    @Column(name = "minutes_per_week", nullable = false)
    private int minutesPerWeek;

    @Column(name = "work_oriented", nullable = false)
    private boolean workOriented;

    private String reason;

    @Version
    private long version;

    protected DraftElement() {
        // for the persistence provider
    }

    DraftElement(PlanDraft draft, int tenant, UUID participant, UUID id) {
        this.draft = draft;
        this.tenantId = tenant;
        this.participantId = participant;
        this.id = id;
    }

    void write(Element written, int at) {
        position = at;
        kind = written.kind();
        provider = written.provider();
        fromOn = written.from();
        toOn = written.to();
        minutesPerWeek = written.minutesPerWeek();
        workOriented = written.workOriented();
        reason = written.reason();
    }

    Element content() {
        return new Element(id, kind, provider, fromOn, toOn, minutesPerWeek, workOriented, reason);
    }

    UUID id() {
        return id;
    }

    int position() {
        return position;
    }
}
