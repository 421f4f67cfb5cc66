package no.innvei.worklist;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.innvei.binding.StatementCount;
import no.innvei.binding.StatementCount.Counted;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.NameTokens;
import no.innvei.platform.AccessLog;
import no.innvei.platform.IdentifierVault;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.worklist.api.MyDay.Day;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.application.MyDayService;
import no.innvei.worklist.application.ParticipantListService;
import no.innvei.worklist.persistence.MyDayQueries;
import no.innvei.worklist.persistence.ParticipantListQueries;

/** One municipality in a real database: people with progress, and an adviser who looks at the lists. Today is Tuesday 24 November 2026. */
public final class Municipality {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final EmbeddedDatabase database;
    private final int tenant;
    private final int clearance;
    private final List<ParticipantId> seen = new ArrayList<>();

    public Municipality(EmbeddedDatabase database, int tenant, int clearance) {
        this.database = database;
        this.tenant = tenant;
        this.clearance = clearance;
    }

    /** The same municipality, seen by someone with this clearance. */
    public Municipality seenWithClearance(int other) {
        return new Municipality(database, tenant, other);
    }

    /** Access rows the lists asked for. */
    public List<ParticipantId> seen() {
        return List.copyOf(seen);
    }

    public Person settles(String givenNames, String familyName) throws Exception {
        return settles(givenNames, familyName, TODAY.minusMonths(2));
    }

    /** @param settledOn {@code null} = expected */
    public Person settles(String givenNames, String familyName, LocalDate settledOn) throws Exception {
        var person = new Person(ParticipantId.next());
        insert(
                "participant.pub_participant",
                "tenant_id, participant_id, given_names, family_name, sort_name, born_on, permit_basis, settled_on, mother_tongue",
                person.id.value(),
                givenNames,
                familyName,
                NameTokens.sortKey(givenNames, familyName),
                LocalDate.of(1994, 2, 1),
                "A",
                settledOn,
                "ti");
        for (var token : NameTokens.of(givenNames, familyName)) {
            insert("participant.pub_name_token", "tenant_id, participant_id, token", person.id.value(), token);
        }
        return person;
    }

    /** A person and what has happened to her. */
    public final class Person {

        public final ParticipantId id;

        private Person(ParticipantId id) {
            this.id = id;
        }

        public Person withIdentifier(String number) throws Exception {
            insert(
                    "participant.pub_identifier",
                    "tenant_id, participant_id, kind, hash",
                    id.value(),
                    "NATIONAL_ID",
                    new TestVault(tenant).hash(number));
            return this;
        }

        public Person mustStartBy(LocalDate deadline) throws Exception {
            insert(
                    "introduction.pub_programme",
                    "tenant_id, participant_id, phase, claimed_on, decide_and_start_by",
                    id.value(),
                    "BEFORE_DECISION",
                    deadline.minusMonths(3),
                    deadline);
            return this;
        }

        public Person inProgramme(LocalDate started, LocalDate lastDay) throws Exception {
            return programme(started, lastDay, null, null);
        }

        public Person ended(LocalDate started, LocalDate ended, String reason) throws Exception {
            return programme(started, ended, ended, reason);
        }

        private Person programme(LocalDate started, LocalDate lastDay, LocalDate ended, String reason)
                throws Exception {
            insert(
                    "introduction.pub_programme",
                    "tenant_id, participant_id, phase, programme_id, decided_on, decision, started_on, last_day, maximum_months, ended_on, ending_reason, "
                            + "final_goal, plan_version, has_draft",
                    id.value(),
                    ended == null ? "IN_PROGRAMME" : "ENDED",
                    Uuid7.next(),
                    started,
                    "AWARDED",
                    started,
                    lastDay,
                    24,
                    ended,
                    reason,
                    "WORK",
                    2,
                    true);
            return this;
        }

        public Person inRegister(String state, LocalDate registerBy) throws Exception {
            insert(
                    "registersync.pub_item",
                    "tenant_id, participant_id, item_id, kind, state, refusal_code, refusal_field, known_on, register_by, accepted_at",
                    id.value(),
                    Uuid7.next(),
                    "PERSON",
                    state,
                    state.equals("REFUSED") ? "R-101" : null,
                    null,
                    registerBy.minusMonths(2),
                    registerBy,
                    state.equals("ACCEPTED") ? OffsetDateTime.parse("2026-11-23T10:00:00+01:00") : null);
            return this;
        }

        public Person protectedAt(int level) throws Exception {
            insert("platform.protected_participant", "tenant_id, participant_id, level", id.value(), level);
            return this;
        }
    }

    public Counted<Day> day(Source source) throws Exception {
        return database.asApp(
                scope(),
                connection -> StatementCount.during(() ->
                        new MyDayService(new MyDayQueries(OneTransaction.over(connection)), clock()).day(source)));
    }

    public Counted<Integer> waiting() throws Exception {
        return database.asApp(
                scope(),
                connection -> StatementCount.during(
                        () -> new MyDayService(new MyDayQueries(OneTransaction.over(connection)), clock()).waiting()));
    }

    public Counted<ListOutcome> list(Query query) throws Exception {
        return inTransaction(lists -> lists.list(query));
    }

    public Counted<java.util.Optional<ParticipantId>> withIdentifier(String typed) throws Exception {
        return inTransaction(lists -> lists.withIdentifier(typed));
    }

    private <T> Counted<T> inTransaction(java.util.function.Function<ParticipantList, T> work) throws Exception {
        AccessLog log = (participant, purpose) -> seen.add(participant);
        return database.asApp(
                scope(),
                connection -> StatementCount.during(() -> work.apply(new ParticipantListService(
                        new ParticipantListQueries(OneTransaction.over(connection)),
                        new TestVault(tenant),
                        log,
                        clock()))));
    }

    private static Clock clock() {
        return Clock.fixed(TODAY.atTime(9, 0).atZone(NORWAY).toInstant(), NORWAY);
    }

    private Scope scope() {
        return new Scope(tenant, UUID.randomUUID(), clearance, Set.of(), "PROGRAMME_ADVISER");
    }

    private void insert(String table, String columns, Object... values) throws Exception {
        var marks = "?" + ", ?".repeat(values.length);
        EmbeddedDatabase.inTransaction(database.superuser(), (Connection connection) -> {
            try (var statement =
                    connection.prepareStatement("insert into " + table + " (" + columns + ") values (" + marks + ")")) {
                statement.setInt(1, tenant);
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 2, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** A key per tenant, as in the real vault. */
    private record TestVault(int tenant) implements IdentifierVault {

        @Override
        public byte[] seal(String identifier) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(byte[] sealed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] hash(String identifier) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(("tenant " + tenant).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
