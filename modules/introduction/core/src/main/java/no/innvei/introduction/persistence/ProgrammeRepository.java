package no.innvei.introduction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    public Map<ProgrammeId, Programme> find(Collection<ProgrammeId> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select p from Programme p where p.id in :ids", Programme.class)
                .setParameter("ids", some.stream().map(ProgrammeId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Programme::id, programme -> programme));
    }

    /** Changeable, so that a new one can be put beside those there are. */
    public Map<ParticipantId, CaseFile> caseFiles(Collection<ParticipantId> people) {
        var files = new HashMap<ParticipantId, CaseFile>();
        entities.createQuery("select f from CaseFile f where f.participantId in :people", CaseFile.class)
                .setParameter(
                        "people", people.stream().map(ParticipantId::value).toList())
                .getResultStream()
                .forEach(file -> files.put(file.participant(), file));
        return files;
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

    /** Those of these people who have a programme that was opened or changed since. */
    public Set<ParticipantId> changedSince(Collection<ParticipantId> people, Instant since) {
        return rows(entities.createNativeQuery("""
                                select distinct participant_id::text as person from introduction.programme
                                where changed_at >= ?2
                                    and participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                                """)
                        .setParameter(1, ids(people))
                        .setParameter(2, since.atOffset(ZoneOffset.UTC))
                        .getResultList())
                .map(id -> new ParticipantId(UUID.fromString((String) id)))
                .collect(Collectors.toSet());
    }

    /** Of people who are gone; what the rules said of them goes with them. */
    public void removeCaseFiles(Collection<ParticipantId> people) {
        entities.createNativeQuery("""
                        delete from introduction.case_file
                        where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                        """).setParameter(1, ids(people)).executeUpdate();
    }

    private static String ids(Collection<ParticipantId> people) {
        return people.stream().map(person -> person.value().toString()).collect(Collectors.joining(","));
    }

    private static Stream<?> rows(List<?> result) {
        return result.stream();
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
