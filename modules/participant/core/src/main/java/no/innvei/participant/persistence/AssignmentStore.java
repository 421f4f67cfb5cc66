package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.domain.AssignmentRow;
import no.innvei.participant.domain.CaseHolders;
import no.innvei.participant.domain.Stamp;
import no.innvei.platform.CurrentScope;

/** Who follows up whom: a constant number of statements for any number of people. */
@ApplicationScoped
public class AssignmentStore {

    private static final String VERSIONS = """
            select cast(p.id as text),
                   (select count(*) + count(a.superseded_at) from participant.assignment a where a.tenant_id = p.tenant_id and a.participant_id = p.id)
            from participant.participant p
            where p.id = any (cast(string_to_array(?1, ',') as uuid[])) and p.merged_into is null
            order by p.id
            """;

    private static final String LOCK = """
            select cast(p.id as text) from participant.participant p
            where p.id = any (cast(string_to_array(?1, ',') as uuid[]))
            order by p.id
            for update
            """;

    private static final String KNOWN = """
            select cast(a.participant_id as text), cast(a.id as text), a.part, cast(a.user_id as text), cast(a.office_id as text),
                   cast(a.valid_from as text), cast(a.valid_to as text)
            from participant.assignment a
            where a.participant_id = any (cast(string_to_array(?1, ',') as uuid[])) and a.superseded_at is null
            """;

    private static final String SET_ASIDE_IN = """
            select cast(a.participant_id as text), cast(a.id as text), a.part, cast(a.user_id as text), cast(a.office_id as text),
                   cast(a.valid_from as text), cast(a.valid_to as text)
            from participant.assignment a
            where a.superseded_in = cast(?1 as uuid) and a.participant_id = any (cast(string_to_array(?2, ',') as uuid[]))
            """;

    private static final String WRITTEN_IN = """
            select cast(a.participant_id as text), cast(a.id as text)
            from participant.assignment a
            where a.reassignment_id = cast(?1 as uuid) and a.superseded_at is null
              and a.participant_id = any (cast(string_to_array(?2, ',') as uuid[]))
            """;

    private EntityManager entities;
    private CurrentScope scope;

    protected AssignmentStore() {
        // for the CDI proxy
    }

