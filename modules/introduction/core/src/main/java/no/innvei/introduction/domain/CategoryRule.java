package no.innvei.introduction.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.domain.RuleWords.Citizenship;
import no.innvei.introduction.domain.RuleWords.Permit;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Evaluation.Step;
import no.innvei.kernel.rules.Fact;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;

/**
 * Has this person a right and a duty to take part in the introduction programme, a right only, or may the municipality offer it? Answers YES
 * when the {@code category} is not NONE.
 *
 * <p>Legal source: integreringsloven §§ 8 and 9, and § 37 c for collective protection. The decisive date is the day of the § 12 decision. Age
 * is counted on the day the permit was granted. The steps name every question, also after the answer is clear.
 *
 * <p>An older permit may be outside the act (§ 52). Whoever has lived here past the limit has no right whether it is or not, so nobody is asked.
 */
public final class CategoryRule implements Rule {

    private static final List<Fact> FACTS = List.of(
            Fact.date("bornOn"),
            Fact.word("permitBasis", Permit.class),
            Fact.date("permitGrantedOn"),
            Fact.yesNo("followsFamilyPermit").optional(),
            Fact.word("citizenship", Citizenship.class),
            Fact.yesNo("settledByAgreement"),
            Fact.date("settledOn").optional(),
            Fact.date("claimedOn").optional(),
            Fact.date("decisionOn"),
            Fact.number("workHoursPerWeek").optional());

    /** Whom the municipality may offer a programme, § 8 third paragraph. */
    private enum Group {
        /** Family of persons outside § 9 f. */
        FAMILY_OTHER,
        /** A § 9 permit, and older than those with right and duty. */
        OVER_MAXIMUM_AGE,
        /** Everything but settlement by agreement. */
        WITHOUT_AGREEMENT
    }

    private final RuleTable table;

    private final RuleSet<LocalDate> actAppliesFrom;
    private final RuleSet<Integer> minimumAge;
    private final RuleSet<Integer> maximumAge;
    private final RuleSet<Integer> residenceYears;
    private final RuleSet<List<Permit>> permits;
    private final RuleSet<List<Permit>> permitsWithoutAgreement;
    private final RuleSet<List<Citizenship>> outsideCitizenship;
    private final RuleSet<Integer> workHours;
    private final RuleSet<Category> collectiveProtection;
    private final RuleSet<LocalDate> collectivePermitsFrom;
    private final RuleSet<List<Group>> mayBeOffered;

    public CategoryRule() {
        this(RuleTable.read(
                CategoryRule.class, "/rules/introduction-category.table", List.of("parameter"), List.of("value")));
    }

    CategoryRule(RuleTable table) {
        this.table = table;
        actAppliesFrom = table.set(row -> LocalDate.parse(row.text("value")), "act_applies_to_permits_from");
        collectivePermitsFrom =
                table.set(row -> LocalDate.parse(row.text("value")), "collective_protection_permits_from");
        mayBeOffered = table.set(row -> row.words("value", Group.class), "may_be_offered");
        minimumAge = table.set(RuleWords::number, "minimum_age");
        maximumAge = table.set(RuleWords::number, "maximum_age");
        residenceYears = table.set(RuleWords::number, "residence_limit_years");
        permits = table.set(CategoryRule::permits, "permits");
        permitsWithoutAgreement = table.set(CategoryRule::permits, "permits_without_agreement");
        outsideCitizenship = table.set(row -> row.words("value", Citizenship.class), "outside_citizenship");
        workHours = table.set(RuleWords::number, "work_hours_limit");
        collectiveProtection = table.set(row -> row.word("value", Category.class), "collective_protection");
    }

    private static List<Permit> permits(RuleTable.Row row) {
        return row.words("value", Permit.class);
    }

    @Override
    public String name() {
        return "introduction.category";
    }

    @Override
    public List<RuleTable> tables() {
        return List.of(table);
    }

    @Override
    public List<Fact> facts() {
        return FACTS;
    }

    @Override
    public String decisiveFact() {
        return "decisionOn";
    }

    @Override
    public Evaluation evaluate(Map<String, Object> given) {
        return new Case(new Facts(FACTS, given)).answer();
    }

    /** One evaluation under way: the facts, the steps taken so far and the latest version that took part. */
    private final class Case {

