package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.DatedFact.Superseded;
import no.innvei.participant.api.EducationEvidence;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.FactOutcome;
import no.innvei.participant.api.FactReason;
import no.innvei.participant.api.ImmigrationGround;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFact.Child;
import no.innvei.participant.api.LifeFact.Contact;
import no.innvei.participant.api.LifeFact.Employment;
import no.innvei.participant.api.LifeFact.Partner;
import no.innvei.participant.api.LifeFact.Permit;
import no.innvei.participant.api.LifeFact.Residence;
import no.innvei.participant.api.LifeFacts.LifeHistory;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.RegistrationOutcome.Accepted;
import org.junit.jupiter.api.Test;

/** Changing, correcting and looking back, on a real database. */
class LifeFactsScenarioTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    private final Municipality ringerike = new Municipality();
    private final Accepted registered = registers(1);
    private final ParticipantId rahel = registered.participant();
    private long version = registered.version();

    private Accepted registers(int serial) {
        return assertInstanceOf(
                Accepted.class,
                ringerike.work(office -> office.participants().register(People.rahel(People.duf(serial)))));
    }

    private FactOutcome record(FactCommand command) {
        var outcome = ringerike.work(office -> office.facts().record(rahel, version, command));
        if (outcome instanceof FactOutcome.Recorded recorded) {
            version = recorded.version();
        }
        return outcome;
    }

    private void recorded(FactCommand command) {
        assertTrue(assertInstanceOf(FactOutcome.Recorded.class, record(command)).changed());
    }

    private LifeHistory history() {
        return history(0);
    }

    private LifeHistory history(int clearance) {
        return ringerike
                .work(clearance, office -> office.facts().history(rahel))
                .orElseThrow();
    }

    private LifeHistory asKnown(LocalDate day) {
        return ringerike.work(office -> office.facts().asKnown(rahel, day)).orElseThrow();
    }

    private DatedFact known(FactKind kind) {
        return history().facts().stream()
                .filter(row -> row.kind() == kind && row.known() && row.open())
                .findFirst()
                .orElseThrow();
    }

    private static List<LifeFact> facts(List<DatedFact> rows, FactKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(DatedFact::fact)
                .toList();
    }

    @Test
    void every_kind_of_fact_is_kept_and_read_back_as_it_was_written() {
        var partner = registers(2).participant();
        var day = LocalDate.of(2026, 5, 1);
        var all = List.of(
                new LifeFact.Name("Rahel", "Åsen, Habte"),
                new Permit(
                        PermitBasis.F,
                        false,
                        ImmigrationGround.CHAPTER_6,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2029, 9, 1)),
                new Residence("3305"),
                new LifeFact.Citizenship("SY", CitizenshipGroup.OTHER),
                new LifeFact.Education(EducationLevel.UPPER_SECONDARY, EducationEvidence.DIPLOMA),
                new LifeFact.MotherTongue("ar"),
                new LifeFact.Interpreting(null),
                new LifeFact.WrittenForm(no.innvei.kernel.WrittenForm.NN),
                new Partner(Partner.Relation.SPOUSE, partner, true, false),
                new Child(LocalDate.of(2026, 4, 1), Child.LivesWith.SHARED),
                new Employment(Employment.State.OFFERED, 2250),
                new Contact(Contact.Channel.ADDRESS, "Storgata 1, 3510 Hønefoss"),
                new Contact(Contact.Channel.PHONE, "+47 400 00 000"),
                new LifeFact.UnaccompaniedMinor(true),
                new LifeFact.ResearchReservation(true));
        for (var fact : all) {
            recorded(new FactCommand.Change(null, fact, day, FactReason.TOLD_BY_PERSON));
        }
        var then = history().trueOn(day).stream().filter(DatedFact::known).toList();
        for (var fact : all) {
            assertTrue(
                    then.stream()
                            .anyMatch(row -> row.fact().equals(fact)
                                    && row.from().equals(day)
                                    && row.reason() == FactReason.TOLD_BY_PERSON),
                    fact.kind().name());
        }
        assertEquals(
                FactKind.values().length,
                Set.copyOf(history().facts().stream().map(DatedFact::kind).toList())
                        .size());
        assertCopiesAgree();
    }

    @Test
    void a_change_keeps_what_was_true_before_and_a_correction_keeps_what_was_known_before() {
        ringerike.daysPass(10);
        recorded(new FactCommand.Change(
                null, new LifeFact.Education(EducationLevel.HIGHER_EDUCATION, null), LocalDate.of(2026, 6, 20), null));
        ringerike.daysPass(10);
        recorded(new FactCommand.Correct(
                known(FactKind.EDUCATION).row(),
                new LifeFact.Education(EducationLevel.UPPER_SECONDARY, EducationEvidence.DIPLOMA),
                LocalDate.of(2026, 5, 20),
                null,
                FactReason.NEW_DOCUMENT));

        var now = history().facts().stream().filter(DatedFact::known).toList();
        assertEquals(
                List.of(
                        new LifeFact.Education(EducationLevel.PRIMARY_COMPLETED, null),
                        new LifeFact.Education(EducationLevel.UPPER_SECONDARY, EducationEvidence.DIPLOMA)),
                facts(now, FactKind.EDUCATION));
        assertEquals(
                LocalDate.of(2026, 5, 19),
                now.stream()
                        .filter(row -> row.kind() == FactKind.EDUCATION)
                        .findFirst()
                        .orElseThrow()
                        .to());
        assertEquals(
                List.of(new LifeFact.Education(EducationLevel.PRIMARY_COMPLETED, null)),
                facts(asKnown(Municipality.TODAY.plusDays(9)).facts(), FactKind.EDUCATION));
        assertEquals(
                List.of(new LifeFact.Education(EducationLevel.HIGHER_EDUCATION, null)),
                facts(asKnown(Municipality.TODAY.plusDays(19)).trueOn(LocalDate.of(2026, 6, 20)), FactKind.EDUCATION));
        assertEquals(List.of(), asKnown(Municipality.TODAY.minusDays(1)).facts());
        assertEquals(
                List.of(Superseded.CHANGED, Superseded.CORRECTED, Superseded.CORRECTED),
                history().facts().stream()
                        .filter(row -> row.kind() == FactKind.EDUCATION && !row.known())
                        .map(DatedFact::why)
                        .sorted()
                        .toList());
        assertCopiesAgree();
    }

    @Test
    void a_renewed_permit_is_a_correction_of_its_dates_and_a_new_one_a_change() {
        var permit = known(FactKind.PERMIT);
        recorded(new FactCommand.Correct(
                permit.row(),
                new Permit(
                        PermitBasis.A,
                        false,
                        ImmigrationGround.SECTION_28,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2029, 3, 2)),
                MARCH,
                null,
                FactReason.TOLD_BY_AUTHORITY));
        recorded(new FactCommand.Change(
                null,
                new Permit(PermitBasis.OTHER, false, ImmigrationGround.SECTION_62, null, null),
                LocalDate.of(2026, 11, 1),
                null));
        assertEquals(
                PermitBasis.OTHER,
                ringerike
                        .work(office -> office.participants().facts(rahel))
                        .orElseThrow()
                        .facts()
                        .permitBasis());
        assertEquals(
                List.of(PermitBasis.A, PermitBasis.OTHER),
                history().facts().stream()
                        .filter(row -> row.known() && row.fact() instanceof Permit)
                        .map(row -> ((Permit) row.fact()).basis())
                        .toList());
    }

    @Test
    void the_second_of_two_who_correct_the_same_fact_is_told_and_nothing_is_lost() {
        var seen = known(FactKind.MOTHER_TONGUE);
        long both = version;
        var first = new FactCommand.Correct(seen.row(), new LifeFact.MotherTongue("am"), null, null, null);
        var second = new FactCommand.Correct(seen.row(), new LifeFact.MotherTongue("ar"), null, null, null);
        recorded(first);
        assertEquals(
                new FactOutcome.ChangedMeanwhile(version),
                ringerike.work(office -> office.facts().record(rahel, both, second)));
        var again = new FactCommand.Correct(
                known(FactKind.MOTHER_TONGUE).row(), new LifeFact.MotherTongue("ar"), null, null, null);
        recorded(again);
        assertEquals(
                List.of("ar", "am", "ti"),
                history().facts().stream()
                        .filter(row -> row.kind() == FactKind.MOTHER_TONGUE)
                        .sorted((a, b) -> b.row().compareTo(a.row()))
                        .map(row -> ((LifeFact.MotherTongue) row.fact()).language())
                        .toList());
    }

    @Test
    void others_are_told_once_and_what_changed_and_not_when_it_was_known() {
        ringerike.told.clear();
        var command = new FactCommand.Change(null, new Residence("3305"), LocalDate.of(2026, 4, 20), null);
        recorded(command);
        assertEquals(
                List.of(new ParticipantChanged(rahel, version, false, Set.of(FactKind.RESIDENCE), false)),
                ringerike.told);
        assertEquals(new FactOutcome.Recorded(version, false), record(command));
        assertEquals(1, ringerike.told.size());
    }

    @Test
    void what_cannot_be_is_told_by_field_and_nothing_is_written() {
        assertEquals(
                Map.of("from", "SAME_DAY"),
                problems(
                        new FactCommand.Change(null, new Permit(PermitBasis.G, false, null, null, null), MARCH, null)));
        assertEquals(
                Map.of("fact", "ONLY_CORRECT"),
                problems(new FactCommand.Change(null, new LifeFact.Settlement(false), MARCH, null)));
        assertEquals(
                Map.of("from", "FUTURE"),
                problems(new FactCommand.Change(
                        null, new LifeFact.MotherTongue("ar"), Municipality.TODAY.plusDays(1), null)));
        assertEquals(
                Map.of("from", "BEFORE_BIRTH"),
                problems(new FactCommand.Change(null, new Residence("3305"), LocalDate.of(1990, 1, 1), null)));
        assertEquals(
                Map.of("municipality", "VALUE_NOT_KNOWN"),
                problems(new FactCommand.Change(null, new Residence("Hønefoss"), MARCH, null)));
        assertEquals(
                Map.of("expiresOn", "ORDER"),
                problems(new FactCommand.Change(
                        null,
                        new Permit(PermitBasis.G, false, null, null, LocalDate.of(2026, 5, 1)),
                        LocalDate.of(2026, 6, 1),
                        null)));
        assertEquals(
                Map.of("row", "ALWAYS_ONE"),
                problems(new FactCommand.Withdraw(known(FactKind.NAME).row(), null)));
        assertEquals(
                Map.of("lastDay", "FUTURE"),
                problems(new FactCommand.End(known(FactKind.PERMIT).row(), Municipality.TODAY, null)));
        assertEquals(Map.of("row", "NOTHING_THERE"), problems(new FactCommand.Withdraw(UUID.randomUUID(), null)));
        assertEquals(
                Map.of("partner", "NOT_A_PARTICIPANT"),
                problems(new FactCommand.Change(
                        null, new Partner(Partner.Relation.SPOUSE, ParticipantId.next(), true, true), MARCH, null)));
        assertEquals(
                Map.of("content", "VALUE_NOT_KNOWN"),
                problems(new FactCommand.Change(null, new Contact(Contact.Channel.PHONE, "ring meg"), MARCH, null)));
        assertEquals(
                Map.of("bornOn", "BEFORE_BIRTH"),
                problems(new FactCommand.Correct(
                        known(FactKind.BIRTH_DATE).row(),
                        new LifeFact.BirthDate(LocalDate.of(2026, 3, 3)),
                        null,
                        null,
                        null)));
        assertEquals(registered.version(), version);
        assertEquals(1, ringerike.told.size());
    }

    private Map<String, String> problems(FactCommand command) {
        return assertInstanceOf(FactOutcome.Invalid.class, record(command)).problems();
    }

    @Test
    void a_child_moves_a_job_ends_and_a_mistake_is_withdrawn() {
        var child = history().facts().stream()
                .filter(row -> row.fact() instanceof Child c && c.bornOn().equals(LocalDate.of(2017, 2, 1)))
                .findFirst()
                .orElseThrow();
        recorded(new FactCommand.Change(
                child.line(),
                new Child(LocalDate.of(2017, 2, 1), Child.LivesWith.OTHER_PARENT),
                LocalDate.of(2026, 8, 1),
                null));
        assertEquals(
                List.of(LocalDate.of(2021, 8, 9)),
                ringerike
                        .work(office -> office.participants().facts(rahel))
                        .orElseThrow()
                        .facts()
                        .childrenBornOn());

        recorded(new FactCommand.Change(
                null, new Employment(Employment.State.HELD, 1200), LocalDate.of(2026, 5, 1), null));
        recorded(new FactCommand.Change(
                null, new Employment(Employment.State.HELD, 600), LocalDate.of(2026, 5, 1), null));
        recorded(new FactCommand.End(known(FactKind.EMPLOYMENT).row(), LocalDate.of(2026, 9, 30), null));
        assertEquals(
                2, facts(known(LocalDate.of(2026, 9, 30)), FactKind.EMPLOYMENT).size());
        assertEquals(
                1, facts(known(LocalDate.of(2026, 10, 1)), FactKind.EMPLOYMENT).size());

        recorded(new FactCommand.Change(null, new Residence("3305"), LocalDate.of(2026, 4, 20), null));
        recorded(new FactCommand.Change(null, new Residence("0301"), LocalDate.of(2026, 10, 1), null));
        recorded(new FactCommand.Withdraw(known(FactKind.RESIDENCE).row(), FactReason.TYPING_ERROR));
        assertEquals(List.of(new Residence("3305")), facts(known(LocalDate.of(2026, 11, 1)), FactKind.RESIDENCE));
        assertCopiesAgree();
    }

    private List<DatedFact> known(LocalDate day) {
        return history().trueOn(day).stream().filter(DatedFact::known).toList();
    }

    @Test
    void a_protected_person_shows_no_contact_and_takes_none() {
        recorded(new FactCommand.Change(
                null, new Contact(Contact.Channel.EMAIL, "rahel@example.org"), LocalDate.of(2026, 4, 20), null));
        ringerike.protects(rahel, 1);
        assertEquals(Optional.empty(), ringerike.work(office -> office.facts().history(rahel)));
        assertEquals(Optional.empty(), ringerike.work(office -> office.facts().asKnown(rahel, Municipality.TODAY)));
        assertEquals(
                new FactOutcome.NotFound(),
                record(new FactCommand.Change(null, new Residence("3305"), LocalDate.of(2026, 4, 20), null)));
        assertEquals(List.of(), facts(history(1).facts(), FactKind.CONTACT));
        assertEquals(
                new FactOutcome.Invalid(Map.of("fact", "PROTECTED")),
                ringerike.work(
                        1,
                        office -> office.facts()
                                .record(
                                        rahel,
                                        version,
                                        new FactCommand.Change(
                                                null,
                                                new Contact(Contact.Channel.PHONE, "40000000"),
                                                LocalDate.of(2026, 4, 20),
                                                null))));
    }

    @Test
    void a_partner_who_is_hidden_is_not_named() {
        var partner = registers(2).participant();
        recorded(new FactCommand.Change(
                null, new Partner(Partner.Relation.COHABITANT, partner, true, true), LocalDate.of(2026, 4, 20), null));
        assertEquals(
                List.of(new Partner(Partner.Relation.COHABITANT, partner, true, true)),
                facts(history().facts(), FactKind.PARTNER));
        ringerike.protects(partner, 2);
        assertEquals(
                List.of(new Partner(Partner.Relation.COHABITANT, null, true, true)),
                facts(history().facts(), FactKind.PARTNER));
    }

    @Test
    void looking_back_is_logged_and_another_municipality_finds_nobody() {
        ringerike.seen.clear();
        history();
        asKnown(Municipality.TODAY);
        assertEquals(List.of("CASE_WORK " + rahel.value(), "CASE_WORK " + rahel.value()), ringerike.seen);
        var elsewhere = new Municipality();
        assertEquals(Optional.empty(), elsewhere.work(office -> office.facts().history(rahel)));
        assertEquals(
                new FactOutcome.NotFound(),
                elsewhere.work(office -> office.facts()
                        .record(rahel, version, new FactCommand.Change(null, new Residence("3305"), MARCH, null))));
    }

    @Test
    void the_database_lets_nobody_rewrite_what_was_written() {
        assertThrows(
                RuntimeException.class,
                () -> ringerike.work(office -> {
                    try (var statement = office.connection().createStatement()) {
                        return statement.executeUpdate("update participant.permit set basis = 'B'");
                    } catch (java.sql.SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    @Test
    void looking_at_a_whole_person_takes_as_many_statements_whatever_has_happened() {
        int before = ringerike.statements(office -> office.facts().history(rahel));
        int then = ringerike.statements(office -> office.facts().asKnown(rahel, Municipality.TODAY));
        for (int i = 0; i < 5; i++) {
            recorded(new FactCommand.Change(
                    null, new Residence("330" + i), LocalDate.of(2026, 5 + i, 1), FactReason.TOLD_BY_PERSON));
            recorded(new FactCommand.Change(
                    null,
                    new Child(LocalDate.of(2026, 3, 1 + i), Child.LivesWith.PARTICIPANT),
                    LocalDate.of(2026, 3, 1 + i),
                    null));
        }
        assertEquals(4, before);
        assertEquals(4, ringerike.statements(office -> office.facts().history(rahel)));
        assertEquals(4, then);
        assertEquals(4, ringerike.statements(office -> office.facts().asKnown(rahel, Municipality.TODAY)));
        assertEquals(4, ringerike.statements(office -> office.participants().facts(rahel)));
    }

    private void assertCopiesAgree() {
        Copies.assertAgree(ringerike.tenant);
    }
}
