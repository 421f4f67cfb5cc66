package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Duplicates.Pair;
import no.innvei.participant.api.Duplicates.Person;
import no.innvei.participant.api.Duplicates.Reason;
import no.innvei.participant.api.Duplicates.State;
import no.innvei.participant.domain.Likeness;
import no.innvei.participant.domain.Likeness.Features;
import no.innvei.participant.persistence.ParticipantRepository.Namesake;
import no.innvei.platform.CurrentScope;

/**
 * Pairs of people who may be one, and the way to find them. People who look alike are found through the indexes of birth dates and of numbers, never by
 * comparing everybody with everybody; a pair is read together with both people, so that whoever may not see one of them does not see the pair.
 */
@ApplicationScoped
public class DuplicateStore {

    private static final int MOST_ALIKE = 200;
    private static final String PAIR = """
            select d.id::text as id, d.participant_id::text as one, p.given_names || coalesce(' ' || p.family_name, '') as one_name,
                p.born_on::text as one_born, d.other_id::text as other, o.given_names || coalesce(' ' || o.family_name, '') as other_name,
                o.born_on::text as other_born, d.score, d.reasons, d.dismissed_at is not null as dismissed, d.proposed_at is not null as proposed,
                (extract(epoch from coalesce(d.dismissed_at, d.proposed_at)) * 1000000)::bigint as decided_at,
                coalesce(d.dismissed_by, d.proposed_by)::text as decided_by
            from participant.duplicate_pair d
            join participant.participant p on p.tenant_id = d.tenant_id and p.id = d.participant_id and p.merged_into is null
            join participant.participant o on o.tenant_id = d.tenant_id and o.id = d.other_id and o.merged_into is null
            """;
    private static final String OPEN = PAIR + """
            where d.dismissed_at is null
                and (?1::integer < 0 or ((d.proposed_at is not null)::integer, d.score, d.id) < (?1::integer, ?2::integer, ?3::text::uuid))
            order by (d.proposed_at is not null)::integer desc, d.score desc, d.id desc limit ?4
            """;
    private static final String DISMISSED = PAIR + """
            where d.dismissed_at is not null
                and (?1::integer < 0 or ((d.proposed_at is not null)::integer, d.score, d.id) < (?1::integer, ?2::integer, ?3::text::uuid))
            order by (d.proposed_at is not null)::integer desc, d.score desc, d.id desc limit ?4
            """;
    private static final String ONE = PAIR + "where d.id = ?1";
    private static final String OF_TWO = PAIR + "where d.participant_id = ?1 and d.other_id = ?2";

    private EntityManager entities;
    private CurrentScope scope;

    protected DuplicateStore() {
        // for the CDI proxy
    }

