package no.innvei.introduction.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanComparison.Change;
import no.innvei.introduction.api.PlanComparison.Field;
import no.innvei.introduction.api.PlanComparison.Skill;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    private static final NorwegianGoal B1 = new NorwegianGoal(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B1);

    private final Element norwegian = element(ElementKind.NORWEGIAN, 1350);
    private final Element placement = element(ElementKind.WORK_PLACEMENT, 900);
    private final PlanContent plan =
            new PlanContent(FinalGoal.WORK, null, B1, "Fast arbeid", false, List.of(norwegian, placement));

    @Test
    void a_plan_does_not_differ_from_itself() {
        assertEquals(List.of(), PlanDifference.between(plan, plan));
        assertEquals(List.of(), PlanDifference.between(PlanContent.empty(), PlanContent.empty()));
    }

    @Test
    void goals_come_first_each_with_what_was_and_what_is() {
        var after = new PlanContent(
                FinalGoal.COMPLETE_UPPER_SECONDARY,
                "Vil bli helsefagarbeider",
                new NorwegianGoal(CefrLevel.B2, CefrLevel.B1, null, CefrLevel.B1),
                null,
                true,
                plan.elements());

        assertEquals(
                List.of(
                        new Change.FinalGoalChanged(FinalGoal.WORK, FinalGoal.COMPLETE_UPPER_SECONDARY),
                        new Change.GoalReasonChanged(null, "Vil bli helsefagarbeider"),
                        new Change.LongTermGoalChanged("Fast arbeid", null),
                        new Change.NorwegianLevelChanged(Skill.LISTENING, CefrLevel.B1, CefrLevel.B2),
                        new Change.NorwegianLevelChanged(Skill.WRITING, CefrLevel.B1, null),
                        new Change.SelfStudyChanged(true)),
                PlanDifference.between(plan, after));
    }

    @Test
    void an_element_is_the_same_one_as_long_as_its_id_is() {
        var longer = new Element(
                norwegian.id(),
                ElementKind.NORWEGIAN,
                "Voksenopplæringen",
                norwegian.from(),
                norwegian.to().plusMonths(2),
                1500,
                false,
                "Trenger mer tid");
        var fresh = element(ElementKind.DIGITAL_SKILLS, 120);

        assertEquals(
                List.of(
                        new Change.ElementAdded(fresh),
                        new Change.ElementChanged(
                                norwegian, longer, Set.of(Field.PROVIDER, Field.TO, Field.HOURS, Field.REASON)),
                        new Change.ElementRemoved(placement)),
                PlanDifference.between(plan, with(fresh, longer)));
    }

    @Test
    void the_order_of_elements_is_no_difference_and_back_again_is_the_opposite() {
        assertEquals(List.of(), PlanDifference.between(plan, with(placement, norwegian)));
        assertEquals(List.of(new Change.ElementAdded(placement)), PlanDifference.between(with(norwegian), plan));
        assertEquals(List.of(new Change.ElementRemoved(placement)), PlanDifference.between(plan, with(norwegian)));
    }

    @Test
    void every_field_of_an_element_is_looked_at() {
        var other = new Element(
                norwegian.id(),
                ElementKind.WORK_PLACEMENT,
                "Barnehagen",
                norwegian.from().plusDays(1),
                norwegian.to().plusDays(1),
                1,
                true,
                "Ny");

        assertEquals(
                List.of(new Change.ElementChanged(norwegian, other, Set.of(Field.values()))),
                PlanDifference.between(with(norwegian), with(other)));
    }

    @Test
    void the_rule_is_asked_with_the_largest_change_of_one_element_and_the_longest_move_either_way() {
        var shorter = new Element(
                norwegian.id(),
                norwegian.kind(),
                null,
                norwegian.from().plusDays(3),
                norwegian.to().minusDays(40),
                norwegian.minutesPerWeek() - 300,
                false,
                null);
        var more = new Element(
                placement.id(), placement.kind(), null, placement.from(), placement.to(), 1000, false, null);

        var asked = new ProgrammeRules()
                .planChange(PlanDifference.between(plan, with(shorter, more)), LocalDate.of(2026, 10, 1));

        assertEquals(300, asked.facts().get("weeklyMinutesChanged"));
        assertEquals(40, asked.facts().get("daysMoved"));
        assertEquals(false, asked.facts().get("finalGoalChanged"));
        assertEquals(0, asked.facts().get("elementsAdded"));
    }

    private PlanContent with(Element... elements) {
        return new PlanContent(FinalGoal.WORK, null, B1, "Fast arbeid", false, List.of(elements));
    }

    private static Element element(ElementKind kind, int minutes) {
        return new Element(
                UUID.randomUUID(),
                kind,
                null,
                LocalDate.of(2026, 8, 17),
                LocalDate.of(2027, 6, 18),
                minutes,
                false,
                null);
    }
}
