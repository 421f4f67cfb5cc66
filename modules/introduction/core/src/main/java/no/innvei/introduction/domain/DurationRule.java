package no.innvei.introduction.domain;

import static no.innvei.introduction.domain.RuleWords.ANY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.domain.RuleWords.Education;
import no.innvei.introduction.domain.RuleWords.Extension;
import no.innvei.introduction.domain.RuleWords.Permit;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.NorwegianHolidays;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleSet.Version;
import no.innvei.kernel.rules.RuleTable;

/**
 * How long may the programme last, may or shall it be extended, and which is its last day? Computes {@code maximumMonths}, {@code extension},
 * {@code extensionMonths} and {@code lastDay}. Answers NO when the goal cannot be chosen that day, and when an extension is asked for that the law
 * does not give; {@code lastDay} is then left out, or is the one without extension.
 *
 * <p>Legal source: integreringsloven §§ 13 and 14, § 37 c before 2026, integreringsforskriften §§ 10, 19, 75 and 76. The decisive date is the date
 * of the offer of start alone.
 */
public final class DurationRule implements Rule {

    record Parameters(
            String permit,
            Education education,
            FinalGoal goal,
            int maximumMonths,
            Extension extension,
            int extensionMonths) {}

    private static final List<Fact> FACTS = List.of(
            Fact.word("education", Education.class),
            Fact.word("goal", FinalGoal.class),
            Fact.word("permitBasis", Permit.class),
            Fact.date("offerOn"),
            Fact.date("startOn"),
            Fact.yesNo("extended").optional(),
            Fact.wholeNumber("absenceAndLeaveWorkingDays").optional());

    private final List<RuleTable> tables;

    private final Map<List<String>, RuleSet<Parameters>> sets;
    private final AddedDaysRule addedDays;
    private final LocalDate firstVersion;

    public DurationRule() {
        this(
                RuleTable.read(
                        DurationRule.class,
                        "/rules/introduction-duration.table",
                        List.of("permit", "education", "goal"),
                        List.of("maximum_months", "extension", "extension_months")),
                new AddedDaysRule());
    }

    DurationRule(RuleTable durations, AddedDaysRule addedDays) {
        this.tables =
                Stream.concat(Stream.of(durations), addedDays.tables().stream()).toList();
        this.sets = durations.sets(row -> new Parameters(
                row.text("permit"),
                row.word("education", Education.class),
                row.word("goal", FinalGoal.class),
                row.integer("maximum_months"),
                row.word("extension", Extension.class),
                row.integer("extension_months")));
        this.addedDays = addedDays;
        this.firstVersion = durations.rows().stream()
                .map(RuleTable.Row::validFrom)
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    @Override
    public String name() {
        return "introduction.duration";
    }

    @Override
    public List<RuleTable> tables() {
        return tables;
    }

    @Override
    public List<Fact> facts() {
        return FACTS;
    }

    @Override
    public String decisiveFact() {
        return "offerOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        var facts = new Facts(FACTS, given);
        var education = facts.word("education", Education.class);
        var goal = facts.word("goal", FinalGoal.class);
        var permit = facts.word("permitBasis", Permit.class);
        var offerOn = facts.date("offerOn");
        var startOn = facts.date("startOn");
        var extended = facts.yes("extended");
        int days = facts.optionalInteger("absenceAndLeaveWorkingDays").orElse(0);
        var shown = Map.of(
                "education", education.name(),
                "goal", goal.name(),
                "permitBasis", permit.name(),
                "offerOn", offerOn.toString());

        if (offerOn.isBefore(firstVersion)) {
            return Outcomes.beforeTheFirstVersion(name(), "R-7.2", "integreringsloven §§ 13 og 14", offerOn, shown);
        }
        var found = inForce(education, goal, permit, offerOn);
        if (found.isEmpty()) {
            return notAGoal(education, goal, offerOn, shown);
        }
        var version = found.get();
        var law = version.parameters();
        var steps = new ArrayList<Step>();
        steps.add(new Step("R-7.2", version.legalBasis(), Answer.YES, shown, version.note()));
        var values = new LinkedHashMap<String, Object>();
        values.put("maximumMonths", law.maximumMonths());
        values.put("extension", law.extension().name());
        values.put("extensionMonths", law.extensionMonths());

        var answer = Answer.YES;
        int months = law.maximumMonths();
        if (extended) {
            var granted = law.extension() != Extension.NONE;
            steps.add(new Step(
                    "R-7.3",
                    version.legalBasis(),
                    granted ? Answer.YES : Answer.NO,
                    Map.of(
                            "extension",
                            law.extension().name(),
                            "extensionMonths",
                            Integer.toString(law.extensionMonths())),
                    null));
            if (granted) {
                months += law.extensionMonths();
            } else {
                answer = Answer.NO;
            }
        }
        var lastDay = Counting.lastDayOfPeriod(startOn, months);
        steps.add(new Step(
                "R-7.8",
                version.legalBasis(),
                Answer.YES,
                Map.of(
                        "startOn",
                        startOn.toString(),
                        "months",
                        Integer.toString(months),
                        "lastDay",
                        lastDay.toString()),
                null));
        var latest = version.validFrom();
        if (days > 0) {
            var away = addedDays.evaluate(days, offerOn);
            steps.addAll(away.steps());
            latest = Outcomes.later(latest, away.version());
            if (away.answer() == Answer.UNDETERMINED) {
                return new Evaluation(
                        name(), latest, offerOn, answer == Answer.NO ? Answer.NO : Answer.UNDETERMINED, values, steps);
            }
            lastDay = NorwegianHolidays.workingDaysAfter(
                    lastDay, (Integer) away.values().get(AddedDaysRule.ADDED));
        }
        values.put("lastDay", lastDay.toString());
        return new Evaluation(name(), latest, offerOn, answer, values, steps);
    }

    private Optional<Version<Parameters>> inForce(
            Education education, FinalGoal goal, Permit permit, LocalDate offerOn) {
        return version(permit.name(), education, goal, offerOn).or(() -> version(ANY, education, goal, offerOn));
    }

    private Optional<Version<Parameters>> version(
            String permit, Education education, FinalGoal goal, LocalDate offerOn) {
        return Optional.ofNullable(sets.get(List.of(permit, education.name(), goal.name())))
                .flatMap(set -> set.on(offerOn))
                .filter(version -> version.parameters() != null);
    }

    private Evaluation notAGoal(Education education, FinalGoal goal, LocalDate offerOn, Map<String, String> shown) {
        var set = sets.get(List.of(ANY, education.name(), goal.name()));
        var repealed = set == null ? Optional.<Version<Parameters>>empty() : set.on(offerOn);
        var latest = sets.values().stream()
                .map(others -> others.on(offerOn))
                .flatMap(Optional::stream)
                .filter(version -> version.parameters() != null
                        && version.parameters().permit().equals(ANY)
                        && version.parameters().education() == education)
                .map(Version::validFrom)
                .reduce(null, Outcomes::later);
        return new Evaluation(
                name(),
                repealed.map(Version::validFrom).orElse(latest),
                offerOn,
                Answer.NO,
                Map.of(),
                List.of(new Step(
                        "R-7.2",
                        repealed.map(Version::legalBasis).orElse("integreringsloven §§ 13 og 14"),
                        Answer.NO,
                        shown,
                        repealed.map(Version::note)
                                .orElse("Sluttmålet finnes ikke i loven for denne utdanningen på denne datoen."))));
    }
}