    @Inject
    public DuplicateStore(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Visible people who share at least one word of the name and may have the birth date, by the key they were asked for; the caller weighs them.
     *
     * @param asked somebody who is looked for, by a key of the caller's that has no comma
     */
    public Map<String, List<Namesake>> alike(Map<String, Features> asked) {
        var owners = new StringJoiner(",");
        var words = new StringJoiner(",");
        var bearers = new StringJoiner(",");
        var days = new StringJoiner(",");
        asked.forEach((key, features) -> {
            features.words().forEach(word -> {
                owners.add(key);
                words.add(word);
            });
            Likeness.birthDates(features.bornOn()).forEach(day -> {
                bearers.add(key);
                days.add(day.toString());
            });
        });
        var found = new HashMap<String, List<Namesake>>();
        rows(entities.createNativeQuery("""
                                with word as (
                                    select k, array_agg(w) as words
                                    from unnest(string_to_array(?1::text, ','), string_to_array(?2::text, ',')) as n (k, w) group by k
                                ), day as (
                                    select k, d::date as day
                                    from unnest(string_to_array(?3::text, ','), string_to_array(?4::text, ',')) as b (k, d)
                                )
                                select day.k as asked, p.id::text as id, p.given_names, p.family_name, p.born_on::text as born_on
                                from day
                                join participant.participant p on p.born_on = day.day and p.merged_into is null
                                join word on word.k = day.k
                                where exists (select from participant.name_token t
                                    where t.tenant_id = p.tenant_id and t.participant_id = p.id and t.token = any (word.words))
                                """)
                        .setParameter(1, owners.toString())
                        .setParameter(2, words.toString())
                        .setParameter(3, bearers.toString())
                        .setParameter(4, days.toString())
                        .getResultList())
                .forEach(row -> found.computeIfAbsent((String) row[0], key -> new ArrayList<>())
                        .add(namesake(row)));
        return found;
    }

    /** Pairs of people of whom one is asked for and the other has, or had by mistake, the same number. */
    public Map<ParticipantId, Set<ParticipantId>> sameNumber(Collection<ParticipantId> people) {
        var found = new HashMap<ParticipantId, Set<ParticipantId>>();
        rows(entities.createNativeQuery("""
                                with held as (
                                    select tenant_id, participant_id, kind, hash from participant.identifier
                                    where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                                )
                                select h.participant_id::text as one, i.participant_id::text as other
                                from held h join participant.identifier i
                                    on i.tenant_id = h.tenant_id and i.kind = h.kind and i.hash = h.hash and i.reserves
                                where i.participant_id <> h.participant_id
                                union
                                select h.participant_id::text, i.participant_id::text
                                from held h join participant.identifier i
                                    on i.tenant_id = h.tenant_id and i.kind = h.kind and i.hash = h.hash and not i.reserves
                                where i.participant_id <> h.participant_id
                                """)
                        .setParameter(1, AssignmentStore.ids(people))
                        .getResultList())
                .forEach(row -> found.computeIfAbsent(person(row[0]), id -> new HashSet<>())
                        .add(person(row[1])));
        return found;
    }

    public Map<ParticipantId, Namesake> people(Collection<ParticipantId> people) {
        return rows(entities.createNativeQuery("""
                                select '' as asked, p.id::text as id, p.given_names, p.family_name, p.born_on::text as born_on
                                from participant.participant p
                                where p.merged_into is null and p.id = any (array(select i::uuid from unnest(string_to_array(?1::text, ',')) i))
                                """)
                        .setParameter(1, AssignmentStore.ids(people))
                        .getResultList())
                .stream()
                .map(DuplicateStore::namesake)
                .collect(Collectors.toMap(Namesake::id, namesake -> namesake));
    }

    /** A pair that was found. */
    public record Found(ParticipantId one, ParticipantId other, int score, Set<Reason> reasons) {

        /** In the order the table keeps them. */
        public Found ordered() {
            return inOrder(one, other) ? this : new Found(other, one, score, reasons);
        }
    }

    private static boolean inOrder(ParticipantId one, ParticipantId other) {
        return one.value().toString().compareTo(other.value().toString()) < 0;
    }

    /** Keeps what was found about these people, and forgets what no longer holds and nobody has said anything about. */
    public void keep(Collection<ParticipantId> looked, Collection<Found> found, Instant now) {
        var ones = new StringJoiner(",");
        var others = new StringJoiner(",");
        var scores = new StringJoiner(",");
        var reasons = new StringJoiner(",");
        found.stream()
                .sorted((a, b) -> Integer.compare(b.score(), a.score()))
                .limit(MOST_ALIKE)
                .map(Found::ordered)
                .collect(Collectors.toMap(
                        pair -> pair.one().value() + " " + pair.other().value(), pair -> pair, (a, b) -> a))
                .values()
                .forEach(pair -> {
                    ones.add(pair.one().value().toString());
                    others.add(pair.other().value().toString());
                    scores.add(Integer.toString(pair.score()));
                    reasons.add(pair.reasons().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
                });
        entities.createNativeQuery("""
                        delete from participant.duplicate_pair d
                        where d.dismissed_at is null and d.proposed_at is null
                            and (d.participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                                or d.other_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p)))
                            and not exists (select from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ',')) as f (a, b)
                                where d.participant_id = f.a::uuid and d.other_id = f.b::uuid)
                        """)
                .setParameter(1, AssignmentStore.ids(looked))
                .setParameter(2, ones.toString())
                .setParameter(3, others.toString())
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into participant.duplicate_pair as d (tenant_id, id, participant_id, other_id, score, reasons, found_at)
                        select ?1::integer, uuidv7(), a::uuid, b::uuid, s::integer, coalesce(r, ''), ?6::timestamptz
                        from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ','), string_to_array(?4::text, ','),
                            string_to_array(?5::text, ',')) as f (a, b, s, r)
                        on conflict (tenant_id, participant_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, ones.toString())
                .setParameter(3, others.toString())
                .setParameter(4, scores.toString())
                .setParameter(5, reasons.toString())
                .setParameter(6, now.toString())
                .executeUpdate();
    }

    /** @param after what the page before ended with, or {@code null} */
    public List<Pair> pairs(State state, Pair after, int most) {
        var query = state == State.OPEN ? entities.createNativeQuery(OPEN) : entities.createNativeQuery(DISMISSED);
        return pairs(query.setParameter(1, after == null ? -1 : after.proposed() ? 1 : 0)
                .setParameter(2, after == null ? 0 : after.score())
                .setParameter(3, (after == null ? new UUID(0, 0) : after.id()).toString())
                .setParameter(4, most)
                .getResultList());
    }

    public Optional<Pair> find(UUID pair) {
        return pairs(entities.createNativeQuery(ONE).setParameter(1, pair).getResultList()).stream()
                .findFirst();
    }

    public Optional<Pair> find(ParticipantId one, ParticipantId other) {
        boolean order = inOrder(one, other);
        return pairs(entities.createNativeQuery(OF_TWO)
                        .setParameter(1, (order ? one : other).value())
                        .setParameter(2, (order ? other : one).value())
                        .getResultList())
                .stream()
                .findFirst();
    }

