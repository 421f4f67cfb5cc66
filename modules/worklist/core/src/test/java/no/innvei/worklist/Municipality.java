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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.innvei.binding.StatementCount;
import no.innvei.binding.StatementCount.Counted;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.NameTokens;
import no.innvei.platform.AccessLog;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.IdentifierVault;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.LocalTransactions;
import no.innvei.worklist.api.ListSettings;
import no.innvei.worklist.api.MyDay.Day;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.ParticipantList.Suggestion;
import no.innvei.worklist.api.SavedViews;
import no.innvei.worklist.application.ListSettingService;
import no.innvei.worklist.application.MyDayService;
import no.innvei.worklist.application.ParticipantListService;
import no.innvei.worklist.application.SavedViewService;
import no.innvei.worklist.persistence.MyDayQueries;
import no.innvei.worklist.persistence.ParticipantListQueries;
import no.innvei.worklist.persistence.SavedViewQueries;

/** One municipality in a real database: people with progress, and an adviser who looks at the lists. Today is Tuesday 24 November 2026. */
public final class Municipality {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T09:00:00+01:00");
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    public static final UUID OFFICE = UUID.fromString("0198c0de-0000-7000-8000-0000000000a1");

    private final EmbeddedDatabase database;
    private final UUID user = UUID.randomUUID();
    private final int tenant;
    private final int clearance;
    private final LocalTransactions transactions;
    private final List<ParticipantId> seen = new ArrayList<>();

