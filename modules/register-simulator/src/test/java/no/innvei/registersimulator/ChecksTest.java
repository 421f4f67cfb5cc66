package no.innvei.registersimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    @TempDir
    Path folder;

    private final Messages selma = new Messages();
    private Register register;

    @BeforeEach
    void start() throws IOException {
        register = new Register(
                Journal.at(folder.resolve("journal.jsonl")),
                Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneId.of("Europe/Oslo")));
    }

    @Test
    void a_whole_correct_case_is_accepted() throws IOException {
        started();
        accepted(selma.of(ItemKind.GOAL, selma.programmeBody().add("goal", "ARBEID")));
        accepted(selma.of(ItemKind.NORWEGIAN_GOAL, selma.programmeBody().add("oral", "B1")));
        accepted(element(selma.programmeBody()
                .add("category", "PRAKSIS")
                .add("from", "2026-09-01")
                .add("to", "2026-11-30")
                .add("minutesPerWeek", 480)));
        accepted(selma.of(ItemKind.ENDING, selma.endingBody()));
    }

    @Test
    void a_programme_needs_its_person_first() throws IOException {
        refused("R-101", "person", selma.of(ItemKind.OFFER, selma.offerBody()));
    }

    @Test
    void a_goal_an_element_and_an_ending_need_their_programme_first() throws IOException {
        accepted(selma.person(selma.personBody(), 1));
        refused(
                "R-201",
                "programme",
                selma.of(ItemKind.GOAL, selma.programmeBody().add("goal", "ARBEID")));
        refused("R-201", "programme", selma.of(ItemKind.ENDING, selma.endingBody()));
    }

    @Test
    void a_programme_belongs_to_one_person() throws IOException {
        started();
        var other = new Messages();
        accepted(other.person(other.personBody(), 1));
        refused(
                "R-202",
                "person",
                selma.of(
                        ItemKind.GOAL,
                        selma.programmeBody()
                                .add("person", other.person.toString())
                                .add("goal", "ARBEID")));
    }

    @ParameterizedTest
    @CsvSource({
        "R-102, givenNames, givenNames, ''",
        "R-103, bornOn, bornOn, 14.06.1994",
        "R-104, bornOn, bornOn, 2027-01-01",
        "R-107, bornOn, bornOn, 1994-06-15",
        "R-108, permitBasis, permitBasis, 9H",
        "R-111, education, education, DOKTORGRAD"
    })
    void a_person_is_refused_for_the_field_that_is_wrong(String code, String field, String spoilt, String value)
            throws IOException {
        refused(code, field, selma.person(selma.personBody().add(spoilt, value), 1));
    }

    @Test
    void a_person_needs_at_least_one_number_with_valid_check_digits() throws IOException {
        refused(
                "R-105",
                "identifiers",
                selma.person(selma.personBody().add("identifiers", Json.createArrayBuilder()), 1));
        refused("R-106", "identifiers", selma.person(withNumber("FNR", "14869410000"), 1));
        refused("R-106", "identifiers", selma.person(withNumber("DUF", "198012345603"), 1));
        accepted(selma.person(withNumber("DUF", "201212345603"), 1));
    }

    @ParameterizedTest
    @CsvSource({"02013299997, true", "30108299920, true", "20036914700, true", "30108299939, true", "30108299930, false"
    })
    void check_digits_follow_the_published_examples(String number, boolean valid) {
        assertEquals(valid, IdentityNumber.wellFormed("FNR", number));
    }

    @Test
    void the_start_is_not_before_the_offer_and_needs_a_decision() throws IOException {
        accepted(selma.person(selma.personBody(), 1));
        accepted(selma.of(ItemKind.OFFER, selma.offerBody()));
        refused("R-206", "startOn", selma.of(ItemKind.START, selma.startBody().add("startOn", "2026-05-11")));
        refused("R-207", "programme", selma.of(ItemKind.START, selma.startBody()));
        refused(
                "R-203",
                "decidedOn",
                selma.of(ItemKind.DECISION, selma.decisionBody().add("decidedOn", "2026-05-11")));
    }

    @Test
    void an_ending_needs_a_start_a_reason_and_dates_in_order() throws IOException {
        started();
        refused("R-403", "reason", selma.of(ItemKind.ENDING, selma.endingBody().remove("reason")));
        refused("R-404", "reason", selma.of(ItemKind.ENDING, selma.endingBody().add("reason", "FERDIG")));
        refused("R-402", "endedOn", selma.of(ItemKind.ENDING, selma.endingBody().add("endedOn", "2026-05-31")));
    }

    @Test
    void an_element_has_a_known_type_and_a_possible_extent() throws IOException {
        started();
        var element = selma.programmeBody().add("category", "NORSK").add("from", "2026-06-01");
        refused("R-307", "minutesPerWeek", element(copy(element).add("minutesPerWeek", 3601)));
        refused("R-306", "to", element(copy(element).add("to", "2026-05-31")));
        refused("R-304", "category", element(copy(element).add("category", "DANS")));
    }

    @Test
    void a_withdrawn_item_is_gone_for_those_that_rest_on_it() throws IOException {
        started();
        accepted(Messages.message(
                ItemKind.START, selma.programme, selma.programmeBody().add("withdrawn", true), 2));
        refused("R-401", "programme", selma.of(ItemKind.ENDING, selma.endingBody()));
    }

    private void started() throws IOException {
        accepted(selma.person(selma.personBody(), 1));
        accepted(selma.of(ItemKind.OFFER, selma.offerBody()));
        accepted(selma.of(ItemKind.DECISION, selma.decisionBody()));
        accepted(selma.of(ItemKind.START, selma.startBody()));
    }

    private JsonObjectBuilder withNumber(String kind, String number) {
        return selma.personBody().add("identifiers", Json.createArrayBuilder().add(Messages.identifier(kind, number)));
    }

    private JsonObjectBuilder copy(JsonObjectBuilder original) {
        var built = original.build();
        built.forEach(original::add);
        return Json.createObjectBuilder(built);
    }

    private static Register.Message element(JsonObjectBuilder body) {
        return Messages.message(ItemKind.ELEMENT, UUID.randomUUID(), body, 1);
    }

    private void accepted(Register.Message message) throws IOException {
        assertInstanceOf(Reply.Accepted.class, register.put(message));
    }

    private void refused(String code, String field, Register.Message message) throws IOException {
        var refusal = assertInstanceOf(Reply.Refused.class, register.put(message));
        assertEquals(code, refusal.code());
        assertEquals(field, refusal.field());
    }
}
