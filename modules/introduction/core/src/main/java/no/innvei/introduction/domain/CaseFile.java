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
import java.util.Objects;
import java.util.UUID;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.kernel.ParticipantId;
import no.innvei.platform.InstantConverter;

/** What the rules say of one participant today, and which programme is her newest; exists from the day she is registered. */
@Entity
@Table(schema = "introduction", name = "case_file")
public class CaseFile {

    @Id
    @Column(name = "participant_id")
    private UUID participantId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    /** A {@code uuid} column that may be null is mapped as text: the provider's own conversion fails on null. */
    @Column(name = "programme_id")
    private String programmeId;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Column(name = "judged_on", nullable = false)
    private LocalDate judgedOn;

    @Column(name = "decide_and_start_by")
    private LocalDate decideAndStartBy;

    @Column(name = "category_evaluation")
    private String categoryEvaluation;

    @Column(name = "deadline_evaluation")
    private String deadlineEvaluation;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    protected CaseFile() {
        // for the persistence provider
    }

    public CaseFile(int tenant, ParticipantId participant, LocalDate judgedOn, Instant now) {
        this.tenantId = tenant;
        this.participantId = participant.value();
        this.judgedOn = judgedOn;
        this.changedAt = now;
    }

    /** @param programme {@code null} when there is none */
    public void follow(ProgrammeId programme) {
        programmeId = programme == null ? null : programme.value().toString();
    }

    /** Takes over what the rules answered; untouched when they answer as before, so that nothing is written for nothing. */
    public void judge(
            Category category,
            LocalDate by,
            String categoryEvaluation,
            String deadlineEvaluation,
            LocalDate on,
            Instant now) {
        if (category == this.category
                && Objects.equals(by, decideAndStartBy)
                && on.equals(judgedOn)
                && Objects.equals(categoryEvaluation, this.categoryEvaluation)
                && Objects.equals(deadlineEvaluation, this.deadlineEvaluation)) {
            return;
        }
        this.category = category;
        this.decideAndStartBy = by;
        this.categoryEvaluation = categoryEvaluation;
        this.deadlineEvaluation = deadlineEvaluation;
        this.judgedOn = on;
        this.changedAt = now;
    }

    public ParticipantId participant() {
        return new ParticipantId(participantId);
    }

    /** {@code null} before the first claim or offer. */
    public ProgrammeId programme() {
        return programmeId == null ? null : new ProgrammeId(UUID.fromString(programmeId));
    }

    public Category category() {
        return category;
    }

    public LocalDate judgedOn() {
        return judgedOn;
    }

    public LocalDate decideAndStartBy() {
        return decideAndStartBy;
    }

    public String categoryEvaluation() {
        return categoryEvaluation;
    }

    public String deadlineEvaluation() {
        return deadlineEvaluation;
    }
}
