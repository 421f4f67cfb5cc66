package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.IdentifierVault;

/**
 * Identity numbers, encrypted. The unique index is what decides who has a number: it also counts people the reader may not see, whose rows no
 * query returns, so a claim that fails without a visible owner belongs to someone hidden.
 */
@ApplicationScoped
public class IdentifierStore {

    private static final int ROWS_PER_STATEMENT = 400;

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

    /** A number somebody wants for a participant. */
    public record Claim(ParticipantId participant, PersonIdentifier identifier) {}

    /** Owners the reader may see; numbers nobody visible has are left out. */
    public Map<PersonIdentifier, ParticipantId> owners(Collection<PersonIdentifier> identifiers) {
        var owners = new HashMap<PersonIdentifier, ParticipantId>();
        var byKind = new EnumMap<IdentifierKind, Map<Bytes, PersonIdentifier>>(IdentifierKind.class);
        for (var identifier : identifiers) {
            byKind.computeIfAbsent(identifier.kind(), kind -> new LinkedHashMap<>())
                    .put(new Bytes(vault.hash(identifier.value())), identifier);
        }
        byKind.forEach((kind, byHash) -> parts(List.copyOf(byHash.keySet())).forEach(hashes -> {
            var query = entities.createNativeQuery("select hash, participant_id from participant.identifier where kind = ?1 and hash in ("
                    + places(2, hashes.size()) + ")");
            query.setParameter(1, kind.name());
            for (int i = 0; i < hashes.size(); i++) {
                query.setParameter(i + 2, hashes.get(i).value());
            }
            for (var found : rows(query.getResultList())) {
                owners.put(byHash.get(new Bytes((byte[]) found[0])), participant(found[1]));
            }
        }));
        return owners;
    }

    /** Takes the numbers for their participants; answers with those that someone else has, visible or not. */
    public Set<Claim> claim(Collection<Claim> claims) {
        var refused = new HashSet<>(claims);
        // one order for everybody, so that two writers with the same numbers wait for each other and never both ways
        var ordered = claims.stream()
                .map(claim -> Map.entry(claim, new Bytes(vault.hash(claim.identifier().value()))))
                .sorted((a, b) -> Arrays.compareUnsigned(a.getValue().value(), b.getValue().value()))
                .toList();
        for (var part : parts(ordered)) {
            var insert = entities.createNativeQuery("""
                    insert into participant.identifier (tenant_id, participant_id, kind, sealed, hash, recorded_at)
                    values %s on conflict (tenant_id, kind, hash) do nothing returning participant_id, kind
                    """.formatted(Stream.iterate(1, at -> at + 6).limit(part.size()).map(at -> "(" + places(at, 6) + ")").collect(Collectors.joining(", "))));
            int at = 1;
            for (var entry : part) {
                var claim = entry.getKey();
                insert.setParameter(at++, scope.tenant());
                insert.setParameter(at++, claim.participant().value());
                insert.setParameter(at++, claim.identifier().kind().name());
                insert.setParameter(at++, vault.seal(claim.identifier().value()));
                insert.setParameter(at++, entry.getValue().value());
                insert.setParameter(at++, OffsetDateTime.now(clock));
            }
            var taken = rows(insert.getResultList()).stream()
                    .map(row -> participant(row[0]).value() + " " + row[1])
                    .collect(Collectors.toSet());
            refused.removeIf(claim -> taken.contains(
                    claim.participant().value() + " " + claim.identifier().kind().name()));
        }
        return refused;
    }

    /** Which of these numbers nobody visible has but somebody hidden does. Leaves nothing behind. */
    public Set<PersonIdentifier> hidden(Collection<PersonIdentifier> identifiers) {
        var claims = Set.copyOf(identifiers).stream()
                .map(identifier -> new Claim(ParticipantId.next(), identifier))
                .toList();
        var refused = claim(claims);
        parts(claims).forEach(part -> {
            var delete = entities.createNativeQuery(
                    "delete from participant.identifier where participant_id in (" + places(1, part.size()) + ")");
            for (int i = 0; i < part.size(); i++) {
                delete.setParameter(i + 1, part.get(i).participant().value());
            }
            delete.executeUpdate();
        });
        return refused.stream().map(Claim::identifier).collect(Collectors.toSet());
    }

    public void release(ParticipantId participant, Collection<IdentifierKind> kinds) {
        for (var kind : kinds) {
            entities.createNativeQuery("delete from participant.identifier where participant_id = ?1 and kind = ?2")
                    .setParameter(1, participant.value())
                    .setParameter(2, kind.name())
                    .executeUpdate();
        }
    }

    public List<PersonIdentifier> of(ParticipantId participant) {
        return of(List.of(participant)).getOrDefault(participant, List.of());
    }

    public Map<ParticipantId, List<PersonIdentifier>> of(Collection<ParticipantId> participants) {
        var identifiers = new HashMap<ParticipantId, List<PersonIdentifier>>();
        for (var part : parts(List.copyOf(participants))) {
            var query = entities.createNativeQuery("select participant_id, kind, sealed from participant.identifier where participant_id in ("
                    + places(1, part.size()) + ") order by kind desc");
            for (int i = 0; i < part.size(); i++) {
                query.setParameter(i + 1, part.get(i).value());
            }
            for (var row : rows(query.getResultList())) {
                identifiers
                        .computeIfAbsent(participant(row[0]), id -> new ArrayList<>())
                        .add(new PersonIdentifier(IdentifierKind.valueOf((String) row[1]), vault.open((byte[]) row[2])));
            }
        }
        return identifiers;
    }

    private static String places(int first, int count) {
        return Stream.iterate(first, at -> at + 1).limit(count).map(at -> "?" + at).collect(Collectors.joining(", "));
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += ROWS_PER_STATEMENT) {
            parts.add(all.subList(from, Math.min(from + ROWS_PER_STATEMENT, all.size())));
        }
        return parts;
    }

    private static List<Object[]> rows(List<?> result) {
        return result.stream().map(Object[].class::cast).toList();
    }

    private static ParticipantId participant(Object column) {
        return new ParticipantId(column instanceof UUID id ? id : UUID.fromString(Objects.toString(column)));
    }

    /** A hash as a key of a map. */
    private record Bytes(byte[] value) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }
}
