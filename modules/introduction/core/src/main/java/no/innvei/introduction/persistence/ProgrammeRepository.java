package no.innvei.introduction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.domain.CaseFile;
import no.innvei.introduction.domain.Programme;
import no.innvei.introduction.domain.RecordedEvaluation;
import no.innvei.kernel.ParticipantId;

/** Programmes, case files and the evaluations stored beside them. */
@ApplicationScoped
public class ProgrammeRepository {

    @PersistenceContext(unitName = "introduction")
    private EntityManager entities;

    public void add(Programme programme) {
        entities.persist(programme);
    }

    public void add(CaseFile file) {
        entities.persist(file);
    }

    public void add(RecordedEvaluation evaluation) {
        entities.persist(evaluation);
    }

    public Optional<Programme> find(ProgrammeId programme) {
        return Optional.ofNullable(entities.find(Programme.class, programme.value()));
    }

    public Optional<CaseFile> caseFile(ParticipantId participant) {
        return Optional.ofNullable(entities.find(CaseFile.class, participant.value()));
    }

    /** Newest first. */
    public List<Programme> ofParticipant(ParticipantId participant) {
        return entities.createQuery(
                        "select p from Programme p where p.participantId = :participant order by p.id desc",
                        Programme.class)
                .setParameter("participant", participant.value())
                .getResultList();
    }

    /** In the order they were recorded. */
    public List<RecordedEvaluation> evaluations(ProgrammeId programme) {
        return entities.createQuery(
                        "select e from RecordedEvaluation e where e.programmeId = :programme order by e.id",
                        RecordedEvaluation.class)
                .setParameter("programme", programme.value())
                .getResultList();
    }

    /** Sends pending changes now, so that a conflict is reported inside the use case. */
    public void flush() {
        entities.flush();
    }
}
