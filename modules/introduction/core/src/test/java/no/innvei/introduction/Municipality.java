package no.innvei.introduction;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.ProgrammeChanged;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.ProgrammeOutcome;
import no.innvei.introduction.api.Programmes;
import no.innvei.introduction.api.RegisterFacts;
import no.innvei.introduction.application.CaseFiles;
import no.innvei.introduction.application.MergedPeople;
import no.innvei.introduction.application.PlanService;
import no.innvei.introduction.application.ProgrammeService;
import no.innvei.introduction.application.RegisterFactsService;
import no.innvei.introduction.persistence.PlanRepository;
import no.innvei.introduction.persistence.ProgrammeMoves;
import no.innvei.introduction.persistence.ProgrammeRepository;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.MergeAsked;
import no.innvei.participant.api.Merges.Obstacle;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.Participants.ParticipantView;
import no.innvei.participant.api.ParticipantsChanged;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.participant.api.PersonFacts;
import no.innvei.platform.BoundScope;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.StatementCount;

/**
 * One municipality on a fixed day, on the real database with the mappings of the server. People live in memory, because they are another module's;
 * their rows of protection and every row of ours are real.
 */
final class Municipality {

    private static final AtomicInteger TENANTS = new AtomicInteger(100);
    private static final EmbeddedDatabase DATABASE = database();

    private static final StatementCount STATEMENTS = new StatementCount(DATABASE.app());

    private final Scope adviser =
            new Scope(TENANTS.incrementAndGet(), UUID.randomUUID(), 0, Set.of(), "PROGRAMME_ADVISER");
    private final Map<ParticipantId, PersonFacts> people = new HashMap<>();
    private final List<ProgrammeChanged> told = new ArrayList<>();
    private LocalDate today;

    private Municipality(LocalDate today) {
        this.today = today;
    }

    static Municipality on(String day) {
        return new Municipality(LocalDate.parse(day));
    }