        private final LocalDate bornOn;
        private final Permit permit;
        private final LocalDate grantedOn;
        private final boolean byAgreement;
        private final LocalDate settledOn;
        private final LocalDate claimedOn;
        private final LocalDate decisionOn;
        private final Citizenship citizenship;
        private final BigDecimal work;
        private final boolean followsFamilyPermit;
        private final List<Step> steps = new ArrayList<>();
        private LocalDate version;
        private boolean oldEnough;
        private boolean youngEnough;

        Case(Facts facts) {
            bornOn = facts.date("bornOn");
            permit = facts.word("permitBasis", Permit.class);
            grantedOn = facts.date("permitGrantedOn");
            byAgreement = facts.yes("settledByAgreement");
            settledOn = facts.optionalDate("settledOn").orElse(null);
            claimedOn = facts.optionalDate("claimedOn").orElse(null);
            decisionOn = facts.date("decisionOn");
            citizenship = facts.word("citizenship", Citizenship.class);
            work = facts.optionalDecimal("workHoursPerWeek").orElse(null);
            followsFamilyPermit = facts.yes("followsFamilyPermit");
        }

        Evaluation answer() {
            if (actAppliesFrom.on(decisionOn).isEmpty()) {
                return Outcomes.beforeTheFirstVersion(
                        name(),
                        "R-0.2",
                        "integreringsloven § 52",
                        decisionOn,
                        Map.of("decisionOn", decisionOn.toString()));
            }
            var applies = theActApplies();
            var inside = citizenshipIsInside();
            var listed = permitIsListed();
            ageIsInside(Counting.age(bornOn, grantedOn));
            var recent = livedHereForLessThanTheLimit();
            var agreement = settledAsRequired();
            var free = notInWork();

            if (recent == Answer.NO) {
                return category(Category.NONE);
            }
            if (applies == Answer.UNDETERMINED) {
                return evaluation(Answer.UNDETERMINED, null);
            }
            var family = permit == Permit.FAMILY_OTHER;
            if (inside == Answer.NO || listed == Answer.NO && !family || !oldEnough && !family) {
                return category(Category.NONE);
            }
            if (recent == Answer.UNDETERMINED) {
                return evaluation(Answer.UNDETERMINED, null);
            }
            if (family) {
                return mayBeOffered(Group.FAMILY_OTHER);
            }
            if (!youngEnough) {
                return mayBeOffered(Group.OVER_MAXIMUM_AGE);
            }
            if (agreement == Answer.NO) {
                return mayBeOffered(Group.WITHOUT_AGREEMENT);
            }
            if (free == Answer.NO) {
                return category(Category.NONE);
            }
            return category(collective());
        }

        private Answer theActApplies() {
            return ask(
                    "R-0.2",
                    actAppliesFrom,
                    limit -> grantedOn.isBefore(limit) ? Answer.UNDETERMINED : Answer.YES,
                    Map.of("permitGrantedOn", grantedOn.toString()),
                    answer -> answer == Answer.UNDETERMINED);
        }

        private Answer citizenshipIsInside() {
            return ask(
                    "R-3.1f",
                    outsideCitizenship,
                    outside -> outside.contains(citizenship) ? Answer.NO : Answer.YES,
                    Map.of("citizenship", citizenship.name()));
        }

        private Answer permitIsListed() {
            return ask(
                    "R-3.1b",
                    permits,
                    listed -> listed.contains(permit) ? Answer.YES : Answer.NO,
                    Map.of("permitBasis", permit.name()));
        }

        /** One question with two bounds, both inside. */
        private void ageIsInside(int age) {
            var least = minimumAge.on(decisionOn).orElseThrow();
            var most = maximumAge.on(decisionOn).orElseThrow();
            version = Outcomes.later(version, Outcomes.later(least.validFrom(), most.validFrom()));
            oldEnough = age >= least.parameters();
            youngEnough = age <= most.parameters();
            steps.add(new Step(
                    "R-3.1a",
                    most.legalBasis(),
                    oldEnough && youngEnough ? Answer.YES : Answer.NO,
                    Map.of(
                            "age", Integer.toString(age),
                            "permitGrantedOn", grantedOn.toString(),
                            "minimumAge", least.parameters().toString(),
                            "maximumAge", most.parameters().toString()),
                    age >= most.parameters() - 1 ? most.note() : null));
        }

