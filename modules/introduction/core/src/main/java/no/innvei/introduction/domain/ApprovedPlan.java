package no.innvei.introduction.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntegrationPlans.VersionLine;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanContent;
import no.innvei.kernel.Uuid7;
import no.innvei.platform.InstantConverter;

/** An approved integration plan, numbered within its programme. Written once: the application may neither change nor delete its row. */
@Entity
@Table(schema = "introduction", name = "plan_version")
public class ApprovedPlan {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "participant_id", nullable = false, updatable = false)
    private UUID participantId;

    @Column(name = "programme_id", nullable = false, updatable = false)
    private UUID programmeId;

    @Column(nullable = false, updatable = false)
    private int number;

    @Convert(converter = InstantConverter.class)
    @Column(name = "approved_at", nullable = false, updatable = false)
    private Instant approvedAt;

    @Column(name = "approved_by", nullable = false, updatable = false)
    private UUID approvedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "final_goal", nullable = false, updatable = false)
    private FinalGoal finalGoal;

    @Column(name = "goal_reason", updatable = false)
    private String goalReason;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private CefrLevel listening;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private CefrLevel reading;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private CefrLevel writing;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private CefrLevel oral;

    @Column(name = "long_term_goal", nullable = false, updatable = false)
    private String longTermGoal;

    @Column(name = "substantial_self_study", nullable = false, updatable = false)
    private boolean substantialSelfStudy;

    @Column(name = "maximum_months", updatable = false)
    private Integer maximumMonths;

    @Column(name = "last_day", updatable = false)
    private LocalDate lastDay;

    @OneToMany(mappedBy = "plan", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<ApprovedElement> elements = new ArrayList<>();

    protected ApprovedPlan() {
        // for the persistence provider
    }

    /** The programme carries the goal and length that hold from this plan on. */
    public ApprovedPlan(int tenant, Programme programme, int number, PlanContent content, UUID by, Instant now) {
        this.id = Uuid7.next();
        this.tenantId = tenant;
        this.participantId = programme.participant().value();
        this.programmeId = programme.id().value();
        this.number = number;
        this.approvedAt = now;
        this.approvedBy = by;
        this.finalGoal = content.finalGoal();
        this.goalReason = content.goalReason();
        this.listening = content.norwegianGoal().listening();
        this.reading = content.norwegianGoal().reading();
        this.writing = content.norwegianGoal().writing();
        this.oral = content.norwegianGoal().oral();
        this.longTermGoal = content.longTermGoal();
        this.substantialSelfStudy = content.substantialSelfStudy();
        this.maximumMonths = programme.maximumMonths();
        this.lastDay = programme.lastDay();
        for (int position = 0; position < content.elements().size(); position++) {
            elements.add(new ApprovedElement(
                    this, tenant, participantId, content.elements().get(position), position));
        }
    }

    public PlanContent content() {
        return new PlanContent(
                finalGoal,
                goalReason,
                new NorwegianGoal(listening, reading, writing, oral),
                longTermGoal,
                substantialSelfStudy,
                elements.stream().map(ApprovedElement::content).toList());
    }

    public VersionLine line() {
        return new VersionLine(number, approvedAt, approvedBy, finalGoal);
    }

    public int number() {
        return number;
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    public UUID approvedBy() {
        return approvedBy;
    }

    public Integer maximumMonths() {
        return maximumMonths;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public NorwegianGoal norwegianGoal() {
        return new NorwegianGoal(listening, reading, writing, oral);
    }
}