    Municipality later(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    static EmbeddedDatabase database() {
        try {
            return EmbeddedDatabase.migrated("introduction");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    EmbeddedDatabase sql() {
        return DATABASE;
    }

    Scope adviser() {
        return adviser;
    }

    /** What the register hears of, in order. */
    List<ProgrammeChanged.What> told() {
        return told.stream().map(ProgrammeChanged::what).toList();
    }

    List<ProgrammeChanged> changes() {
        return told;
    }

    ParticipantId registers(PersonFacts person) {
        var id = ParticipantId.next();
        people.put(id, person);
        work(cases -> {
            cases.files.personChanged(new ParticipantChanged(id, 1, true));
            return null;
        });
        return id;
    }

    /** Many people of whom the participant module tells at once. @return the statements this module needs for them, binding the tenant included */
    int registersAtOnce(List<PersonFacts> many) {
        var changes = new ArrayList<ParticipantChanged>();
        for (var person : many) {
            var id = ParticipantId.next();
            people.put(id, person);
            changes.add(new ParticipantChanged(id, 1, true));
        }
        STATEMENTS.taken();
        work(cases -> {
            cases.files.peopleChanged(new ParticipantsChanged(changes));
            return null;
        });
        return STATEMENTS.taken();
    }

    /** Participants of this municipality whose start deadline is this day. */
    long caseFilesWith(LocalDate decideAndStartBy) {
        try (var connection = DATABASE.superuser().getConnection();
                var count = connection.prepareStatement(
                        "select count(*) from introduction.case_file where tenant_id = ? and decide_and_start_by = ?")) {
            count.setInt(1, adviser.tenant());
            count.setObject(2, decideAndStartBy);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void changes(ParticipantId id, PersonFacts person) {
        people.put(id, person);
        work(cases -> {
            cases.files.personChanged(new ParticipantChanged(id, 2, false));
            return null;
        });
    }

    /** What stands in the way of making one of the two. */
    List<Obstacle.Code> obstacles(UUID undoing, ParticipantId surviving, ParticipantId merged) {
        var asked = new MergeAsked(undoing, surviving, merged);
        work(cases -> {
            cases.merged.asked(asked);
            return null;
        });
        return asked.obstacles().stream().map(Obstacle::code).toList();
    }

    /** Two records are one, or two again, and the rules are asked anew as after any change. */
    void merges(UUID merge, ParticipantId surviving, ParticipantId merged, boolean undone) {
        work(cases -> {
            cases.merged.merged(new ParticipantsMerged(merge, surviving, merged, undone));
            cases.files.personChanged(new ParticipantChanged(surviving, 3, false));
            if (undone) {
                cases.files.personChanged(new ParticipantChanged(merged, 3, false));
            }
            return null;
        });
    }

    <T> T programmes(Function<Programmes, T> use) {
        return work(cases -> use.apply(cases.programmes));
    }

    <T> T plans(Function<IntegrationPlans, T> use) {
        return work(cases -> use.apply(cases.plans));
    }

    <T> T register(Function<RegisterFacts, T> use) {
        return work(cases -> use.apply(cases.register));
    }

    ProgrammeId offers(ParticipantId id, String claimedOn, String offerOn) {
        return assertInstanceOf(
                        ProgrammeOutcome.Accepted.class,
                        programmes(p -> p.offer(new Programmes.Offer(id, date(claimedOn), date(offerOn)))))
                .programme();
    }

    Programmes.ProgrammeView programme(ProgrammeId id) {
        return programmes(p -> p.find(id)).orElseThrow();
    }

    static LocalDate date(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    /** The beans of one transaction. */
    private final class Cases {
        private final CaseFiles files;
        private final ProgrammeService programmes;
        private final PlanService plans;
        private final RegisterFactsService register;
        private final MergedPeople merged;

        Cases(EntityManager entities) {
            var clock = Clock.fixed(
                    today.atTime(10, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant(), ZoneId.of("Europe/Oslo"));
            var scope = new BoundScope();
            var programmeRows = with(new ProgrammeRepository(), entities);
            var planRows = with(new PlanRepository(), entities);
            files = new CaseFiles(programmeRows, known(), scope, clock);
            programmes = new ProgrammeService(programmeRows, files, known(), scope, new Heard(), clock);
            plans = new PlanService(planRows, programmeRows, files, known(), scope, new Heard(), clock);
            register = new RegisterFactsService(programmeRows, planRows, clock);
            merged = new MergedPeople(with(new ProgrammeMoves(), entities), files, clock);
        }
    }

    private <T> T work(Function<Cases, T> use) {
        try {
            return TenantContext.call(adviser, () -> {
                try (var entities = Factory.OF_ALL.createEntityManager()) {
                    entities.getTransaction().begin();
                    try {
                        var result = use.apply(new Cases(entities));
                        entities.getTransaction().commit();
                        return result;
                    } catch (RuntimeException | Error e) {
                        if (entities.getTransaction().isActive()) {
                            entities.getTransaction().rollback();
                        }
                        throw e;
                    }
                }
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One for all municipalities, as in the server: the tenant is bound to each transaction, below it. Made inside the first scope. */
    private static final class Factory {

        private static final EntityManagerFactory OF_ALL = Persistence.createEntityManagerFactory(
                "introduction",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", STATEMENTS.source(),
                        "eclipselink.transaction.join-existing", "true",
                        "eclipselink.logging.level", "WARNING",
                        "eclipselink.weaving", "false"));
    }

    private static <T> T with(T repository, EntityManager entities) {
        try {
            var field = repository.getClass().getDeclaredField("entities");
            field.setAccessible(true);
            field.set(repository, entities);
            return repository;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The people this municipality knows; answers the two questions that this module asks. */
    private Participants known() {
        return (Participants) Proxy.newProxyInstance(
                Participants.class.getClassLoader(),
                new Class<?>[] {Participants.class},
                (proxy, method, arguments) -> {
                    if (!Set.of("facts", "open").contains(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    if (arguments[0] instanceof Collection<?> ids) {
                        return ids.stream()
                                .filter(people::containsKey)
                                .map(one ->
                                        new ParticipantView((ParticipantId) one, people.get(one), 0, 1, Instant.EPOCH))
                                .toList();
                    }
                    var id = (ParticipantId) arguments[0];
                    return Optional.ofNullable(people.get(id))
                            .map(person -> new ParticipantView(id, person, 0, 1, Instant.EPOCH));
                });
    }

    /** Remembers what was fired. */
    private final class Heard implements Event<ProgrammeChanged> {

        @Override
        public void fire(ProgrammeChanged event) {
            told.add(event);
        }

        @Override
        public <U extends ProgrammeChanged> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ProgrammeChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<ProgrammeChanged> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends ProgrammeChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ProgrammeChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
