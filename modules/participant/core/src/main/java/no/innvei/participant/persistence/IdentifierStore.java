package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.HeldIdentifier.EndedWhy;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.IdentifierVault;

/**
 * Identity numbers, encrypted. The unique index is what decides who has a number: it also counts people the reader may not see, whose rows no
 * query returns, so a claim that fails without a visible owner belongs to someone hidden. Lists go to the database as one text each, because the
 * persistence provider's time grows with the square of the number of parameters.
 */
@ApplicationScoped
public class IdentifierStore {

    private static final HexFormat HEX = HexFormat.of();
    private static final String AMONG = "= any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))";

    private EntityManager entities;
    private IdentifierVault vault;
    private CurrentScope scope;
    private Clock clock;

    protected IdentifierStore() {
        // for the CDI proxy
    }

    @Inject
    public IdentifierStore(IdentifierVault vault, CurrentScope scope, Clock clock) {
        this.vault = vault;
        this.scope = scope;
        this.clock = clock;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A number somebody wants for a participant.
     *
     * @param from the day the participant got it, or {@code null}
     */
    public record Claim(ParticipantId participant, PersonIdentifier identifier, LocalDate from) {

        public Claim(ParticipantId participant, PersonIdentifier identifier) {
            this(participant, identifier, null);
        }
    }

    /** Those the reader may see who have the numbers or had them; numbers of nobody visible are left out. */
    public Map<PersonIdentifier, ParticipantId> owners(Collection<PersonIdentifier> identifiers) {
        var owners = new HashMap<PersonIdentifier, ParticipantId>();
        var byKind = new EnumMap<IdentifierKind, Map<String, PersonIdentifier>>(IdentifierKind.class);
        for (var identifier : identifiers) {
            byKind.computeIfAbsent(identifier.kind(), kind -> new HashMap<>()).put(hash(identifier), identifier);
        }
        byKind.forEach((kind, byHash) -> rows(entities.createNativeQuery("""
                                select hash, participant_id from participant.identifier
                                where kind = ?1 and reserves and hash = any (array(select decode(h, 'hex') from unnest(string_to_array(?2::text, ',')) h))
                                """)
                        .setParameter(1, kind.name())
                        .setParameter(2, String.join(",", byHash.keySet()))
                        .getResultList())
                .forEach(row -> owners.put(byHash.get(HEX.formatHex((byte[]) row[0])), participant(row[1]))));
        return owners;
    }

    /** Takes the numbers for their participants; answers with those that someone else has, visible or not. */
    public Set<Claim> claim(Collection<Claim> claims) {
        var refused = new HashMap<String, Claim>();
        var participantsOf = new StringJoiner(",");
        var kinds = new StringJoiner(",");
        var sealed = new StringJoiner(",");
        var hashes = new StringJoiner(",");
        var days = new StringJoiner(",");
        // one order for everybody, so that two writers of the same numbers wait for each other and never both ways
        var ordered = new TreeMap<String, Claim>();
        claims.forEach(claim ->
                ordered.put(hash(claim.identifier()) + claim.identifier().kind() + claim.participant(), claim));
        for (var claim : ordered.values()) {
            refused.put(
                    key(claim.participant().value(), claim.identifier().kind().name()), claim);
            participantsOf.add(claim.participant().value().toString());
            kinds.add(claim.identifier().kind().name());
            sealed.add(HEX.formatHex(vault.seal(claim.identifier().value())));
            hashes.add(hash(claim.identifier()));
            days.add(claim.from() == null ? "" : claim.from().toString());
        }
        if (!claims.isEmpty()) {
            rows(entities.createNativeQuery("""
                                    insert into participant.identifier
                                        (tenant_id, participant_id, kind, sealed, hash, valid_from, recorded_at, recorded_by)
                                    select ?1::integer, p::uuid, k, decode(s, 'hex'), decode(h, 'hex'), d::date, ?2::timestamptz, ?8::text::uuid
                                    from unnest(string_to_array(?3::text, ','), string_to_array(?4::text, ','),
                                        string_to_array(?5::text, ','), string_to_array(?6::text, ','),
                                        string_to_array(?7::text, ',', '')) as claim (p, k, s, h, d)
                                    on conflict (tenant_id, kind, hash) where reserves do nothing
                                    returning participant_id, kind
                                    """)
                            .setParameter(1, scope.tenant())
                            .setParameter(2, OffsetDateTime.now(clock))
                            .setParameter(3, participantsOf.toString())
                            .setParameter(4, kinds.toString())
                            .setParameter(5, sealed.toString())
                            .setParameter(6, hashes.toString())
                            .setParameter(7, days.toString())
                            .setParameter(8, scope.user().toString())
                            .getResultList())
                    .forEach(row -> refused.remove(key(row[0], row[1])));
        }
        return Set.copyOf(refused.values());
    }

    private static String key(Object participant, Object kind) {
        return participant + " " + kind;
    }

    private String hash(PersonIdentifier identifier) {
        return HEX.formatHex(vault.hash(identifier.value()));
    }

    /** Which of these numbers nobody visible has but somebody hidden does. Leaves nothing behind. */
    public Set<PersonIdentifier> hidden(Collection<PersonIdentifier> identifiers) {
        var claims = Set.copyOf(identifiers).stream()
                .map(identifier -> new Claim(ParticipantId.next(), identifier))
                .toList();
        var refused = claim(claims);
        entities.createNativeQuery("delete from participant.identifier where participant_id " + AMONG)
                .setParameter(1, ids(claims.stream().map(Claim::participant).toList()))
                .executeUpdate();
        return refused.stream().map(Claim::identifier).collect(Collectors.toSet());
    }

    /** Takes back what has just been claimed. */
    public void letGo(Collection<Claim> claims) {
        for (var claim : claims) {
            entities.createNativeQuery("""
                            delete from participant.identifier
                            where participant_id = ?1 and kind = ?2 and hash = decode(?3, 'hex') and ended_at is null
                            """)
                    .setParameter(1, claim.participant().value())
                    .setParameter(2, claim.identifier().kind().name())
                    .setParameter(3, hash(claim.identifier()))
                    .executeUpdate();
        }
    }

    /** A number the participant had before stands free to be claimed by the participant again; the row about then stays. */
    public void reinstate(ParticipantId participant, PersonIdentifier identifier) {
        entities.createNativeQuery("""
                        update participant.identifier set reserves = false
                        where participant_id = ?1 and kind = ?2 and hash = decode(?3, 'hex') and reserves and ended_at is not null
                        """)
                .setParameter(1, participant.value())
                .setParameter(2, identifier.kind().name())
                .setParameter(3, hash(identifier))
                .executeUpdate();
    }

    /** The number does not count any longer. Unless it was a mistake, nobody else can have it and the participant is still found by it. */
    public void end(ParticipantId participant, PersonIdentifier identifier, LocalDate lastDay, EndedWhy why) {
        entities.createNativeQuery("""
                        update participant.identifier
                        set ended_at = ?4::timestamptz, ended_by = ?5::text::uuid, ended_why = ?6::text, reserves = ?6::text <> 'MISTAKE',
                            ended_on = case when ?7::text <> '' then ?7::text::date end
                        where participant_id = ?1 and kind = ?2 and hash = decode(?3, 'hex') and ended_at is null
                        """)
                .setParameter(1, participant.value())
                .setParameter(2, identifier.kind().name())
                .setParameter(3, hash(identifier))
                .setParameter(4, OffsetDateTime.now(clock))
                .setParameter(5, scope.user().toString())
                .setParameter(6, why.name())
                .setParameter(7, lastDay == null ? "" : lastDay.toString())
                .executeUpdate();
    }

    /** The present numbers of a kind were never these people's; others may have them. */
    public void endAsMistake(IdentifierKind kind, Collection<ParticipantId> participants) {
        entities.createNativeQuery("""
                        update participant.identifier
                        set ended_at = ?3::timestamptz, ended_by = ?4::text::uuid, ended_why = 'MISTAKE', reserves = false
                        where kind = ?2 and ended_at is null
                            and participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                        """)
                .setParameter(1, ids(participants))
                .setParameter(2, kind.name())
                .setParameter(3, OffsetDateTime.now(clock))
                .setParameter(4, scope.user().toString())
                .executeUpdate();
    }

    /** The visible people on whom these numbers stand or ever stood, also by mistake. */
    public Map<ParticipantId, Set<PersonIdentifier>> everHeld(Collection<PersonIdentifier> identifiers) {
        var byHash = new HashMap<String, PersonIdentifier>();
        identifiers.forEach(identifier -> byHash.put(identifier.kind() + hash(identifier), identifier));
        var held = new HashMap<ParticipantId, Set<PersonIdentifier>>();
        if (!identifiers.isEmpty()) {
            rows(entities.createNativeQuery("""
                                    with asked as (
                                        select k, decode(h, 'hex') as hash
                                        from unnest(string_to_array(?1::text, ','), string_to_array(?2::text, ',')) as typed (k, h)
                                    )
                                    select i.kind, i.hash, i.participant_id
                                    from asked join participant.identifier i on i.kind = asked.k and i.hash = asked.hash and i.reserves
                                    union all
                                    select i.kind, i.hash, i.participant_id
                                    from asked join participant.identifier i on i.kind = asked.k and i.hash = asked.hash and not i.reserves
                                    """)
                            .setParameter(
                                    1,
                                    identifiers.stream()
                                            .map(one -> one.kind().name())
                                            .collect(Collectors.joining(",")))
                            .setParameter(
                                    2, identifiers.stream().map(this::hash).collect(Collectors.joining(",")))
                            .getResultList())
                    .forEach(row -> held.computeIfAbsent(participant(row[2]), id -> new HashSet<>())
                            .add(byHash.get(row[0] + HEX.formatHex((byte[]) row[1]))));
        }
        return held;
    }

    /**
     * All numbers of one person are another's from now on; of each kind in {@code ending} the present number of the person named there does not count any
     * longer. Answers with the rows that moved and those that were ended.
     */
    public Moved move(
            ParticipantId from, ParticipantId to, Map<ParticipantId, Set<IdentifierKind>> ending, Instant at) {
        var ended = new ArrayList<UUID>();
        ending.forEach((person, kinds) -> {
            if (!kinds.isEmpty()) {
                column(entities.createNativeQuery("""
                                        update participant.identifier
                                        set ended_at = ?3::timestamptz, ended_by = ?4::text::uuid, ended_why = 'NEW_NUMBER'
                                        where participant_id = ?1 and ended_at is null and kind = any (string_to_array(?2::text, ','))
                                        returning id::text as row
                                        """)
                                .setParameter(1, person.value())
                                .setParameter(2, kinds.stream().map(Enum::name).collect(Collectors.joining(",")))
                                .setParameter(3, at.toString())
                                .setParameter(4, scope.user().toString())
                                .getResultList())
                        .forEach(ended::add);
            }
        });
        var moved = column(entities.createNativeQuery(
                        "update participant.identifier set participant_id = ?2 where participant_id = ?1 returning id::text as row")
                .setParameter(1, from.value())
                .setParameter(2, to.value())
                .getResultList());
        return new Moved(moved, ended);
    }

    /** Rows of numbers. */
    public record Moved(List<UUID> moved, List<UUID> ended) {}

    /** Takes {@link #move} back. */
    public void moveBack(Moved rows, ParticipantId to) {
        entities.createNativeQuery("""
                        update participant.identifier set ended_at = null, ended_by = null, ended_why = null
                        where id = any (array(select r::uuid from unnest(string_to_array(?1::text, ',')) r))
                        """).setParameter(1, texts(rows.ended())).executeUpdate();
        entities.createNativeQuery("""
                        update participant.identifier set participant_id = ?2
                        where id = any (array(select r::uuid from unnest(string_to_array(?1::text, ',')) r))
                        """)
                .setParameter(1, texts(rows.moved()))
                .setParameter(2, to.value())
                .executeUpdate();
    }

    private static String texts(Collection<UUID> rows) {
        return rows.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<UUID> column(List<?> result) {
        return result.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** Every number the participant has or had, the present ones first and the others by when they ended. */
    public List<HeldIdentifier> history(ParticipantId participant) {
        return rows(entities.createNativeQuery("""
                                select kind, sealed, valid_from::text as valid_from,
                                    (extract(epoch from recorded_at) * 1000000)::bigint as recorded_at, recorded_by::text as recorded_by,
                                    ended_on::text as ended_on,
                                    (extract(epoch from ended_at) * 1000000)::bigint as ended_at, ended_by::text as ended_by, ended_why
                                from participant.identifier where participant_id = ?1
                                order by ended_at desc nulls first, kind desc, recorded_at desc
                                """)
                        .setParameter(1, participant.value())
                        .getResultList())
                .stream()
                .map(row -> new HeldIdentifier(
                        new PersonIdentifier(IdentifierKind.valueOf((String) row[0]), vault.open((byte[]) row[1])),
                        row[2] == null ? null : LocalDate.parse((String) row[2]),
                        moment(row[3]),
                        row[4] == null ? null : UUID.fromString((String) row[4]),
                        row[5] == null ? null : LocalDate.parse((String) row[5]),
                        row[6] == null ? null : moment(row[6]),
                        row[7] == null ? null : UUID.fromString((String) row[7]),
                        row[8] == null ? null : EndedWhy.valueOf((String) row[8])))
                .toList();
    }

    private static Instant moment(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }

    /** The numbers that count now. */
    public List<PersonIdentifier> of(ParticipantId participant) {
        return of(List.of(participant)).getOrDefault(participant, List.of());
    }

    public Map<ParticipantId, List<PersonIdentifier>> of(Collection<ParticipantId> participants) {
        var identifiers = new HashMap<ParticipantId, List<PersonIdentifier>>();
        rows(entities.createNativeQuery(
                                "select participant_id, kind, sealed from participant.identifier where ended_at is null and participant_id "
                                        + AMONG + " order by kind desc")
                        .setParameter(1, ids(participants))
                        .getResultList())
                .forEach(row -> identifiers
                        .computeIfAbsent(participant(row[0]), id -> new ArrayList<>())
                        .add(new PersonIdentifier(
                                IdentifierKind.valueOf((String) row[1]), vault.open((byte[]) row[2]))));
        return identifiers;
    }

    private static String ids(Collection<ParticipantId> participants) {
        return participants.stream().map(id -> id.value().toString()).collect(Collectors.joining(","));
    }

    private static List<Object[]> rows(List<?> result) {
        return result.stream().map(Object[].class::cast).toList();
    }

    private static ParticipantId participant(Object column) {
        return new ParticipantId(column instanceof UUID id ? id : UUID.fromString(Objects.toString(column)));
    }
}
