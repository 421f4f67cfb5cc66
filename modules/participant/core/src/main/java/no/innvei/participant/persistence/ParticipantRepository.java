package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.domain.Participant;

/** Participants of the current tenant, as far as the reader's clearance goes. */
@ApplicationScoped
public class ParticipantRepository {

    private EntityManager entities;

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    /** Enough of a person to see that it may be the same one. */
    public record Namesake(ParticipantId id, String givenNames, String familyName, LocalDate bornOn) {}

    public void add(Participant participant) {
        entities.persist(participant);
    }

    public Optional<Participant> find(ParticipantId id) {
        return Optional.ofNullable(entities.find(Participant.class, id.value()));
    }

    /** With everything {@link Participant#facts} needs, in a number of statements that does not depend on how many people. */
    public List<Participant> find(Collection<ParticipantId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select p from Participant p where p.id in :ids", Participant.class)
                .setParameter("ids", ids.stream().map(ParticipantId::value).toList())
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "p.permits")
                .setHint("eclipselink.batch", "p.settlements")
                .setHint("eclipselink.batch", "p.children")
                .setHint("eclipselink.batch", "p.nameWords")
                .getResultList();
    }

    public List<Namesake> bornOn(Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery(
                        "select p.id, p.givenNames, p.familyName, p.bornOn from Participant p where p.bornOn in :days", Object[].class)
                .setParameter("days", days)
                .getResultStream()
                .map(row -> new Namesake(
                        new ParticipantId((UUID) row[0]), (String) row[1], (String) row[2], (LocalDate) row[3]))
                .toList();
    }

    /** 0 ordinary, 1 fortrolig, 2 strengt fortrolig; never above the reader's clearance for a participant the reader has found. */
    public int protectionLevel(ParticipantId id) {
        return entities.createNativeQuery("select level from platform.protected_participant where participant_id = ?1")
                .setParameter(1, id.value())
                .getResultList()
                .stream()
                .mapToInt(level -> ((Number) level).intValue())
                .findFirst()
                .orElse(0);
    }

    /** Sends pending changes now, so that a conflict is reported inside the use case. */
    public void flush() {
        entities.flush();
    }

    /** Sends pending changes and lets go of what is loaded; for the long list of an import. */
    public void flushAndForget() {
        entities.flush();
        entities.clear();
    }
}