    @Inject
    public AssignmentStore(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty when the reader cannot see the person. */
    public Optional<CaseHolders> of(ParticipantId participant) {
        return Optional.ofNullable(of(List.of(participant)).get(participant));
    }

    /** Those of the people the reader can see. */
    public Map<ParticipantId, CaseHolders> of(Collection<ParticipantId> participants) {
        var versions = new LinkedHashMap<ParticipantId, Long>();
        rows(entities.createNativeQuery(VERSIONS).setParameter(1, ids(participants)))
                .forEach(row -> versions.put(id(row[0]), ((Number) row[1]).longValue()));
        var known = new HashMap<ParticipantId, List<AssignmentRow>>();
        rows(entities.createNativeQuery(KNOWN).setParameter(1, ids(participants)))
                .forEach(row -> known.computeIfAbsent(id(row[0]), person -> new ArrayList<>())
                        .add(row(row)));
        var holders = new LinkedHashMap<ParticipantId, CaseHolders>();
        versions.forEach((person, version) ->
                holders.put(person, new CaseHolders(person, version, known.getOrDefault(person, List.of()))));
        return holders;
    }

    /** As {@link #of}, and nobody else changes them until the end of the transaction. */
    public Map<ParticipantId, CaseHolders> lock(Collection<ParticipantId> participants) {
        entities.createNativeQuery(LOCK).setParameter(1, ids(participants)).getResultList();
        return of(participants);
    }

    /** What a reassignment took away from each of these people. */
    public Map<ParticipantId, List<Assignment>> setAsideIn(UUID reassignment, Collection<ParticipantId> participants) {
        var before = new HashMap<ParticipantId, List<Assignment>>();
        rows(entities.createNativeQuery(SET_ASIDE_IN)
                        .setParameter(1, reassignment.toString())
                        .setParameter(2, ids(participants)))
                .forEach(row -> before.computeIfAbsent(id(row[0]), person -> new ArrayList<>())
                        .add(row(row).assignment()));
        return before;
    }

    /** What a reassignment wrote for each of these people and is still so. */
    public Map<ParticipantId, List<UUID>> writtenIn(UUID reassignment, Collection<ParticipantId> participants) {
        var written = new HashMap<ParticipantId, List<UUID>>();
        rows(entities.createNativeQuery(WRITTEN_IN)
                        .setParameter(1, reassignment.toString())
                        .setParameter(2, ids(participants)))
                .forEach(row -> written.computeIfAbsent(id(row[0]), person -> new ArrayList<>())
                        .add(UUID.fromString((String) row[1])));
        return written;
    }

    /**
     * Stores what was set aside and written.
     *
     * @param reassignment the reassignment of many it is part of; {@code null} when it is none
     */
    public void write(Collection<CaseHolders> holders, Stamp stamp, UUID reassignment) {
        var aside = holders.stream()
                .flatMap(each -> each.setAside().stream())
                .map(row -> row.id().toString())
                .collect(Collectors.joining(","));
        var job = reassignment == null ? "" : reassignment.toString();
        if (!aside.isEmpty()) {
            entities.createNativeQuery("""
                            update participant.assignment
                            set superseded_at = cast(?2 as timestamptz), superseded_by = cast(?3 as uuid), superseded_in = cast(nullif(?4, '') as uuid)
                            where id = any (cast(string_to_array(?1, ',') as uuid[])) and superseded_at is null
                            """)
                    .setParameter(1, aside)
                    .setParameter(2, stamp.at().toString())
                    .setParameter(3, stamp.by().toString())
                    .setParameter(4, job)
                    .executeUpdate();
        }
        var columns = new StringJoiner[] {
            new StringJoiner(","),
            new StringJoiner(","),
            new StringJoiner(","),
            new StringJoiner(","),
            new StringJoiner(","),
            new StringJoiner(","),
            new StringJoiner(",")
        };
        boolean some = false;
        for (var each : holders) {
            for (var row : each.written()) {
                some = true;
                var a = row.assignment();
                columns[0].add(row.id().toString());
                columns[1].add(each.participant().value().toString());
                columns[2].add(a.part().name());
                columns[3].add(a.user().toString());
                columns[4].add(a.office().toString());
                columns[5].add(a.from().toString());
                columns[6].add(a.to() == null ? "" : a.to().toString());
            }
        }
        if (some) {
            var insert = entities.createNativeQuery("""
                            insert into participant.assignment
                              (tenant_id, id, participant_id, part, user_id, office_id, valid_from, valid_to, reassignment_id, recorded_at, recorded_by)
                            select ?1::integer, cast(w.id as uuid), cast(w.person as uuid), w.part, cast(w.holder as uuid), cast(w.office as uuid),
                                   cast(w.first_day as date), cast(nullif(w.last_day, '') as date), cast(nullif(?9, '') as uuid), cast(?10 as timestamptz),
                                   cast(?11 as uuid)
                            from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ','), string_to_array(?4::text, ','),
                                        string_to_array(?5::text, ','), string_to_array(?6::text, ','), string_to_array(?7::text, ','),
                                        string_to_array(?8::text, ',')) as w (id, person, part, holder, office, first_day, last_day)
                            """)
                    .setParameter(1, scope.tenant())
                    .setParameter(9, job)
                    .setParameter(10, stamp.at().toString())
                    .setParameter(11, stamp.by().toString());
            for (int i = 0; i < columns.length; i++) {
                insert.setParameter(i + 2, columns[i].toString());
            }
            insert.executeUpdate();
        }
    }

    private static AssignmentRow row(Object[] row) {
        return new AssignmentRow(
                UUID.fromString((String) row[1]),
                new Assignment(
                        AssignedPart.valueOf((String) row[2]),
                        UUID.fromString((String) row[3]),
                        UUID.fromString((String) row[4]),
                        LocalDate.parse((String) row[5]),
                        row[6] == null ? null : LocalDate.parse((String) row[6])));
    }

    private static ParticipantId id(Object column) {
        return new ParticipantId(UUID.fromString((String) column));
    }

    static String ids(Collection<ParticipantId> people) {
        return people.stream().map(person -> person.value().toString()).collect(Collectors.joining(","));
    }

    private static List<Object[]> rows(jakarta.persistence.Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }
}
