package no.innvei.introduction.api;

import java.util.List;
import java.util.Set;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.kernel.rules.Evaluation;

/**
 * What differs between two plans of one programme, goals first, then elements in the order of the later plan and those that are gone.
 *
 * @param before number of a version
 * @param after number of a version; {@code null} = the draft
 * @param changes empty when they say the same
 * @param essential whether the change should have a decision, a proposal with reasons: the adviser decides
 */
public record PlanComparison(int before, Integer after, List<Change> changes, Evaluation essential) {

    public PlanComparison {
        changes = List.copyOf(changes);
    }

    /** One difference. {@code null} on a side = nothing was said there. */
    public sealed interface Change {

        record FinalGoalChanged(FinalGoal before, FinalGoal after) implements Change {}

        record GoalReasonChanged(String before, String after) implements Change {}

        record LongTermGoalChanged(String before, String after) implements Change {}

        record NorwegianLevelChanged(Skill skill, CefrLevel before, CefrLevel after) implements Change {}

        /** The elements carry substantial self-study, or do not any longer. */
        record SelfStudyChanged(boolean after) implements Change {}

        record ElementAdded(Element element) implements Change {}

        record ElementRemoved(Element element) implements Change {}

        /** @param fields what differs, never empty */
        record ElementChanged(Element before, Element after, Set<Field> fields) implements Change {

            public ElementChanged {
                fields = Set.copyOf(fields);
            }
        }
    }

    public enum Skill {
        LISTENING,
        READING,
        WRITING,
        ORAL
    }

    /** What an element says. */
    public enum Field {
        KIND,
        PROVIDER,
        FROM,
        TO,
        HOURS,
        WORK_ORIENTED,
        REASON
    }
}
