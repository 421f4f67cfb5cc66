package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.DatedFact.Superseded;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.FactReason;
import no.innvei.participant.domain.LifeRecord;
import no.innvei.platform.CurrentScope;

/**
 * Dated rows of all kinds. Read with one statement for any number of people, written with one or two per kind. Many values go to the database as one text
 * each, parted by a control character that no fact may contain.
 */
@ApplicationScoped
public class FactStore {

    private static final String PART = "\u001f";
    private static final String THESE_PEOPLE = "t.participant_id = any ((select ids from asked)::uuid[])";
    private static final String ASKED =
            "with asked as (select array_agg(p::uuid) as ids from unnest(string_to_array(?1::text, ',')) p) ";
    private static final int FIRST_OWN_COLUMN = 12;
    private static final Set<FactKind> OF_PERSON_FACTS =
            EnumSet.of(FactKind.PERMIT, FactKind.SETTLEMENT, FactKind.CHILD);

    private static final String ALL = ASKED + select(EnumSet.allOf(FactKind.class), THESE_PEOPLE);
    private static final String ALL_WITH_MERGED =
            "with asked as (select array_agg(p.id) as ids from participant.participant p, (select ?1::text::uuid as id) one where p.id = one.id or p.merged_into = one.id) "
                    + select(EnumSet.allOf(FactKind.class), THESE_PEOPLE);
    private static final String MERGED = """
            select m.merged_id::text as person, (extract(epoch from m.merged_at) * 1000000)::bigint as merged_at, m.merged_by::text as merged_by
            from participant.merge m join participant.participant p on p.tenant_id = m.tenant_id and p.id = m.merged_id
            where p.merged_into = ?1::text::uuid and m.undone_at is null
            """;
    private static final String KNOWN =
            ASKED + select(EnumSet.allOf(FactKind.class), THESE_PEOPLE + " and t.superseded_at is null");
    private static final String KNOWN_OF_PERSON_FACTS =
            ASKED + select(OF_PERSON_FACTS, THESE_PEOPLE + " and t.superseded_at is null and t.valid_to is null");

    private EntityManager entities;
    private CurrentScope scope;

    protected FactStore() {
        // for the CDI proxy
    }

