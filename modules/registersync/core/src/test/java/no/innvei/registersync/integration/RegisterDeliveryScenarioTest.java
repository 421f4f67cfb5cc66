package no.innvei.registersync.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.kernel.ParticipantId;
import no.innvei.registersimulator.RegisterOverHttp;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.api.ItemState;
import no.innvei.registersync.api.RegisterStatus.Counts;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.registersync.api.RegisterStatus.NotRequired;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterDeliveryScenarioTest {

    private static final LocalDate SETTLED = LocalDate.parse("2026-10-20");
    private static final LocalDate OFFERED = LocalDate.parse("2026-11-02");
    private static final LocalDate STARTS = LocalDate.parse("2026-11-16");
    private static final AtomicInteger TENANTS = new AtomicInteger(100);

    private static EmbeddedDatabase database;

    @TempDir
    Path folder;

    private RegisterOverHttp register;
    private Municipality ringerike;

    @BeforeAll
    static void migrate() throws SQLException {
        database = EmbeddedDatabase.migrated("registersync");
    }

    @BeforeEach
    void start() throws IOException {
        register = new RegisterOverHttp(folder.resolve("journal.jsonl"), Municipality.CLOCK);
        ringerike = new Municipality(database, TENANTS.incrementAndGet(), register);
    }

    @AfterEach
    void stop() {
        register.silent(false);
        register.close();
    }

    @Test
    void a_settled_person_with_a_programme_is_in_the_register_with_receipts() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(selma, OFFERED, STARTS);
        ringerike.adds(programme, ElementKind.WORK_PLACEMENT, STARTS, false);
        assertEquals(
                ItemState.PENDING,
                ringerike.statusOf(selma, ItemKind.PROGRAMME_OFFER).state());

        ringerike.deliverAll();

        assertEquals(
                List.of(
                        "persons/1",
                        "programme-offers/1",
                        "programme-decisions/1",
                        "programme-starts/1",
                        "goals/1",
                        "norwegian-goals/1",
                        "elements/1"),
                register.effects());
        for (ItemStatus item : ringerike.statusOf(selma)) {
            assertEquals(ItemState.ACCEPTED, item.state(), item.kind().name());
            assertNotNull(item.receipt());
            assertNotNull(item.acceptedAt());
        }
        assertEquals("9A", register.held("3305", "persons", selma.value()).getString("permitBasis"));
        assertEquals("ARBEID", register.held("3305", "goals", programme.value()).getString("goal"));
    }

    @Test
    void two_records_that_became_one_are_one_in_the_register_and_two_again_when_it_is_undone() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var again = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(again, OFFERED, STARTS);
        ringerike.deliverAll();

        var merge = ringerike.merges(selma, again);
        ringerike.deliverAll();

        assertEquals(
                selma.value().toString(),
                register.held("3305", "merged-identities", again.value()).getString("person"));
        assertEquals(
                selma.value().toString(),
                register.held("3305", "programme-starts", programme.value()).getString("person"));
        assertEquals(
                ItemState.ACCEPTED,
                ringerike.statusOf(selma, ItemKind.MERGED_IDENTITY).state());
        assertEquals(
                ItemState.ACCEPTED,
                ringerike.statusOf(selma, ItemKind.PROGRAMME_START).state());
        assertEquals(
                NotRequired.MERGED, ringerike.statusOf(again, ItemKind.PERSON).why());
        assertEquals(1, ringerike.statusOf(again).size(), "everything else follows");

        ringerike.separates(merge, selma, again);
        ringerike.deliverAll();

        assertTrue(register.held("3305", "merged-identities", again.value()).getBoolean("withdrawn"));
        assertEquals(
                again.value().toString(),
                register.held("3305", "programme-starts", programme.value()).getString("person"));
        assertEquals(
                ItemState.ACCEPTED, ringerike.statusOf(again, ItemKind.PERSON).state());
        assertEquals(0, ringerike.undelivered());
    }

    @Test
    void a_record_the_register_never_heard_of_is_merged_without_a_word() throws Exception {
        var selma = ringerike.registers(SETTLED);
        ringerike.deliverAll();
        var again = ringerike.registers(SETTLED);
        ringerike.merges(selma, again);
        ringerike.deliverAll();
        assertEquals(List.of("persons/1", "persons/2"), register.effects());
        assertEquals(
                NotRequired.MERGED, ringerike.statusOf(again, ItemKind.PERSON).why());
    }

    @Test
    void the_two_months_run_from_settlement_and_from_each_events_own_day() throws Exception {
        var selma = ringerike.registers(SETTLED);
        ringerike.startsProgramme(selma, OFFERED, STARTS);
        ringerike.deliverAll();

        assertEquals(
                LocalDate.parse("2026-12-20"),
                ringerike.statusOf(selma, ItemKind.PERSON).registerBy());
        assertEquals(
                LocalDate.parse("2027-01-02"),
                ringerike.statusOf(selma, ItemKind.PROGRAMME_OFFER).registerBy());
    }

    @Test
    void nobody_is_sent_before_settlement_and_everybody_after() throws Exception {
        var selma = ringerike.registers(null);
        ringerike.deliverAll();
        var before = ringerike.statusOf(selma, ItemKind.PERSON);
        assertEquals(ItemState.NOT_REQUIRED, before.state());
        assertEquals(NotRequired.NOT_SETTLED, before.why());
        assertNull(before.registerBy());
        assertTrue(register.effects().isEmpty());

        ringerike.settles(selma, SETTLED);
        ringerike.deliverAll();
        var after = ringerike.statusOf(selma, ItemKind.PERSON);
        assertEquals(ItemState.ACCEPTED, after.state());
        assertEquals(LocalDate.parse("2026-12-20"), after.registerBy());
    }

    @Test
    void a_programme_brings_its_person_along_before_settlement() throws Exception {
        var selma = ringerike.registers(null);
        ringerike.deliverAll();
        ringerike.startsProgramme(selma, OFFERED, STARTS);
        ringerike.deliverAll();

        assertEquals("persons/1", register.effects().getFirst());
        assertEquals(
                ItemState.ACCEPTED, ringerike.statusOf(selma, ItemKind.PERSON).state());
    }

    @Test
    void changes_while_unsent_are_told_once_in_their_newest_form() throws Exception {
        var selma = ringerike.registers(SETTLED);
        ringerike.renames(selma, "Selma Maria");
        ringerike.renames(selma, "Selma Marie");
        ringerike.deliverAll();

        assertEquals(List.of("persons/3"), register.effects());
        assertEquals(
                "Selma Marie", register.held("3305", "persons", selma.value()).getString("givenNames"));
        assertEquals(0, ringerike.undelivered());
    }

    @Test
    void a_refusal_stops_the_person_says_what_to_mend_and_is_taken_up_when_mended() throws Exception {
        var selma = ringerike.registersWithoutNumber(SETTLED);
        ringerike.startsProgramme(selma, OFFERED, STARTS);
        var other = ringerike.registers(SETTLED);
        ringerike.deliverAll();

        var refused = ringerike.statusOf(selma, ItemKind.PERSON);
        assertEquals(ItemState.REFUSED, refused.state());
        assertEquals("R-105", refused.refusal().code());
        assertEquals("identifierMissing", refused.refusal().sentence());
        assertEquals("R-105", ringerike.parkedWith(selma));
        assertEquals(
                ItemState.NOT_SENT,
                ringerike.statusOf(selma, ItemKind.PROGRAMME_START).state());
        assertEquals(
                ItemState.ACCEPTED, ringerike.statusOf(other, ItemKind.PERSON).state());
        assertEquals(
                List.of(selma),
                ringerike.inTransaction(() -> ringerike.status().refused(10)).stream()
                        .map(ItemStatus::participant)
                        .toList());
        assertEquals(
                new Counts(5, 1, 1),
                ringerike.inTransaction(() -> ringerike.status().counts()));

        ringerike.givesNumber(selma);
        assertEquals(
                ItemState.PENDING,
                ringerike.statusOf(selma, ItemKind.PROGRAMME_START).state());
        ringerike.deliverAll();

        assertTrue(ringerike.statusOf(selma).stream().allMatch(item -> item.state() == ItemState.ACCEPTED));
        assertNull(ringerike.parkedWith(selma));
        assertEquals(
                new Counts(0, 0, 7),
                ringerike.inTransaction(() -> ringerike.status().counts()));
    }

    @Test
    void what_is_mended_goes_before_what_was_refused_because_of_it() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(selma, OFFERED, STARTS);
        ringerike.deliverAll();
        ringerike.ends(programme, STARTS.minusDays(1), EndingReason.WORK_FULL_TIME);
        ringerike.deliverAll();
        assertEquals(
                "endBeforeStart",
                ringerike.statusOf(selma, ItemKind.ENDING_REASON).refusal().sentence());

        ringerike.movesStart(programme, STARTS.minusDays(7));
        ringerike.deliverAll();

        assertEquals(
                List.of("programme-starts/2", "endings/1"),
                register.effects().reversed().subList(0, 2).reversed());
        assertEquals(
                ItemState.ACCEPTED,
                ringerike.statusOf(selma, ItemKind.ENDING_REASON).state());
    }

    @Test
    void an_ending_without_a_reason_is_refused_at_the_field() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(selma, OFFERED, STARTS);
        ringerike.ends(programme, STARTS.plusDays(3), null);
        ringerike.deliverAll();

        var refusal = ringerike.statusOf(selma, ItemKind.ENDING_REASON).refusal();
        assertEquals("reason", refusal.field());
        assertEquals("endingReasonMissing", refusal.sentence());
    }

    @Test
    void the_ending_of_a_programme_that_never_began_is_nothing_to_the_register() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(selma, OFFERED, null);
        ringerike.ends(programme, STARTS, EndingReason.WITHDRAWN);
        ringerike.deliverAll();

        assertEquals(
                NotRequired.NEVER_STARTED,
                ringerike.statusOf(selma, ItemKind.ENDING_REASON).why());
        assertTrue(register.effects().stream().noneMatch(effect -> effect.startsWith("endings")));
    }

    @Test
    void an_element_taken_out_of_the_plan_is_withdrawn_there_too_and_never_sent_when_it_was_not_there()
            throws Exception {
        var selma = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(selma, OFFERED, STARTS);
        var sent = ringerike.adds(programme, ElementKind.NORWEGIAN, STARTS, false);
        ringerike.deliverAll();
        ringerike.element(programme, sent, ElementKind.NORWEGIAN, STARTS, true);
        var never = ringerike.adds(programme, ElementKind.OTHER, STARTS, false);
        ringerike.element(programme, never, ElementKind.OTHER, STARTS, true);
        ringerike.deliverAll();

        assertTrue(register.held("3305", "elements", sent).getBoolean("withdrawn"));
        assertEquals(
                List.of("elements/1", "elements/2"),
                register.effects().stream()
                        .filter(e -> e.startsWith("elements"))
                        .toList());
        assertTrue(ringerike.statusOf(selma).stream()
                .filter(item -> item.kind() == ItemKind.MEASURE)
                .allMatch(item -> item.why() == NotRequired.WITHDRAWN));
    }

    @Test
    void what_is_taken_back_after_a_lost_answer_is_withdrawn_whether_it_arrived_or_not() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(selma, OFFERED, STARTS);
        ringerike.deliverAll();
        register.faults("{\"droppedPercent\":100}");
        var arrived = ringerike.adds(programme, ElementKind.NORWEGIAN, STARTS, false);
        ringerike.deliverOnce();
        register.faults("{\"outage\":true}");
        ringerike.element(programme, arrived, ElementKind.NORWEGIAN, STARTS, true);
        ringerike.deliverOnce();
        register.faults("{}");
        ringerike.deliverAll();
        assertTrue(register.held("3305", "elements", arrived).getBoolean("withdrawn"));

        register.faults("{\"outage\":true}");
        var lost = ringerike.adds(programme, ElementKind.OTHER, STARTS, false);
        ringerike.deliverOnce();
        register.faults("{}");
        ringerike.element(programme, lost, ElementKind.OTHER, STARTS, true);
        ringerike.deliverAll();

        assertNull(ringerike.parkedWith(selma));
        assertEquals(0, ringerike.undelivered());
        assertTrue(ringerike.statusOf(selma).stream()
                .filter(item -> item.kind() == ItemKind.MEASURE)
                .allMatch(item -> item.why() == NotRequired.WITHDRAWN));
    }

    @Test
    void every_element_kind_and_ending_reason_is_known_to_the_register() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var programme = ringerike.startsProgramme(selma, OFFERED, STARTS);
        for (var kind : ElementKind.values()) {
            ringerike.adds(programme, kind, STARTS, false);
        }
        ringerike.deliverAll();
        for (var reason : EndingReason.values()) {
            ringerike.ends(programme, STARTS.plusDays(5), reason);
            ringerike.deliverAll();
            assertEquals(
                    ItemState.ACCEPTED,
                    ringerike.statusOf(selma, ItemKind.ENDING_REASON).state(),
                    reason.name());
        }
        assertNull(ringerike.parkedWith(selma));
    }

    @Test
    void faults_before_and_after_the_effect_lose_nothing_and_repeat_nothing() throws Exception {
        register.faults("{\"unavailablePercent\":25,\"droppedPercent\":15,\"brokenPercent\":10,\"seed\":42}");
        var people = new ArrayList<ParticipantId>();
        for (int i = 0; i < 8; i++) {
            var person = ringerike.registers(SETTLED);
            ringerike.startsProgramme(person, OFFERED, STARTS);
            people.add(person);
            ringerike.deliverOnce();
            ringerike.renames(person, "Selma " + (char) ('A' + i));
            if (i == 4) {
                register.restart();
            }
        }
        ringerike.deliverAll();

        assertEquals(1, register.mostEffectsOfOneKey());
        for (var person : people) {
            assertTrue(ringerike.statusOf(person).stream().allMatch(item -> item.state() == ItemState.ACCEPTED));
        }
        assertEquals(
                "Selma H",
                register.held("3305", "persons", people.getLast().value()).getString("givenNames"));
    }

    @Test
    void an_answer_lost_before_a_change_does_not_hide_the_change() throws Exception {
        var selma = ringerike.registers(SETTLED);
        register.faults("{\"droppedPercent\":100}");
        ringerike.deliverOnce();
        assertEquals(
                ItemState.PENDING, ringerike.statusOf(selma, ItemKind.PERSON).state());
        register.faults("{}");
        ringerike.renames(selma, "Selma Ny");
        ringerike.deliverAll();

        assertEquals("Selma Ny", register.held("3305", "persons", selma.value()).getString("givenNames"));
        assertEquals(List.of("persons/1", "persons/2"), register.effects());
    }

    @Test
    void a_register_that_is_ahead_of_us_gets_our_data_above_its_version() throws Exception {
        var selma = ringerike.registers(SETTLED);
        ringerike.renames(selma, "Selma B");
        ringerike.deliverAll();
        try (var connection = database.superuser().getConnection();
                var statement = connection.prepareStatement(
                        "update registersync.owed_item set version = 1, accepted_version = null,"
                                + " accepted_at = null, receipt = null, state = 'PENDING' where participant_id = ?")) {
            statement.setObject(1, selma.value());
            assertEquals(1, statement.executeUpdate());
        }

        ringerike.renames(selma, "Selma C");
        ringerike.deliverAll();

        assertEquals(List.of("persons/2", "persons/3"), register.effects());
        assertEquals("Selma C", register.held("3305", "persons", selma.value()).getString("givenNames"));
    }

    @Test
    void many_people_at_once_are_owed_with_as_few_statements_as_two_and_all_of_them_are_delivered() throws Exception {
        int forTwo = ringerike.registersAtOnce(2, SETTLED);
        int forMany = ringerike.registersAtOnce(250, SETTLED);

        assertEquals(forTwo, forMany);
        assertEquals(252, ringerike.undelivered());
        ringerike.deliverAll();
        assertEquals(252, register.effects().size());
    }

    @Test
    void a_wrong_token_is_retried_and_never_parks() throws Exception {
        var locked = new Municipality(database, TENANTS.incrementAndGet(), register.url(), "wrong");
        var selma = locked.registers(SETTLED);
        assertEquals(1, locked.deliverOnce());
        assertNull(locked.parkedWith(selma));
        assertEquals(ItemState.PENDING, locked.statusOf(selma, ItemKind.PERSON).state());
    }

    @Test
    void nobody_listening_and_nobody_answering_are_tried_again() throws Exception {
        var alone = new Municipality(
                database, TENANTS.incrementAndGet(), URI.create("http://localhost:1"), RegisterOverHttp.TOKEN);
        alone.registers(SETTLED);
        assertEquals(1, alone.deliverOnce());

        ringerike.registers(SETTLED);
        register.silent(true);
        assertEquals(1, ringerike.deliverOnce());
        register.silent(false);
        ringerike.deliverAll();
        assertEquals(0, ringerike.undelivered());
    }

    @Test
    void a_municipality_sees_nothing_of_anothers_items() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var bergen = new Municipality(database, TENANTS.incrementAndGet(), register);
        assertFalse(ringerike.statusOf(selma).isEmpty());
        assertTrue(bergen.statusOf(selma).isEmpty());
        assertEquals(
                new Counts(0, 0, 0), bergen.inTransaction(() -> bergen.status().counts()));
    }

    @Test
    void the_published_view_has_the_columns_others_join_and_only_what_is_owed() throws Exception {
        var selma = ringerike.registers(SETTLED);
        var unsettled = ringerike.registers(null);
        ringerike.deliverAll();
        try (var connection = database.superuser().getConnection();
                var statement = connection.prepareStatement(
                        "select tenant_id, participant_id, item_id, kind, subject_id, state, refusal_code, refusal_field, known_on, register_by,"
                                + " accepted_at, changed_at from registersync.pub_item where participant_id in (?, ?)")) {
            statement.setObject(1, selma.value());
            statement.setObject(2, unsettled.value());
            try (var found = statement.executeQuery()) {
                assertTrue(found.next());
                assertEquals("ACCEPTED", found.getString("state"));
                assertFalse(found.next());
            }
        }
    }
}
