package no.innvei.introduction.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.introduction.api.PlanOutcome.BadElement;
import no.innvei.introduction.api.PlanOutcome.Problem;

/** Is an element well-formed? The database would refuse the same, but without saying what is wrong. */
public final class Elements {

    private static final int MINUTES_A_WEEK = 7 * 24 * 60;
    private static final int PROVIDER = 200;
    private static final int TEXT = 2000;

    /** The first thing that is wrong, if any. */
    public static Optional<BadElement> problem(PlanContent content) {
        var seen = new HashSet<UUID>();
        for (var element : content.elements()) {
            var found = problem(element);
            if (found == null && !seen.add(element.id())) {
                found = Problem.SAME_ID_TWICE;
            }
            if (found != null) {
                return Optional.of(new BadElement(element.id(), found));
            }
        }
        return tooLong(content.longTermGoal(), TEXT) || tooLong(content.goalReason(), TEXT)
                ? Optional.of(new BadElement(null, Problem.TEXT_TOO_LONG))
                : Optional.empty();
    }

    private static Problem problem(Element element) {
        if (element.kind() == null) {
            return Problem.KIND_MISSING;
        }
        if (element.from() == null || element.to() == null) {
            return Problem.DATES_MISSING;
        }
        if (element.to().isBefore(element.from())) {
            return Problem.ENDS_BEFORE_IT_STARTS;
        }
        if (element.minutesPerWeek() < 1 || element.minutesPerWeek() > MINUTES_A_WEEK) {
            return Problem.HOURS_OUT_OF_RANGE;
        }
        if (element.workOriented() && !element.kind().mayBeWorkOriented()) {
            return Problem.NOT_WORK_ORIENTED;
        }
        return tooLong(element.provider(), PROVIDER) || tooLong(element.reason(), TEXT) ? Problem.TEXT_TOO_LONG : null;
    }

    private static boolean tooLong(String text, int limit) {
        return text != null && text.length() > limit;
    }

    /** Minutes a week of everything that runs on a day. */
    static int minutesOn(List<Element> elements, LocalDate day) {
        return elements.stream()
                .filter(element -> element.runsOn(day))
                .mapToInt(Element::minutesPerWeek)
                .sum();
    }

    private Elements() {}
}
