package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview.Decision;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportRows.Question;
import no.innvei.participant.api.ImportUndo.Why;
import no.innvei.participant.domain.ImportBatch;
import no.innvei.participant.domain.ImportLine;
import no.innvei.platform.CurrentScope;

/** Files that were read for import, and which people their rows were written to. Any number of rows goes to the database in one statement. */
@ApplicationScoped
public class ImportRepository {

    /** First key of the advisory lock; the second is the tenant. */
    private static final int IMPORT_LOCK = 0x696D70;

    private static final HexFormat HEX = HexFormat.of();
    private static final String LINE =
            "select line, cells, outcome, reasons, differences, decision, seen_version, taken from participant.import_line ";

    private EntityManager entities;
    private CurrentScope scope;

    protected ImportRepository() {
        // for the CDI proxy
    }

    @Inject
    public ImportRepository(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ImportBatch batch) {
        entities.persist(batch);
        entities.flush();
    }

    public Optional<ImportBatch> find(ImportId id) {
        return Optional.ofNullable(entities.find(ImportBatch.class, id.value()));
    }

    /** The batch as it is committed now, held until the transaction ends. */
    public Optional<ImportBatch> lock(ImportId id) {
        return Optional.ofNullable(entities.find(ImportBatch.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    public void flush() {
        entities.flush();
    }

    /** Imports of one tenant write one after the other. Held until the transaction ends. */
    public void waitForTurn() {
        entities.createNativeQuery("select pg_advisory_xact_lock(?1, ?2)::text")
                .setParameter(1, IMPORT_LOCK)
                .setParameter(2, scope.tenant())
                .getSingleResult();
    }

    /** New rows, or what has become of those that are there. */
    public void judged(ImportId id, Collection<ImportLine> lines) {
        var numbers = new StringJoiner(",");
        var cells = new StringJoiner(",");
        var outcomes = new StringJoiner(",");
        var reasons = new StringJoiner(";");
        var differences = new StringJoiner(",");
        var versions = new StringJoiner(",");
        for (var line : lines) {
            numbers.add(Integer.toString(line.line()));
            cells.add(hex(line.cells()));
            outcomes.add(line.outcome().name());
            reasons.add(line.reasons());
            differences.add(hex(line.differences()));
            versions.add(line.seenVersion() == null ? "" : line.seenVersion().toString());
        }
        if (lines.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into participant.import_line
                            (tenant_id, batch_id, line, cells, outcome, reasons, differences, seen_version)
                        select ?1::integer, ?2::uuid, n::integer, decode(c, 'hex'), o, coalesce(r, ''), decode(d, 'hex'), v::bigint
                        from unnest(string_to_array(?3::text, ','), string_to_array(?4::text, ','),
                            string_to_array(?5::text, ','), string_to_array(?6::text, ';'),
                            string_to_array(?7::text, ',', ''), string_to_array(?8::text, ',', '')) as read (n, c, o, r, d, v)
                        on conflict (tenant_id, batch_id, line) do update set
                            outcome = excluded.outcome, reasons = excluded.reasons, differences = excluded.differences,
                            seen_version = excluded.seen_version, decision = null
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, id.value())
                .setParameter(3, numbers.toString())
                .setParameter(4, cells.toString())
                .setParameter(5, outcomes.toString())
                .setParameter(6, reasons.toString())
                .setParameter(7, differences.toString())
                .setParameter(8, versions.toString())
                .executeUpdate();
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "" : HEX.formatHex(bytes);
    }

    public Map<Outcome, Long> counts(ImportId id) {
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        rows(entities.createNativeQuery(
                                "select outcome, count(*) from participant.import_line where batch_id = ?1 group by outcome")
                        .setParameter(1, id.value())
                        .getResultList())
                .forEach(row -> counts.put(Outcome.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return counts;
    }

    public long takesFile(ImportId id) {
        return count(entities.createNativeQuery(
                        "select count(*) from participant.import_line where batch_id = ?1 and outcome = 'CONFLICT' and decision = 'FILE'")
                .setParameter(1, id.value())
                .getSingleResult());
    }

    public long count(ImportId id, Question question) {
        return count(entities.createNativeQuery("""
                        select count(*) from participant.import_line
                        where batch_id = ?1 and (?2::text = '' or outcome = ?2::text) and not (?3 and taken)
                        """)
                .setParameter(1, id.value())
                .setParameter(
                        2, question.outcome() == null ? "" : question.outcome().name())
                .setParameter(3, question.notTaken())
                .getSingleResult());
    }

    /** In the order of the file. */
    public List<ImportLine> lines(ImportId id, Question question) {
        return lines(entities.createNativeQuery(
                        LINE
                                + "where batch_id = ?1 and (?2::text = '' or outcome = ?2::text) and not (?3 and taken) order by line limit ?4 offset ?5")
                .setParameter(1, id.value())
                .setParameter(
                        2, question.outcome() == null ? "" : question.outcome().name())
                .setParameter(3, question.notTaken())
                .setParameter(4, question.limit())
                .setParameter(5, question.from())
                .getResultList());
    }

    /** The next rows the job has not finished, in the order of the file. */
    public List<ImportLine> unfinished(ImportId id, int limit) {
        return lines(entities.createNativeQuery(LINE + "where batch_id = ?1 and not finished order by line limit ?2")
                .setParameter(1, id.value())
                .setParameter(2, limit)
                .getResultList());
    }

    private static List<ImportLine> lines(List<?> result) {
        return rows(result).stream()
                .map(row -> new ImportLine(
                        ((Number) row[0]).intValue(),
                        (byte[]) row[1],
                        Outcome.valueOf((String) row[2]),
                        (String) row[3],
                        (byte[]) row[4],
                        row[5] == null ? null : Decision.valueOf((String) row[5]),
                        row[6] == null ? null : ((Number) row[6]).longValue(),
                        (Boolean) row[7]))
                .toList();
    }

    /** Rows that can never be taken are finished before the first is written, and what was written in them is forgotten. */
    public int finishUntakeable(ImportId id) {
        return entities.createNativeQuery("""
                        update participant.import_line set finished = true, cells = null, differences = null
                        where batch_id = ?1 and outcome in ('ERROR', 'NEEDS_LEADER')
                        """).setParameter(1, id.value()).executeUpdate();
    }

    /** The job is done with these rows; the personal data in them is forgotten. */
    public void finish(ImportId id, Collection<ImportLine> lines) {
        var numbers = new StringJoiner(",");
        var outcomes = new StringJoiner(",");
        var reasons = new StringJoiner(";");
        var taken = new StringJoiner(",");
        for (var line : lines) {
            numbers.add(Integer.toString(line.line()));
            outcomes.add(line.outcome().name());
            reasons.add(line.reasons());
            taken.add(Boolean.toString(line.taken()));
        }
        entities.createNativeQuery("""
                        update participant.import_line l
                        set outcome = done.o, reasons = coalesce(done.r, ''), taken = done.t::boolean, finished = true, cells = null, differences = null
                        from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ','),
                            string_to_array(?4::text, ';'), string_to_array(?5::text, ',')) as done (n, o, r, t)
                        where l.batch_id = ?1 and l.line = done.n::integer
                        """)
                .setParameter(1, id.value())
                .setParameter(2, numbers.toString())
                .setParameter(3, outcomes.toString())
                .setParameter(4, reasons.toString())
                .setParameter(5, taken.toString())
                .executeUpdate();
    }

    public int notTaken(ImportId id) {
        return (int) count(entities.createNativeQuery(
                        "select count(*) from participant.import_line where batch_id = ?1 and not taken")
                .setParameter(1, id.value())
                .getSingleResult());
    }

    public void decide(ImportId id, Map<Integer, Decision> byLine) {
        if (byLine.isEmpty()) {
            return;
        }
        var numbers = new StringJoiner(",");
        var decisions = new StringJoiner(",");
        byLine.forEach((line, decision) -> {
            numbers.add(line.toString());
            decisions.add(decision.name());
        });
        entities.createNativeQuery("""
                        update participant.import_line l set decision = chosen.d
                        from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ',')) as chosen (n, d)
                        where l.batch_id = ?1 and l.line = chosen.n::integer and l.outcome = 'CONFLICT' and not l.finished
                        """)
                .setParameter(1, id.value())
                .setParameter(2, numbers.toString())
                .setParameter(3, decisions.toString())
                .executeUpdate();
    }

    public void decideAll(ImportId id, Decision decision) {
        entities.createNativeQuery(
                        "update participant.import_line set decision = ?2::text where batch_id = ?1 and outcome = 'CONFLICT' and not finished")
                .setParameter(1, id.value())
                .setParameter(2, decision.name())
                .executeUpdate();
    }

    public void forgetExpired(Instant now) {
        forgetExpired(now, Integer.MAX_VALUE);
    }

    /** What is older than a day goes; of what was written the numbers stay. Lines go with their batch, so a few batches can be many rows. */
    public int forgetExpired(Instant now, int most) {
        var moment = now.atOffset(ZoneOffset.UTC);
        entities.createNativeQuery("""
                        delete from participant.import_line where batch_id in (
                            select id from participant.import_batch
                            where tenant_id = platform.cur_tenant() and expires_at <= ?1 and state in ('DONE', 'UNDONE') and headers is not null
                            order by expires_at, id limit ?2)
                        """)
                .setParameter(1, moment)
                .setParameter(2, most)
                .executeUpdate();
        int emptied = entities.createNativeQuery("""
                        update participant.import_batch set headers = null, meanings = '' where id in (
                            select id from participant.import_batch
                            where tenant_id = platform.cur_tenant() and expires_at <= ?1 and state in ('DONE', 'UNDONE') and headers is not null
                            order by expires_at, id limit ?2)
                        """)
                .setParameter(1, moment)
                .setParameter(2, most)
                .executeUpdate();
        int gone = entities.createNativeQuery("""
                        delete from participant.import_batch where id in (
                            select id from participant.import_batch
                            where tenant_id = platform.cur_tenant() and expires_at <= ?1 and state in ('COLUMNS', 'PREVIEW')
                            order by expires_at limit ?2)
                        """)
                .setParameter(1, moment)
                .setParameter(2, most)
                .executeUpdate();
        return emptied + gone;
    }

    /** How many rows the last files had that were written. */
    public List<Integer> usualSizes(int files) {
        List<?> counts = entities.createNativeQuery(
                        "select row_count from participant.import_batch where confirmed_at is not null order by confirmed_at desc limit ?1")
                .setParameter(1, files)
                .getResultList();
        return counts.stream().map(count -> ((Number) count).intValue()).toList();
    }

    /** @param hashes of headers, in hexadecimal */
    public Map<String, Optional<String>> headersChosen(Collection<String> hashes) {
        var chosen = new HashMap<String, Optional<String>>();
        rows(entities.createNativeQuery("""
                                select encode(hash, 'hex'), meaning from participant.import_header
                                where hash = any (array(select decode(h, 'hex') from unnest(string_to_array(?1::text, ',')) h))
                                """)
                        .setParameter(1, String.join(",", hashes))
                        .getResultList())
                .forEach(row -> chosen.put((String) row[0], Optional.ofNullable((String) row[1])));
        return chosen;
    }

    /** @param meanings by hash in hexadecimal; empty = fills nothing */
    public void choose(Map<String, String> meanings, Instant now) {
        if (meanings.isEmpty()) {
            return;
        }
        var hashes = new StringJoiner(",");
        var columns = new StringJoiner(",");
        meanings.forEach((hash, meaning) -> {
            hashes.add(hash);
            columns.add(meaning);
        });
        entities.createNativeQuery("""
                        insert into participant.import_header (tenant_id, hash, meaning, chosen_at)
                        select ?1::integer, decode(h, 'hex'), m, ?4::timestamptz
                        from unnest(string_to_array(?2::text, ','), string_to_array(?3::text, ',', '')) as chosen (h, m)
                        on conflict (tenant_id, hash) do update set meaning = excluded.meaning, chosen_at = excluded.chosen_at
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, hashes.toString())
                .setParameter(3, columns.toString())
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** One person a row was written to. */
    public record Written(
            int line, ParticipantId participant, boolean registered, long version, Instant at, List<String> numbers) {}

    public void wrote(ImportId id, Collection<Written> people) {
        if (people.isEmpty()) {
            return;
        }
        var lines = new StringJoiner(",");
        var ids = new StringJoiner(",");
        var registered = new StringJoiner(",");
        var versions = new StringJoiner(",");
        var moments = new StringJoiner(",");
        var numbers = new StringJoiner(";");
        for (var person : people) {
            lines.add(Integer.toString(person.line()));
            ids.add(person.participant().value().toString());
            registered.add(Boolean.toString(person.registered()));
            versions.add(Long.toString(person.version()));
            moments.add(person.at().toString());
            numbers.add(String.join(",", person.numbers()));
        }
        entities.createNativeQuery("""
                        insert into participant.import_written
                            (tenant_id, batch_id, line, participant_id, registered, version, written_at, numbers)
                        select ?1::integer, ?2::uuid, l::integer, p::uuid, r::boolean, v::bigint, w::timestamptz, coalesce(n, '')
                        from unnest(string_to_array(?3::text, ','), string_to_array(?4::text, ','), string_to_array(?5::text, ','),
                            string_to_array(?6::text, ','), string_to_array(?7::text, ','), string_to_array(?8::text, ';')) as wrote (l, p, r, v, w, n)
                        """)
                .setParameter(1, scope.tenant())
                .setParameter(2, id.value())
                .setParameter(3, lines.toString())
                .setParameter(4, ids.toString())
                .setParameter(5, registered.toString())
                .setParameter(6, versions.toString())
                .setParameter(7, moments.toString())
                .setParameter(8, numbers.toString())
                .executeUpdate();
    }

    /** Those of an import that are neither undone nor set aside as not to be undone, as far as the reader may see them. */
    public List<Written> toUndo(ImportId id, int limit) {
        return rows(entities.createNativeQuery("""
                                select line, participant_id::text as person, registered, version,
                                    (extract(epoch from written_at) * 1000000)::bigint as at, numbers
                                from participant.import_written
                                where batch_id = ?1 and undone_at is null and kept_why is null order by line limit ?2
                                """)
                        .setParameter(1, id.value())
                        .setParameter(2, limit)
                        .getResultList())
                .stream()
                .map(row -> new Written(
                        ((Number) row[0]).intValue(),
                        new ParticipantId(UUID.fromString((String) row[1])),
                        (Boolean) row[2],
                        ((Number) row[3]).longValue(),
                        Instant.EPOCH.plus(((Number) row[4]).longValue(), ChronoUnit.MICROS),
                        ((String) row[5]).isEmpty() ? List.of() : List.of(((String) row[5]).split(","))))
                .toList();
    }

    public void undid(ImportId id, Collection<Integer> lines, Instant now) {
        entities.createNativeQuery("""
                        update participant.import_written set undone_at = ?3::timestamptz
                        where batch_id = ?1 and line = any (array(select l::integer from unnest(string_to_array(?2::text, ',')) l))
                        """)
                .setParameter(1, id.value())
                .setParameter(2, joined(lines))
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    public void kept(ImportId id, Collection<Integer> lines, Why why) {
        entities.createNativeQuery("""
                        update participant.import_written set kept_why = ?3::text
                        where batch_id = ?1 and line = any (array(select l::integer from unnest(string_to_array(?2::text, ',')) l))
                        """)
                .setParameter(1, id.value())
                .setParameter(2, joined(lines))
                .setParameter(3, why.name())
                .executeUpdate();
    }

    /** When imports wrote about these people: facts recorded then came from a file. */
    public Map<ParticipantId, Set<Instant>> importedAt(Collection<ParticipantId> people) {
        var moments = new HashMap<ParticipantId, Set<Instant>>();
        rows(entities.createNativeQuery("""
                                select participant_id::text as person, (extract(epoch from written_at) * 1000000)::bigint as at
                                from participant.import_written
                                where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))
                                """)
                        .setParameter(
                                1,
                                people.stream()
                                        .map(person -> person.value().toString())
                                        .collect(Collectors.joining(",")))
                        .getResultList())
                .forEach(row -> moments.computeIfAbsent(
                                new ParticipantId(UUID.fromString((String) row[0])), person -> new HashSet<>())
                        .add(Instant.EPOCH.plus(((Number) row[1]).longValue(), ChronoUnit.MICROS)));
        return moments;
    }

    private static String joined(Collection<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static long count(Object number) {
        return ((Number) number).longValue();
    }

    private static List<Object[]> rows(List<?> result) {
        return result.stream().map(Object[].class::cast).toList();
    }
}
