package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Reassignments.Outcome;
import no.innvei.participant.api.Reassignments.Reason;
import no.innvei.participant.api.Reassignments.Receiver;
import no.innvei.participant.api.Reassignments.State;
import no.innvei.platform.CurrentScope;

/** Reassignments and their lines: a constant number of statements for any number of people. */
@ApplicationScoped
public class ReassignmentStore {

    private EntityManager entities;
    private CurrentScope scope;

    protected ReassignmentStore() {
        // for the CDI proxy
    }

    @Inject
    public ReassignmentStore(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    public record Head(UUID id, State state, AssignedPart part, LocalDate from) {}

    /** @param version of the participant's assignments: at the preview, and after it was carried out */
    public record StoredLine(
            ParticipantId participant,
            String name,
            int protection,
            UUID before,
            Receiver to,
            Outcome outcome,
            Reason reason,
            long version) {

        public StoredLine came(Outcome changed, Reason why, long now) {
            return new StoredLine(participant, name, protection, before, to, changed, why, now);
        }
    }

    /** Names and protection of the people the reader can see, by name; the rest of the line is not decided. */
    public List<StoredLine> people(List<ParticipantId> people) {
        return rows(entities.createNativeQuery("""
                        select cast(p.id as text), p.given_names || coalesce(' ' || p.family_name, ''), coalesce(s.level, 0)
                        from participant.participant p
                        left join platform.protected_participant s on s.participant_id = p.id
                        where p.id = any (cast(string_to_array(?1, ',') as uuid[]))
                        order by p.sort_name, p.id
                        """).setParameter(1, AssignmentStore.ids(people)))
                .map(row -> new StoredLine(
                        new ParticipantId(UUID.fromString((String) row[0])),
                        (String) row[1],
                        ((Number) row[2]).intValue(),
                        null,
                        null,
                        Outcome.PLANNED,
                        null,
                        0))
                .toList();
    }

    public void add(Head head, List<StoredLine> lines, Instant now) {
        entities.createNativeQuery("""
                        insert into participant.reassignment (tenant_id, id, user_id, part, valid_from, state, created_at)
                        values (?1, cast(?2 as uuid), cast(?3 as uuid), ?4, cast(?5 as date), ?6, cast(?7 as timestamptz))
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, head.id().toString())
                .setParameter(3, scope.user().toString())
                .setParameter(4, head.part().name())
                .setParameter(5, head.from().toString())
                .setParameter(6, head.state().name())
                .setParameter(7, now.toString())
                .executeUpdate();
        var columns = Stream.generate(() -> new StringJoiner(",")).limit(7).toList();
        for (var line : lines) {
            columns.get(0).add(line.participant().value().toString());
            columns.get(1).add(text(line.before()));
            columns.get(2).add(line.to() == null ? "" : text(line.to().user()));
            columns.get(3).add(line.to() == null ? "" : text(line.to().office()));
            columns.get(4).add(line.outcome().name());
            columns.get(5).add(text(line.reason()));
            columns.get(6).add(String.valueOf(line.version()));
        }
        var insert = entities.createNativeQuery("""
                        insert into participant.reassignment_line
                          (tenant_id, reassignment_id, participant_id, place, from_user, to_user, to_office, outcome, reason, seen_version)
                        select ?1::integer, cast(?2 as uuid), cast(w.person as uuid), w.place, cast(nullif(w.before, '') as uuid),
                               cast(nullif(w.receiver, '') as uuid), cast(nullif(w.office, '') as uuid), w.outcome, nullif(w.reason, ''),
                               cast(w.version as bigint)
                        from unnest(string_to_array(?3::text, ','), string_to_array(?4::text, ','), string_to_array(?5::text, ','),
                                    string_to_array(?6::text, ','), string_to_array(?7::text, ','), string_to_array(?8::text, ','),
                                    string_to_array(?9::text, ',')) with ordinality as w (person, before, receiver, office, outcome, reason, version, place)
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, head.id().toString());
        for (int i = 0; i < columns.size(); i++) {
            insert.setParameter(i + 3, columns.get(i).toString());
        }
        insert.executeUpdate();
    }

    /** One the current user has made; nobody else carries it out until the end of the transaction. */
    public Optional<Head> lock(UUID id) {
        return rows(entities.createNativeQuery("""
                        select cast(r.id as text), r.state, r.part, cast(r.valid_from as text)
                        from participant.reassignment r
                        where r.id = cast(?1 as uuid) and r.user_id = cast(?2 as uuid)
                        for update
                        """)
                        .setParameter(1, id.toString())
                        .setParameter(2, scope.user().toString()))
                .map(row -> new Head(
                        UUID.fromString((String) row[0]),
                        State.valueOf((String) row[1]),
                        AssignedPart.valueOf((String) row[2]),
                        LocalDate.parse((String) row[3])))
                .findFirst();
    }

    public List<StoredLine> lines(UUID id) {
        return rows(entities.createNativeQuery("""
                        select cast(l.participant_id as text), p.given_names || coalesce(' ' || p.family_name, ''), coalesce(s.level, 0),
                               cast(l.from_user as text), cast(l.to_user as text), cast(l.to_office as text), l.outcome, l.reason, l.seen_version
                        from participant.reassignment_line l
                        join participant.participant p on p.tenant_id = l.tenant_id and p.id = l.participant_id
                        left join platform.protected_participant s on s.tenant_id = l.tenant_id and s.participant_id = l.participant_id
                        where l.reassignment_id = cast(?1 as uuid)
                        order by l.place
                        """).setParameter(1, id.toString()))
                .map(row -> new StoredLine(
                        new ParticipantId(UUID.fromString((String) row[0])),
                        (String) row[1],
                        ((Number) row[2]).intValue(),
                        id(row[3]),
                        row[4] == null ? null : new Receiver(id(row[4]), id(row[5])),
                        Outcome.valueOf((String) row[6]),
                        row[7] == null ? null : Reason.valueOf((String) row[7]),
                        ((Number) row[8]).longValue()))
                .toList();
    }

    /** Stores what came of the lines and the state of the whole. */
    public void came(Head head, State state, List<StoredLine> lines, Instant now) {
        var people = new StringJoiner(",");
        var outcomes = new StringJoiner(",");
        var reasons = new StringJoiner(",");
        var versions = new StringJoiner(",");
        for (var line : lines) {
            people.add(line.participant().value().toString());
            outcomes.add(line.outcome().name());
            reasons.add(text(line.reason()));
            versions.add(String.valueOf(line.version()));
        }
        entities.createNativeQuery("""
                        update participant.reassignment_line l
                        set outcome = w.outcome, reason = nullif(w.reason, ''), seen_version = cast(w.version as bigint)
                        from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ','), string_to_array(?4::text, ','),
                                    string_to_array(?5::text, ',')) as w (person, outcome, reason, version)
                        where l.reassignment_id = cast(?1 as uuid) and l.participant_id = cast(w.person as uuid)
                        """)
                .setParameter(1, head.id().toString())
                .setParameter(2, people.toString())
                .setParameter(3, outcomes.toString())
                .setParameter(4, reasons.toString())
                .setParameter(5, versions.toString())
                .executeUpdate();
        entities.createNativeQuery("""
                        update participant.reassignment
                        set state = ?2,
                            confirmed_at = coalesce(confirmed_at, cast(?3 as timestamptz)),
                            done_at = coalesce(done_at, cast(?3 as timestamptz)),
                            undone_at = case when ?2::text = 'UNDONE' then cast(?3 as timestamptz) end
                        where id = cast(?1 as uuid)
                        """)
                .setParameter(1, head.id().toString())
                .setParameter(2, state.name())
                .setParameter(3, now.toString())
                .executeUpdate();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static UUID id(Object column) {
        return column == null ? null : UUID.fromString((String) column);
    }

    private static Stream<Object[]> rows(jakarta.persistence.Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast);
    }
}
