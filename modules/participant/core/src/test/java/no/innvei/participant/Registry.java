package no.innvei.participant;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import no.innvei.binding.StatementCount;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Duplicates;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.MergeAsked;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.participant.application.DuplicateDuties;
import no.innvei.participant.application.DuplicateService;
import no.innvei.participant.application.LifeFactService;
import no.innvei.participant.application.MergeService;
import no.innvei.participant.application.ParticipantService;
import no.innvei.participant.application.PossibleDuplicates;
import no.innvei.participant.application.WaitingPeople;
import no.innvei.participant.persistence.AssignmentStore;
import no.innvei.participant.persistence.DuplicateStore;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.MergeStore;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.AccessLog;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.IdentifierVault;
import no.innvei.platform.Profile;
import no.innvei.testkit.EmbeddedDatabase;

/** Registering, finding and merging the same person in one municipality on a real PostgreSQL. */
public final class Registry {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final AtomicInteger TENANTS = new AtomicInteger(500);
    private static final EmbeddedDatabase DATABASE = database();
    private static final EntityManagerFactory UNITS = Persistence.createEntityManagerFactory(
            "participant",
            Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource",
                    "",
                    "jakarta.persistence.nonJtaDataSource",
                    DATABASE.app(),
                    "eclipselink.weaving",
                    "false"));

    public final int tenant = TENANTS.incrementAndGet();
    public final List<Object> told = new ArrayList<>();
    public final List<String> woken = new ArrayList<>();
    private final UUID leader = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private Consumer<MergeAsked> objecting = asked -> {};
    private long statements;

    private static EmbeddedDatabase database() {
        try {
            return EmbeddedDatabase.migrated("participant");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test does, in one transaction. */
    public record Desk(
            Participants participants,
            LifeFacts facts,
            Duplicates duplicates,
            Merges merges,
            PossibleDuplicates possible,
            AssignmentStore assignments) {}

    /** Another module has something to say about merges. */
    public void objects(Consumer<MergeAsked> objecting) {
        this.objecting = objecting;
    }

    public <T> T work(Function<Desk, T> work) {
        return work(0, work);
    }

    public <T> T work(int clearance, Function<Desk, T> work) {
        try {
            return TenantContext.call(new Scope(tenant, leader, clearance, Set.of(), "LEADER"), () -> {
                var entities = UNITS.createEntityManager();
                try {
                    entities.getTransaction().begin();
                    entities.unwrap(Connection.class); // reads belong to the transaction from here on
                    var scope = new Everything(tenant, leader, clearance);
                    var clock = Clock.fixed(now, NORWAY);
                    var people = new ParticipantRepository(scope);
                    people.setEntities(entities);
                    var identifiers = new IdentifierStore(new OpenVault(tenant), scope, clock);
                    identifiers.setEntities(entities);
                    var facts = new FactStore(scope);
                    facts.setEntities(entities);
                    var assignments = new AssignmentStore(scope);
                    assignments.setEntities(entities);
                    var merges = new MergeStore(scope);
                    merges.setEntities(entities);
                    var pairs = new DuplicateStore(scope);
                    pairs.setEntities(entities);
                    AccessLog log = (participant, purpose) -> {};
                    var possible = new PossibleDuplicates(pairs, identifiers, clock);
                    var duties =
                            new DuplicateDuties(pairs, (stream, kind, ids) -> woken.add(kind), new WaitingPeople());
                    Event<ParticipantChanged> changes = heard(told::add);
                    Event<ParticipantsMerged> merged = heard(told::add);
                    Event<MergeAsked> asked = heard(question -> objecting.accept(question));
                    var desk = new Desk(
                            new ParticipantService(
                                    people, identifiers, facts, log, scope, changes, Profile.TEST, clock),
                            new LifeFactService(people, identifiers, facts, log, scope, changes, Profile.TEST, clock),
                            new DuplicateService(possible, pairs, duties, scope, clock),
                            new MergeService(
                                    people,
                                    identifiers,
                                    facts,
                                    assignments,
                                    merges,
                                    log,
                                    scope,
                                    asked,
                                    merged,
                                    changes,
                                    clock),
                            possible,
                            assignments);
                    var counted = StatementCount.during(() -> work.apply(desk));
                    statements = counted.statements();
                    entities.getTransaction().commit();
                    return counted.value();
                } finally {
                    if (entities.getTransaction().isActive()) {
                        entities.getTransaction().rollback();
                    }
                    entities.close();
                }
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Statements of the last transaction. */
    public long statements() {
        return statements;
    }

    @SuppressWarnings("unchecked")
    private static <T> Event<T> heard(Consumer<T> listener) {
        return (Event<T>) Proxy.newProxyInstance(
                Registry.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("fire")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    listener.accept((T) arguments[0]);
                    return null;
                });
    }

    public ParticipantId registers(PersonFacts facts) {
        return ((RegistrationOutcome.Accepted)
                        work(2, desk -> desk.participants().register(facts)))
                .participant();
    }

    /** The job, for everybody. */
    public void looks() {
        work(2, desk -> desk.duplicates().progress());
        boolean more = true;
        while (more) {
            more = work(2, desk -> desk.possible().lookAtSome());
        }
    }

    public long version(ParticipantId person) {
        return work(2, desk -> desk.participants().facts(person).orElseThrow().version());
    }

    public void timePasses(Duration duration) {
        now = now.plus(duration);
    }

    public UUID leader() {
        return leader;
    }

    public void protects(ParticipantId participant, int level) {
        sql("insert into platform.protected_participant (tenant_id, participant_id, level) values (" + tenant + ", '"
                + participant.value() + "', " + level + ")");
    }

    /** As a superuser, across tenants and protection. */
    public static void sql(String statement) {
        try (var connection = DATABASE.superuser().getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Everything(int tenant, UUID user, int clearance) implements CurrentScope {

        @Override
        public boolean holds(String permission) {
            return true;
        }

        @Override
        public String role() {
            return "LEADER";
        }
    }

    /** Keeps numbers readable and apart by tenant, which a test of storage may. */
    private record OpenVault(int tenant) implements IdentifierVault {

        @Override
        public byte[] seal(String identifier) {
            return identifier.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(byte[] sealed) {
            return new String(sealed, StandardCharsets.UTF_8);
        }

        @Override
        public byte[] hash(String identifier) {
            return (tenant + " " + identifier).getBytes(StandardCharsets.UTF_8);
        }
    }
}