        private boolean agreementNotNeeded() {
            return permit == Permit.FAMILY_OTHER
                    || permit == Permit.A && followsFamilyPermit
                    || permitsWithoutAgreement
                            .on(decisionOn)
                            .map(version -> version.parameters().contains(permit))
                            .orElse(false);
        }

        /** The two years run from first settlement, or from the permit when that is later and does not follow a § 9 f permit. */
        private Answer livedHereForLessThanTheLimit() {
            var facts = new HashMap<String, String>();
            facts.put("decisionOn", decisionOn.toString());
            var settled = settledOn != null ? settledOn : agreementNotNeeded() ? claimedOn : null;
            if (settled == null) {
                return ask("R-3.1d", residenceYears, limit -> Answer.UNDETERMINED, facts);
            }
            facts.put(settledOn != null ? "settledOn" : "claimedOn", settled.toString());
            var from = grantedOn.isAfter(settled) && !followsFamilyPermit ? grantedOn : settled;
            facts.put("residenceFrom", from.toString());
            return ask(
                    "R-3.1d",
                    residenceYears,
                    years -> {
                        var completed = Counting.anniversary(from, years);
                        facts.put("lastDayInside", completed.minusDays(1).toString());
                        return decisionOn.isBefore(completed) ? Answer.YES : Answer.NO;
                    },
                    facts);
        }

        private Answer settledAsRequired() {
            return ask(
                    "R-3.1c",
                    permitsWithoutAgreement,
                    without -> byAgreement || agreementNotNeeded() ? Answer.YES : Answer.NO,
                    Map.of(
                            "settledByAgreement",
                            Boolean.toString(byAgreement),
                            "agreementNeeded",
                            Boolean.toString(!agreementNotNeeded())),
                    answer -> followsFamilyPermit);
        }

        /** Work takes right and duty away, never the municipality's power to offer. Hours nobody has told of are read as no work. */
        private Answer notInWork() {
            if (workHours.on(decisionOn).isEmpty()) {
                return Answer.YES;
            }
            return ask(
                    "R-3.1e",
                    workHours,
                    limit -> work != null && work.compareTo(BigDecimal.valueOf(limit)) >= 0 ? Answer.NO : Answer.YES,
                    work == null ? Map.of() : Map.of("workHoursPerWeek", work.toPlainString()));
        }

        private Category collective() {
            if (permit != Permit.E) {
                return Category.RIGHT_AND_DUTY;
            }
            var found = collectiveProtection.on(decisionOn).orElse(null);
            if (found == null
                    || grantedOn.isBefore(
                            collectivePermitsFrom.on(decisionOn).orElseThrow().parameters())) {
                return Category.RIGHT_AND_DUTY;
            }
            version = Outcomes.later(version, found.validFrom());
            steps.add(new Step(
                    "R-13",
                    found.legalBasis(),
                    Answer.YES,
                    Map.of("category", found.parameters().name()),
                    found.note()));
            return found.parameters();
        }

        private Evaluation mayBeOffered(Group group) {
            var found = mayBeOffered.on(decisionOn).orElseThrow();
            var open = found.parameters().contains(group);
            steps.add(new Step(
                    "R-3.2",
                    found.legalBasis(),
                    open ? Answer.YES : Answer.NO,
                    Map.of("group", group.name()),
                    group == Group.FAMILY_OTHER ? found.note() : null));
            return category(open ? Category.MAY_BE_OFFERED : Category.NONE);
        }

        private Evaluation category(Category category) {
            return evaluation(category == Category.NONE ? Answer.NO : Answer.YES, category);
        }

        private Evaluation evaluation(Answer answer, Category category) {
            return new Evaluation(
                    name(),
                    version,
                    decisionOn,
                    answer,
                    category == null ? Map.of() : Map.of("category", category.name()),
                    steps);
        }

        private <T> Answer ask(String step, RuleSet<T> set, Function<T, Answer> question, Map<String, String> facts) {
            return ask(step, set, question, facts, answer -> true);
        }

        private <T> Answer ask(
                String step,
                RuleSet<T> set,
                Function<T, Answer> question,
                Map<String, String> facts,
                Predicate<Answer> withNote) {
            var found = set.on(decisionOn).orElseThrow();
            version = Outcomes.later(version, found.validFrom());
            var answer = question.apply(found.parameters());
            steps.add(new Step(step, found.legalBasis(), answer, facts, withNote.test(answer) ? found.note() : null));
            return answer;
        }
    }
}
