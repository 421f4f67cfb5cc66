package no.innvei.introduction.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanComparison.Change;
import no.innvei.introduction.api.PlanComparison.Field;
import no.innvei.introduction.api.PlanComparison.Skill;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;

/** Finds what differs between two plans. An element is the same one as long as its id is, whatever else has changed. */
public final class PlanDifference {

    private final List<Change> changes = new ArrayList<>();

    private PlanDifference() {}

    public static List<Change> between(PlanContent before, PlanContent after) {
        var difference = new PlanDifference();
        difference.goals(before, after);
        difference.elements(before.elements(), after.elements());
        return List.copyOf(difference.changes);
    }

    private void goals(PlanContent before, PlanContent after) {
        if (before.finalGoal() != after.finalGoal()) {
            changes.add(new Change.FinalGoalChanged(before.finalGoal(), after.finalGoal()));
        }
        if (!Objects.equals(before.goalReason(), after.goalReason())) {
            changes.add(new Change.GoalReasonChanged(before.goalReason(), after.goalReason()));
        }
        if (!Objects.equals(before.longTermGoal(), after.longTermGoal())) {
            changes.add(new Change.LongTermGoalChanged(before.longTermGoal(), after.longTermGoal()));
        }
        for (var skill : Skill.values()) {
            var was = level(before.norwegianGoal(), skill);
            var is = level(after.norwegianGoal(), skill);
            if (was != is) {
                changes.add(new Change.NorwegianLevelChanged(skill, was, is));
            }
        }
        if (before.substantialSelfStudy() != after.substantialSelfStudy()) {
            changes.add(new Change.SelfStudyChanged(after.substantialSelfStudy()));
        }
    }

    private static CefrLevel level(NorwegianGoal goal, Skill skill) {
        return switch (skill) {
            case LISTENING -> goal.listening();
            case READING -> goal.reading();
            case WRITING -> goal.writing();
            case ORAL -> goal.oral();
        };
    }

    private void elements(List<Element> before, List<Element> after) {
        var earlier = before.stream().collect(Collectors.toMap(Element::id, Function.identity()));
        for (var element : after) {
            var was = earlier.remove(element.id());
            if (was == null) {
                changes.add(new Change.ElementAdded(element));
            } else if (!was.equals(element)) {
                changes.add(new Change.ElementChanged(was, element, fields(was, element)));
            }
        }
        before.stream()
                .filter(element -> earlier.containsKey(element.id()))
                .map(Change.ElementRemoved::new)
                .forEach(changes::add);
    }

    private static Set<Field> fields(Element before, Element after) {
        var fields = EnumSet.noneOf(Field.class);
        for (var field : Field.values()) {
            if (!Objects.equals(value(before, field), value(after, field))) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static Object value(Element element, Field field) {
        return switch (field) {
            case KIND -> element.kind();
            case PROVIDER -> element.provider();
            case FROM -> element.from();
            case TO -> element.to();
            case HOURS -> element.minutesPerWeek();
            case WORK_ORIENTED -> element.workOriented();
            case REASON -> element.reason();
        };
    }
}
