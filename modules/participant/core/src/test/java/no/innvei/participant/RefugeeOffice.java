package no.innvei.participant;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import no.innvei.binding.StatementCount;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignmentChanged;
import no.innvei.participant.api.Caseload;
import no.innvei.participant.api.Reassignments;
import no.innvei.participant.application.CaseloadService;
import no.innvei.participant.application.ReassignmentService;
import no.innvei.participant.persistence.AssignmentStore;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.participant.persistence.ReassignmentStore;
import no.innvei.platform.CurrentScope;
import no.innvei.tenancy.application.ColleagueService;
import no.innvei.tenancy.persistence.ColleagueQuery;
import no.innvei.testkit.EmbeddedDatabase;

/** An office with advisers and people to follow up, on a real PostgreSQL. Today is Tuesday 24 November 2026. */
public final class RefugeeOffice {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final AtomicInteger TENANTS = new AtomicInteger();
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

    public final int tenant = tenant();
    public final List<AssignmentChanged> told = new ArrayList<>();
    private final UUID leader = UUID.randomUUID();
    private long statements;

    private static EmbeddedDatabase database() {
        try {
            return EmbeddedDatabase.migrated("tenancy", "participant");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test does with the use cases, in one transaction. */
    public record Desk(Caseload caseload, Reassignments reassignments) {}

    public <T> T work(Function<Desk, T> work) {
        return work(0, work);
    }

    /** One transaction of a user with this clearance. */
    public <T> T work(int clearance, Function<Desk, T> work) {
        try {
            return TenantContext.call(new Scope(tenant, leader, clearance, Set.of(), "LEADER"), () -> {
                var entities = UNITS.createEntityManager();
                try {
                    entities.getTransaction().begin();
                    var connection = entities.unwrap(Connection.class);
                    var scope = new Everything(tenant, leader, clearance);
                    var clock = Clock.fixed(TODAY.atTime(9, 0).atZone(NORWAY).toInstant(), NORWAY);
                    var people = new ParticipantRepository(scope);
                    people.setEntities(entities);
                    var assignments = new AssignmentStore(scope);
                    assignments.setEntities(entities);
                    var colleagues = new ColleagueService(new ColleagueQuery(only(connection)));
                    var reassignments = new ReassignmentStore(scope);
                    reassignments.setEntities(entities);
                    var desk = new Desk(
                            new CaseloadService(assignments, people, colleagues, scope, new Remembering(told), clock),
                            new ReassignmentService(
                                    assignments, reassignments, colleagues, scope, new Remembering(told), clock));
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

    public UUID office(String name) {
        var office = UUID.randomUUID();
        sql(
                "insert into tenancy.office (tenant_id, id, name, valid_from) values (?, ?, ?, '2020-01-01')",
                tenant,
                office,
                name);
        return office;
    }

    public UUID adviser(String name, UUID office) {
        return colleague(name, office, "PROGRAMME_ADVISER", 0, LocalDate.of(2020, 1, 1), null);
    }

    public UUID colleague(String name, UUID office, String role, int clearance, LocalDate from, LocalDate to) {
        var user = UUID.randomUUID();
        sql(
                "insert into tenancy.app_user (id, issuer, subject, login_name) values (?, 'https://login.example', ?, ?)",
                user,
                user.toString(),
                user + "@login.example");
        sql(
                "insert into tenancy.membership (tenant_id, user_id, display_name, email, clearance, valid_from) values (?, ?, ?, ?, ?, ?)",
                tenant,
                user,
                name,
                user + "@office.example",
                clearance,
                from);
        sql(
                "insert into tenancy.role_grant (tenant_id, id, user_id, office_id, role, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?)",
                tenant,
                UUID.randomUUID(),
                user,
                office,
                role,
                from,
                to);
        return user;
    }

    public ParticipantId person(String name) {
        var id = ParticipantId.next();
        sql(
                "insert into participant.participant (tenant_id, id, given_names, sort_name, born_on, version, created_at, changed_at)"
                        + " values (?, ?, ?, ?, '1994-02-01', 1, '2026-01-01', '2026-01-01')",
                tenant,
                id.value(),
                name,
                name.toLowerCase(java.util.Locale.ROOT));
        return id;
    }

    public void protects(ParticipantId participant, int level) {
        sql(
                "insert into platform.protected_participant (tenant_id, participant_id, level) values (?, ?, ?)",
                tenant,
                participant.value(),
                level);
    }

    /** As a superuser, across tenants and protection. */
    public static void sql(String statement, Object... values) {
        try (var connection = DATABASE.superuser().getConnection();
                var run = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                run.setObject(i + 1, values[i]);
            }
            run.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of assignments that were ever written for somebody, also those set aside. */
    public static long rows(ParticipantId participant) {
        try (var connection = DATABASE.superuser().getConnection();
                var run = connection.prepareStatement(
                        "select count(*) from participant.assignment where participant_id = ?")) {
            run.setObject(1, participant.value());
            try (var result = run.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int tenant() {
        try (var connection = DATABASE.superuser().getConnection();
                var run = connection.prepareStatement(
                        "insert into tenancy.tenant (alias, kind, name) values (?, 'DIRECTORATE', 'Prøvekontoret') returning id")) {
            run.setString(1, "office-" + TENANTS.incrementAndGet());
            try (var result = run.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Joins the transaction of the entity manager, as both do under the server. */
    private static DataSource only(Connection connection) {
        var unclosed = (Connection) Proxy.newProxyInstance(
                RefugeeOffice.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                RefugeeOffice.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> unclosed);
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

    private record Remembering(List<AssignmentChanged> told) implements Event<AssignmentChanged> {

        @Override
        public void fire(AssignmentChanged event) {
            told.add(event);
        }

        @Override
        public <U extends AssignmentChanged> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AssignmentChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<AssignmentChanged> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends AssignmentChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AssignmentChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
