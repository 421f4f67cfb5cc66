package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.platform.AnsweredRequests.Answer;
import no.innvei.platform.AnsweredRequests.Begun;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.LocalTransactions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnsweredRequestsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static EmbeddedDatabase database;

    private final LocalTransactions transactions = new LocalTransactions(database.app());
    private final AnsweredRequests requests = at(NOON);
    private final String key = UUID.randomUUID().toString();
    private final Answer created = new Answer(201, "/api/v1/participants/1", "\"1\"", "{}");

    @BeforeAll
    static void database() throws Exception {
        database = EmbeddedDatabase.migrated();
    }

    private AnsweredRequests at(Instant now) {
        return new AnsweredRequests(transactions.source(), new BoundScope(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void the_same_request_gets_the_same_answer() throws Exception {
        in(1, 9, () -> {
            assertEquals(new Begun.First(), requests.begin(key, hash("a")));
            requests.answer(key, created);
            return null;
        });
        assertEquals(new Begun.Repeated(created), in(1, 9, () -> requests.begin(key, hash("a"))));
    }

    @Test
    void another_request_under_the_same_key_is_refused() throws Exception {
        in(1, 9, () -> requests.begin(key, hash("a")));
        assertEquals(new Begun.OtherRequest(), in(1, 9, () -> requests.begin(key, hash("b"))));
    }

    @Test
    void keys_of_another_user_or_tenant_do_not_meet() throws Exception {
        in(1, 9, () -> requests.begin(key, hash("a")));
        assertEquals(new Begun.First(), in(1, 8, () -> requests.begin(key, hash("b"))));
        assertEquals(new Begun.First(), in(2, 9, () -> requests.begin(key, hash("b"))));
    }

    @Test
    void a_failed_transaction_leaves_no_key_behind() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> in(1, 9, () -> {
                    requests.begin(key, hash("a"));
                    throw new IllegalStateException("the effect failed");
                }));
        assertEquals(new Begun.First(), in(1, 9, () -> requests.begin(key, hash("a"))));
    }

    @Test
    void a_refused_request_can_be_corrected_under_its_key() throws Exception {
        in(1, 9, () -> {
            requests.begin(key, hash("a"));
            requests.forget(key);
            return null;
        });
        assertEquals(new Begun.First(), in(1, 9, () -> requests.begin(key, hash("b"))));
    }

    @Test
    void a_key_is_free_again_after_a_day() throws Exception {
        in(1, 7, () -> requests.begin(key, hash("a")));
        var nextDay = at(NOON.plus(Duration.ofHours(25)));
        assertEquals(new Begun.First(), in(1, 7, () -> nextDay.begin(key, hash("b"))));
    }

    private static byte[] hash(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T in(int tenant, long user, Callable<T> work) throws Exception {
        return TenantContext.call(
                new Scope(tenant, new UUID(0, user), 0, Set.of(), "LEADER"), () -> transactions.call(work));
    }
}
