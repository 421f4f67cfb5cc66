package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.domain.Participant;
import no.innvei.platform.CurrentScope;

/** Participants of the current tenant, as far as the reader's clearance goes. */
@ApplicationScoped
public class ParticipantRepository {

    private EntityManager entities;
    private CurrentScope scope;

    protected ParticipantRepository() {
        // for the CDI proxy
    }

    @Inject
    public ParticipantRepository(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    /** Enough of a person to see that it may be the same one. */
    public record Namesake(ParticipantId id, String givenNames, String familyName, LocalDate bornOn) {}

    public void add(Participant participant) {
        entities.persist(participant);
    }

    /**
     * Sends pending changes now, so that a conflict is reported inside the use case, raises the version of those changed even where only their history
     * is, and makes these people found by their names.
     */
    public void flush(Collection<Participant> added, Collection<Participant> changed) {
        changed.forEach(participant -> entities.lock(participant, LockModeType.OPTIMISTIC_FORCE_INCREMENT));
        entities.flush();
        if (!changed.isEmpty()) {
            entities.createNativeQuery("""
                            delete from participant.name_token
                            where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                            """)
                    .setParameter(
                            1,
                            changed.stream()
                                    .map(person -> person.id().value().toString())
                                    .collect(Collectors.joining(",")))
                    .executeUpdate();
        }
        var owners = new StringJoiner(",");
        var tokens = new StringJoiner(",");
        Stream.concat(added.stream(), changed.stream()).forEach(participant -> {
            for (var token : participant.nameTokens()) {
                owners.add(participant.id().value().toString());
                tokens.add(token);
            }
        });
        entities.createNativeQuery("""
                        insert into participant.name_token (tenant_id, participant_id, token)
                        select ?1::integer, p::uuid, t
                        from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ',')) as word (p, t)
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, owners.toString())
                .setParameter(3, tokens.toString())
                .executeUpdate();
    }

    /** Empty for a record that was merged into another, too. */
    public Optional<Participant> find(ParticipantId id) {
        return Optional.ofNullable(entities.find(Participant.class, id.value())).filter(found -> !found.merged());
    }

    public List<Participant> find(Collection<ParticipantId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select p from Participant p where p.id in :ids and p.mergedInto is null", Participant.class)
                .setParameter("ids", ids.stream().map(ParticipantId::value).toList())
                .getResultList();
    }

    /** Records that were merged into another are among them. */
    public List<Participant> findMergedToo(Collection<ParticipantId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select p from Participant p where p.id in :ids", Participant.class)
                .setParameter("ids", ids.stream().map(ParticipantId::value).toList())
                .getResultList();
    }

    public List<Namesake> bornOn(Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select p.id, p.givenNames, p.familyName, p.bornOn from Participant p where p.bornOn in :days and p.mergedInto is null",
                        Object[].class)
                .setParameter("days", days)
                .getResultStream()
                .map(row -> new Namesake(
                        new ParticipantId((UUID) row[0]), (String) row[1], (String) row[2], (LocalDate) row[3]))
                .toList();
    }

    /** 0 ordinary, 1 fortrolig, 2 strengt fortrolig; never above the reader's clearance for a participant the reader has found. */
    public int protectionLevel(ParticipantId id) {
        List<?> levels = entities.createNativeQuery(
                        "select level from platform.protected_participant where participant_id = ?1")
                .setParameter(1, id.value())
                .getResultList();
        return levels.isEmpty() ? 0 : ((Number) levels.getFirst()).intValue();
    }

    /** The same of many at once; ordinary people are left out. */
    public Map<ParticipantId, Integer> protectionLevels(Collection<ParticipantId> people) {
        List<?> levels = entities.createNativeQuery("""
                        select participant_id::text as person, level from platform.protected_participant
                        where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                        """)
                .setParameter(
                        1,
                        people.stream().map(person -> person.value().toString()).collect(Collectors.joining(",")))
                .getResultList();
        return levels.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> new ParticipantId(UUID.fromString((String) row[0])),
                        row -> ((Number) row[1]).intValue()));
    }

    /** Those of these people whom somebody has, or has had, as a case. */
    public Set<ParticipantId> assigned(Collection<ParticipantId> people) {
        List<?> found = entities.createNativeQuery("""
                        select distinct participant_id::text as person from participant.assignment
                        where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                        """)
                .setParameter(
                        1,
                        people.stream().map(person -> person.value().toString()).collect(Collectors.joining(",")))
                .getResultList();
        return found.stream()
                .map(id -> new ParticipantId(UUID.fromString((String) id)))
                .collect(Collectors.toSet());
    }

    /**
     * Removes people whose registration is undone, after their facts; each only in the version that was looked at.
     *
     * @throws OptimisticLockException when somebody has changed one of them meanwhile
     */
    public void remove(Map<ParticipantId, Long> versions) {
        var ids = new StringJoiner(",");
        var seen = new StringJoiner(",");
        versions.forEach((id, version) -> {
            ids.add(id.value().toString());
            seen.add(version.toString());
        });
        for (var statement : List.of(
                "delete from participant.name_token where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))",
                "delete from participant.identifier where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))",
                "delete from participant.import_written where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))")) {
            entities.createNativeQuery(statement)
                    .setParameter(1, ids.toString())
                    .executeUpdate();
        }
        int removed = entities.createNativeQuery("""
                        delete from participant.participant p
                        using unnest(string_to_array(?1::text, ','), string_to_array(?2::text, ',')) as seen (i, v)
                        where p.id = seen.i::uuid and p.version = seen.v::bigint
                        """)
                .setParameter(1, ids.toString())
                .setParameter(2, seen.toString())
                .executeUpdate();
        if (removed != versions.size()) {
            throw new OptimisticLockException("somebody changed a person whose registration was being undone");
        }
    }

    /** Sends pending changes and lets go of what is loaded; for the long list of an import. */
    public void flushAndForget() {
        entities.flush();
        entities.clear();
    }
}
