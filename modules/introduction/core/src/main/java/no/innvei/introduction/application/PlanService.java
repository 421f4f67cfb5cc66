package no.innvei.introduction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanComparison;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.PlanContent.Element;
import no.innvei.introduction.api.PlanOutcome;
import no.innvei.introduction.api.ProgrammeChanged;
import no.innvei.introduction.api.ProgrammeChanged.What;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.Programmes.StoredEvaluation;
import no.innvei.introduction.domain.ApprovedPlan;
import no.innvei.introduction.domain.Elements;
import no.innvei.introduction.domain.PlanChecks;
import no.innvei.introduction.domain.PlanChecks.Situation;
import no.innvei.introduction.domain.PlanDifference;
import no.innvei.introduction.domain.PlanDraft;
import no.innvei.introduction.domain.Programme;
import no.innvei.introduction.domain.ProgrammeRules;
import no.innvei.introduction.domain.ProgrammeRules.Asked;
import no.innvei.introduction.domain.RecordedEvaluation;
import no.innvei.introduction.persistence.PlanRepository;
import no.innvei.introduction.persistence.ProgrammeRepository;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.PersonFacts;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;

/** Drafts and approved versions of integration plans. */
@ApplicationScoped
@Transactional
public class PlanService implements IntegrationPlans {

    private final ProgrammeRules rules = new ProgrammeRules();
    private final PlanChecks checks = new PlanChecks();
    private PlanRepository plans;
    private ProgrammeRepository programmes;
    private CaseFiles caseFiles;
    private Participants participants;
    private CurrentScope scope;
    private Event<ProgrammeChanged> changes;
    private Clock clock;

    protected PlanService() {
        // for the CDI proxy
    }

