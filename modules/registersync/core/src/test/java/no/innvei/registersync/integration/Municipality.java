package no.innvei.registersync.integration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.ProgrammeChanged;
import no.innvei.introduction.api.ProgrammeChanged.What;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.RegisterFacts;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.Participants.ParticipantView;
import no.innvei.participant.api.ParticipantsChanged;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Outbox;
import no.innvei.platform.OutboxHandler.Delivery;
import no.innvei.platform.OutboxHandler.Row;
import no.innvei.platform.Profile;
import no.innvei.registersimulator.RegisterOverHttp;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.registersync.application.DutiesFixture;
import no.innvei.registersync.application.RegisterStatusService;
import no.innvei.registersync.persistence.OwedItems;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.StatementCount;
import no.innvei.testkit.SyntheticNumbers;

/**
 * One municipality whose owed items lie in a real database and whose register is the real simulator over HTTP. People and programmes are kept in memory,
 * and the outbox remembers its rows and delivers them in order, as the platform's does.
 */
final class Municipality {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneId.of("Europe/Oslo"));

    private final int tenant;
    private final StatementCount statements;
    private final Transactions transactions;
    private final DutiesFixture duties;
    private final ItemDelivery delivery;
    private final RegisterStatusService status;
    private final Map<ParticipantId, PersonFacts> people = new HashMap<>();
    private final Map<ParticipantId, ParticipantId> into = new HashMap<>();
    private final Map<ParticipantId, PersonFacts> aside = new HashMap<>();
    private final Map<UUID, RegisterFacts.ProgrammeFacts> programmes = new HashMap<>();
    private final Map<UUID, RegisterFacts.ElementFacts> elements = new HashMap<>();
    private final Map<UUID, List<Row>> streams = new HashMap<>();
    private final Map<UUID, String> parked = new HashMap<>();
    private long seq;

    Municipality(EmbeddedDatabase database, int tenant, RegisterOverHttp register) {
        this(database, tenant, register.url(), RegisterOverHttp.TOKEN);
    }

    Municipality(EmbeddedDatabase database, int tenant, URI register, String token) {
        this.tenant = tenant;
        this.statements = new StatementCount(database.app());
        this.transactions = new Transactions(statements.source());
        var items = new OwedItems(transactions);
        var settings = new RegisterSettings(register.toString(), token, Profile.TEST);
        this.duties = new DutiesFixture(items, new ScopeOf(tenant), new RememberedOutbox(), CLOCK);
        this.status = new RegisterStatusService(items, new RegisterVocabulary());
        this.delivery = new ItemDelivery(
                duties.record(),
                new CurrentFacts(people(), merges(), new Programmes()),
                new HttpRegisterGateway(new RegisterLine(settings)),
                () -> Optional.of("3305"));
    }

    // People
    // -------------------------------------------------------------------------------------------------------------------------------------

    ParticipantId registers(LocalDate settledOn) throws Exception {
        var id = ParticipantId.next();
        people.put(id, facts("Selma", settledOn, number()));
        changed(id);
        return id;
    }

    /** Many people of whom the participant module tells at once. @return the statements this module needs for them, binding the tenant included */
    int registersAtOnce(int many, LocalDate settledOn) throws Exception {
        var changes = new ArrayList<ParticipantChanged>();
        for (int i = 0; i < many; i++) {
            var id = ParticipantId.next();
            people.put(id, facts("Selma", settledOn, number()));
            changes.add(new ParticipantChanged(id, 1, true));
        }
        statements.taken();
        inTransaction(() -> {
            duties.fire(new ParticipantsChanged(changes));
            return null;
        });
        return statements.taken();
    }

    ParticipantId registersWithoutNumber(LocalDate settledOn) throws Exception {
        var id = ParticipantId.next();
        people.put(id, facts("Selma", settledOn, List.of()));
        changed(id);
        return id;
    }

    void renames(ParticipantId id, String givenNames) throws Exception {
        people.put(
                id, facts(givenNames, people.get(id).settledOn(), people.get(id).identifiers()));
        changed(id);
    }

    void settles(ParticipantId id, LocalDate settledOn) throws Exception {
        people.put(
                id, facts(people.get(id).givenNames(), settledOn, people.get(id).identifiers()));
        changed(id);
    }

    void givesNumber(ParticipantId id) throws Exception {
        people.put(id, facts(people.get(id).givenNames(), people.get(id).settledOn(), number()));
        changed(id);
    }

    /** Two records are one: what is owed follows the surviving one. */
    UUID merges(ParticipantId surviving, ParticipantId merged) throws Exception {
        var merge = Uuid7.next();
        into.put(merged, surviving);
        var was = people.remove(merged);
        aside.put(merged, was);
        inTransaction(() -> {
            duties.fire(new ParticipantsMerged(merge, surviving, merged, false));
            duties.fire(new ParticipantChanged(surviving, 2, false));
            return null;
        });
        return merge;
    }

    void separates(UUID merge, ParticipantId surviving, ParticipantId merged) throws Exception {
        into.remove(merged);
        people.put(merged, aside.remove(merged));
        inTransaction(() -> {
            duties.fire(new ParticipantsMerged(merge, surviving, merged, true));
            duties.fire(new ParticipantChanged(surviving, 3, false));
            duties.fire(new ParticipantChanged(merged, 3, false));
            return null;
        });
    }

    // Programmes
    // ---------------------------------------------------------------------------------------------------------------------------------

    ProgrammeId startsProgramme(ParticipantId person, LocalDate offerOn, LocalDate startOn) throws Exception {
        var id = ProgrammeId.next();
        put(programme(id, person, offerOn, startOn, null, null));
        inTransaction(() -> {
            for (var what : List.of(What.OFFER, What.DECISION, What.START, What.GOAL, What.NORWEGIAN_GOAL)) {
                duties.fire(new ProgrammeChanged(person, id, what, id.value(), offerOn));
            }
            return null;
        });
        return id;
    }

    void movesStart(ProgrammeId id, LocalDate startOn) throws Exception {
        var old = programmes.get(id.value());
        put(programme(id, old.participant(), old.offerOn(), startOn, old.endedOn(), old.endingReason()));
        fire(old.participant(), id, What.START, id.value(), startOn);
    }

    void ends(ProgrammeId id, LocalDate endedOn, EndingReason reason) throws Exception {
        var old = programmes.get(id.value());
        put(programme(id, old.participant(), old.offerOn(), old.startedOn(), endedOn, reason));
        fire(old.participant(), id, What.ENDING, id.value(), endedOn);
    }

    UUID adds(ProgrammeId programme, ElementKind kind, LocalDate from, boolean withdrawn) throws Exception {
        var id = Uuid7.next();
        element(programme, id, kind, from, withdrawn);
        return id;
    }

    void element(ProgrammeId programme, UUID id, ElementKind kind, LocalDate from, boolean withdrawn) throws Exception {
        var person = programmes.get(programme.value()).participant();
        elements.put(
                id,
                new RegisterFacts.ElementFacts(
                        id, programme, person, kind, from, from.plusMonths(3), 480, true, withdrawn, 1));
        fire(person, programme, What.ELEMENT, id, from);
    }

    // The register
    // -------------------------------------------------------------------------------------------------------------------------------

    /** Tries every stream until nothing more can be done now; a message that needs another try is tried at once. */
    void deliverAll() throws Exception {
        for (int round = 0; round < 500; round++) {
            if (deliverOnce() == 0) {
                return;
            }
        }
        throw new AssertionError("delivery does not come to rest");
    }

    /** One try of the first row of every stream that is not parked. @return how many streams are still due */
    int deliverOnce() throws Exception {
        int due = 0;
        for (UUID stream : List.copyOf(streams.keySet())) {
            var rows = streams.get(stream);
            if (parked.containsKey(stream) || rows.isEmpty()) {
                continue;
            }
            var row = rows.getFirst();
            var outcome = TenantContext.call(scope(), () -> delivery.deliver(row));
            switch (outcome) {
                case Delivery.Done d -> rows.removeFirst();
                case Delivery.Retry r ->
                    rows.set(
                            0,
                            new Row(
                                    row.id(),
                                    row.stream(),
                                    row.seq(),
                                    row.kind(),
                                    row.ids(),
                                    row.attempts() + 1,
                                    row.createdAt()));
                case Delivery.Parked p -> parked.put(stream, p.code());
            }
            due += rows.isEmpty() || parked.containsKey(stream) ? 0 : 1;
        }
        return due;
    }

    String parkedWith(ParticipantId person) {
        return parked.get(person.value());
    }

    int undelivered() {
        return streams.values().stream().mapToInt(List::size).sum();
    }

    List<ItemStatus> statusOf(ParticipantId person) throws Exception {
        return inTransaction(() -> status.of(person));
    }

    ItemStatus statusOf(ParticipantId person, ItemKind kind) throws Exception {
        return statusOf(person).stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    RegisterStatusService status() {
        return status;
    }

    <T> T inTransaction(Callable<T> work) throws Exception {
        return TenantContext.call(scope(), () -> transactions.in(work));
    }

    private Scope scope() {
        return new Scope(tenant, new UUID(0, 1), 2, Set.of(), "test");
    }

    private void changed(ParticipantId person) throws Exception {
        inTransaction(() -> {
            duties.fire(new ParticipantChanged(person, 1, false));
            return null;
        });
    }

    private void fire(ParticipantId person, ProgrammeId programme, What what, UUID subject, LocalDate knownOn)
            throws Exception {
        inTransaction(() -> {
            duties.fire(new ProgrammeChanged(person, programme, what, subject, knownOn));
            return null;
        });
    }

    private void put(RegisterFacts.ProgrammeFacts facts) {
        programmes.put(facts.programme().value(), facts);
    }

    private static RegisterFacts.ProgrammeFacts programme(
            ProgrammeId id,
            ParticipantId person,
            LocalDate offerOn,
            LocalDate startOn,
            LocalDate endedOn,
            EndingReason reason) {
        return new RegisterFacts.ProgrammeFacts(
                id,
                person,
                Category.RIGHT_AND_DUTY,
                null,
                offerOn,
                DecisionKind.AWARDED,
                offerOn,
                startOn,
                startOn == null ? null : startOn.plusMonths(12).minusDays(1),
                endedOn,
                reason,
                FinalGoal.WORK,
                offerOn,
                new NorwegianGoal(CefrLevel.B1, CefrLevel.B1, CefrLevel.A2, CefrLevel.B1),
                offerOn,
                1,
                1);
    }

    private static List<PersonIdentifier> number() {
        var bornOn = LocalDate.of(1994, 6, 14);
        for (int serial = 0; serial < 250; serial++) {
            var number = SyntheticNumbers.nationalId(bornOn, true, serial);
            if (number.isPresent()) {
                return List.of(new PersonIdentifier(IdentifierKind.NATIONAL_ID, number.get()));
            }
        }
        throw new IllegalStateException("no number for this day");
    }

    private static PersonFacts facts(String givenNames, LocalDate settledOn, List<PersonIdentifier> identifiers) {
        return new PersonFacts(
                givenNames,
                "Prøve",
                LocalDate.of(1994, 6, 14),
                identifiers,
                "ER",
                CitizenshipGroup.OTHER,
                PermitBasis.A,
                LocalDate.of(2026, 3, 2),
                false,
                settledOn,
                true,
                EducationLevel.PRIMARY_COMPLETED,
                "ti",
                "ti",
                null,
                List.of());
    }

    private record ScopeOf(int tenant) implements CurrentScope {
        @Override
        public UUID user() {
            return new UUID(0, 1);
        }

        @Override
        public int clearance() {
            return 2;
        }

        @Override
        public boolean holds(String permission) {
            return true;
        }

        @Override
        public String role() {
            return "test";
        }
    }

    private final class RememberedOutbox implements Outbox {
        @Override
        public void append(UUID stream, String kind, Map<String, String> ids) {
            parked.remove(stream);
            streams.computeIfAbsent(stream, s -> new ArrayList<>())
                    .add(new Row(Uuid7.next(), stream, ++seq, kind, ids, 0, CLOCK.instant()));
        }
    }

    /** Answers the one question the register exchange asks. */
    private Participants people() {
        return (Participants) Proxy.newProxyInstance(
                Municipality.class.getClassLoader(),
                new Class<?>[] {Participants.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("facts")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    var participant = (ParticipantId) arguments[0];
                    return Optional.ofNullable(people.get(participant))
                            .map(facts -> new ParticipantView(participant, facts, 0, 1, CLOCK.instant()));
                });
    }

    private Merges merges() {
        return (Merges) Proxy.newProxyInstance(
                Municipality.class.getClassLoader(), new Class<?>[] {Merges.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("survivorOf")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return Optional.ofNullable(into.get((ParticipantId) arguments[0]));
                });
    }

    private final class Programmes implements RegisterFacts {
        @Override
        public Optional<ProgrammeFacts> programme(ProgrammeId programme) {
            return Optional.ofNullable(programmes.get(programme.value()));
        }

        @Override
        public Optional<ElementFacts> element(ProgrammeId programme, UUID element) {
            return Optional.ofNullable(elements.get(element));
        }
    }

    /** One connection for everything in a transaction, and a transaction of its own for each statement outside one. */
    private static final class Transactions implements DataSourceOnly {

        private final DataSource target;
        private final ThreadLocal<Connection> current = new ThreadLocal<>();

        Transactions(DataSource target) {
            this.target = target;
        }

        <T> T in(Callable<T> work) throws Exception {
            try (var connection = target.getConnection()) {
                connection.setAutoCommit(false);
                current.set(connection);
                var result = work.call();
                connection.commit();
                return result;
            } finally {
                current.remove();
            }
        }

        @Override
        public Connection getConnection() throws SQLException {
            var shared = current.get();
            if (shared != null) {
                return unclosed(shared, false);
            }
            var own = target.getConnection();
            own.setAutoCommit(false);
            return unclosed(own, true);
        }

        private static Connection unclosed(Connection connection, boolean own) {
            return (Connection) Proxy.newProxyInstance(
                    Transactions.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            if (own) {
                                connection.commit();
                                connection.close();
                            }
                            return null;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
