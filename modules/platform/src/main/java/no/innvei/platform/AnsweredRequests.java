package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * Requests that may be sent twice (idempotency keys), per tenant and user. Both methods need the transaction in which the effect happens: the key
 * becomes visible with the effect or not at all, and a second request with the same key waits for the first.
 */
@ApplicationScoped
public class AnsweredRequests implements Chore {

    static final Duration KEPT = Duration.ofHours(24);

    private static final int BATCH = 500;

    /**
     * @param location {@code null} when the answer has none
     * @param etag {@code null} when the answer has none
     * @param body {@code null} when the answer has none
     */
    public record Answer(int status, String location, String etag, String body) {}

    public sealed interface Begun {

        /** Do it, then {@link #answer}. */
        record First() implements Begun {}

        /** It was done; say the same again. */
        record Repeated(Answer answer) implements Begun {}

        /** The key belongs to a request with other content. */
        record OtherRequest() implements Begun {}
    }

    private record Row(byte[] fingerprint, Answer answer) {}

    private Sql sql;
    private CurrentScope scope;
    private Clock clock;

    protected AnsweredRequests() {
        // for the CDI proxy
    }

    @Inject
    public AnsweredRequests(DataSources sources, CurrentScope scope, Clock clock) {
        this(sources.app(), scope, clock);
    }

    AnsweredRequests(DataSource source, CurrentScope scope, Clock clock) {
        this.sql = new Sql(source);
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param key 1 to 100 characters, chosen by the caller
     * @param fingerprint SHA-256 of what is asked for
     */
    public Begun begin(String key, byte[] fingerprint) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.update(
                "delete from platform.answered_request where user_id = ? and created_at < ?",
                scope.user(),
                now.minus(KEPT));
        int inserted = sql.update("""
                insert into platform.answered_request (tenant_id, user_id, key, fingerprint, created_at)
                values (platform.cur_tenant(), ?, ?, ?, ?) on conflict do nothing
                """, scope.user(), key, fingerprint, now);
        if (inserted == 1) {
            return new Begun.First();
        }
        var found = sql.first(
                        "select fingerprint, status, location, etag, body from platform.answered_request where user_id = ? and key = ?",
                        row -> new Row(
                                row.getBytes(1),
                                new Answer(row.getInt(2), row.getString(3), row.getString(4), row.getString(5))),
                        scope.user(),
                        key)
                .orElseThrow();
        return Arrays.equals(found.fingerprint(), fingerprint)
                ? new Begun.Repeated(found.answer())
                : new Begun.OtherRequest();
    }

    /** Keeps what was answered, for the next request with the key. */
    public void answer(String key, Answer answer) {
        sql.update(
                "update platform.answered_request set status = ?, location = ?, etag = ?, body = ? where user_id = ? and key = ?",
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                scope.user(),
                key);
    }

    @Override
    public String name() {
        return "idempotency keys";
    }

    /** The keys of users who do not come back; those who do clear their own. */
    @Override
    public int deleteBatch(Instant now) {
        return sql.update("""
                delete from platform.answered_request where tenant_id = platform.cur_tenant() and (user_id, key) in (
                    select user_id, key from platform.answered_request
                    where tenant_id = platform.cur_tenant() and created_at < ?
                    order by created_at limit ?)
                """, now.minus(KEPT).atOffset(ZoneOffset.UTC), BATCH);
    }

    /** The request was refused and had no effect: the key is free for a corrected one. */
    public void forget(String key) {
        sql.update("delete from platform.answered_request where user_id = ? and key = ?", scope.user(), key);
    }
}
