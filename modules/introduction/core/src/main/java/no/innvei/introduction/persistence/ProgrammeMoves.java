package no.innvei.introduction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.kernel.ParticipantId;

/** Programmes whose participant was merged into another record, and back. */
@ApplicationScoped
public class ProgrammeMoves {

    private static final List<String> TABLES = List.of(
            "update introduction.programme set participant_id = ?2, version = version + 1 where id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))",
            "update introduction.evaluation set participant_id = ?2 where programme_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))",
            """
            update introduction.plan_draft_element e set participant_id = ?2
            from introduction.plan_draft d
            where d.tenant_id = e.tenant_id and d.id = e.draft_id
                and d.programme_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
            """,
            "update introduction.plan_draft set participant_id = ?2, version = version + 1 where programme_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))",
            """
            update introduction.plan_version_element e set participant_id = ?2
            from introduction.plan_version v
            where v.tenant_id = e.tenant_id and v.id = e.plan_version_id
                and v.programme_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
            """,
            "update introduction.plan_version set participant_id = ?2 where programme_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))");

    @PersistenceContext(unitName = "introduction")
    private EntityManager entities;

    /** Both have a programme that is not over. */
    public boolean bothOpen(ParticipantId one, ParticipantId other) {
        return number("""
                select count(distinct participant_id) from introduction.programme
                where participant_id in (?1, ?2) and ended_on is null and decision is distinct from 'REFUSED'
                """, one.value(), other.value()) == 2;
    }

    /** Something was decided, approved or written in a programme that came by this merge. */
    public boolean changedSince(UUID merge) {
        return number("""
                select count(*) from introduction.programme_move m
                join introduction.programme p on p.tenant_id = m.tenant_id and p.id = m.programme_id
                where m.merge_id = ?1 and m.undone_at is null and (p.version <> m.programme_version
                    or exists (select from introduction.plan_version v
                        where v.tenant_id = m.tenant_id and v.programme_id = m.programme_id and v.approved_at > m.moved_at))
                """, merge) > 0;
    }

    /** All programmes of the merged record are the surviving one's. */
    public void follow(UUID merge, ParticipantId merged, ParticipantId surviving, Instant now) {
        var moving = ids("select id::text as id from introduction.programme where participant_id = ?1", merged.value());
        belong(moving, surviving);
        entities.createNativeQuery("""
                        insert into introduction.programme_move
                            (tenant_id, merge_id, programme_id, participant_id, from_id, moved_at, programme_version)
                        select p.tenant_id, ?2::text::uuid, p.id, p.participant_id, ?3::text::uuid, ?4::timestamptz, p.version
                        from introduction.programme p
                        where p.id = any (array(select i::uuid from unnest(string_to_array(?1::text, ',')) i))
                        """)
                .setParameter(1, texts(moving))
                .setParameter(2, merge.toString())
                .setParameter(3, merged.value().toString())
                .setParameter(4, now.toString())
                .executeUpdate();
    }

    /** They are the merged record's again. */
    public void back(UUID merge, ParticipantId merged, Instant now) {
        var moving = ids(
                "select programme_id::text as id from introduction.programme_move where merge_id = ?1 and undone_at is null",
                merge);
        belong(moving, merged);
        entities.createNativeQuery(
                        "update introduction.programme_move set undone_at = ?2::timestamptz where merge_id = ?1 and undone_at is null")
                .setParameter(1, merge)
                .setParameter(2, now.toString())
                .executeUpdate();
    }

    private void belong(List<UUID> programmes, ParticipantId participant) {
        if (!programmes.isEmpty()) {
            for (var statement : TABLES) {
                entities.createNativeQuery(statement)
                        .setParameter(1, texts(programmes))
                        .setParameter(2, participant.value())
                        .executeUpdate();
            }
        }
        entities.clear(); // what was read before belongs to another record now
    }

    /** What the rules said of a record that stands for nobody now; computed anew when it stands for itself again. */
    public void forgetCaseFile(ParticipantId participant) {
        entities.createNativeQuery("delete from introduction.case_file where participant_id = ?1")
                .setParameter(1, participant.value())
                .executeUpdate();
        entities.clear();
    }

    /** The one that is open, otherwise the newest. */
    public Optional<ProgrammeId> current(ParticipantId participant) {
        return ids("""
                        select id::text as id from introduction.programme where participant_id = ?1
                        order by (ended_on is null and decision is distinct from 'REFUSED') desc, id desc limit 1
                        """, participant.value()).stream().map(ProgrammeId::new).findFirst();
    }

    private long number(String query, Object... values) {
        var asked = entities.createNativeQuery(query);
        for (int i = 0; i < values.length; i++) {
            asked.setParameter(i + 1, values[i]);
        }
        return ((Number) asked.getSingleResult()).longValue();
    }

    private List<UUID> ids(String query, UUID of) {
        List<?> found = entities.createNativeQuery(query).setParameter(1, of).getResultList();
        return found.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    private static String texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
