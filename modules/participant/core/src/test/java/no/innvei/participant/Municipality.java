package no.innvei.participant;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportReceipt;
import no.innvei.participant.api.ImportRows;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantImport;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.ParticipantsRemoved;
import no.innvei.participant.api.UndoAsked;
import no.innvei.participant.application.ExpiredPreviews;
import no.innvei.participant.application.ImportChunks;
import no.innvei.participant.application.LifeFactService;
import no.innvei.participant.application.ParticipantImportService;
import no.innvei.participant.application.ParticipantService;
import no.innvei.participant.application.RowFiles;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.ImportRepository;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.AccessLog;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.IdentifierVault;
import no.innvei.platform.Profile;
import no.innvei.testkit.EmbeddedDatabase;

/** The use cases of one municipality on a real PostgreSQL, on a fixed day, with everything the other modules would be told remembered. */
public final class Municipality {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final AtomicInteger TENANTS = new AtomicInteger(100);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneId.of("Europe/Oslo"));
    private static final EmbeddedDatabase DATABASE = database();
    private static final EntityManagerFactory UNITS = Persistence.createEntityManagerFactory(
            "participant",
            Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource",
                    "",
                    "jakarta.persistence.nonJtaDataSource",
                    counting(DATABASE.app()),
                    "eclipselink.weaving",
                    "false",
                    "eclipselink.logging.level.sql",
                    "FINE"));

    private static final AtomicInteger STATEMENTS = new AtomicInteger();

    /** How many statements the work sends to the database. */
    public int statements(Function<Office, ?> work) {
        return work(office -> {
            int before = STATEMENTS.get();
            work.apply(office);
            return STATEMENTS.get() - before;
        });
    }

    private static DataSource counting(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                Municipality.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    var result = method.invoke(source, arguments);
                    return result instanceof Connection connection ? counting(connection) : result;
                });
    }

    private static Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Municipality.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        STATEMENTS.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                });
    }

    public final int tenant = TENANTS.incrementAndGet();
    public final List<ParticipantChanged> told = new ArrayList<>();
    public int tellings;
    public final List<String> seen = new ArrayList<>();
    public final List<ParticipantsRemoved> removed = new ArrayList<>();
    public final Set<ParticipantId> builtOn = new HashSet<>();
    public final List<UUID> queued = new ArrayList<>();
    private final UUID user = UUID.randomUUID();
    private Instant now = CLOCK.instant();

    private static EmbeddedDatabase database() {
        try {
            return EmbeddedDatabase.migrated("participant");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test does with the use cases, in one transaction. */
    public record Office(
            Participants participants,
            LifeFacts facts,
            ParticipantImport imports,
            ImportChunks chunks,
            ExpiredPreviews expired,
            Connection connection) {}

    public <T> T work(Function<Office, T> work) {
        return work(0, work);
    }

    /** One transaction of a user with this clearance. */
    public <T> T work(int clearance, Function<Office, T> work) {
        return work(clearance, user, work);
    }

    public <T> T work(int clearance, UUID as, Function<Office, T> work) {
        try {
            return TenantContext.call(new Scope(tenant, as, clearance, Set.of(), "PROGRAMME_ADVISER"), () -> {
                var entities = UNITS.createEntityManager();
                try {
                    entities.getTransaction().begin();
                    var connection = entities.unwrap(Connection.class);
                    var scope = new TestScope(tenant, as, clearance);
                    var clock = Clock.fixed(now, CLOCK.getZone());
                    var people = new ParticipantRepository(scope);
                    people.setEntities(entities);
                    var identifiers = new IdentifierStore(new TestVault(tenant), scope, clock);
                    identifiers.setEntities(entities);
                    var facts = new FactStore(scope);
                    facts.setEntities(entities);
                    var imports = new ImportRepository(scope);
                    imports.setEntities(entities);
                    AccessLog log = (participant, purpose) -> seen.add(purpose + " " + participant.value());
                    var files = new RowFiles(imports, new TestVault(tenant), Profile.TEST, clock);
                    var office = new Office(
                            new ParticipantService(
                                    people,
                                    identifiers,
                                    facts,
                                    log,
                                    scope,
                                    new Remembering<>(told::add),
                                    Profile.TEST,
                                    clock),
                            new LifeFactService(
                                    people,
                                    identifiers,
                                    facts,
                                    log,
                                    scope,
                                    new Remembering<>(told::add),
                                    Profile.TEST,
                                    clock),
                            new ParticipantImportService(
                                    imports,
                                    people,
                                    identifiers,
                                    facts,
                                    files,
                                    log,
                                    scope,
                                    (stream, kind, ids) -> queued.add(stream),
                                    new Remembering<>(undoAsked(builtOn)),
                                    clock),
                            new ImportChunks(
                                    imports,
                                    people,
                                    identifiers,
                                    facts,
                                    files,
                                    scope,
                                    new Remembering<>(changed -> {
                                        tellings++;
                                        told.addAll(changed.people());
                                    }),
                                    new Remembering<>(removed::add),
                                    new Remembering<>(undoAsked(builtOn)),
                                    clock),
                            new ExpiredPreviews(imports),
                            connection);
                    var result = work.apply(office);
                    entities.getTransaction().commit();
                    return result;
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

    public void timePasses(Duration duration) {
        now = now.plus(duration);
    }

    public void minutesPass(int minutes) {
        now = now.plusSeconds(minutes * 60L);
    }

    public void daysPass(int days) {
        now = now.plusSeconds(days * 86_400L);
    }

    /** A file with clear columns, as its preview has it. */
    public record ReadFile(ImportId id, List<ImportPreview.Row> rows) {

        public long count(ImportPreview.Outcome outcome) {
            return rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }

    public ReadFile reads(String csv) {
        return reads(csv.getBytes(StandardCharsets.UTF_8));
    }

    public ReadFile reads(byte[] file) {
        var reading = work(office -> office.imports().read(new ImportFile(file)));
        var id = ((ImportReading.Read) reading).id();
        return new ReadFile(id, rows(id, false));
    }

    public List<ImportPreview.Row> rows(ImportId id, boolean notTaken) {
        return work(office -> office.imports()
                .rows(id, new ImportRows.Question(null, notTaken, 0, 10_000))
                .rows());
    }

    public ImportConfirmation confirms(ImportId id) {
        return work(office -> office.imports().confirm(id, true));
    }

    /** As the job does: one part after the other, each in a transaction of its own. */
    public void jobRuns(ImportId id) {
        boolean more = true;
        while (more) {
            more = work(office -> office.chunks().next(id));
        }
    }

    public ImportReceipt takesIn(ImportId id) {
        confirms(id);
        jobRuns(id);
        return ((ImportStatus.Confirmed)
                        work(office -> office.imports().find(id)).orElseThrow())
                .receipt();
    }

    private static Consumer<UndoAsked> undoAsked(Set<ParticipantId> builtOn) {
        return asked -> asked.people().stream().filter(builtOn::contains).forEach(asked::builtOn);
    }

    public void protects(ParticipantId participant, int level) {
        sql("insert into platform.protected_participant (tenant_id, participant_id, level) values (" + tenant + ", '"
                + participant.value() + "', " + level + ")");
    }

    /** As a superuser, across tenants and protection: what is really there. */
    public static void sql(String statement) {
        try (var connection = DATABASE.superuser().getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of the tenant in a table, whoever may see them. */
    public long count(String table) {
        return number("select count(*) from " + table + " where tenant_id = " + tenant);
    }

    public static long number(String query) {
        try (var connection = DATABASE.superuser().getConnection();
                var run = connection.createStatement();
                var result = run.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record TestScope(int tenant, UUID user, int clearance) implements CurrentScope {

        @Override
        public boolean holds(String permission) {
            return true;
        }

        @Override
        public String role() {
            return "PROGRAMME_ADVISER";
        }
    }

    /** Hashes as the real one does; hides the text without being secret, which a test of storage does not need. */
    private record TestVault(int tenant) implements IdentifierVault {

        @Override
        public byte[] seal(String identifier) {
            var bytes = identifier.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= 0x5A;
            }
            return bytes;
        }

        @Override
        public String open(byte[] sealed) {
            var bytes = sealed.clone();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= 0x5A;
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public byte[] hash(String identifier) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(("tenant " + tenant).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8));
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Remembering<T>(Consumer<T> told) implements Event<T> {

        @Override
        public void fire(T event) {
            told.accept(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
