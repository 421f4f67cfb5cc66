package no.innvei.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Delivers outbox rows of some kinds; one CDI bean per module and target. Called outside any transaction, inside a scope of the row's tenant, one
 * row of a stream at a time and in order. Must be idempotent: after a crash the same row comes again with the same id.
 */
public interface OutboxHandler {

    Set<String> kinds();

    /** The permissions the job acts with (a named system user, highest clearance). */
    Set<String> permissions();

    Delivery deliver(Row row);

    /** In whose name the row is delivered, with the permissions of the job; {@code null} = the job's own, with highest clearance. */
    default Actor actor(Row row) {
        return null;
    }

    /** A user on whose behalf a job works, and what that user may see. */
    record Actor(UUID user, int clearance, String role) {}

    /** @param id stable across retries: the idempotency key */
    record Row(UUID id, UUID stream, long seq, String kind, Map<String, String> ids, int attempts, Instant createdAt) {}

    sealed interface Delivery {

        record Done() implements Delivery {}

        /** Try the same row again, not before {@code after}; for as long as it takes. */
        record Retry(Duration after) implements Delivery {}

        /** A refusal: this stream waits until someone mends the data ({@link Outbox#append} on the stream takes it up again). */
        record Parked(String code) implements Delivery {}
    }
}
