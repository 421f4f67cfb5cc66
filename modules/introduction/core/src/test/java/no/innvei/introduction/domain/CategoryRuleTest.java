package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleCase.category;
import static no.innvei.kernel.rules.Evaluation.Answer.NO;
import static no.innvei.kernel.rules.Evaluation.Answer.UNDETERMINED;
import static no.innvei.kernel.rules.Evaluation.Answer.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innvei.kernel.rules.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryRuleTest {

    private static final RuleCase MANY = category();

    @Test
    void a_settled_refugee_of_30_has_right_and_duty() {
        var evaluation = category().evaluation();

        assertEquals(YES, evaluation.answer());
        assertEquals("RIGHT_AND_DUTY", evaluation.values().get("category"));
        assertEquals(LocalDate.of(2026, 1, 1), evaluation.version());
        assertEquals(LocalDate.of(2026, 9, 1), evaluation.decisiveDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "D", "E", "F", "G"})
    void every_letter_of_section_9_gives_right_and_duty(String letter) {
        assertEquals("RIGHT_AND_DUTY", category().with("permitBasis", letter).value("category"));
    }

    @Test
    void another_permit_gives_nothing_and_family_outside_section_9_f_may_be_offered() {
        assertEquals("NONE", category().with("permitBasis", "OTHER").value("category"));
        assertEquals(NO, category().with("permitBasis", "OTHER").evaluation().answer());
        assertEquals(
                "MAY_BE_OFFERED", category().with("permitBasis", "FAMILY_OTHER").value("category"));
        assertEquals(
                "MAY_BE_OFFERED",
                category()
                        .with("permitBasis", "FAMILY_OTHER")
                        .with("settledByAgreement", false)
                        .value("category"));
    }

    @Test
    void eighteen_is_reached_on_the_birthday_and_counted_on_the_day_of_the_permit() {
        assertEquals("NONE", category().with("bornOn", "2008-05-02").value("category"));
        assertEquals("RIGHT_AND_DUTY", category().with("bornOn", "2008-05-01").value("category"));
        // the 18th birthday before the decision does not help: age counts on the permit's day
        assertEquals(
                "NONE",
                category()
                        .with("bornOn", "2008-05-02")
                        .with("decisionOn", "2026-12-01")
                        .value("category"));
    }

    @Test
    void fifty_five_lasts_until_the_day_before_the_56th_birthday_and_then_the_municipality_may_offer() {
        assertEquals("RIGHT_AND_DUTY", category().with("bornOn", "1970-05-02").value("category"));
        assertEquals("MAY_BE_OFFERED", category().with("bornOn", "1970-05-01").value("category"));
    }

    @Test
    void the_uncertain_age_boundary_says_that_it_is_our_reading() {
        var notes = category().with("bornOn", "1970-05-02").evaluation().steps().stream()
                .filter(step -> step.facts().containsKey("maximumAge"))
                .map(step -> step.note())
                .toList();

        assertEquals(1, notes.size());
        assertTrue(notes.getFirst().startsWith("Vår lesing: "));
    }

    @Test
    void sixty_is_adopted_and_not_in_force() {
        var ages = new CategoryRule()
                .tables().stream().flatMap(table -> table.notInForce().stream()).toList();

        assertEquals(1, ages.size());
        assertEquals(
                "MAY_BE_OFFERED",
                category()
                        .with("bornOn", "1967-05-01")
                        .with("decisionOn", "2028-01-01")
                        .with("permitGrantedOn", "2027-06-01")
                        .with("settledOn", "2027-06-01")
                        .value("category"));
    }

    @Test
    void the_decision_must_come_before_two_years_have_passed() {
        assertEquals(
                "RIGHT_AND_DUTY", category().with("decisionOn", "2028-06-14").value("category"));
        assertEquals("NONE", category().with("decisionOn", "2028-06-15").value("category"));
    }

    @Test
    void two_years_from_29_february_are_complete_on_1_march() {
        var settled = category().with("permitGrantedOn", "2024-02-01").with("settledOn", "2024-02-29");

        assertEquals("RIGHT_AND_DUTY", settled.with("decisionOn", "2026-02-28").value("category"));
        assertEquals("NONE", settled.with("decisionOn", "2026-03-01").value("category"));
    }

    @Test
    void a_later_permit_starts_the_two_years_unless_it_follows_a_family_permit() {
        var moved = category().with("settledOn", "2024-01-10").with("permitGrantedOn", "2025-02-10");

        assertEquals("RIGHT_AND_DUTY", moved.with("decisionOn", "2027-02-09").value("category"));
        assertEquals("NONE", moved.with("decisionOn", "2027-02-10").value("category"));
        assertEquals(
                "NONE",
                moved.with("followsFamilyPermit", true)
                        .with("decisionOn", "2026-01-10")
                        .value("category"));
        assertEquals(
                "RIGHT_AND_DUTY",
                moved.with("followsFamilyPermit", true)
                        .with("decisionOn", "2026-01-09")
                        .value("category"));
    }

    @Test
    void without_agreement_the_municipality_may_offer_except_where_no_agreement_is_needed() {
        var self = category().with("settledByAgreement", false);

        assertEquals("MAY_BE_OFFERED", self.value("category"));
        assertEquals("RIGHT_AND_DUTY", self.with("permitBasis", "F").value("category"));
        assertEquals("RIGHT_AND_DUTY", self.with("permitBasis", "G").value("category"));
        assertEquals("RIGHT_AND_DUTY", self.with("followsFamilyPermit", true).value("category"));
        assertEquals(
                "MAY_BE_OFFERED",
                self.with("permitBasis", "B").with("followsFamilyPermit", true).value("category"));
    }

    @Test
    void thirty_hours_of_work_takes_right_and_duty_away_from_the_first_day_of_2026() {
        var working = category()
                .with("workHoursPerWeek", 30)
                .with("permitGrantedOn", "2025-05-01")
                .with("settledOn", "2025-06-15");

        assertEquals("RIGHT_AND_DUTY", working.with("decisionOn", "2025-12-31").value("category"));
        assertEquals("NONE", working.with("decisionOn", "2026-01-01").value("category"));
        assertEquals(
                "RIGHT_AND_DUTY",
                working.with("workHoursPerWeek", 29.5)
                        .with("decisionOn", "2026-01-01")
                        .value("category"));
    }

    @Test
    void work_does_not_touch_the_power_to_offer() {
        var working = category().with("workHoursPerWeek", 37.5);

        assertEquals("MAY_BE_OFFERED", working.with("settledByAgreement", false).value("category"));
        assertEquals("MAY_BE_OFFERED", working.with("bornOn", "1965-01-01").value("category"));
        assertEquals(
                "MAY_BE_OFFERED", working.with("permitBasis", "FAMILY_OTHER").value("category"));
    }

    @Test
    void neither_category_is_open_to_nordic_and_eea_citizens() {
        assertEquals("NONE", category().with("citizenship", "NORDIC").value("category"));
        assertEquals(
                "NONE",
                category()
                        .with("citizenship", "EEA")
                        .with("permitBasis", "FAMILY_OTHER")
                        .value("category"));
    }

    @Test
    void collective_protection_gave_a_right_only_from_15_june_2022_until_the_end_of_2025() {
        var displaced = category()
                .with("permitBasis", "E")
                .with("permitGrantedOn", "2022-04-01")
                .with("settledOn", "2022-05-01");

        assertEquals(
                "RIGHT_AND_DUTY", displaced.with("decisionOn", "2022-06-14").value("category"));
        assertEquals("RIGHT_ONLY", displaced.with("decisionOn", "2022-06-15").value("category"));
        var later = displaced.with("permitGrantedOn", "2025-04-01").with("settledOn", "2025-05-01");
        assertEquals("RIGHT_ONLY", later.with("decisionOn", "2025-12-31").value("category"));
        assertEquals("RIGHT_AND_DUTY", later.with("decisionOn", "2026-01-01").value("category"));
    }

    @Test
    void settlement_unknown_is_for_a_person_to_find_out() {
        var unsettled = category().without("settledOn");

        assertEquals(UNDETERMINED, unsettled.evaluation().answer());
        assertNull(unsettled.value("category"));
        assertEquals(
                UNDETERMINED,
                unsettled.with("claimedOn", "2026-06-20").evaluation().answer());
        assertEquals(
                "RIGHT_AND_DUTY",
                unsettled
                        .with("permitBasis", "F")
                        .with("claimedOn", "2026-06-20")
                        .value("category"));
        assertEquals("NONE", unsettled.with("permitBasis", "OTHER").value("category"));
    }

    @Test
    void before_2021_there_is_no_version_and_an_older_permit_is_for_a_person_to_judge() {
        var old = category().with("decisionOn", "2020-12-31").evaluation();
        assertEquals(UNDETERMINED, old.answer());
        assertNull(old.version());
        assertFalse(old.steps().isEmpty());

        var arrived = category()
                .with("permitGrantedOn", "2020-12-31")
                .with("settledOn", "2021-02-01")
                .with("decisionOn", "2021-03-01");
        assertEquals(UNDETERMINED, arrived.evaluation().answer());
        assertEquals(
                "RIGHT_AND_DUTY", arrived.with("permitGrantedOn", "2021-01-01").value("category"));
        assertEquals(
                LocalDate.of(2021, 1, 1),
                arrived.with("permitGrantedOn", "2021-01-01").evaluation().version());
    }

    @Test
    void an_older_permit_gives_nothing_once_the_person_has_lived_here_past_the_limit() {
        var old = category().with("permitGrantedOn", "2019-03-01").with("settledOn", "2019-06-10");
        assertEquals("NONE", old.with("decisionOn", "2021-06-10").value("category"));
        assertEquals(NO, old.with("decisionOn", "2026-11-24").evaluation().answer());
        assertEquals(
                UNDETERMINED, old.with("decisionOn", "2021-06-09").evaluation().answer());
        assertEquals(
                UNDETERMINED,
                old.without("settledOn")
                        .with("decisionOn", "2026-11-24")
                        .evaluation()
                        .answer());
        assertTrue(steps(old.with("decisionOn", "2021-06-10")).contains("R-0.2 UNDETERMINED"));
    }

    @Test
    void family_outside_section_9_f_may_be_offered_whatever_their_age() {
        var family = category().with("permitBasis", "FAMILY_OTHER");

        assertEquals("MAY_BE_OFFERED", family.with("bornOn", "2009-05-02").value("category"));
        assertEquals("MAY_BE_OFFERED", family.with("bornOn", "1950-05-02").value("category"));
        var offered = family.evaluation().steps().getLast();
        assertEquals("R-3.2", offered.rule());
        assertEquals(YES, offered.answer());
        assertEquals(Map.of("group", "FAMILY_OTHER"), offered.facts());
        assertTrue(offered.note().startsWith("Vår lesing: "));
        var older = category().with("bornOn", "1960-01-01").evaluation().steps().getLast();
        assertEquals(Map.of("group", "OVER_MAXIMUM_AGE"), older.facts());
        assertNull(older.note());
    }

    @Test
    void chapter_6_a_covers_permits_from_11_march_2022() {
        var displaced = category()
                .with("permitBasis", "E")
                .with("permitGrantedOn", "2022-03-10")
                .with("settledOn", "2022-05-02")
                .with("decisionOn", "2022-06-15");

        assertEquals("RIGHT_AND_DUTY", displaced.value("category"));
        assertEquals(
                "RIGHT_ONLY", displaced.with("permitGrantedOn", "2022-03-11").value("category"));
    }

    @Test
    void each_question_is_a_step_with_its_own_answer() {
        assertEquals(
                List.of(
                        "R-0.2 YES",
                        "R-3.1f YES",
                        "R-3.1b YES",
                        "R-3.1a YES",
                        "R-3.1d YES",
                        "R-3.1c YES",
                        "R-3.1e YES"),
                steps(category()));
        assertTrue(steps(category().with("bornOn", "2009-01-01")).contains("R-3.1a NO"));
        assertTrue(steps(category().with("bornOn", "1960-01-01")).contains("R-3.1a NO"));
        assertTrue(steps(category().with("citizenship", "EEA")).contains("R-3.1f NO"));
        assertTrue(steps(category().with("permitBasis", "OTHER")).contains("R-3.1b NO"));
        assertTrue(steps(category().with("settledByAgreement", false)).contains("R-3.1c NO"));
        assertTrue(steps(category().with("workHoursPerWeek", 30)).contains("R-3.1e NO"));
        assertTrue(steps(category().without("settledOn")).contains("R-3.1d UNDETERMINED"));
        assertTrue(steps(category().with("permitGrantedOn", "2020-12-31")).contains("R-0.2 UNDETERMINED"));
        assertTrue(steps(category().with("permitBasis", "E")).contains("R-13 YES"));
    }

    @Test
    void a_step_names_the_facts_it_rests_on_and_a_note_only_where_it_matters() {
        assertEquals(
                Map.of(
                        "decisionOn",
                        "2026-09-01",
                        "settledOn",
                        "2026-06-15",
                        "residenceFrom",
                        "2026-06-15",
                        "lastDayInside",
                        "2028-06-14"),
                step(category(), "R-3.1d").facts());
        assertEquals(
                "2026-06-20",
                step(category().without("settledOn").with("permitBasis", "F").with("claimedOn", "2026-06-20"), "R-3.1d")
                        .facts()
                        .get("claimedOn"));
        assertEquals(
                "30",
                step(category().with("workHoursPerWeek", 30), "R-3.1e").facts().get("workHoursPerWeek"));
        assertTrue(step(category(), "R-3.1d").note().startsWith("Vår lesing: "));
        assertNull(step(category(), "R-3.1a").note());
        // 54 and 55 are near the bound nobody has settled, 53 is not
        assertNull(step(category().with("bornOn", "1972-05-02"), "R-3.1a").note());
        assertTrue(
                step(category().with("bornOn", "1972-05-01"), "R-3.1a").note().startsWith("Vår lesing: "));
        assertNull(step(category(), "R-0.2").note());
        assertFalse(step(category().with("permitGrantedOn", "2020-12-31"), "R-0.2")
                .note()
                .isBlank());
        assertNull(step(category(), "R-3.1c").note());
        assertFalse(step(category().with("followsFamilyPermit", true), "R-3.1c")
                .note()
                .isBlank());
    }

    @Test
    void the_rule_describes_itself() {
        var rule = category().rule();

        assertEquals("introduction.category", rule.name());
        assertEquals("decisionOn", rule.decisiveFact());
        assertEquals(10, rule.facts().size());
    }

    private static List<String> steps(RuleCase asked) {
        return asked.evaluation().steps().stream()
                .map(step -> step.rule() + " " + step.answer())
                .toList();
    }

    private static Evaluation.Step step(RuleCase asked, String rule) {
        return asked.evaluation().steps().stream()
                .filter(step -> step.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void facts_are_refused_by_name() {
        assertThrows(
                IllegalArgumentException.class,
                () -> category().with("name", "x").evaluation());
        assertThrows(
                IllegalArgumentException.class,
                () -> category().without("bornOn").evaluation());
        assertThrows(
                IllegalArgumentException.class,
                () -> category().with("permitBasis", "H").evaluation());
    }

    @Property(tries = 300)
    void a_later_decision_never_gives_more(
            @ForAll @IntRange(min = 0, max = 900) int first, @ForAll @IntRange(min = 0, max = 900) int later) {
        var decided = MANY.with(
                "decisionOn", LocalDate.of(2026, 6, 15).plusDays(first).toString());
        var decidedLater = MANY.with(
                "decisionOn", LocalDate.of(2026, 6, 15).plusDays(first + later).toString());

        assertFalse("NONE".equals(decided.value("category")) && !"NONE".equals(decidedLater.value("category")));
    }

    @Property(tries = 300)
    void more_work_never_gives_more(
            @ForAll @IntRange(min = 0, max = 60) int hours, @ForAll @IntRange(min = 0, max = 20) int more) {
        var working = MANY.with("workHoursPerWeek", hours);
        var workingMore = MANY.with("workHoursPerWeek", hours + more);

        assertFalse("NONE".equals(working.value("category")) && !"NONE".equals(workingMore.value("category")));
    }
}
