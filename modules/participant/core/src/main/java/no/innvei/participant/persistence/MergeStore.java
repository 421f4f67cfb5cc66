package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Merges.MergeView;
import no.innvei.platform.CurrentScope;

/** Which records became one, and what was done to rows of facts and numbers for it. */
@ApplicationScoped
public class MergeStore {

    /** What a merge did to a row. */
    public enum What {
        FACT_WRITTEN,
        FACT_SET_ASIDE,
        NUMBER_MOVED,
        NUMBER_ENDED
    }

    private static final String VIEW = """
            select m.id::text as id, m.participant_id::text as surviving, m.merged_id::text as merged,
                s.given_names || coalesce(' ' || s.family_name, '') as surviving_name, p.given_names || coalesce(' ' || p.family_name, '') as merged_name,
                (extract(epoch from m.merged_at) * 1000000)::bigint as merged_at, m.merged_by::text as merged_by,
                (extract(epoch from m.undo_until) * 1000000)::bigint as undo_until,
                (extract(epoch from m.undone_at) * 1000000)::bigint as undone_at, m.undone_by::text as undone_by
            from participant.merge m join participant.participant p on p.tenant_id = m.tenant_id and p.id = m.merged_id
            join participant.participant s on s.tenant_id = m.tenant_id and s.id = m.participant_id
            """;
    private static final String VIEW_RECENT = VIEW
            + "where m.undone_at is null and m.undo_until > ?1::timestamptz order by m.merged_at desc, m.id desc limit 100";
    private static final String VIEW_OF_ONE = VIEW + "where m.id = ?1";
    private static final String VIEW_OF_PERSON = VIEW
            + "where m.participant_id = ?1 or (p.merged_into = ?1 and m.undone_at is null) order by m.merged_at desc, m.id desc limit 50";

    private EntityManager entities;
    private CurrentScope scope;

    protected MergeStore() {
        // for the CDI proxy
    }

