package no.innvei.introduction;

import static no.innvei.introduction.Municipality.date;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.IntegrationPlans.Approve;
import no.innvei.introduction.api.IntegrationPlans.Check.Kind;
import no.innvei.introduction.api.IntegrationPlans.Check.Level;
import no.innvei.introduction.api.IntegrationPlans.SaveDraft;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.Phase;
import no.innvei.introduction.api.PlanComparison.Change;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.introduction.api.PlanOutcome;
import no.innvei.introduction.api.ProgrammeChanged.What;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.Programmes;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.participant.api.EducationLevel;
import org.junit.jupiter.api.Test;

class PlanScenarioTest {

    private static final NorwegianGoal B1 = new NorwegianGoal(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B2);

    private final Municipality bergen = Municipality.on("2026-08-20");

    @Test
    void a_plan_is_drafted_saved_again_and_approved_as_version_1() {
        var programme = awarded(Person.settled("2026-06-15"));
        var saved = save(programme, 0, fullPlan());
        saved = save(programme, saved.draftVersion(), fullPlan());

        var approved = assertInstanceOf(PlanOutcome.Approved.class, approve(programme, saved.draftVersion()));

        assertEquals(1, approved.number());
        var plan = bergen.plans(p -> p.find(programme)).orElseThrow();
        assertEquals(0, plan.draftVersion());
        assertEquals(1, plan.versions().size());
        var version = bergen.plans(p -> p.version(programme, 1)).orElseThrow();
        assertEquals(FinalGoal.WORK, version.content().finalGoal());
        assertEquals(5, version.content().elements().size());
        assertEquals(12, version.maximumMonths());
        assertEquals(
                List.of("introduction.goals", "introduction.duration"),
                version.evaluations().stream().map(one -> one.rule()).toList());
    }

    @Test
    void the_register_hears_of_what_is_new_or_different_and_of_nothing_else() {
        var programme = awarded(Person.settled("2026-06-15"));
        var plan = fullPlan();
        approve(programme, save(programme, 0, plan).draftVersion());
        assertEquals(5, count(What.ELEMENT));
        assertEquals(1, count(What.NORWEGIAN_GOAL));
        assertEquals(1, count(What.GOAL)); // from the decision
        bergen.changes().clear();

        var elements = new ArrayList<>(plan.elements());
        var placement = elements.get(4);
        elements.set(4, element(placement.id(), ElementKind.WORK_PLACEMENT, 1200));
        elements.remove(3);
        approve(programme, save(programme, 0, with(plan, elements)).draftVersion());

        assertEquals(List.of(What.ELEMENT, What.ELEMENT), bergen.told());
        var gone = bergen.register(
                        r -> r.element(programme, plan.elements().get(3).id()))
                .orElseThrow();
        assertTrue(gone.withdrawn());
        assertEquals(1, gone.planVersion());
        var changed = bergen.register(r -> r.element(programme, placement.id())).orElseThrow();
        assertEquals(1200, changed.minutesPerWeek());
        assertEquals(2, changed.planVersion());
    }

    @Test
    void versions_and_the_draft_are_compared_and_what_is_not_there_is_not() {
        var programme = awarded(Person.settled("2026-06-15"));
        var plan = fullPlan();
        approve(programme, save(programme, 0, plan).draftVersion());
        assertEquals(Optional.empty(), bergen.plans(p -> p.compare(programme, 1, null)));
        var fewer = new ArrayList<>(plan.elements());
        var gone = fewer.remove(3);
        var saved = save(programme, 0, with(plan, fewer));

        var draft = bergen.plans(p -> p.compare(programme, 1, null)).orElseThrow();
        assertEquals(List.of(new Change.ElementRemoved(gone)), draft.changes());
        assertEquals(Evaluation.Answer.YES, draft.essential().answer());
        approve(programme, saved.draftVersion());
        assertEquals(
                List.of(new Change.ElementAdded(gone)),
                bergen.plans(p -> p.compare(programme, 2, 1)).orElseThrow().changes());
        assertEquals(
                Evaluation.Answer.NO,
                bergen.plans(p -> p.compare(programme, 2, 2))
                        .orElseThrow()
                        .essential()
                        .answer());
        assertEquals(Optional.empty(), bergen.plans(p -> p.compare(programme, 1, 3)));
        assertEquals(Optional.empty(), Municipality.on("2026-08-20").plans(p -> p.compare(programme, 1, 2)));
    }

