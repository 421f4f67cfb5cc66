package no.innvei.web.introduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntegrationPlans.Check;
import no.innvei.introduction.api.IntegrationPlans.Check.Kind;
import no.innvei.introduction.api.IntegrationPlans.Check.Level;
import no.innvei.introduction.api.PlanOutcome;
import no.innvei.introduction.api.ProgrammeOutcome;
import no.innvei.web.rules.RuleWords;
import no.innvei.web.text.Texts;
import org.junit.jupiter.api.Test;

class IntroductionWordsTest {

    private static final List<Locale> FORMS = List.of(Locale.of("nb"), Locale.of("nn"));

    @Test
    void hours_are_read_with_comma_or_point_and_kept_as_minutes() {
        assertEquals(2250, HoursConverter.minutes("37,5"));
        assertEquals(450, HoursConverter.minutes("7.5"));
        assertEquals(900, HoursConverter.minutes("15"));
        assertEquals("37,5", HoursConverter.written(2250));
        assertEquals("15", HoursConverter.written(900));
    }

    @Test
    void hours_that_cannot_be_are_not_taken_in() {
        for (var typed : List.of("0", "169", "femten", "-3", "1,234", "15t", "")) {
            assertNull(HoursConverter.minutes(typed), typed);
        }
    }

    @Test
    void every_code_has_words_in_both_forms() {
        for (var form : FORMS) {
            var texts = Texts.of(Words.BUNDLE, form);
            var ruleTexts = Texts.of(RuleWords.BUNDLE, form);
            for (var kind : ElementKind.values()) {
                assertTrue(
                        texts.has("elementKind." + kind) && texts.has("requirement." + kind.requirement()),
                        kind.name());
            }
            for (var goal : FinalGoal.values()) {
                assertTrue(ruleTexts.has("value." + goal), goal.name());
            }
            for (var reason : EndingReason.values()) {
                assertTrue(texts.has("endingReason." + reason), reason.name());
            }
            for (var category : Category.values()) {
                assertTrue(
                        ruleTexts.has("value." + category) || ruleTexts.has("value.category." + category),
                        category.name());
            }
            for (var needed : ProgrammeOutcome.Needed.values()) {
                assertTrue(texts.has("needed." + needed), needed.name());
            }
            for (var problem : PlanOutcome.Problem.values()) {
                assertTrue(texts.has("plan.problem." + problem), problem.name());
            }
            for (var field : ProgrammeOutcome.DateField.values()) {
                assertTrue(texts.has("programme.tooEarly." + field), field.name());
            }
        }
    }

    @Test
    void every_check_says_what_to_do() {
        for (var kind : Kind.values()) {
            for (var level : Level.values()) {
                if (possible(kind, level)) {
                    var line = CheckLine.of(List.of(new Check(kind, level, values(kind))))
                            .getFirst();
                    assertFalse(line.text().isBlank() || line.text().contains("{"), kind + " " + level);
                    assertFalse(line.legalBasis().isBlank(), kind.name());
                }
            }
        }
    }

    private static boolean possible(Kind kind, Level level) {
        return switch (kind) {
            case FINAL_GOAL -> true;
            case FULL_TIME, INSIDE_PROGRAMME, REASONS -> level != Level.NOT_MET;
            case NORWEGIAN_GOAL,
                    LONG_TERM_GOAL,
                    WORK_OR_EDUCATION,
                    NORWEGIAN,
                    SOCIAL_STUDIES,
                    LIFE_SKILLS,
                    LIFE_SKILLS_HOURS,
                    WORK_HOURS,
                    PARENT_GUIDANCE -> level != Level.JUDGE;
        };
    }

    private static Map<String, String> values(Kind kind) {
        return switch (kind) {
            case FULL_TIME ->
                Map.of(
                        "minutes",
                        "2250",
                        "limit",
                        "2250",
                        "weekOf",
                        "2026-12-07",
                        "weeksBelow",
                        "2",
                        "legalBasis",
                        "veiledning",
                        "validFrom",
                        "2021-01-01");
            case INSIDE_PROGRAMME -> Map.of("outside", "1", "firstDay", "2026-08-30", "lastDay", "2027-08-29");
            case REASONS -> Map.of("missing", "1");
            case PARENT_GUIDANCE ->
                Map.of("childUnder", "18", "legalBasis", "integreringsloven § 14 a", "validFrom", "2026-01-01");
            case WORK_OR_EDUCATION, NORWEGIAN, SOCIAL_STUDIES, LIFE_SKILLS ->
                Map.of("minutes", "4500", "legalBasis", "integreringsloven § 14 a", "validFrom", "2026-01-01");
            case WORK_HOURS ->
                Map.of(
                        "minutes",
                        "720",
                        "limit",
                        "900",
                        "from",
                        "2026-12-01",
                        "legalBasis",
                        "integreringsloven § 14 a tredje ledd",
                        "validFrom",
                        "2026-01-01");
            case LIFE_SKILLS_HOURS ->
                Map.of(
                        "migrationMinutes",
                        "600",
                        "migrationLimit",
                        "600",
                        "careerMinutes",
                        "840",
                        "careerLimit",
                        "900",
                        "legalBasis",
                        "integreringsforskriften § 4",
                        "validFrom",
                        "2026-01-01");
            case FINAL_GOAL -> Map.of("goal", "WORK");
            case NORWEGIAN_GOAL, LONG_TERM_GOAL -> Map.of();
        };
    }
}
