package no.innvei.web.introduction;

import java.util.List;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanContent;
import no.innvei.web.text.NorwegianFormat;

/** A plan to be read, not changed: for the confirmation and for approved versions. */
public record PlanText(
        String finalGoal,
        String goalReason,
        String longTermGoal,
        boolean selfStudy,
        List<Skill> skills,
        List<ElementRow> elements,
        String total) {

    /** One skill of the Norwegian goal. */
    public record Skill(String name, String level) {}

    static PlanText of(PlanContent content) {
        return new PlanText(
                Words.of(content.finalGoal()),
                content.goalReason(),
                content.longTermGoal(),
                content.substantialSelfStudy(),
                skills(content.norwegianGoal()),
                content.elements().stream().map(ElementRow::of).toList(),
                NorwegianFormat.hours(content.elements().stream()
                        .mapToLong(PlanContent.Element::totalMinutes)
                        .sum()));
    }

    private static List<Skill> skills(NorwegianGoal goal) {
        return List.of(
                skill("listening", goal.listening()),
                skill("reading", goal.reading()),
                skill("writing", goal.writing()),
                skill("oral", goal.oral()));
    }

    private static Skill skill(String name, Enum<?> level) {
        return new Skill(Words.texts().get("plan.skill." + name), level == null ? "–" : level.name());
    }
}