    public void dismiss(UUID pair, Instant at) {
        entities.createNativeQuery("""
                        update participant.duplicate_pair
                        set dismissed_at = ?2::timestamptz, dismissed_by = ?3, proposed_at = null, proposed_by = null
                        where id = ?1 and dismissed_at is null
                        """)
                .setParameter(1, pair)
                .setParameter(2, at.toString())
                .setParameter(3, scope.user())
                .executeUpdate();
    }

    public void propose(UUID pair, Instant at) {
        entities.createNativeQuery("""
                        update participant.duplicate_pair
                        set proposed_at = ?2::timestamptz, proposed_by = ?3, dismissed_at = null, dismissed_by = null
                        where id = ?1 and proposed_at is null
                        """)
                .setParameter(1, pair)
                .setParameter(2, at.toString())
                .setParameter(3, scope.user())
                .executeUpdate();
    }

    public void reopen(UUID pair) {
        entities.createNativeQuery("""
                        update participant.duplicate_pair
                        set proposed_at = null, proposed_by = null, dismissed_at = null, dismissed_by = null
                        where id = ?1
                        """).setParameter(1, pair).executeUpdate();
    }

    /** These people are to be looked at. */
    public void enqueue(Collection<ParticipantId> people) {
        entities.createNativeQuery("""
                        insert into participant.duplicate_check (tenant_id, participant_id)
                        select ?1::integer, p::uuid from unnest(string_to_array(?2::text, ',')) p
                        on conflict do nothing
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, AssignmentStore.ids(people))
                .executeUpdate();
    }

    /** Everybody is to be looked at; whether nobody had said so before. */
    public boolean begin(Instant now) {
        return entities.createNativeQuery(
                                "insert into participant.duplicate_fill (tenant_id, asked_at) values (?1, ?2::timestamptz) on conflict do nothing")
                        .setParameter(1, scope.tenant())
                        .setParameter(2, now.toString())
                        .executeUpdate()
                > 0;
    }

    /** Puts everybody in the tenant among those who wait, once, when somebody has asked for it. */
    public void enqueueEverybody(Instant now) {
        int first = entities.createNativeQuery(
                        "update participant.duplicate_fill set enqueued_at = ?1::timestamptz where enqueued_at is null")
                .setParameter(1, now.toString())
                .executeUpdate();
        if (first > 0) {
            entities.createNativeQuery("""
                            insert into participant.duplicate_check (tenant_id, participant_id)
                            select p.tenant_id, p.id from participant.participant p where p.merged_into is null
                            on conflict do nothing
                            """).executeUpdate();
        }
    }

    /** Somebody has asked, and the job has not begun. */
    public boolean beginning() {
        return !entities.createNativeQuery("select tenant_id from participant.duplicate_fill where enqueued_at is null")
                .getResultList()
                .isEmpty();
    }

    public long waiting() {
        return ((Number) entities.createNativeQuery("select count(*) from participant.duplicate_check")
                        .getSingleResult())
                .longValue();
    }

    /** Takes people nobody else is looking at. */
    public List<ParticipantId> take(int most) {
        List<?> taken = entities.createNativeQuery("""
                        delete from participant.duplicate_check c
                        using (select participant_id from participant.duplicate_check limit ?1 for update skip locked) waiting
                        where c.participant_id = waiting.participant_id
                        returning c.participant_id::text as id
                        """).setParameter(1, most).getResultList();
        return taken.stream().map(DuplicateStore::person).toList();
    }

    private static Namesake namesake(Object[] row) {
        return new Namesake(person(row[1]), (String) row[2], (String) row[3], LocalDate.parse((String) row[4]));
    }

    private static List<Pair> pairs(List<?> result) {
        return rows(result).stream()
                .map(row -> new Pair(
                        UUID.fromString((String) row[0]),
                        new Person(person(row[1]), (String) row[2], LocalDate.parse((String) row[3])),
                        new Person(person(row[4]), (String) row[5], LocalDate.parse((String) row[6])),
                        ((Number) row[7]).intValue(),
                        reasons((String) row[8]),
                        (Boolean) row[9] ? State.DISMISSED : State.OPEN,
                        (Boolean) row[10],
                        row[11] == null ? null : Instant.EPOCH.plus(((Number) row[11]).longValue(), ChronoUnit.MICROS),
                        row[12] == null ? null : UUID.fromString((String) row[12])))
                .toList();
    }

    private static Set<Reason> reasons(String codes) {
        return codes.isEmpty()
                ? EnumSet.noneOf(Reason.class)
                : Arrays.stream(codes.split(" "))
                        .map(Reason::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    }

    private static ParticipantId person(Object column) {
        return new ParticipantId(UUID.fromString((String) column));
    }

    private static List<Object[]> rows(List<?> result) {
        return result.stream().map(Object[].class::cast).toList();
    }
}