    @Inject
    public MergeStore(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    /** Nobody else changes or merges these people until the end of the transaction; always in the same order. */
    public void lock(ParticipantId one, ParticipantId other) {
        entities.createNativeQuery(
                        "select id::text as id from participant.participant where id in (?1, ?2) order by id for update")
                .setParameter(1, one.value())
                .setParameter(2, other.value())
                .getResultList();
    }

    public Optional<ParticipantId> survivorOf(ParticipantId participant) {
        List<?> found = entities.createNativeQuery("""
                        select s.id::text as id from participant.participant p
                        join participant.participant s on s.tenant_id = p.tenant_id and s.id = p.merged_into
                        where p.id = ?1
                        """)
                .setParameter(1, participant.value())
                .getResultList();
        return found.stream().map(MergeStore::person).findFirst();
    }

    public void add(
            UUID merge,
            ParticipantId surviving,
            ParticipantId merged,
            Instant at,
            Instant undoUntil,
            long assignmentsVersion) {
        entities.createNativeQuery("""
                        insert into participant.merge
                            (tenant_id, id, participant_id, merged_id, merged_at, merged_by, undo_until, assignments_version)
                        values (?1, ?2, ?3, ?4, ?5::timestamptz, ?6, ?7::timestamptz, ?8)
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, merge)
                .setParameter(3, surviving.value())
                .setParameter(4, merged.value())
                .setParameter(5, at.toString())
                .setParameter(6, scope.user())
                .setParameter(7, undoUntil.toString())
                .setParameter(8, assignmentsVersion)
                .executeUpdate();
    }

    /** The merged record, and those that were merged into it before, lead to the surviving one; it is found by no name any longer. */
    public void lead(ParticipantId merged, ParticipantId surviving, Instant now) {
        entities.createNativeQuery("""
                        update participant.participant set merged_into = ?2, version = version + 1, changed_at = ?3::timestamptz
                        where id = ?1 or merged_into = ?1
                        """)
                .setParameter(1, merged.value())
                .setParameter(2, surviving.value())
                .setParameter(3, now.toString())
                .executeUpdate();
        entities.createNativeQuery("delete from participant.name_token where participant_id = ?1")
                .setParameter(1, merged.value())
                .executeUpdate();
    }

    /** The merged record stands for itself again, and those that were merged into it lead to it again. */
    public void leadBack(ParticipantId merged, Instant now) {
        entities.createNativeQuery("""
                        with recursive into_it as (
                            select m.tenant_id, m.merged_id from participant.merge m where m.participant_id = ?1 and m.undone_at is null
                            union
                            select m.tenant_id, m.merged_id from participant.merge m
                            join into_it i on i.tenant_id = m.tenant_id and m.participant_id = i.merged_id
                            where m.undone_at is null
                        )
                        update participant.participant p
                        set merged_into = case when p.id = ?1 then null else ?1 end, version = p.version + 1, changed_at = ?2::timestamptz
                        where p.id = ?1 or p.id in (select i.merged_id from into_it i)
                        """)
                .setParameter(1, merged.value())
                .setParameter(2, now.toString())
                .executeUpdate();
    }

    public void undone(UUID merge, Instant at) {
        entities.createNativeQuery(
                        "update participant.merge set undone_at = ?2::timestamptz, undone_by = ?3 where id = ?1 and undone_at is null")
                .setParameter(1, merge)
                .setParameter(2, at.toString())
                .setParameter(3, scope.user())
                .executeUpdate();
    }

    public long assignmentsVersion(UUID merge) {
        List<?> found = entities.createNativeQuery("select assignments_version from participant.merge where id = ?1")
                .setParameter(1, merge)
                .getResultList();
        return ((Number) found.getFirst()).longValue();
    }

    /** Remembers what was done to rows. */
    public void remember(UUID merge, ParticipantId surviving, Map<What, List<UUID>> rows) {
        var ids = new StringJoiner(",");
        var whats = new StringJoiner(",");
        rows.forEach((what, each) -> each.forEach(id -> {
            ids.add(id.toString());
            whats.add(what.name());
        }));
        entities.createNativeQuery("""
                        insert into participant.merge_row (tenant_id, merge_id, participant_id, row_id, what)
                        select ?1::integer, ?2::text::uuid, ?3::text::uuid, r::uuid, w
                        from unnest(string_to_array(?4::text, ','), string_to_array(?5::text, ',')) as done (r, w)
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, merge.toString())
                .setParameter(3, surviving.value().toString())
                .setParameter(4, ids.toString())
                .setParameter(5, whats.toString())
                .executeUpdate();
    }

    public Set<UUID> rows(UUID merge, What what) {
        List<?> found = entities.createNativeQuery(
                        "select row_id::text as id from participant.merge_row where merge_id = ?1 and what = ?2")
                .setParameter(1, merge)
                .setParameter(2, what.name())
                .getResultList();
        var rows = new HashSet<UUID>();
        found.forEach(id -> rows.add(UUID.fromString((String) id)));
        return rows;
    }

    public Optional<MergeView> find(UUID merge) {
        return views(entities.createNativeQuery(VIEW_OF_ONE)
                        .setParameter(1, merge)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Merges into this record, also those into records that were merged into it later, newest first; at most fifty. */
    public List<MergeView> of(ParticipantId surviving) {
        return views(entities.createNativeQuery(VIEW_OF_PERSON)
                .setParameter(1, surviving.value())
                .getResultList());
    }

    /** Merges that stand and can be undone at this moment, newest first. */
    public List<MergeView> recent(Instant now) {
        return views(entities.createNativeQuery(VIEW_RECENT)
                .setParameter(1, now.toString())
                .getResultList());
    }

    /** Those of these people who were part of a merge, on either side. */
    public Set<ParticipantId> partOfOne(Collection<ParticipantId> people) {
        List<?> found = entities.createNativeQuery("""
                        select p::text as id
                        from unnest(string_to_array(?1::text, ',')) p
                        where exists (select from participant.merge m where m.participant_id = p::uuid or m.merged_id = p::uuid)
                        """)
                .setParameter(1, AssignmentStore.ids(people))
                .getResultList();
        var those = new HashSet<ParticipantId>();
        found.forEach(id -> those.add(person(id)));
        return those;
    }

    private static List<MergeView> views(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new MergeView(
                        UUID.fromString((String) row[0]),
                        person(row[1]),
                        person(row[2]),
                        (String) row[3],
                        (String) row[4],
                        moment(row[5]),
                        UUID.fromString((String) row[6]),
                        moment(row[7]),
                        row[8] == null ? null : moment(row[8]),
                        row[9] == null ? null : UUID.fromString((String) row[9])))
                .toList();
    }

    private static ParticipantId person(Object column) {
        return new ParticipantId(UUID.fromString((String) column));
    }

    private static Instant moment(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }
}