    @Inject
    public FactStore(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    private static String select(Set<FactKind> kinds, String condition) {
        return kinds.stream()
                .map(kind -> FactTable.of(kind).select(condition))
                .collect(Collectors.joining(" union all "));
    }

    /** Everything known now of these people; an empty record for those nobody has written about. */
    public Map<ParticipantId, LifeRecord> known(Collection<ParticipantId> people) {
        return records(people, KNOWN);
    }

    /** As much as {@link no.innvei.participant.domain.Participant#facts} needs. */
    public LifeRecord forPersonFacts(ParticipantId participant) {
        return forPersonFacts(List.of(participant)).get(participant);
    }

    public Map<ParticipantId, LifeRecord> forPersonFacts(Collection<ParticipantId> people) {
        return records(people, KNOWN_OF_PERSON_FACTS);
    }

    private Map<ParticipantId, LifeRecord> records(Collection<ParticipantId> people, String query) {
        var rows = new HashMap<ParticipantId, List<DatedFact>>();
        people.forEach(person -> rows.put(person, new ArrayList<>()));
        if (!people.isEmpty()) {
            result(entities.createNativeQuery(query)
                            .setParameter(1, ids(people))
                            .getResultList())
                    .forEach(row -> rows.get(participant(row)).add(fact(row)));
        }
        var records = new HashMap<ParticipantId, LifeRecord>();
        rows.forEach((person, known) -> records.put(person, new LifeRecord(person, known)));
        return records;
    }

    /** Everything that is or was known of one person, also in records that were merged into this one, by kind, line and days. */
    public List<DatedFact> all(ParticipantId participant) {
        var rows = result(entities.createNativeQuery(ALL_WITH_MERGED)
                .setParameter(1, participant.value().toString())
                .getResultList());
        return ordered(
                rows.stream().allMatch(row -> participant(row).equals(participant))
                        ? rows.stream().map(FactStore::fact).toList()
                        : withMerged(participant, rows));
    }

    /** Rows of a merged record are set aside by the merge, unless they were before. */
    private List<DatedFact> withMerged(ParticipantId participant, List<Object[]> rows) {
        var merges = new HashMap<ParticipantId, Object[]>();
        result(entities.createNativeQuery(MERGED)
                        .setParameter(1, participant.value().toString())
                        .getResultList())
                .forEach(row -> merges.put(new ParticipantId(UUID.fromString((String) row[0])), row));
        return rows.stream()
                .map(row -> {
                    var fact = fact(row);
                    var merge = merges.get(participant(row));
                    return merge == null || !fact.known()
                            ? fact
                            : new DatedFact(
                                    fact.row(),
                                    fact.line(),
                                    fact.fact(),
                                    fact.from(),
                                    fact.to(),
                                    fact.reason(),
                                    fact.recordedAt(),
                                    fact.recordedBy(),
                                    moment(merge[1]),
                                    user(merge[2]),
                                    Superseded.MERGED);
                })
                .toList();
    }

    /** Everything that is or was known of these people, each record for itself. */
    public Map<ParticipantId, List<DatedFact>> all(Collection<ParticipantId> people) {
        return result(entities.createNativeQuery(ALL)
                        .setParameter(1, ids(people))
                        .getResultList())
                .stream()
                .collect(Collectors.groupingBy(
                        FactStore::participant, Collectors.mapping(FactStore::fact, Collectors.toList())));
    }

    /** Only for people whose registration is undone: their history was a mistake as a whole. */
    public void remove(Collection<ParticipantId> people) {
        for (var table : FactTable.values()) {
            entities.createNativeQuery(table.remove())
                    .setParameter(1, ids(people))
                    .executeUpdate();
        }
    }

    /** What was known of one person just before a moment, by kind, line and days. */
    public List<DatedFact> knownBefore(ParticipantId participant, Instant moment) {
        return all(participant).stream().filter(row -> row.knownBefore(moment)).toList();
    }

    private static List<DatedFact> ordered(List<DatedFact> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(DatedFact::kind)
                        .thenComparing(DatedFact::line)
                        .thenComparing(DatedFact::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(DatedFact::recordedAt)
                        .thenComparing(DatedFact::row))
                .toList();
    }

    /** Stores what has been written and set aside in these records; the people themselves must be stored first. */
    public void write(Collection<LifeRecord> records) {
        var setAside = new EnumMap<FactKind, List<DatedFact>>(FactKind.class);
        var written = new EnumMap<FactKind, Map<DatedFact, ParticipantId>>(FactKind.class);
        for (var record : records) {
            record.setAside()
                    .forEach(row -> setAside.computeIfAbsent(row.kind(), kind -> new ArrayList<>())
                            .add(row));
            record.written()
                    .forEach(row -> written.computeIfAbsent(row.kind(), kind -> new HashMap<>())
                            .put(row, record.participant()));
        }
        setAside.forEach(this::setAside);
        written.forEach(this::insert);
    }

    private void setAside(FactKind kind, List<DatedFact> rows) {
        var ids = new StringJoiner(",");
        var why = new StringJoiner(",");
        var when = new StringJoiner(",");
        var whom = new StringJoiner(",");
        for (var row : rows) {
            ids.add(row.row().toString());
            why.add(row.why().name());
            when.add(row.supersededAt().toString());
            whom.add(text(row.supersededBy()));
        }
        int stored = entities.createNativeQuery(FactTable.of(kind).setAside())
                .setParameter(1, ids.toString())
                .setParameter(2, why.toString())
                .setParameter(3, when.toString())
                .setParameter(4, whom.toString())
                .executeUpdate();
        if (stored != rows.size()) {
            throw new OptimisticLockException("a row was set aside by somebody else");
        }
    }

    private void insert(FactKind kind, Map<DatedFact, ParticipantId> rows) {
        var table = FactTable.of(kind);
        var columns = new ArrayList<StringJoiner>();
        table.columnsToWrite().forEach(column -> columns.add(new StringJoiner(PART)));
        rows.forEach((row, participant) -> {
            var values = new ArrayList<>(List.of(
                    row.row().toString(),
                    participant.value().toString(),
                    text(row.from()),
                    text(row.to()),
                    text(row.reason()),
                    row.recordedAt().toString(),
                    text(row.recordedBy()),
                    text(row.supersededAt()),
                    text(row.supersededBy()),
                    text(row.why())));
            if (table.hasLine()) {
                values.add(row.line());
            }
            values.addAll(table.write(row.fact()));
            for (int i = 0; i < values.size(); i++) {
                columns.get(i).add(values.get(i));
            }
        });
        var insert = entities.createNativeQuery(table.insert()).setParameter(1, scope.tenant());
        for (int i = 0; i < columns.size(); i++) {
            insert.setParameter(i + 2, columns.get(i).toString());
        }
        insert.executeUpdate();
    }

    private static DatedFact fact(Object[] row) {
        var table = FactTable.of(FactKind.valueOf((String) row[0]));
        var line = (String) row[3];
        return new DatedFact(
                UUID.fromString((String) row[2]),
                line,
                table.read(new FactTable.Columns(line, row, FIRST_OWN_COLUMN)),
                day(row[4]),
                day(row[5]),
                row[6] == null ? null : FactReason.valueOf((String) row[6]),
                moment(row[7]),
                user(row[8]),
                row[9] == null ? null : moment(row[9]),
                user(row[10]),
                row[11] == null ? null : Superseded.valueOf((String) row[11]));
    }

    private static ParticipantId participant(Object[] row) {
        return new ParticipantId(UUID.fromString((String) row[1]));
    }

    private static LocalDate day(Object column) {
        return column == null ? null : LocalDate.parse((String) column);
    }

    private static Instant moment(Object micros) {
        return Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }

    private static UUID user(Object column) {
        return column == null ? null : UUID.fromString((String) column);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String ids(Collection<ParticipantId> people) {
        return people.stream().map(person -> person.value().toString()).collect(Collectors.joining(","));
    }

    private static List<Object[]> result(List<?> rows) {
        return rows.stream().map(Object[].class::cast).toList();
    }
}
