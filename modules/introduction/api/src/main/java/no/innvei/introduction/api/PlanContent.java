package no.innvei.introduction.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.Uuid7;

/**
 * What an integration plan (integreringsplan, integreringsloven § 15) says. A draft may lack anything.
 *
 * @param finalGoal {@code null} until chosen
 * @param goalReason why another goal than the main goal was chosen; {@code null} when there is none
 * @param longTermGoal at most 2000 characters, or {@code null}
 * @param substantialSelfStudy the elements carry substantial self-study, so that full time is 30 scheduled hours
 * @param elements at most {@value #MOST_ELEMENTS}
 */
public record PlanContent(
        FinalGoal finalGoal,
        String goalReason,
        NorwegianGoal norwegianGoal,
        String longTermGoal,
        boolean substantialSelfStudy,
        List<Element> elements) {

    public static final int MOST_ELEMENTS = 200;

    public PlanContent {
        norwegianGoal = norwegianGoal == null ? NorwegianGoal.NOT_SET : norwegianGoal;
        elements = List.copyOf(elements);
        if (elements.size() > MOST_ELEMENTS) {
            throw new IllegalArgumentException("plan of " + elements.size() + " elements");
        }
    }

    public static PlanContent empty() {
        return new PlanContent(null, null, NorwegianGoal.NOT_SET, null, false, List.of());
    }

    /**
     * One element (tiltak) with its extent.
     *
     * @param id stays the same from version to version; {@link #nextId} for a new one
     * @param provider who gives it, at most 200 characters; {@code null} when not agreed
     * @param from first day
     * @param to last day, not before {@code from}
     * @param minutesPerWeek 1 to 10080
     * @param workOriented counts towards § 14 a third paragraph; only for kinds that {@link ElementKind#mayBeWorkOriented()}
     * @param reason why it strengthens work participation and the Norwegian goal (§ 15 fourth paragraph), or {@code null}
     */
    public record Element(
            UUID id,
            ElementKind kind,
            String provider,
            LocalDate from,
            LocalDate to,
            int minutesPerWeek,
            boolean workOriented,
            String reason) {

        public static UUID nextId() {
            return Uuid7.next();
        }

        /** In force on a day. */
        public boolean runsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Whole weeks or part of weeks from first to last day, times the hours a week. */
        public long totalMinutes() {
            long days = to.toEpochDay() - from.toEpochDay() + 1;
            return Math.round(days / 7.0 * minutesPerWeek);
        }
    }
}