    public Municipality(EmbeddedDatabase database, int tenant, int clearance) {
        this.database = database;
        this.tenant = tenant;
        this.clearance = clearance;
        this.transactions = new LocalTransactions(database.app());
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
                "participant.participant",
                "tenant_id, id, given_names, family_name, sort_name, born_on, mother_tongue, version, created_at, changed_at",
                person.id.value(),
                givenNames,
                familyName,
                NameTokens.sortKey(givenNames, familyName),
                LocalDate.of(1994, 2, 1),
                "ti",
                1,
                NOW,
                NOW);
        insert(
                "participant.permit",
                "tenant_id, id, participant_id, basis, follows_family_permit, valid_from, recorded_at",
                Uuid7.next(),
                person.id.value(),
                "A",
                false,
                TODAY.minusYears(3),
                NOW);
        if (settledOn != null) {
            insert(
                    "participant.settlement",
                    "tenant_id, id, participant_id, by_agreement, valid_from, recorded_at",
                    Uuid7.next(),
                    person.id.value(),
                    true,
                    settledOn,
                    NOW);
        }
        for (var token : NameTokens.of(givenNames, familyName)) {
            insert("participant.name_token", "tenant_id, participant_id, token", person.id.value(), token);
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
                    "participant.identifier",
                    "tenant_id, participant_id, kind, sealed, hash, recorded_at",
                    id.value(),
                    "NATIONAL_ID",
                    new byte[] {1},
                    new TestVault(tenant).hash(number),
                    NOW);
            return this;
        }

        public Person mustStartBy(LocalDate deadline) throws Exception {
            return caseFile(null, deadline);
        }

        public Person awardedAndMustStartBy(LocalDate deadline) throws Exception {
            var programme = Uuid7.next();
            insert(
                    "introduction.programme",
                    "tenant_id, id, participant_id, offer_on, decided_on, decision, final_goal, opened_at, changed_at, version",
                    programme,
                    id.value(),
                    deadline.minusMonths(2),
                    deadline.minusMonths(1),
                    "AWARDED",
                    "WORK",
                    NOW,
                    NOW,
                    1);
            return caseFile(programme, deadline);
        }

        public Person inProgramme(LocalDate started, LocalDate lastDay) throws Exception {
            return programme(started, lastDay, null, null);
        }

        public Person ended(LocalDate started, LocalDate ended, String reason) throws Exception {
            return programme(started, ended, ended, reason);
        }

        private Person programme(LocalDate started, LocalDate lastDay, LocalDate ended, String reason)
                throws Exception {
            var programme = Uuid7.next();
            insert(
                    "introduction.programme",
                    "tenant_id, id, participant_id, offer_on, decided_on, decision, started_on, last_day, maximum_months, ended_on, ending_reason, "
                            + "final_goal, opened_at, changed_at, version",
                    programme,
                    id.value(),
                    started,
                    started,
                    "AWARDED",
                    started,
                    lastDay,
                    24,
                    ended,
                    reason,
                    "WORK",
                    NOW,
                    NOW,
                    1);
            return caseFile(programme, null);
        }

        private Person caseFile(UUID programme, LocalDate deadline) throws Exception {
            insert(
                    "introduction.case_file",
                    "tenant_id, participant_id, programme_id, category, judged_on, decide_and_start_by, changed_at, version",
                    id.value(),
                    programme,
                    "RIGHT_AND_DUTY",
                    TODAY,
                    deadline,
                    NOW,
                    1);
            return this;
        }

        /** The plan of the newest programme: one approved version for each number, and a draft on top. */
        public Person withPlan(int versions) throws Exception {
            var programme =
                    "(select programme_id from introduction.case_file where participant_id = '" + id.value() + "')";
            for (int number = 1; number <= versions; number++) {
                execute(
                        "insert into introduction.plan_version (tenant_id, id, participant_id, programme_id, number, approved_at, approved_by, final_goal,"
                                + " listening, reading, writing, oral, long_term_goal, substantial_self_study) values ("
                                + tenant + ", '" + Uuid7.next() + "', '"
                                + id.value() + "', " + programme + ", " + number
                                + ", now(), gen_random_uuid(), 'WORK', 'B1', 'B1', 'B1', 'B1', 'x', false)");
            }
            execute(
                    "insert into introduction.plan_draft (tenant_id, id, participant_id, programme_id, substantial_self_study, saved_at, version) values ("
                            + tenant + ", '" + Uuid7.next() + "', '" + id.value() + "', " + programme
                            + ", false, now(), 1)");
            return this;
        }

        public Person inRegister(String state, LocalDate registerBy) throws Exception {
            boolean accepted = state.equals("ACCEPTED");
            insert(
                    "registersync.owed_item",
                    "tenant_id, id, participant_id, kind, subject_id, programme_id, message_key, state, refusal_code, known_on, register_by, "
                            + "accepted_version, receipt, accepted_at, changed_at",
                    Uuid7.next(),
                    id.value(),
                    "MEASURE",
                    Uuid7.next(),
                    Uuid7.next(),
                    Uuid7.next(),
                    state,
                    state.equals("REFUSED") ? "R-101" : null,
                    registerBy.minusMonths(2),
                    registerBy,
                    accepted ? 1L : null,
                    accepted ? "receipt" : null,
                    accepted ? OffsetDateTime.parse("2026-11-23T10:00:00+01:00") : null,
                    NOW);
            return this;
        }

        public Person followedUpBy(UUID colleague, String part) throws Exception {
            return followedUpBy(colleague, part, OFFICE, TODAY.minusDays(30), null);
        }

        public Person followedUpBy(UUID colleague, String part, UUID office, LocalDate from, LocalDate to)
                throws Exception {
            insert(
                    "participant.assignment",
                    "tenant_id, id, participant_id, part, user_id, office_id, valid_from, valid_to, recorded_at, recorded_by",
                    Uuid7.next(),
                    id.value(),
                    part,
                    colleague,
                    office,
                    from,
                    to,
                    NOW,
                    colleague);
            return this;
        }

        public Person knows(String column, String value) throws Exception {
            execute("update participant.participant set " + column + " = " + value + " where id = '" + id.value()
                    + "'");
            return this;
        }

        public Person ofCategory(String category) throws Exception {
            execute("update introduction.case_file set category = " + category + " where participant_id = '"
                    + id.value() + "'");
            return this;
        }

        /** Nothing happened for so many days. */
        public Person untouchedFor(int days) throws Exception {
            var then = "'" + NOW.minusDays(days) + "'";
            execute("update participant.participant set changed_at = " + then + " where id = '" + id.value() + "'");
            for (var table : List.of("introduction.case_file", "introduction.programme", "registersync.owed_item")) {
                execute("update " + table + " set changed_at = " + then + " where participant_id = '" + id.value()
                        + "'");
            }
            return this;
        }

        public Person protectedAt(int level) throws Exception {
            insert("platform.protected_participant", "tenant_id, participant_id, level", id.value(), level);
            return this;
        }
    }

    public Counted<Day> day(Source source) throws Exception {
        return counted(() -> myDay().day(source));
    }

    public Counted<Day> ownDay(Source source) throws Exception {
        return counted(() -> myDay().day(source, true));
    }

    public Counted<Integer> waiting() throws Exception {
        return counted(() -> myDay().waiting());
    }

    private MyDayService myDay() {
        return new MyDayService(new MyDayQueries(transactions.source()), scope(), clock());
    }

    public Counted<Integer> count(Query query) throws Exception {
        return counted(() -> participants().count(query));
    }

    public Counted<List<ParticipantId>> everyoneOf(Query query) throws Exception {
        return counted(() -> participants().everyone(query));
    }

    public Counted<List<Row>> export(Query query) throws Exception {
        return counted(() -> participants().export(query));
    }

    public <T> T views(Function<SavedViews, T> work) throws Exception {
        return counted(() ->
                        work.apply(new SavedViewService(new SavedViewQueries(transactions.source()), scope(), clock())))
                .value();
    }

    public <T> T settings(Function<ListSettings, T> work) throws Exception {
        return counted(() -> work.apply(
                        new ListSettingService(new SavedViewQueries(transactions.source()), scope(), clock())))
                .value();
    }

    /** A colleague who follows up people. */
    public UUID adviser(String name) throws Exception {
        var adviser = UUID.randomUUID();
        colleague(adviser, name);
        return adviser;
    }

    /** The one who looks at the lists, under her name. */
    public UUID me(String name) throws Exception {
        colleague(user, name);
        return user;
    }

    private void colleague(UUID id, String name) throws Exception {
        insert(
                "tenancy.membership",
                "tenant_id, user_id, display_name, email, valid_from",
                id,
                name,
                "somebody@office.example",
                LocalDate.of(2020, 1, 1));
    }

    public Counted<ListOutcome> list(Query query) throws Exception {
        return counted(() -> participants().list(query));
    }

    public Counted<Optional<ParticipantId>> withIdentifier(String typed) throws Exception {
        return counted(() -> participants().withIdentifier(typed));
    }

    public Counted<List<Suggestion>> suggest(String typed) throws Exception {
        return counted(() -> participants().suggest(typed));
    }

    private ParticipantList participants() {
        AccessLog log = (participant, purpose) -> seen.add(participant);
        return new ParticipantListService(
                new ParticipantListQueries(transactions.source()), new TestVault(tenant), log, scope(), clock());
    }

    private <T> Counted<T> counted(Callable<T> work) throws Exception {
        var scope = new Scope(tenant, user, clearance, Set.of(), "PROGRAMME_ADVISER");
        return TenantContext.call(scope, () -> StatementCount.during(() -> transactions.call(work)));
    }

    private CurrentScope scope() {
        return new Everything(tenant, user, clearance);
    }

    private record Everything(int tenant, UUID user, int clearance) implements CurrentScope {

        @Override
        public boolean holds(String permission) {
            return true;
        }

        @Override
        public String role() {
            return "PROGRAMME_ADVISER";
        }
    }

    private static Clock clock() {
        return Clock.fixed(TODAY.atTime(9, 0).atZone(NORWAY).toInstant(), NORWAY);
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

    private void execute(String sql) throws Exception {
        EmbeddedDatabase.inTransaction(database.superuser(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
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
