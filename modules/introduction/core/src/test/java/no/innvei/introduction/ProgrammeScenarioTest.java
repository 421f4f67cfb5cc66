package no.innvei.introduction;

import static no.innvei.introduction.Municipality.date;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.Phase;
import no.innvei.introduction.api.ProgrammeChanged.What;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.ProgrammeOutcome;
import no.innvei.introduction.api.ProgrammeOutcome.DateField;
import no.innvei.introduction.api.ProgrammeOutcome.Needed;
import no.innvei.introduction.api.Programmes;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.Merges.Obstacle;
import org.junit.jupiter.api.Test;

class ProgrammeScenarioTest {

    private final Municipality bergen = Municipality.on("2026-08-20");

    @Test
    void the_start_deadline_is_known_before_anyone_has_opened_a_programme() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());

        var file = bergen.programmes(p -> p.caseOf(rahel)).orElseThrow();
        assertEquals(Category.RIGHT_AND_DUTY, file.category());
        assertEquals(date("2026-09-15"), file.decideAndStartBy());
        assertEquals(Phase.BEFORE_DECISION, file.phase());
        assertEquals("R-6.1", file.startDeadlineEvaluation().steps().getFirst().rule());
    }

    @Test
    void many_at_once_are_judged_like_one_with_as_few_statements() {
        int forTwo = bergen.registersAtOnce(
                Collections.nCopies(2, Person.settled("2026-06-15").facts()));
        int forMany = bergen.registersAtOnce(
                Collections.nCopies(250, Person.settled("2026-06-15").facts()));

        assertTrue(
                forMany <= forTwo + 2,
                forMany + " for 250, " + forTwo + " for 2: rows are inserted a hundred at a time");
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        assertEquals(
                date("2026-09-15"),
                bergen.programmes(p -> p.caseOf(rahel)).orElseThrow().decideAndStartBy());
        assertEquals(253, bergen.caseFilesWith(date("2026-09-15")));
    }

    @Test
    void settlement_later_makes_the_deadline_run_from_that_day() {
        var hamid = bergen.registers(Person.expected().facts());
        assertNull(bergen.programmes(p -> p.caseOf(hamid)).orElseThrow().decideAndStartBy());
        assertNull(bergen.programmes(p -> p.caseOf(hamid)).orElseThrow().category());

        bergen.changes(hamid, Person.settled("2026-08-19").facts());

        assertEquals(
                date("2026-11-19"),
                bergen.programmes(p -> p.caseOf(hamid)).orElseThrow().decideAndStartBy());
    }

    @Test
    void a_programme_goes_from_offer_to_ending_and_the_register_hears_of_each_step() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");

        assertInstanceOf(ProgrammeOutcome.Accepted.class, award(programme, FinalGoal.WORK, null));
        var decided = bergen.programme(programme);
        assertEquals(Phase.DECIDED, decided.phase());
        assertEquals(12, decided.maximumMonths());
        assertEquals(date("2027-08-29"), decided.lastDay());
        assertEquals(Category.RIGHT_AND_DUTY, decided.category());
        assertEquals(
                List.of(
                        "introduction.category",
                        "introduction.start-deadline",
                        "introduction.goals",
                        "introduction.duration"),
                decided.evaluations().stream()
                        .map(Programmes.StoredEvaluation::rule)
                        .toList());

        assertInstanceOf(ProgrammeOutcome.Accepted.class, start(programme, "2026-09-07"));
        assertEquals(date("2027-09-06"), bergen.programme(programme).lastDay());

        bergen.later("2027-06-20");
        assertInstanceOf(
                ProgrammeOutcome.Accepted.class,
                bergen.programmes(p -> p.end(new Programmes.End(
                        programme, version(programme), date("2027-06-18"), EndingReason.WORK_FULL_TIME))));
        assertEquals(Phase.ENDED, bergen.programme(programme).phase());
        assertEquals(List.of(What.OFFER, What.DECISION, What.GOAL, What.START, What.ENDING), bergen.told());
        assertEquals(date("2026-08-17"), bergen.changes().getFirst().knownOn());
    }

    @Test
    void what_the_rules_answered_is_kept_as_it_was_also_when_the_person_changes() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");
        award(programme, FinalGoal.WORK, null);

        bergen.changes(
                rahel,
                Person.settled("2026-06-15")
                        .education(EducationLevel.PRIMARY_COMPLETED)
                        .facts());

        var stored = bergen.programme(programme).evaluations().stream()
                .filter(one -> one.rule().equals("introduction.duration"))
                .findFirst()
                .orElseThrow()
                .evaluation();
        assertEquals(12, stored.values().get("maximumMonths"));
        assertEquals(date("2026-01-01"), stored.version());
    }

    @Test
    void a_second_programme_is_refused_while_one_is_open_and_possible_after_a_refusal() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, "2026-08-01", null);

        assertEquals(
                new ProgrammeOutcome.AlreadyOpen(programme),
                bergen.programmes(p -> p.offer(new Programmes.Offer(rahel, null, date("2026-08-17")))));

        assertEquals(new ProgrammeOutcome.Incomplete(Needed.REASONS), refuse(programme, " "));
        assertInstanceOf(ProgrammeOutcome.Accepted.class, refuse(programme, "Flytter til en annen kommune."));
        assertEquals(Phase.REFUSED, bergen.programme(programme).phase());
        bergen.offers(rahel, null, "2026-08-20");
    }

    @Test
    void programmes_follow_the_surviving_record_of_a_merge_with_what_was_decided_in_them() {
        var bergen = Municipality.on("2026-11-24");
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var again = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(again, null, "2026-08-17");
        var merge = UUID.randomUUID();
        assertEquals(List.of(), bergen.obstacles(null, rahel, again));

        bergen.merges(merge, rahel, again, false);

        assertEquals(rahel, bergen.programme(programme).participant());
        assertEquals(
                programme,
                bergen.programmes(p -> p.caseOf(rahel))
                        .orElseThrow()
                        .programme()
                        .id());
        assertTrue(bergen.programmes(p -> p.caseOf(again)).isEmpty());
        assertEquals(List.of(), bergen.obstacles(merge, rahel, again));

        bergen.merges(merge, rahel, again, true);

        assertEquals(again, bergen.programme(programme).participant());
        assertEquals(null, bergen.programmes(p -> p.caseOf(rahel)).orElseThrow().programme());
    }

    @Test
    void two_open_programmes_stand_in_the_way_of_a_merge_and_a_changed_one_in_the_way_of_undoing_it() {
        var bergen = Municipality.on("2026-11-24");
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var again = bergen.registers(Person.settled("2026-06-15").facts());
        bergen.offers(rahel, null, "2026-08-17");
        var programme = bergen.offers(again, "2026-08-01", null);
        assertEquals(List.of(Obstacle.Code.BOTH_HAVE_OPEN_PROGRAMME), bergen.obstacles(null, rahel, again));

        var third = bergen.registers(Person.settled("2026-06-15").facts());
        var merge = UUID.randomUUID();
        bergen.merges(merge, third, again, false);
        long version = bergen.programme(programme).version();
        bergen.programmes(
                p -> p.recordOffer(new Programmes.RecordOffer(programme, version, Municipality.date("2026-08-20"))));
        assertEquals("2026-08-20", bergen.programme(programme).offerOn().toString());
        assertEquals(List.of(Obstacle.Code.PROGRAMME_CHANGED), bergen.obstacles(merge, third, again));
    }

    @Test
    void a_claim_before_settlement_ends_the_deadline_earlier() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        bergen.offers(rahel, "2026-06-01", null);

        assertEquals(
                date("2026-09-01"),
                bergen.programmes(p -> p.caseOf(rahel)).orElseThrow().decideAndStartBy());
    }

    @Test
    void someone_outside_the_target_group_is_not_awarded_a_programme() {
        var erik = bergen.registers(
                Person.settled("2026-06-15").citizen(CitizenshipGroup.NORDIC).facts());
        var programme = bergen.offers(erik, null, "2026-08-17");

        var outcome =
                assertInstanceOf(ProgrammeOutcome.OutsideTargetGroup.class, award(programme, FinalGoal.WORK, null));
        assertEquals("NONE", outcome.evaluation().values().get("category"));
        assertEquals(Phase.BEFORE_DECISION, bergen.programme(programme).phase());
    }

    @Test
    void work_of_thirty_hours_found_at_the_decision_takes_the_programmes_place() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");

        assertInstanceOf(
                ProgrammeOutcome.OutsideTargetGroup.class,
                bergen.programmes(p -> p.decide(new Programmes.Decide(
                        programme,
                        1,
                        DecisionKind.AWARDED,
                        date("2026-08-20"),
                        date("2026-08-30"),
                        FinalGoal.WORK,
                        null,
                        30,
                        null))));
    }

    @Test
    void a_goal_the_law_does_not_give_is_refused_with_those_it_gives() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");

        var outcome = assertInstanceOf(
                ProgrammeOutcome.GoalNotAllowed.class, award(programme, FinalGoal.COMPLETE_UPPER_SECONDARY, null));
        assertTrue(outcome.allowed().contains(FinalGoal.VOCATIONAL_REQUALIFICATION));
    }

    @Test
    void under_25_another_goal_than_completing_upper_secondary_needs_a_reason() {
        var dawit = bergen.registers(Person.settled("2026-06-15")
                .born("2004-02-29")
                .education(EducationLevel.PRIMARY_COMPLETED)
                .facts());
        var programme = bergen.offers(dawit, null, "2026-08-17");

        assertEquals(new ProgrammeOutcome.Incomplete(Needed.GOAL_REASON), award(programme, FinalGoal.WORK, null));
        assertInstanceOf(ProgrammeOutcome.Accepted.class, award(programme, FinalGoal.WORK, "Ønsker å arbeide først."));
        assertEquals("Ønsker å arbeide først.", bergen.programme(programme).goalReason());
    }

    @Test
    void facts_nobody_has_recorded_are_named() {
        var rahel =
                bergen.registers(Person.settled("2026-06-15").education(null).facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");

        assertEquals(new ProgrammeOutcome.FactsMissing(List.of("education")), award(programme, FinalGoal.WORK, null));

        var hamid = bergen.registers(
                Person.settled("2026-06-15").permit(null).citizen(null).facts());
        var other = bergen.offers(hamid, null, "2026-08-17");
        assertEquals(
                new ProgrammeOutcome.FactsMissing(List.of("citizenship", "permitBasis", "permitGrantedOn")),
                award(other, FinalGoal.WORK, null));
    }

    @Test
    void steps_come_in_their_order_and_on_lawful_days() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        assertEquals(
                new ProgrammeOutcome.InTheFuture(DateField.OFFER_ON),
                bergen.programmes(p -> p.offer(new Programmes.Offer(rahel, null, date("2026-08-21")))));
        var programme = bergen.offers(rahel, null, "2026-08-17");

        assertEquals(new ProgrammeOutcome.NotNow(programme, Phase.BEFORE_DECISION), start(programme, "2026-09-07"));
        award(programme, FinalGoal.WORK, null);
        assertEquals(
                new ProgrammeOutcome.TooEarly(DateField.STARTED_ON, date("2026-08-20")),
                start(programme, "2026-08-19"));
        assertEquals(new ProgrammeOutcome.NotNow(programme, Phase.DECIDED), award(programme, FinalGoal.WORK, null));
    }

    @Test
    void two_people_at_once_do_not_overwrite_each_other() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");
        award(programme, FinalGoal.WORK, null);

        assertEquals(
                new ProgrammeOutcome.ChangedMeanwhile(programme),
                bergen.programmes(p -> p.start(new Programmes.Start(programme, 1, date("2026-09-07")))));
    }

    @Test
    void another_municipality_sees_nothing_of_it() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());
        var programme = bergen.offers(rahel, null, "2026-08-17");
        var voss = Municipality.on("2026-08-20");

        assertTrue(voss.programmes(p -> p.find(programme)).isEmpty());
        assertTrue(voss.programmes(p -> p.caseOf(rahel)).isEmpty());
        assertFalse(bergen.programmes(p -> p.find(programme)).isEmpty());
    }

    @Test
    void a_question_before_the_decision_records_nothing() {
        var rahel = bergen.registers(Person.settled("2026-06-15").facts());

        var answer = bergen.programmes(p -> p.assess(
                        rahel,
                        new Programmes.Questions(
                                null, date("2026-08-17"), null, date("2026-08-30"), FinalGoal.WORK, null)))
                .orElseThrow();

        assertEquals("2027-08-29", answer.duration().values().get("lastDay"));
        assertTrue(answer.allowedGoals().contains(FinalGoal.WORK));
        assertTrue(bergen.programmes(p -> p.ofParticipant(rahel)).isEmpty());
    }

    private ProgrammeOutcome award(ProgrammeId programme, FinalGoal goal, String reason) {
        return bergen.programmes(p -> p.decide(new Programmes.Decide(
                programme,
                version(programme),
                DecisionKind.AWARDED,
                date("2026-08-20"),
                date("2026-08-30"),
                goal,
                reason,
                null,
                null)));
    }

    private ProgrammeOutcome refuse(ProgrammeId programme, String reasons) {
        return bergen.programmes(p -> p.decide(new Programmes.Decide(
                programme,
                version(programme),
                DecisionKind.REFUSED,
                date("2026-08-20"),
                null,
                null,
                null,
                null,
                reasons)));
    }

    private ProgrammeOutcome start(ProgrammeId programme, String day) {
        return bergen.programmes(p -> p.start(new Programmes.Start(programme, version(programme), date(day))));
    }

    private long version(ProgrammeId programme) {
        return bergen.programme(programme).version();
    }
}
