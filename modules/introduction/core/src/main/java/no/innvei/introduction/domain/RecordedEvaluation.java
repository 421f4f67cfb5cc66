package no.innvei.introduction.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.introduction.api.Programmes.StoredEvaluation;
import no.innvei.introduction.domain.ProgrammeRules.Asked;
import no.innvei.kernel.Uuid7;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.platform.InstantConverter;

/** What a rule answered when something was decided; written once and never changed. */
@Entity
@Table(schema = "introduction", name = "evaluation")
public class RecordedEvaluation {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "participant_id", nullable = false, updatable = false)
    private UUID participantId;

    @Column(name = "programme_id", nullable = false, updatable = false)
    private UUID programmeId;

    @Column(name = "plan_number", updatable = false)
    private Integer planNumber;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private StoredEvaluation.Step step;

    @Column(nullable = false, updatable = false)
    private String rule;

    @Column(name = "rule_version", updatable = false)
    private LocalDate ruleVersion;

    @Column(name = "decisive_date", updatable = false)
    private LocalDate decisiveDate;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Evaluation.Answer answer;

    @Column(nullable = false, updatable = false)
    private String body;

    @Convert(converter = InstantConverter.class)
    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    protected RecordedEvaluation() {
        // for the persistence provider
    }

    /** @param planNumber {@code null} unless the evaluation belongs to a plan version */
    public RecordedEvaluation(
            int tenant, Programme programme, StoredEvaluation.Step step, Integer planNumber, Asked asked, Instant now) {
        this.id = Uuid7.next();
        this.tenantId = tenant;
        this.participantId = programme.participant().value();
        this.programmeId = programme.id().value();
        this.planNumber = planNumber;
        this.step = step;
        this.rule = asked.evaluation().rule();
        this.ruleVersion = asked.evaluation().version();
        this.decisiveDate = asked.evaluation().decisiveDate();
        this.answer = asked.evaluation().answer();
        this.body = asked.json();
        this.recordedAt = now;
    }

    public StoredEvaluation view() {
        return new StoredEvaluation(id, rule, step, recordedAt, EvaluationJson.read(body));
    }

    public Integer planNumber() {
        return planNumber;
    }
}
