package no.innvei.web.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleQueryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static RuleQuery read(String rule, String query) {
        var given = new LinkedHashMap<String, String[]>();
        given.put("rule", new String[] {rule});
        for (var pair : query.isEmpty() ? new String[0] : query.split("&")) {
            var name = pair.substring(0, pair.indexOf('='));
            var value = pair.substring(pair.indexOf('=') + 1);
            given.merge(name, new String[] {value}, (one, more) -> {
                var both = java.util.Arrays.copyOf(one, one.length + 1);
                both[one.length] = more[0];
                return both;
            });
        }
        return RuleQuery.read(RuleBook.RULES.find(rule).orElseThrow(), given, TODAY);
    }

    private static FactField field(RuleQuery query, String id) {
        return query.fields().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_asked_complains_of_nothing() {
        var query = read("introduction.duration", "");
        assertFalse(query.asked());
        assertTrue(query.valid());
        assertEquals("/regelverk/introduction.duration", query.address());
    }

    @Test
    void dates_are_read_as_staff_write_them_and_kept_as_days() {
        var query = read(
                "introduction.duration",
                "education=UPPER_SECONDARY&goal=WORK&permitBasis=A&offerOn=15.12.25&startOn=uke 3&sammenlign=5.1.26&absenceAndLeaveWorkingDays=14");
        assertTrue(query.valid());
        assertEquals(
                Map.of(
                        "education",
                        "UPPER_SECONDARY",
                        "goal",
                        "WORK",
                        "permitBasis",
                        "A",
                        "offerOn",
                        LocalDate.of(2025, 12, 15),
                        "startOn",
                        LocalDate.of(2027, 1, 18),
                        "absenceAndLeaveWorkingDays",
                        14),
                query.facts());
        assertEquals(LocalDate.of(2026, 1, 5), query.compared().get("offerOn"));
        assertTrue(
                query.address().startsWith("/regelverk/introduction.duration?education=UPPER_SECONDARY&goal=WORK")
                        && query.address().contains("&offerOn=2025-12-15")
                        && query.address().contains("&startOn=2027-01-18")
                        && query.address().endsWith("&sammenlign=2026-01-05"),
                query.address());
    }

    @Test
    void an_answered_address_means_the_same_when_it_is_read_again() {
        var query = read(
                "introduction.benefit-deduction",
                "on=17.8.2026&bornOn=1.2.1990&livesWithParents=false&participantSince=03.08.2026&payment=21 693,33&unapprovedHours=7,5");
        assertTrue(query.valid(), query.fields().toString());
        assertEquals(new BigDecimal("21693.33"), query.facts().get("payment"));
        assertEquals(new BigDecimal("7.5"), query.facts().get("unapprovedHours"));
        var again = read(
                "introduction.benefit-deduction",
                query.address().substring(query.address().indexOf('?') + 1));
        assertEquals(query.facts(), again.facts());
        assertEquals(query.address(), again.address());
    }

    @Test
    void every_field_that_cannot_be_read_says_what_to_do_and_the_others_are_kept() {
        var query = read(
                "introduction.duration",
                "education=UPPER_SECONDARY&goal=FLY&offerOn=31.02.2026&startOn=1.9.2026&absenceAndLeaveWorkingDays=mange");
        assertFalse(query.valid());
        assertEquals("Sluttmål: velg noe fra lista", field(query, "goal").error());
        assertEquals(
                "Tilbud om oppstart: skriv datoen slik: 01.08.2026, 1.8 eller «uke 34»",
                field(query, "offerOn").error());
        assertEquals("31.02.2026", field(query, "offerOn").value());
        assertEquals("Velg: Oppholdsgrunnlag", field(query, "permitBasis").error());
        assertEquals(
                "Fravær og permisjon: skriv et helt tall fra 0 til 9999, for eksempel 14",
                field(query, "absenceAndLeaveWorkingDays").error());
        assertEquals("mange", field(query, "absenceAndLeaveWorkingDays").value());
        assertNull(field(query, "startOn").error());
        assertEquals(LocalDate.of(2026, 9, 1), field(query, "startOn").value());
    }

    @Test
    void a_question_with_yes_or_no_is_answered_or_asked_for() {
        assertEquals(
                "Svar ja eller nei: Bosatt etter avtale",
                field(read("introduction.category", "permitBasis=A"), "settledByAgreement")
                        .error());
        assertEquals(
                false,
                read("introduction.category", "settledByAgreement=false")
                        .facts()
                        .get("settledByAgreement"));
        assertEquals(
                "Bosatt etter avtale: svar ja eller nei",
                field(read("introduction.category", "settledByAgreement=kanskje"), "settledByAgreement")
                        .error());
    }

    @Test
    void words_are_taken_ticked_one_by_one_or_written_together() {
        assertEquals(
                List.of("GOAL", "MEASURE"),
                read("register.deadline", "knownOn=2026-08-17&items=MEASURE&items=GOAL")
                        .facts()
                        .get("items"));
        assertTrue(read("register.deadline", "knownOn=2026-08-17&items=MEASURE&items=GOAL")
                .address()
                .endsWith("items=GOAL,MEASURE"));
        assertTrue(read("register.deadline", "knownOn=2026-08-17&items=GOAL,MEASURE")
                .valid());
        assertEquals(
                "Velg minst én: Opplysninger",
                field(read("register.deadline", "knownOn=2026-08-17"), "items").error());
    }

    @Test
    void a_date_to_compare_with_needs_the_first_date_too() {
        assertEquals(
                "Skriv også den første datoen: Bosatt",
                field(read("introduction.start-deadline", "claimedOn=2026-01-01&sammenlign=2026-02-01"), "sammenlign")
                        .error());
    }

    @Test
    void what_the_rule_does_not_know_is_noticed_and_left_out() {
        var query = read("introduction.start-deadline", "settledOn=2026-05-20&farge=blue");
        assertTrue(query.unknown());
        assertTrue(query.valid());
        assertEquals("/regelverk/introduction.start-deadline?settledOn=2026-05-20", query.address());
    }
}