    @Test
    void changing_the_goal_in_the_plan_changes_the_length_of_the_programme() {
        var programme = awarded(Person.settled("2026-06-15").education(EducationLevel.PRIMARY_COMPLETED));
        assertEquals(24, bergen.programme(programme).maximumMonths());
        var plan = fullPlan();
        var longer = new PlanContent(
                FinalGoal.COMPLETE_UPPER_SECONDARY,
                null,
                plan.norwegianGoal(),
                plan.longTermGoal(),
                false,
                plan.elements());

        approve(programme, save(programme, 0, longer).draftVersion());

        assertEquals(48, bergen.programme(programme).maximumMonths());
        assertEquals(date("2030-08-29"), bergen.programme(programme).lastDay());
        assertEquals(2, count(What.GOAL));
    }

    @Test
    void a_plan_that_lacks_what_section_15_demands_is_saved_and_not_approved() {
        var programme = awarded(Person.settled("2026-06-15"));
        var saved = save(programme, 0, PlanContent.empty());

        var outcome = assertInstanceOf(PlanOutcome.ContentMissing.class, approve(programme, saved.draftVersion()));

        assertEquals(
                List.of(Kind.FINAL_GOAL, Kind.NORWEGIAN_GOAL, Kind.LONG_TERM_GOAL, Kind.WORK_OR_EDUCATION),
                outcome.missing());
    }

    @Test
    void a_plan_waits_for_the_decision() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");
        var saved = save(programme, 0, fullPlan());

