package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.participant.api.RegistrationOutcome.Accepted;
import org.junit.jupiter.api.Test;

class RegistrationScenarioTest {

    private final Municipality ringerike = new Municipality();

    @Test
    void what_was_registered_is_what_is_opened_and_the_opening_is_logged() {
        var rahel = People.rahel(People.nationalId(LocalDate.of(1994, 6, 14), 100), People.duf(1));
        var accepted = registers(ringerike, rahel);

        var view = ringerike
                .work(office -> office.participants().open(accepted.participant()))
                .orElseThrow();

        assertEquals("Rahel Tesfamariam", view.facts().givenNames());
        assertEquals(rahel.identifiers(), view.facts().identifiers());
        assertEquals(PermitBasis.A, view.facts().permitBasis());
        assertEquals(LocalDate.of(2026, 3, 2), view.facts().permitGrantedOn());
        assertEquals(LocalDate.of(2026, 4, 20), view.facts().settledOn());
        assertEquals(rahel.childrenBornOn(), view.facts().childrenBornOn());
        assertEquals(accepted.version(), view.version());
        assertEquals(List.of("CASE_WORK " + accepted.participant().value()), ringerike.seen);
        assertEquals(
                List.of(new ParticipantChanged(
                        accepted.participant(),
                        accepted.version(),
                        true,
                        EnumSet.of(
                                FactKind.NAME,
                                FactKind.BIRTH_DATE,
                                FactKind.PERMIT,
                                FactKind.SETTLEMENT,
                                FactKind.CITIZENSHIP,
                                FactKind.EDUCATION,
                                FactKind.MOTHER_TONGUE,
                                FactKind.INTERPRETING,
                                FactKind.CHILD),
                        true)),
                ringerike.told);
    }

    @Test
    void facts_for_another_module_leave_no_trace_and_whole_numbers_do() {
        var rahel = registers(ringerike, People.rahel(People.duf(2))).participant();
        assertTrue(ringerike.work(office -> office.participants().facts(rahel)).isPresent());
        assertEquals(List.of(), ringerike.seen);
        assertEquals(
                Optional.of(List.of(People.duf(2))),
                ringerike.work(office -> office.participants().showIdentifiers(rahel)));
        assertEquals(List.of("SHOW_IDENTIFIER " + rahel.value()), ringerike.seen);
    }

    @Test
    void a_number_belongs_to_one_person_and_the_one_who_asks_is_led_there() {
        var rahel = registers(ringerike, People.rahel(People.duf(3))).participant();
        var other = People.named(
                People.rahel(), "Olena", "Kovalenko", LocalDate.of(1990, 1, 1), People.duf(3), People.duf(3));
        assertInstanceOf(RegistrationOutcome.Invalid.class, tries(ringerike, other));
        var another = People.named(
                People.rahel(),
                "Olena",
                "Kovalenko",
                LocalDate.of(1990, 1, 1),
                People.nationalId(LocalDate.of(1990, 1, 1), 1),
                People.duf(3));
        assertEquals(new RegistrationOutcome.AlreadyRegistered(rahel), tries(ringerike, another));
        assertEquals(1, ringerike.count("participant.participant"));
        assertEquals(1, ringerike.count("participant.identifier"));
    }

    @Test
    void the_number_of_a_hidden_person_is_for_a_leader_and_says_no_more() {
        var rahel = registers(ringerike, People.rahel(People.duf(4))).participant();
        ringerike.protects(rahel, 1);

        assertEquals(
                Optional.empty(), ringerike.work(office -> office.participants().open(rahel)));
        assertEquals(
                Optional.empty(), ringerike.work(office -> office.participants().showIdentifiers(rahel)));
        assertEquals(new RegistrationOutcome.NeedsLeader(), tries(ringerike, People.rahel(People.duf(4))));
        assertEquals(
                new RegistrationOutcome.NotFound(),
                ringerike.work(office -> office.participants().change(rahel, 1, People.rahel())));
        assertEquals(
                1,
                ringerike
                        .work(1, office -> office.participants().open(rahel))
                        .orElseThrow()
                        .protectionLevel());
        assertEquals(1, ringerike.count("participant.identifier"));
    }

    @Test
    void another_municipality_has_its_own_people() {
        var rahel = registers(ringerike, People.rahel(People.duf(5))).participant();
        var elsewhere = new Municipality();
        assertEquals(
                Optional.empty(), elsewhere.work(office -> office.participants().open(rahel)));
        assertInstanceOf(Accepted.class, tries(elsewhere, People.rahel(People.duf(5))));
    }

    @Test
    void a_change_from_an_old_version_is_not_written() {
        var first = registers(ringerike, People.rahel(People.duf(6)));
        var better = People.with(
                People.rahel(People.duf(6)), PermitBasis.A, LocalDate.of(2026, 3, 2), EducationLevel.UPPER_SECONDARY);
        var second = assertInstanceOf(Accepted.class, changes(first.participant(), first.version(), better));
        assertTrue(second.version() > first.version());
        assertEquals(
                new RegistrationOutcome.ChangedMeanwhile(first.participant()),
                changes(first.participant(), first.version(), People.rahel()));
        assertEquals(second, changes(first.participant(), second.version(), better));
        assertEquals(2, ringerike.told.size());
    }

