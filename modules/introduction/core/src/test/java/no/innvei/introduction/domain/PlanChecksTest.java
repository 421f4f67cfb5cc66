package no.innvei.introduction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntegrationPlans.Check;
import no.innvei.introduction.api.IntegrationPlans.Check.Kind;
import no.innvei.introduction.api.IntegrationPlans.Check.Level;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.introduction.domain.PlanChecks.Situation;
import no.innvei.participant.api.EducationLevel;
import org.junit.jupiter.api.Test;

/** The hours the rules ask for, in the check panel of a plan. */
class PlanChecksTest {

    private final PlanChecks checks = new PlanChecks();

    @Test
    void work_oriented_hours_are_averaged_from_the_first_week_with_a_minimum() {
        // started Monday 5 January 2026; three months later is Sunday 5 April
        var enough = plan(FinalGoal.WORK, placement("2026-04-06", "2027-01-04", 900));
        var check =
                find(enough, EducationLevel.UPPER_SECONDARY, Kind.WORK_HOURS).orElseThrow();

        assertEquals(Level.MET, check.level());
        assertEquals("900", check.values().get("minutes"));
        assertEquals("900", check.values().get("limit"));
        assertEquals("2026-04-06", check.values().get("from"));
        assertEquals("2026-01-01", check.values().get("validFrom"));
        assertEquals("integreringsloven § 14 a tredje ledd", check.values().get("legalBasis"));

        var tooFew = plan(FinalGoal.WORK, placement("2026-04-06", "2027-01-04", 899));
        assertEquals(
                Level.NOT_MET,
                find(tooFew, EducationLevel.UPPER_SECONDARY, Kind.WORK_HOURS)
                        .orElseThrow()
                        .level());
    }

    @Test
    void below_upper_secondary_the_minimum_holds_from_the_sixth_month() {
        var plan = plan(FinalGoal.WORK, placement("2026-07-06", "2027-01-04", 900));

        var check =
                find(plan, EducationLevel.PRIMARY_COMPLETED, Kind.WORK_HOURS).orElseThrow();
        assertEquals(Level.MET, check.level());
        assertEquals("2026-07-06", check.values().get("from"));
        assertEquals(
                Level.NOT_MET,
                find(plan, EducationLevel.UPPER_SECONDARY, Kind.WORK_HOURS)
                        .orElseThrow()
                        .level());
    }

    @Test
    void more_in_some_weeks_makes_up_for_less_in_others() {
        // 40 weeks with a minimum, half of them with 30 hours
        var plan = plan(FinalGoal.WORK, placement("2026-04-06", "2026-08-23", 1800));

        assertEquals(
                Level.MET,
                find(plan, EducationLevel.UPPER_SECONDARY, Kind.WORK_HOURS)
                        .orElseThrow()
                        .level());
    }

    @Test
    void only_elements_marked_as_work_oriented_count() {
        var plan = plan(
                FinalGoal.WORK,
                element(ElementKind.DIGITAL_SKILLS, "2026-01-05", "2027-01-04", 2000, false),
                placement("2026-01-05", "2027-01-04", 600));

        assertEquals(
                "600",
                find(plan, EducationLevel.UPPER_SECONDARY, Kind.WORK_HOURS)
                        .orElseThrow()
                        .values()
                        .get("minutes"));
    }

    @Test
    void other_goals_and_unknown_education_have_no_line_about_work_hours() {
        var study = plan(FinalGoal.EDUCATION_ABOVE_UPPER_SECONDARY);

        assertTrue(find(study, EducationLevel.UPPER_SECONDARY, Kind.WORK_HOURS).isEmpty());
        assertTrue(find(plan(FinalGoal.WORK), null, Kind.WORK_HOURS).isEmpty());
        assertTrue(find(plan(null), EducationLevel.UPPER_SECONDARY, Kind.WORK_HOURS)
                .isEmpty());
    }

    @Test
    void each_theme_of_the_life_skills_course_is_measured_by_the_rule() {
        var plan = plan(
                FinalGoal.WORK,
                element(ElementKind.LIFE_SKILLS_CAREER_COMPETENCE, "2026-01-05", "2026-02-08", 120, false),
                element(ElementKind.LIFE_SKILLS_MIGRATION_HEALTH_DIVERSITY, "2026-01-05", "2026-02-08", 60, false));

        var met = find(plan, EducationLevel.UPPER_SECONDARY, Kind.LIFE_SKILLS_HOURS)
                .orElseThrow();
        assertEquals(Level.MET, met.level());
        assertEquals("600", met.values().get("careerMinutes"));
        assertEquals("600", met.values().get("careerLimit"));
        assertEquals("300", met.values().get("migrationMinutes"));
        assertEquals("300", met.values().get("migrationLimit"));
        assertEquals("integreringsforskriften § 4", met.values().get("legalBasis"));
        assertTrue(met.values().get("note").startsWith("Ikke kontrollert: "));
        var more = find(plan, EducationLevel.PRIMARY_COMPLETED, Kind.LIFE_SKILLS_HOURS)
                .orElseThrow();
        assertEquals(Level.NOT_MET, more.level());
        assertEquals("900", more.values().get("careerLimit"));
        assertEquals("600", more.values().get("migrationLimit"));
    }

    @Test
    void one_theme_alone_is_not_the_course_and_no_course_is_another_line() {
        var career = plan(
                FinalGoal.WORK,
                element(ElementKind.LIFE_SKILLS_CAREER_COMPETENCE, "2026-01-05", "2026-02-08", 600, false));

        assertEquals(
                Level.NOT_MET,
                find(career, EducationLevel.UPPER_SECONDARY, Kind.LIFE_SKILLS_HOURS)
                        .orElseThrow()
                        .level());
        assertTrue(find(plan(FinalGoal.WORK), EducationLevel.UPPER_SECONDARY, Kind.LIFE_SKILLS_HOURS)
                .isEmpty());
        assertTrue(find(career, null, Kind.LIFE_SKILLS_HOURS).isEmpty());
    }

    private Optional<Check> find(PlanContent plan, EducationLevel education, Kind kind) {
        var situation = new Situation(
                LocalDate.of(2026, 2, 2),
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2027, 1, 4),
                "A",
                education,
                List.of(),
                List.of(FinalGoal.WORK),
                null);
        return checks.of(plan, situation).stream()
                .filter(check -> check.kind() == kind)
                .findFirst();
    }

    private static PlanContent plan(FinalGoal goal, Element... elements) {
        return new PlanContent(goal, null, NorwegianGoal.NOT_SET, null, false, new ArrayList<>(List.of(elements)));
    }

    private static Element placement(String from, String to, int minutes) {
        return element(ElementKind.WORK_PLACEMENT, from, to, minutes, true);
    }

    private static Element element(ElementKind kind, String from, String to, int minutes, boolean workOriented) {
        return new Element(
                Element.nextId(), kind, null, LocalDate.parse(from), LocalDate.parse(to), minutes, workOriented, null);
    }
}
