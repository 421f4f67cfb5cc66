package no.innvei.web.introduction;

import java.time.LocalDate;
import java.util.List;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntegrationPlans.Check;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/**
 * One line of the check panel in words.
 *
 * @param answer {@code ja}, {@code nei} or {@code vurder}
 * @param summary the short result at the end of the line
 * @param note guidance or our reading; {@code null} when there is none
 */
public record CheckLine(
        String answer,
        String icon,
        String spoken,
        String title,
        String summary,
        String text,
        String legalBasis,
        String validFrom,
        String note) {

    static List<CheckLine> of(List<Check> checks) {
        return checks.stream().map(CheckLine::of).toList();
    }

    private static CheckLine of(Check check) {
        var words = Words.texts();
        var key = "check." + check.kind().name();
        var answer = switch (check.level()) {
            case MET -> "ja";
            case JUDGE -> "vurder";
            case NOT_MET -> "nei";
        };
        var icon = switch (check.level()) {
            case MET -> "tick-circle";
            case JUDGE -> "triangle";
            case NOT_MET -> "octagon";
        };
        var validFrom = check.values().get("validFrom");
        return new CheckLine(
                answer,
                icon,
                Texts.of("shell").get("answer." + answer),
                words.get(key + ".title"),
                summary(words, check),
                text(words, check),
                check.values().getOrDefault("legalBasis", words.has(key + ".basis") ? words.get(key + ".basis") : ""),
                validFrom == null ? null : NorwegianFormat.date(LocalDate.parse(validFrom)),
                check.values().get("note"));
    }

    private static String summary(Texts words, Check check) {
        return switch (check.kind()) {
            case FULL_TIME, WORK_HOURS -> hours(check, "minutes");
            case LIFE_SKILLS_HOURS ->
                NorwegianFormat.hours(Long.parseLong(check.values().get("migrationMinutes"))
                        + Long.parseLong(check.values().get("careerMinutes")));
            case WORK_OR_EDUCATION, NORWEGIAN, SOCIAL_STUDIES, LIFE_SKILLS ->
                check.level() == Check.Level.MET ? hours(check, "minutes") : words.get("check.missing");
            case INSIDE_PROGRAMME ->
                check.level() == Check.Level.MET
                        ? words.get("check.ok")
                        : words.get("check.outside", number(check, "outside"));
            case REASONS ->
                check.level() == Check.Level.MET
                        ? words.get("check.ok")
                        : words.get("check.count", number(check, "missing"));
            case FINAL_GOAL, NORWEGIAN_GOAL, LONG_TERM_GOAL, PARENT_GUIDANCE ->
                words.get(check.level() == Check.Level.MET ? "check.ok" : "check.missing");
        };
    }

    private static String text(Texts words, Check check) {
        var key = "check." + check.kind().name() + "." + check.level().name();
        return switch (check.kind()) {
            case FULL_TIME ->
                words.get(
                        key,
                        hours(check, "minutes"),
                        hours(check, "limit"),
                        LocalDate.parse(check.values().get("weekOf")),
                        number(check, "weeksBelow"));
            case WORK_HOURS ->
                words.get(
                        key,
                        hours(check, "minutes"),
                        hours(check, "limit"),
                        LocalDate.parse(check.values().get("from")));
            case LIFE_SKILLS_HOURS ->
                words.get(
                        key,
                        hours(check, "migrationMinutes"),
                        hours(check, "migrationLimit"),
                        hours(check, "careerMinutes"),
                        hours(check, "careerLimit"));
            case INSIDE_PROGRAMME ->
                words.get(
                        key,
                        number(check, "outside"),
                        LocalDate.parse(check.values().get("firstDay")),
                        LocalDate.parse(check.values().get("lastDay")));
            case REASONS -> words.get(key, number(check, "missing"));
            case PARENT_GUIDANCE -> words.get(key, number(check, "childUnder"));
            case FINAL_GOAL -> goal(words, check);
            case WORK_OR_EDUCATION, NORWEGIAN, SOCIAL_STUDIES, LIFE_SKILLS, NORWEGIAN_GOAL, LONG_TERM_GOAL ->
                words.get(key);
        };
    }

    private static String goal(Texts words, Check check) {
        var goal = check.values().get("goal");
        var mainGoal = check.values().get("mainGoal");
        if (goal == null) {
            return words.get("check.FINAL_GOAL.NOT_MET");
        }
        if (mainGoal != null) {
            return words.get("check.FINAL_GOAL.reason", Words.of(FinalGoal.valueOf(mainGoal)));
        }
        return check.level() == Check.Level.NOT_MET
                ? words.get("check.FINAL_GOAL.notAllowed", Words.of(FinalGoal.valueOf(goal)))
                : words.get("check.FINAL_GOAL." + check.level().name());
    }

    private static String hours(Check check, String name) {
        return NorwegianFormat.hours(Long.parseLong(check.values().get(name)));
    }

    private static Integer number(Check check, String name) {
        return Integer.valueOf(check.values().get(name));
    }
}
