package no.innvei.introduction.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.rules.Evaluation;

/** Integration plans (integreringsplan, integreringsloven § 15): one open draft, and numbered versions that are never changed. */
public interface IntegrationPlans {

    /** The plan of a programme, also while the decision is being prepared. Empty when unknown, of another tenant or protected. */
    Optional<PlanView> find(ProgrammeId programme);

    Optional<PlanVersion> version(ProgrammeId programme, int number);

    /**
     * What differs from one version to another, or to the draft.
     *
     * @param after {@code null} = the draft
     * @return empty when the programme, a version or the draft is not there
     */
    Optional<PlanComparison> compare(ProgrammeId programme, int before, Integer after);

    /** What the checks say of this content, without saving it. */
    Optional<List<Check>> check(ProgrammeId programme, PlanContent content);

    /** Saves the draft, opening it when there is none. Anything may be missing, but what is there must be well-formed. */
    PlanOutcome saveDraft(SaveDraft command);

    /**
     * Makes the draft the next version; from then on it cannot be changed. The programme must have been awarded, and what § 15 third paragraph demands
     * must be there; other checks do not stop it.
     */
    PlanOutcome approve(Approve command);

    /** @param expectedVersion of the draft as it was read; 0 when there was none */
    record SaveDraft(ProgrammeId programme, long expectedVersion, PlanContent content) {}

    record Approve(ProgrammeId programme, long expectedVersion) {}

    /**
     * @param content the draft, or what a new draft would start from: the newest version, or an empty plan with the programme's goal
     * @param draftVersion 0 when there is no draft
     * @param savedAt when the draft was last saved; {@code null} without one
     * @param goals the final goals the rules allow for this participant and offer; empty when they cannot tell
     * @param goalsEvaluation why; {@code null} when facts are missing
     * @param duration the length that follows from the chosen goal; {@code null} when it cannot be computed
     * @param versions newest first
     */
    record PlanView(
            ProgrammeId programme,
            ParticipantId participant,
            PlanContent content,
            long draftVersion,
            Instant savedAt,
            List<FinalGoal> goals,
            FinalGoal mainGoal,
            Evaluation goalsEvaluation,
            Evaluation duration,
            List<Check> checks,
            List<VersionLine> versions) {

        public PlanView {
            goals = List.copyOf(goals);
            checks = List.copyOf(checks);
            versions = List.copyOf(versions);
        }

        public boolean hasDraft() {
            return draftVersion > 0;
        }
    }

    record VersionLine(int number, Instant approvedAt, UUID approvedBy, FinalGoal finalGoal) {}

    /** An approved plan as it was approved. */
    record PlanVersion(
            ProgrammeId programme,
            ParticipantId participant,
            int number,
            Instant approvedAt,
            UUID approvedBy,
            PlanContent content,
            Integer maximumMonths,
            LocalDate lastDay,
            List<Evaluation> evaluations) {

        public PlanVersion {
            evaluations = List.copyOf(evaluations);
        }
    }

    /**
     * One line of the check panel. It explains; it never stops a draft from being saved.
     *
     * @param values what the sentence needs, by name: minutes as whole numbers, dates as ISO, counts
     */
    record Check(Kind kind, Level level, Map<String, String> values) {

        public Check {
            values = Map.copyOf(values);
        }

        public enum Level {
            MET,
            /** must be judged */
            JUDGE,
            NOT_MET
        }

        /** What is looked at. Every limit comes from a dated rule or table. */
        public enum Kind {
            /** § 15 third paragraph: final goal; and that it is one the rules allow */
            FINAL_GOAL,
            /** § 15 third paragraph */
            NORWEGIAN_GOAL,
            /** § 15 third paragraph */
            LONG_TERM_GOAL,
            /** § 14 a first paragraph a */
            WORK_OR_EDUCATION,
            /** § 14 a first paragraph b */
            NORWEGIAN,
            /** § 14 a first paragraph c */
            SOCIAL_STUDIES,
            /** § 14 a first paragraph d */
            LIFE_SKILLS,
            /** integreringsforskriften § 4: hours of each theme, for what the plan has of the course */
            LIFE_SKILLS_HOURS,
            /** § 14 a third paragraph: average of work-oriented hours a week from the day the minimum holds */
            WORK_HOURS,
            /** § 14 a second paragraph */
            PARENT_GUIDANCE,
            /** guidance: 37.5 hours, or 30 with substantial self-study */
            FULL_TIME,
            /** elements inside the programme's time, §§ 13 and 14 */
            INSIDE_PROGRAMME,
            /** § 15 fourth paragraph */
            REASONS
        }
    }
}
