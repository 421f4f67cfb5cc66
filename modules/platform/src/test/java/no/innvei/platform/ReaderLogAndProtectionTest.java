package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.kernel.ParticipantId;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.LocalTransactions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReaderLogAndProtectionTest {

    private static EmbeddedDatabase database;

    private final LocalTransactions transactions = new LocalTransactions(database.app());
    private final ProtectionRegister protection = new ProtectionRegister(transactions.source(), new BoundScope());
    private final ParticipantId participant = new ParticipantId(UUID.randomUUID());

    @BeforeAll
    static void database() throws Exception {
        database = EmbeddedDatabase.migrated();
    }

    @Test
    void opening_a_participant_writes_who_when_and_under_which_request() throws Exception {
        var clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        var log = new ReaderLog(transactions.source(), new BoundScope(), clock);

        RequestContext.call(
                "req-1",
                () -> in(0, () -> {
                    log.seen(participant, AccessLog.Purpose.CASE_WORK);
                    return null;
                }));

        var rows = new Sql(database.superuser())
                .list(
                        "select tenant_id || ' ' || user_id || ' ' || role || ' ' || purpose || ' ' || request_id || ' ' || (at at time zone 'UTC')"
                                + " from platform.access_log where participant_id = ?",
                        row -> row.getString(1),
                        participant.value());
        assertEquals(
                List.of("1 00000000-0000-0000-0000-000000000009 LEADER CASE_WORK req-1 2026-11-24 12:00:00"), rows);
    }

    @Test
    void a_request_id_of_a_strange_form_is_replaced() throws Exception {
        var id = RequestContext.call("x\ny", RequestContext::requestId);
        assertEquals(36, id.length());
    }

    @Test
    void nobody_protects_above_the_own_clearance_and_nobody_takes_away_what_they_may_not_see() throws Exception {
        assertThrows(NotPermitted.class, () -> in(0, () -> set(1)));
        in(2, () -> set(2));
        assertThrows(NotPermitted.class, () -> in(1, () -> set(0)));
        assertEquals(List.of(2), levels());
        in(2, () -> set(1));
        assertEquals(List.of(1), levels());
        in(1, () -> set(0));
        assertEquals(List.of(), levels());
    }

    private Object set(int level) {
        protection.set(participant, level);
        return null;
    }

    private List<Integer> levels() {
        return new Sql(database.superuser())
                .list(
                        "select level from platform.protected_participant where participant_id = ?",
                        row -> row.getInt(1),
                        participant.value());
    }

    private <T> T in(int clearance, Callable<T> work) throws Exception {
        return TenantContext.call(
                new Scope(1, new UUID(0, 9), clearance, Set.of(), "LEADER"), () -> transactions.call(work));
    }
}
