package no.innvei.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.introduction.api.Programmes;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.platform.NotPermitted;
import no.innvei.registersync.api.RegisterStatus;
import no.innvei.registersync.api.RegistersyncPermissions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One use case, four persistence units, one transaction; and what the scope lets through. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {

    private static final LocalDate SETTLED = LocalDate.of(2026, 9, 1);

    @Deployment
    static EnterpriseArchive ear() {
        return BuiltEar.librariesWith(TransactionsIT.class, BuiltEar.class);
    }

    @Inject
    private Participants participants;

    @Inject
    private Programmes programmes;

    @Inject
    private RegisterStatus register;

    @Inject
    private UserTransaction transaction;

    @Resource(lookup = "jdbc/app")
    private DataSource app;

    @Test
    void registering_a_person_opens_her_case_and_owes_her_to_the_register_in_one_transaction() throws Exception {
        TenantContext.call(adviser(), () -> {
            var registered =
                    assertInstanceOf(RegistrationOutcome.Accepted.class, participants.register(settled("Testine")));

            assertTrue(programmes.caseOf(registered.participant()).isPresent());
            assertEquals(1, register.of(registered.participant()).size());
            return null;
        });
    }

    @Test
    void a_roll_back_takes_the_person_the_case_and_the_owed_item_with_it() throws Exception {
        TenantContext.call(adviser(), () -> {
            transaction.begin();
            var registered =
                    assertInstanceOf(RegistrationOutcome.Accepted.class, participants.register(settled("Testine")));
            transaction.rollback();

            assertTrue(participants.open(registered.participant()).isEmpty());
            assertTrue(programmes.caseOf(registered.participant()).isEmpty());
            assertEquals(List.of(), register.of(registered.participant()));
            return null;
        });
    }

    @Test
    void a_person_does_not_exist_for_another_municipality() throws Exception {
        var registered = TenantContext.call(
                adviser(),
                () -> assertInstanceOf(RegistrationOutcome.Accepted.class, participants.register(settled("Testine"))));

        TenantContext.call(adviser(), () -> {
            assertTrue(participants.open(registered.participant()).isEmpty());
            assertTrue(programmes.caseOf(registered.participant()).isEmpty());
            assertEquals(List.of(), register.of(registered.participant()));
            assertInstanceOf(
                    RegistrationOutcome.NotFound.class,
                    participants.change(registered.participant(), registered.version(), settled("Testine")));
            return null;
        });
    }

    @Test
    void without_the_permission_nothing_is_registered() throws Exception {
        var scope = new Scope(aTenant(), UUID.randomUUID(), 0, Set.of(ParticipantPermissions.READ), "AUDITOR");

        TenantContext.call(
                scope, () -> assertThrows(NotPermitted.class, () -> participants.register(settled("Testine"))));
    }

    @Test
    void two_people_on_one_record_and_the_second_is_told() throws Exception {
        TenantContext.call(adviser(), () -> {
            var registered =
                    assertInstanceOf(RegistrationOutcome.Accepted.class, participants.register(settled("Testine")));
            assertInstanceOf(
                    RegistrationOutcome.Accepted.class,
                    participants.change(registered.participant(), registered.version(), settled("Testine Marie")));

            assertInstanceOf(
                    RegistrationOutcome.ChangedMeanwhile.class,
                    participants.change(registered.participant(), registered.version(), settled("Testine Sofie")));
            return null;
        });
    }

    @Test
    void tenant_data_is_refused_without_a_scope_and_without_a_transaction() throws Exception {
        try (var connection = app.getConnection();
                var statement = connection.createStatement()) {
            var unbound = assertThrows(java.sql.SQLException.class, () -> statement.execute("select 1"));
            assertTrue(Set.of("25000", "42501").contains(unbound.getSQLState()), unbound.getSQLState());
        }
    }

    private static Scope adviser() {
        return new Scope(
                aTenant(),
                UUID.randomUUID(),
                0,
                Set.of(
                        ParticipantPermissions.READ,
                        ParticipantPermissions.EDIT,
                        ParticipantPermissions.FACTS,
                        IntroductionPermissions.READ,
                        RegistersyncPermissions.READ),
                "PROGRAMME_ADVISER");
    }

    private static int aTenant() {
        return ThreadLocalRandom.current().nextInt(1_000, 32_000);
    }

    private static PersonFacts settled(String givenNames) {
        return new PersonFacts(
                givenNames,
                "Testesen",
                LocalDate.of(1994, 6, 14),
                List.of(),
                "ER",
                CitizenshipGroup.OTHER,
                PermitBasis.A,
                LocalDate.of(2026, 3, 2),
                false,
                SETTLED,
                true,
                EducationLevel.PRIMARY_COMPLETED,
                "ti",
                "ti",
                WrittenForm.NB,
                List.of());
    }
}