        assertEquals(
                new PlanOutcome.NotNow(programme, Phase.BEFORE_DECISION), approve(programme, saved.draftVersion()));
    }

    @Test
    void two_people_at_once_do_not_overwrite_each_others_draft() {
        var programme = awarded(Person.settled("2026-06-15"));
        var saved = save(programme, 0, fullPlan());
        save(programme, saved.draftVersion(), with(fullPlan(), List.of()));

        assertEquals(
                new PlanOutcome.ChangedMeanwhile(programme),
                bergen.plans(p -> p.saveDraft(new SaveDraft(programme, saved.draftVersion(), fullPlan()))));
        assertEquals(new PlanOutcome.ChangedMeanwhile(programme), approve(programme, saved.draftVersion()));
    }

    @Test
    void an_element_that_cannot_be_is_named() {
        var programme = awarded(Person.settled("2026-06-15"));
        var norwegian = element(Element.nextId(), ElementKind.NORWEGIAN, 600);
        var wrong = new Element(
                norwegian.id(), ElementKind.NORWEGIAN, null, norwegian.from(), norwegian.to(), 600, true, null);

        assertEquals(
                new PlanOutcome.BadElement(norwegian.id(), PlanOutcome.Problem.NOT_WORK_ORIENTED),
                bergen.plans(p -> p.saveDraft(new SaveDraft(programme, 0, with(fullPlan(), List.of(wrong))))));
    }

    @Test
    void the_checks_say_what_is_missing_and_what_must_be_judged() {
        var programme = awarded(Person.settled("2026-06-15").child("2020-02-02"));
        var half = with(fullPlan(), fullPlan().elements().subList(0, 2));

        var checks = bergen.plans(p -> p.check(programme, half)).orElseThrow();

        assertEquals(Level.MET, level(checks, Kind.NORWEGIAN));
        assertEquals(Level.NOT_MET, level(checks, Kind.LIFE_SKILLS));
        assertEquals(Level.NOT_MET, level(checks, Kind.WORK_OR_EDUCATION));
        assertEquals(Level.NOT_MET, level(checks, Kind.PARENT_GUIDANCE));
        assertEquals(Level.JUDGE, level(checks, Kind.FULL_TIME));
        assertEquals(
                Level.MET,
                level(bergen.plans(p -> p.check(programme, fullPlan())).orElseThrow(), Kind.FULL_TIME));
    }

    @Test
    void an_approved_version_cannot_be_changed_or_deleted_by_the_application() {
        var programme = awarded(Person.settled("2026-06-15"));
        approve(programme, save(programme, 0, fullPlan()).draftVersion());

        for (var statement : List.of(
                "update introduction.plan_version set long_term_goal = 'noe annet'",
                "delete from introduction.plan_version",
                "update introduction.plan_version_element set minutes_per_week = 1",
                "delete from introduction.plan_version_element",
                "update introduction.evaluation set body = '{}'",
                "delete from introduction.evaluation",
                "truncate introduction.plan_version cascade")) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> bergen.sql().asApp(bergen.adviser(), connection -> {
                        try (var sql = connection.createStatement()) {
                            return sql.executeUpdate(statement);
                        }
                    }),
                    statement);
            assertEquals("42501", refused.getSQLState(), statement);
        }
    }

    @Test
    void the_published_view_has_one_row_per_participant_with_her_newest_programme() throws Exception {
        var programme = awarded(Person.settled("2026-06-15"));
        approve(programme, save(programme, 0, fullPlan()).draftVersion());
        bergen.registers(Person.settled("2026-07-01").facts());
        bergen.registers(Person.settled("2026-07-02")
                .citizen(no.innvei.participant.api.CitizenshipGroup.EEA)
                .facts());

        var rows = bergen.sql().asApp(bergen.adviser(), connection -> {
            var found = new ArrayList<String>();
            try (var sql = connection.createStatement();
                    var row = sql.executeQuery(
                            "select phase, category, decide_and_start_by, plan_version, has_draft, last_day, programme_id is null"
                                    + " from introduction.pub_programme order by decide_and_start_by")) {
                while (row.next()) {
                    found.add(
                            row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4)
                                    + " " + row.getString(5) + " " + row.getString(6) + " " + row.getString(7));
                }
            }
            return found;
        });

        assertEquals(
                List.of(
                        "DECIDED RIGHT_AND_DUTY 2026-09-15 1 f 2027-08-29 f",
                        "BEFORE_DECISION RIGHT_AND_DUTY 2026-10-01 null f null t"),
                rows);
    }

    @Test
    void a_protected_participants_programme_is_hidden_without_clearance() throws Exception {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");

        bergen.sql().asApp(bergen.adviser(), connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into platform.protected_participant (tenant_id, participant_id, level) values (?, ?, 1)")) {
                insert.setInt(1, bergen.adviser().tenant());
                insert.setObject(2, rahel.value());
                return insert.executeUpdate();
            }
        });

        assertTrue(bergen.programmes(p -> p.find(programme)).isEmpty());
        assertTrue(bergen.plans(p -> p.find(programme)).isEmpty());
    }

    private ProgrammeId awarded(Person person) {
        var id = bergen.registers(person.facts());
        var programme = bergen.offers(id, null, "2026-08-17");
        bergen.programmes(p -> p.decide(new Programmes.Decide(
                programme,
                1,
                DecisionKind.AWARDED,
                date("2026-08-20"),
                date("2026-08-30"),
                FinalGoal.WORK,
                null,
                null,
                null)));
        return programme;
    }

    private PlanOutcome.Saved save(ProgrammeId programme, long version, PlanContent content) {
        return assertInstanceOf(
                PlanOutcome.Saved.class, bergen.plans(p -> p.saveDraft(new SaveDraft(programme, version, content))));
    }

    private PlanOutcome approve(ProgrammeId programme, long version) {
        return bergen.plans(p -> p.approve(new Approve(programme, version)));
    }

    private long count(What what) {
        return bergen.told().stream().filter(what::equals).count();
    }

    private static Level level(List<no.innvei.introduction.api.IntegrationPlans.Check> checks, Kind kind) {
        return checks.stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static PlanContent fullPlan() {
        return new PlanContent(
                FinalGoal.WORK,
                null,
                B1,
                "Fast arbeid i barnehage.",
                false,
                List.of(
                        element(UUID.fromString("01900000-0000-7000-8000-000000000001"), ElementKind.NORWEGIAN, 900),
                        element(
                                UUID.fromString("01900000-0000-7000-8000-000000000002"),
                                ElementKind.SOCIAL_STUDIES,
                                180),
                        element(
                                UUID.fromString("01900000-0000-7000-8000-000000000003"),
                                ElementKind.LIFE_SKILLS_CAREER_COMPETENCE,
                                120),
                        element(
                                UUID.fromString("01900000-0000-7000-8000-000000000004"),
                                ElementKind.PARENT_GUIDANCE,
                                90),
                        element(
                                UUID.fromString("01900000-0000-7000-8000-000000000005"),
                                ElementKind.WORK_PLACEMENT,
                                960)));
    }

    private static PlanContent with(PlanContent plan, List<Element> elements) {
        return new PlanContent(
                plan.finalGoal(), plan.goalReason(), plan.norwegianGoal(), plan.longTermGoal(), false, elements);
    }

    private static Element element(UUID id, ElementKind kind, int minutes) {
        return new Element(
                id,
                kind,
                "Læringssenteret",
                date("2026-08-30"),
                date("2027-08-29"),
                minutes,
                kind.mayBeWorkOriented(),
                kind.mayBeWorkOriented() ? "Styrker arbeid og norsk." : null);
    }
}
