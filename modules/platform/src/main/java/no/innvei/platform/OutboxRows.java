package no.innvei.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.Uuid7;

/** The rows of the outbox and their streams, in the tenant and transaction of the caller. */
final class OutboxRows {

    /** @param lastSeq newest row of the stream when this one was read */
    record Pending(OutboxHandler.Row row, long lastSeq, int failures) {}

    private final Sql sql;

    OutboxRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * The row lock on a stream, held until commit, makes the order of numbers the order of commits. Locks are taken in the order of the streams' ids, so
     * that two transactions with the same streams wait for each other and never in a ring.
     *
     * @param wait before the first attempt
     */
    void append(String kind, Map<UUID, Map<String, String>> idsByStream, Duration wait, Instant createdAt) {
        var streams = idsByStream.keySet().stream().map(UUID::toString).sorted().toArray(String[]::new);
        var owners = new ArrayList<String>();
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        idsByStream.forEach((stream, ids) -> ids.forEach((name, value) -> {
            owners.add(stream.toString());
            names.add(name);
            values.add(value);
        }));
        sql.update(
                """
                with wanted as (
                    select cast(w.stream as uuid) as stream, cast(w.id as uuid) as id
                    from unnest(cast(? as text[]), cast(? as text[])) with ordinality as w (stream, id, place) order by w.place),
                named as (
                    select cast(v.stream as uuid) as stream, jsonb_object_agg(v.name, v.value) as ids
                    from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[])) as v (stream, name, value) group by 1),
                numbered as (
                    insert into platform.stream as s (tenant_id, id, module, last_seq, oldest_pending_at, next_attempt_at)
                    select platform.cur_tenant(), w.stream, split_part(?, '.', 1), 1, now(), now() + ? * interval '1 millisecond' from wanted w
                    on conflict (tenant_id, id) do update set
                        module = excluded.module,
                        last_seq = s.last_seq + 1,
                        oldest_pending_at = coalesce(s.oldest_pending_at, now()),
                        next_attempt_at = case when s.parked_code is null and s.delivered_seq < s.last_seq then s.next_attempt_at else excluded.next_attempt_at end,
                        parked_code = null,
                        parked_at = null
                    returning id, last_seq)
                insert into platform.outbox (tenant_id, id, stream_id, seq, kind, ids, created_at)
                select platform.cur_tenant(), w.id, w.stream, n.last_seq, ?, coalesce(d.ids, '{}'), ?
                from wanted w join numbered n on n.id = w.stream left join named d on d.stream = w.stream
                """,
                streams,
                Arrays.stream(streams).map(stream -> Uuid7.next().toString()).toArray(String[]::new),
                owners.toArray(String[]::new),
                names.toArray(String[]::new),
                values.toArray(String[]::new),
                kind,
                wait.toMillis(),
                kind,
                createdAt.atOffset(ZoneOffset.UTC));
    }

    /** The row to deliver next; empty when everything is delivered or the stream is parked. */
    Optional<Pending> next(UUID stream) {
        return sql.first("""
                select o.id, o.stream_id, o.seq, o.kind, o.attempts, o.created_at, s.last_seq, s.failures,
                       (select array_agg(array[e.key, e.value]) from jsonb_each_text(o.ids) e) as ids
                from platform.stream s
                join platform.outbox o on o.tenant_id = s.tenant_id and o.stream_id = s.id
                where s.id = ? and s.parked_code is null and o.delivered_at is null
                order by o.seq
                limit 1
                """, OutboxRows::pending, stream);
    }

    /** Progress: the row is done, and failures before it no longer count. */
    void delivered(OutboxHandler.Row row) {
        lock(row.stream());
        sql.update(
                "update platform.outbox set delivered_at = now(), attempted_at = now(), attempts = attempts + 1 where id = ?",
                row.id());
        sql.update("""
                update platform.stream set
                    delivered_seq = ?,
                    failures = 0,
                    next_attempt_at = now(),
                    oldest_pending_at = (select min(enqueued_at) from platform.outbox where stream_id = ? and delivered_at is null)
                where id = ?
                """, row.seq(), row.stream(), row.stream());
    }

    void failed(OutboxHandler.Row row, Duration wait) {
        attempted(row);
        sql.update(
                "update platform.stream set failures = failures + 1, next_attempt_at = now() + ? * interval '1 millisecond' where id = ?",
                wait.toMillis(),
                row.stream());
    }

    /** @return false when a newer row was written meanwhile: the refusal may be mended already, so the stream goes on */
    boolean parked(Pending pending, String code) {
        attempted(pending.row());
        return sql.update("""
                        update platform.stream set failures = failures + 1, parked_code = ?, parked_at = now()
                        where id = ? and last_seq = ?
                        """, code, pending.row().stream(), pending.lastSeq()) == 1;
    }

    private void attempted(OutboxHandler.Row row) {
        lock(row.stream());
        sql.update("update platform.outbox set attempted_at = now(), attempts = attempts + 1 where id = ?", row.id());
    }

    /** In a statement of its own, so that the next one sees what a concurrent append has committed. */
    private void lock(UUID stream) {
        sql.first("select 1 from platform.stream where id = ? for update", row -> row.getInt(1), stream);
    }

    private static Pending pending(ResultSet row) throws SQLException {
        var ids = new HashMap<String, String>();
        var pairs = row.getArray("ids");
        if (pairs != null) {
            for (var pair : (String[][]) pairs.getArray()) {
                ids.put(pair[0], pair[1]);
            }
        }
        return new Pending(
                new OutboxHandler.Row(
                        row.getObject("id", UUID.class),
                        row.getObject("stream_id", UUID.class),
                        row.getLong("seq"),
                        row.getString("kind"),
                        Map.copyOf(ids),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                row.getLong("last_seq"),
                row.getInt("failures"));
    }
}