    @Test
    void a_new_permit_follows_the_old_and_a_correction_replaces_it_and_both_can_be_asked_for_as_known_then() {
        var first = registers(ringerike, People.rahel(People.duf(7)));
        ringerike.daysPass(10);
        var corrected = People.with(People.rahel(People.duf(7)), PermitBasis.C, LocalDate.of(2026, 3, 2), null);
        var second = assertInstanceOf(Accepted.class, changes(first.participant(), first.version(), corrected));
        ringerike.daysPass(10);
        var renewed = People.with(People.rahel(People.duf(7)), PermitBasis.G, LocalDate.of(2026, 11, 1), null);
        assertInstanceOf(Accepted.class, changes(first.participant(), second.version(), renewed));

        var view = ringerike
                .work(office -> office.participants().facts(first.participant()))
                .orElseThrow();
        assertEquals(PermitBasis.G, view.facts().permitBasis());
        assertEquals(1, permits("basis = 'C' and valid_to = date '2026-10-31' and superseded_at is null"));
        assertEquals(1, permits("basis = 'A' and recorded_at <= '2026-11-26' and superseded_at > '2026-11-26'"));
        assertEquals(
                1,
                permits(
                        "basis = 'C' and valid_to is null and recorded_at <= '2026-12-05' and superseded_at > '2026-12-05'"));
        assertEquals(4, permits("true"));
    }

    @Test
    void a_new_name_is_found_by_its_new_words_only() {
        var first = registers(ringerike, People.rahel(People.duf(20)));
        var renamed = People.named(People.rahel(), "Rahel", "Åsen Habte", LocalDate.of(1994, 6, 14), People.duf(20));
        var second = assertInstanceOf(Accepted.class, changes(first.participant(), first.version(), renamed));
        assertEquals(
                3,
                visible("select count(*) from participant.pub_name_token where token in ('rahel', 'habte', 'asen')"));
        assertEquals(0, visible("select count(*) from participant.pub_name_token where token ^@ 'tesf'"));
        assertEquals(
                second.version(),
                ringerike
                        .work(office -> office.participants().facts(first.participant()))
                        .orElseThrow()
                        .version());
    }

    @Test
    void a_number_that_was_given_up_can_be_used_for_someone_else() {
        var first = registers(ringerike, People.rahel(People.duf(8)));
        assertInstanceOf(Accepted.class, changes(first.participant(), first.version(), People.rahel(People.duf(9))));
        assertInstanceOf(
                Accepted.class,
                tries(ringerike, People.named(People.rahel(), "Olena", null, LocalDate.of(1990, 1, 1), People.duf(8))));
    }

    @Test
    void a_change_to_somebody_elses_number_leaves_the_old_one_in_place() {
        var first = registers(ringerike, People.rahel(People.duf(10)));
        var hidden = registers(
                ringerike, People.named(People.rahel(), "Olena", null, LocalDate.of(1990, 1, 1), People.duf(11)));
        ringerike.protects(hidden.participant(), 2);
        assertEquals(
                new RegistrationOutcome.NeedsLeader(),
                changes(first.participant(), first.version(), People.rahel(People.duf(11))));
        assertEquals(
                List.of(People.duf(10)),
                ringerike
                        .work(office -> office.participants().facts(first.participant()))
                        .orElseThrow()
                        .facts()
                        .identifiers());
    }

    @Test
    void what_cannot_be_true_is_told_field_by_field() {
        var facts = new PersonFacts(
                " ",
                "Habte\u0007",
                LocalDate.of(2027, 1, 1),
                List.of(),
                "Eritrea",
                null,
                null,
                LocalDate.of(2026, 1, 1),
                false,
                null,
                false,
                null,
                "tigrinja",
                null,
                null,
                List.of(LocalDate.of(2026, 12, 24)));
        assertEquals(
                new RegistrationOutcome.Invalid(Map.of(
                        "givenNames", "REQUIRED",
                        "familyName", "CHARACTERS",
                        "bornOn", "FUTURE",
                        "citizenship", "VALUE_NOT_KNOWN",
                        "permitBasis", "REQUIRED",
                        "permitGrantedOn", "BEFORE_BIRTH",
                        "motherTongue", "VALUE_NOT_KNOWN",
                        "childrenBornOn", "FUTURE")),
                tries(ringerike, facts));
        assertEquals(0, ringerike.count("participant.participant"));
    }

    @Test
    void the_published_views_show_what_is_true_now_to_those_who_may_see_it() {
        var rahel = registers(ringerike, People.rahel(People.duf(12))).participant();
        assertEquals(
                1,
                visible(
                        "select count(*) from participant.pub_participant where permit_basis = 'A' and settled_by_agreement"));
        assertEquals(1, visible("select count(*) from participant.pub_name_token where token ^@ 'tesf'"));
        assertEquals(1, visible("select count(*) from participant.pub_identifier where kind = 'DUF_NUMBER'"));
        ringerike.protects(rahel, 1);
        for (var view : List.of("pub_participant", "pub_name_token", "pub_identifier")) {
            assertEquals(0, visible("select count(*) from participant." + view));
        }
    }

    private long visible(String query) {
        return ringerike.work(office -> {
            try (var statement = office.connection().createStatement();
                    var result = statement.executeQuery(query)) {
                result.next();
                return result.getLong(1);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long permits(String condition) {
        return Municipality.number(
                "select count(*) from participant.permit where tenant_id = " + ringerike.tenant + " and " + condition);
    }

    private RegistrationOutcome changes(ParticipantId participant, long version, PersonFacts facts) {
        return ringerike.work(office -> office.participants().change(participant, version, facts));
    }

    private static RegistrationOutcome tries(Municipality municipality, PersonFacts facts) {
        return municipality.work(office -> office.participants().register(facts));
    }

    private static Accepted registers(Municipality municipality, PersonFacts facts) {
        return assertInstanceOf(Accepted.class, tries(municipality, facts));
    }
}
