package no.innvei.introduction.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.Phase;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.kernel.ParticipantId;
import no.innvei.platform.InstantConverter;

/** One introduction programme (introduksjonsprogram, integreringsloven chapter 4) of one participant, from claim or offer to its ending. */
@Entity
@Table(schema = "introduction", name = "programme")
public class Programme {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "participant_id", nullable = false, updatable = false)
    private UUID participantId;

    @Column(name = "claimed_on")
    private LocalDate claimedOn;

    @Column(name = "offer_on")
    private LocalDate offerOn;

    @Enumerated(EnumType.STRING)
    private DecisionKind decision;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    /** A {@code uuid} column that may be null is mapped as text: the provider's own conversion fails on null. */
    @Column(name = "decided_by")
    private String decidedBy;

    private String reasons;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Column(name = "work_hours_per_week")
    private Integer workHoursPerWeek;

    @Enumerated(EnumType.STRING)
    @Column(name = "final_goal")
    private FinalGoal finalGoal;

    @Column(name = "goal_reason")
    private String goalReason;

    @Column(name = "goal_set_on")
    private LocalDate goalSetOn;

    @Column(name = "planned_start_on")
    private LocalDate plannedStartOn;

    @Column(name = "started_on")
    private LocalDate startedOn;

    @Column(name = "maximum_months")
    private Integer maximumMonths;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "ended_on")
    private LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "ending_reason")
    private EndingReason endingReason;

    @Convert(converter = InstantConverter.class)
    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    protected Programme() {
        // for the persistence provider
    }

    /** Opens the case with a claim, an offer of start or both. */
    public Programme(
            ProgrammeId id,
            int tenant,
            ParticipantId participant,
            LocalDate claimedOn,
            LocalDate offerOn,
            Instant now) {
        this.id = id.value();
        this.tenantId = tenant;
        this.participantId = participant.value();
        this.claimedOn = claimedOn;
        this.offerOn = offerOn;
        this.openedAt = now;
        this.changedAt = now;
    }

    public Phase phase() {
        if (endedOn != null) {
            return Phase.ENDED;
        }
        if (startedOn != null) {
            return Phase.IN_PROGRAMME;
        }
        return switch (decision) {
            case null -> Phase.BEFORE_DECISION;
            case AWARDED -> Phase.DECIDED;
            case REFUSED -> Phase.REFUSED;
        };
    }

    /** Nothing more happens in this programme. */
    public boolean over() {
        return phase() == Phase.ENDED || phase() == Phase.REFUSED;
    }

    public void offer(LocalDate on, Instant now) {
        demand(Phase.BEFORE_DECISION);
        offerOn = on;
        changedAt = now;
    }

    public void refuse(LocalDate on, UUID by, Category judged, Integer workHours, String why, Instant now) {
        decide(DecisionKind.REFUSED, on, by, judged, workHours, why, now);
    }

    public void award(
            LocalDate on,
            UUID by,
            Category judged,
            Integer workHours,
            String why,
            LocalDate plannedStart,
            Instant now) {
        decide(DecisionKind.AWARDED, on, by, judged, workHours, why, now);
        plannedStartOn = plannedStart;
    }

    private void decide(
            DecisionKind kind, LocalDate on, UUID by, Category judged, Integer workHours, String why, Instant now) {
        demand(Phase.BEFORE_DECISION);
        decision = kind;
        decidedOn = on;
        decidedBy = by.toString();
        category = judged;
        workHoursPerWeek = workHours;
        reasons = why;
        changedAt = now;
    }

    /** Sets or changes the final goal (sluttmål), §§ 13 and 14. */
    public void aimFor(FinalGoal goal, String why, LocalDate on, Instant now) {
        finalGoal = goal;
        goalReason = why;
        goalSetOn = on;
        changedAt = now;
    }

    /** Takes over what the duration rule computed; {@code null} where it could not. */
    public void last(Integer months, LocalDate last) {
        maximumMonths = months;
        lastDay = last;
    }

    public void start(LocalDate on, Instant now) {
        demand(Phase.DECIDED);
        startedOn = on;
        changedAt = now;
    }

    public void end(LocalDate on, EndingReason reason, Instant now) {
        if (over() || decision == null) {
            throw new IllegalStateException("a programme that is " + phase() + " cannot end");
        }
        endedOn = on;
        endingReason = reason;
        changedAt = now;
    }

    private void demand(Phase phase) {
        if (phase() != phase) {
            throw new IllegalStateException("the programme is " + phase());
        }
    }

    public ProgrammeId id() {
        return new ProgrammeId(id);
    }

    public ParticipantId participant() {
        return new ParticipantId(participantId);
    }

    public LocalDate claimedOn() {
        return claimedOn;
    }

    public LocalDate offerOn() {
        return offerOn;
    }

    public DecisionKind decision() {
        return decision;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    public String reasons() {
        return reasons;
    }

    public Category category() {
        return category;
    }

    public Integer workHoursPerWeek() {
        return workHoursPerWeek;
    }

    public FinalGoal finalGoal() {
        return finalGoal;
    }

    public String goalReason() {
        return goalReason;
    }

    public LocalDate goalSetOn() {
        return goalSetOn;
    }

    public LocalDate plannedStartOn() {
        return plannedStartOn;
    }

    public LocalDate startedOn() {
        return startedOn;
    }

    /** The first day, or the planned one before there is a first day; {@code null} when neither is known. */
    public LocalDate startOn() {
        return startedOn != null ? startedOn : plannedStartOn;
    }

    public Integer maximumMonths() {
        return maximumMonths;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public LocalDate endedOn() {
        return endedOn;
    }

    public EndingReason endingReason() {
        return endingReason;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }

    public boolean isVersion(long expected) {
        return version == expected;
    }
}
