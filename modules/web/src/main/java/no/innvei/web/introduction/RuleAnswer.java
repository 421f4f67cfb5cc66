package no.innvei.web.introduction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.web.text.NorwegianFormat;

/** The answer of a rule in one sentence; the steps explain it. */
final class RuleAnswer {

    static String of(Evaluation evaluation) {
        var texts = Words.texts();
        if (evaluation.answer() == Answer.UNDETERMINED) {
            return texts.get("answer.undetermined");
        }
        var values = evaluation.values();
        return switch (evaluation.rule()) {
            case "introduction.category" -> Words.of(Category.valueOf(text(values, "category")));
            case "introduction.start-deadline" -> texts.get("answer.deadline", date(values, "decideAndStartBy"));
            case "introduction.goals" -> texts.get("answer.goals", goals(values));
            case "introduction.duration" -> duration(evaluation);
            default -> texts.get("answer." + (evaluation.answer() == Answer.YES ? "yes" : "no"));
        };
    }

    private static String duration(Evaluation evaluation) {
        var values = evaluation.values();
        if (!values.containsKey("maximumMonths")) {
            return Words.texts().get("answer.notAGoal");
        }
        var length = Words.texts()
                .get(
                        "answer.duration." + text(values, "extension"),
                        Integer.valueOf(text(values, "maximumMonths")),
                        Integer.valueOf(text(values, "extensionMonths")));
        return values.containsKey("lastDay")
                ? length + " " + Words.texts().get("answer.lastDay", date(values, "lastDay"))
                : length;
    }

    private static String goals(Map<String, Object> values) {
        var words = new ArrayList<String>();
        if (values.get("goals") instanceof List<?> goals) {
            goals.forEach(goal -> words.add(Words.of(FinalGoal.valueOf(goal.toString()))));
        }
        return String.join(", ", words);
    }

    private static String text(Map<String, Object> values, String name) {
        return String.valueOf(values.get(name));
    }

    private static String date(Map<String, Object> values, String name) {
        return NorwegianFormat.date(LocalDate.parse(text(values, name)));
    }

    private RuleAnswer() {}
}