    @Inject
    public PlanService(
            PlanRepository plans,
            ProgrammeRepository programmes,
            CaseFiles caseFiles,
            Participants participants,
            CurrentScope scope,
            Event<ProgrammeChanged> changes,
            Clock clock) {
        this.plans = plans;
        this.programmes = programmes;
        this.caseFiles = caseFiles;
        this.participants = participants;
        this.scope = scope;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public Optional<PlanView> find(ProgrammeId id) {
        return programmes
                .find(id)
                .flatMap(programme ->
                        participants.facts(programme.participant()).map(person -> view(programme, person.facts())));
    }

    private PlanView view(Programme programme, PersonFacts person) {
        var draft = plans.draft(programme.id());
        var versions = plans.versions(programme.id());
        var content = draft.map(PlanDraft::content)
                .or(() -> versions.stream().findFirst().map(ApprovedPlan::content))
                .orElseGet(() -> startingPoint(programme));
        var goals = goals(programme, person);
        var duration = duration(programme, person, content);
        return new PlanView(
                programme.id(),
                programme.participant(),
                content,
                draft.map(PlanDraft::version).orElse(0L),
                draft.map(PlanDraft::savedAt).orElse(null),
                goals == null ? List.of() : ProgrammeRules.goalsOf(goals),
                goals == null ? null : ProgrammeRules.mainGoalOf(goals),
                goals == null ? null : goals.evaluation(),
                duration == null ? null : duration.evaluation(),
                checks.of(content, situation(programme, person, goals, duration)),
                versions.stream().map(ApprovedPlan::line).toList());
    }

    private static PlanContent startingPoint(Programme programme) {
        return new PlanContent(
                programme.finalGoal(), programme.goalReason(), NorwegianGoal.NOT_SET, null, false, List.of());
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public Optional<PlanComparison> compare(ProgrammeId id, int before, Integer after) {
        var earlier = programmes.find(id).flatMap(programme -> plans.version(id, before));
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        return after == null
                ? plans.draft(id).map(draft -> compare(earlier.get(), null, draft.content(), LocalDate.now(clock)))
                : plans.version(id, after)
                        .map(later -> compare(
                                earlier.get(),
                                after,
                                later.content(),
                                LocalDate.ofInstant(later.approvedAt(), clock.getZone())));
    }

    private PlanComparison compare(ApprovedPlan earlier, Integer after, PlanContent later, LocalDate changedOn) {
        var changes = PlanDifference.between(earlier.content(), later);
        return new PlanComparison(
                earlier.number(),
                after,
                changes,
                rules.planChange(changes, changedOn).evaluation());
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public Optional<PlanVersion> version(ProgrammeId id, int number) {
        return programmes
                .find(id)
                .flatMap(programme -> plans.version(id, number).map(plan -> {
                    var evaluations = new ArrayList<Evaluation>();
                    programmes.evaluations(id).stream()
                            .filter(stored -> stored.planNumber() != null && stored.planNumber() == number)
                            .forEach(stored -> evaluations.add(stored.view().evaluation()));
                    return new PlanVersion(
                            id,
                            programme.participant(),
                            number,
                            plan.approvedAt(),
                            plan.approvedBy(),
                            plan.content(),
                            plan.maximumMonths(),
                            plan.lastDay(),
                            evaluations);
                }));
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public Optional<List<Check>> check(ProgrammeId id, PlanContent content) {
        return programmes
                .find(id)
                .flatMap(programme -> participants
                        .facts(programme.participant())
                        .map(person -> checks.of(
                                content,
                                situation(
                                        programme,
                                        person.facts(),
                                        goals(programme, person.facts()),
                                        duration(programme, person.facts(), content)))));
    }

    @Override
    @Requires(IntroductionPermissions.EDIT_PLAN)
    public PlanOutcome saveDraft(SaveDraft command) {
        var found = programmes.find(command.programme());
        if (found.isEmpty()) {
            return new PlanOutcome.NotFound();
        }
        var programme = found.get();
        if (programme.over()) {
            return new PlanOutcome.NotNow(programme.id(), programme.phase());
        }
        var problem = Elements.problem(command.content());
        if (problem.isPresent()) {
            return problem.get();
        }
        var existing = plans.draft(programme.id());
        if (existing.map(PlanDraft::version).orElse(0L) != command.expectedVersion()) {
            return new PlanOutcome.ChangedMeanwhile(programme.id());
        }
        var draft = existing.orElseGet(() -> {
            var opened = new PlanDraft(scope.tenant(), programme, clock.instant());
            plans.add(opened);
            return opened;
        });
        existing.ifPresent(plans::touch);
        draft.write(command.content(), clock.instant());
        plans.flush();
        return new PlanOutcome.Saved(programme.id(), draft.version());
    }

    @Override
    @Requires(IntroductionPermissions.APPROVE_PLAN)
    public PlanOutcome approve(Approve command) {
        var found = programmes.find(command.programme());
        if (found.isEmpty()) {
            return new PlanOutcome.NotFound();
        }
        var programme = found.get();
        var existing = plans.draft(programme.id());
        if (existing.isEmpty()) {
            return new PlanOutcome.NoDraft(programme.id());
        }
        var draft = existing.get();
        if (!draft.isVersion(command.expectedVersion())) {
            return new PlanOutcome.ChangedMeanwhile(programme.id());
        }
        if (programme.over() || programme.decision() == null) {
            return new PlanOutcome.NotNow(programme.id(), programme.phase());
        }
        var content = draft.content();
        var missing = PlanChecks.missing(content);
        if (!missing.isEmpty()) {
            return new PlanOutcome.ContentMissing(missing);
        }
        var known = participants.facts(programme.participant());
        if (known.isEmpty()) {
            return new PlanOutcome.NotFound();
        }
        var person = known.get().facts();
        var goals = rules.goals(person, programme.offerOn());
        if (!goals.answered()) {
            return new PlanOutcome.FactsMissing(goals.missing());
        }
        var allowed = ProgrammeRules.goalsOf(goals);
        if (goals.says(Answer.YES) && !allowed.contains(content.finalGoal())) {
            return new PlanOutcome.GoalNotAllowed(allowed, goals.evaluation());
        }
        var mainGoal = ProgrammeRules.mainGoalOf(goals);
        if (mainGoal != null && mainGoal != content.finalGoal() && blank(content.goalReason())) {
            return new PlanOutcome.GoalReasonMissing(mainGoal);
        }
        return approve(programme, person, draft, goals);
    }

    private PlanOutcome approve(Programme programme, PersonFacts person, PlanDraft draft, Asked goals) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var content = draft.content();
        var before = plans.versions(programme.id()).stream().findFirst().map(ApprovedPlan::content);
        int number = plans.newestNumber(programme.id()) + 1;
        var told = new ArrayList<ProgrammeChanged>();
        var duration = rules.duration(person, content.finalGoal(), programme.offerOn(), programme.startOn());
        if (content.finalGoal() != programme.finalGoal()) {
            programme.aimFor(content.finalGoal(), content.goalReason(), today, now);
            if (duration.answered()) {
                programme.last(ProgrammeRules.monthsOf(duration), ProgrammeRules.dateOf(duration, "lastDay"));
            }
            told.add(told(programme, What.GOAL, programme.id().value(), today));
        }
        if (!content.norwegianGoal()
                .equals(before.map(PlanContent::norwegianGoal).orElse(null))) {
            told.add(told(programme, What.NORWEGIAN_GOAL, programme.id().value(), today));
        }
        changed(before.map(PlanContent::elements).orElse(List.of()), content.elements())
                .forEach(element -> told.add(told(programme, What.ELEMENT, element, today)));

        plans.add(new ApprovedPlan(scope.tenant(), programme, number, content, scope.user(), now));
        store(programme, number, List.of(goals, duration), now);
        plans.discard(draft);
        caseFiles.programmeChanged(programme, person);
        plans.flush();
        told.forEach(changes::fire);
        return new PlanOutcome.Approved(programme.id(), number);
    }

    private static ProgrammeChanged told(Programme programme, What what, UUID subject, LocalDate knownOn) {
        return new ProgrammeChanged(programme.participant(), programme.id(), what, subject, knownOn);
    }

    /** Elements that are new, differ or are gone, in the order of the plan and then of what is gone. */
    private static List<UUID> changed(List<Element> before, List<Element> after) {
        var known = new HashMap<UUID, Element>();
        before.forEach(element -> known.put(element.id(), element));
        var changed = new ArrayList<UUID>();
        var still = new HashSet<UUID>();
        for (var element : after) {
            still.add(element.id());
            if (!element.equals(known.get(element.id()))) {
                changed.add(element.id());
            }
        }
        before.stream().map(Element::id).filter(id -> !still.contains(id)).forEach(changed::add);
        return changed;
    }

    private void store(Programme programme, int number, List<Asked> asked, Instant now) {
        asked.stream()
                .filter(Asked::answered)
                .map(one ->
                        new RecordedEvaluation(scope.tenant(), programme, StoredEvaluation.Step.PLAN, number, one, now))
                .forEach(programmes::add);
    }

    private Asked goals(Programme programme, PersonFacts person) {
        return programme.offerOn() == null ? null : rules.goals(person, programme.offerOn());
    }

    private Asked duration(Programme programme, PersonFacts person, PlanContent content) {
        return programme.offerOn() == null || content.finalGoal() == null || programme.startOn() == null
                ? null
                : rules.duration(person, content.finalGoal(), programme.offerOn(), programme.startOn());
    }

    private Situation situation(Programme programme, PersonFacts person, Asked goals, Asked duration) {
        var lastDay = duration == null ? null : ProgrammeRules.dateOf(duration, "lastDay");
        return new Situation(
                LocalDate.now(clock),
                programme.startOn(),
                lastDay == null ? programme.lastDay() : lastDay,
                person.permitBasis() == null ? null : person.permitBasis().name(),
                person.education(),
                person.childrenBornOn(),
                goals == null ? List.of() : ProgrammeRules.goalsOf(goals),
                goals == null ? null : ProgrammeRules.mainGoalOf(goals));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
