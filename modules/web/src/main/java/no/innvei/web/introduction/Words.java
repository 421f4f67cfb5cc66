package no.innvei.web.introduction;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.Phase;
import no.innvei.web.page.Choice;
import no.innvei.web.rules.RuleWords;
import no.innvei.web.text.Texts;

/** Codes of the module in the words of the bundle: {@code <enum>.<CODE>}; what the rules of law speak of too has their words. */
final class Words {

    static final String BUNDLE = "introduction";

    static Texts texts() {
        return Texts.of(BUNDLE);
    }

    static String of(Enum<?> code) {
        return switch (code) {
            case null -> "–";
            case Category category -> RuleWords.word("category", category.name());
            case FinalGoal goal -> RuleWords.word("goal", goal.name());
            default -> texts().get(prefix(code) + code.name());
        };
    }

    static <E extends Enum<E>> List<Choice> choices(Class<E> codes, Predicate<E> which) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(which)
                .map(code -> Choice.of(code, of(code)))
                .toList();
    }

    private static String prefix(Enum<?> code) {
        return switch (code) {
            case DecisionKind d -> "decisionKind.";
            case ElementKind e -> "elementKind.";
            case EndingReason e -> "endingReason.";
            case Phase p -> "phase.";
            default -> throw new IllegalArgumentException("no words for " + code.getDeclaringClass());
        };
    }

    private Words() {}
}
