package no.innvei.introduction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.introduction.api.Phase;
import no.innvei.introduction.api.ProgrammeChanged;
import no.innvei.introduction.api.ProgrammeChanged.What;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.ProgrammeOutcome;
import no.innvei.introduction.api.ProgrammeOutcome.DateField;
import no.innvei.introduction.api.ProgrammeOutcome.Needed;
import no.innvei.introduction.api.Programmes;
import no.innvei.introduction.domain.Programme;
import no.innvei.introduction.domain.ProgrammeRules;
import no.innvei.introduction.domain.ProgrammeRules.Asked;
import no.innvei.introduction.domain.RecordedEvaluation;
import no.innvei.introduction.persistence.ProgrammeRepository;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.rules.Evaluation;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.PersonFacts;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;

/** Claim, offer, § 12 decision, start and ending of introduction programmes. */
@ApplicationScoped
@Transactional
public class ProgrammeService implements Programmes {

    private final ProgrammeRules rules = new ProgrammeRules();
    private ProgrammeRepository programmes;
    private CaseFiles caseFiles;
    private Participants participants;
    private CurrentScope scope;
    private Event<ProgrammeChanged> changes;
    private Clock clock;

    protected ProgrammeService() {
        // for the CDI proxy
    }

    @Inject
    public ProgrammeService(
            ProgrammeRepository programmes,
            CaseFiles caseFiles,
            Participants participants,
            CurrentScope scope,
            Event<ProgrammeChanged> changes,
            Clock clock) {
        this.programmes = programmes;
        this.caseFiles = caseFiles;
        this.participants = participants;
        this.scope = scope;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public Optional<CaseView> caseOf(ParticipantId participant) {
        return programmes.caseFile(participant).map(file -> {
            var programme = file.programme() == null
                    ? null
                    : programmes.find(file.programme()).map(this::view).orElse(null);
            return new CaseView(
                    participant,
                    file.category(),
                    file.judgedOn(),
                    file.decideAndStartBy(),
                    programme == null ? Phase.BEFORE_DECISION : programme.phase(),
                    programme,
                    stored(file.categoryEvaluation()),
                    stored(file.deadlineEvaluation()));
        });
    }

    private static Evaluation stored(String text) {
        return text == null ? null : EvaluationJson.read(text);
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public Optional<ProgrammeView> find(ProgrammeId programme) {
        return programmes.find(programme).map(this::view);
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public List<ProgrammeView> ofParticipant(ParticipantId participant) {
        return programmes.ofParticipant(participant).stream().map(this::view).toList();
    }

    @Override
    @Requires(IntroductionPermissions.READ)
    public Optional<Assessment> assess(ParticipantId participant, Questions questions) {
        return participants.facts(participant).map(found -> {
            var person = found.facts();
            var decidedOn = questions.decidedOn() == null ? LocalDate.now(clock) : questions.decidedOn();
            var category = rules.category(person, questions.claimedOn(), decidedOn, questions.workHoursPerWeek());
            var deadline = rules.startDeadline(person, questions.claimedOn());
            var goals = questions.offerOn() == null ? null : rules.goals(person, questions.offerOn());
            var duration = questions.offerOn() == null || questions.goal() == null || questions.startOn() == null
                    ? null
                    : rules.duration(person, questions.goal(), questions.offerOn(), questions.startOn());
            var missing = new TreeSet<String>();
            Stream.of(category, deadline, goals, duration)
                    .filter(Objects::nonNull)
                    .forEach(asked -> missing.addAll(asked.missing()));
            return new Assessment(
                    category.evaluation(),
                    deadline.evaluation(),
                    goals == null ? null : goals.evaluation(),
                    duration == null ? null : duration.evaluation(),
                    goals == null ? List.of() : ProgrammeRules.goalsOf(goals),
                    goals == null ? null : ProgrammeRules.mainGoalOf(goals),
                    List.copyOf(missing));
        });
    }

    @Override
    @Requires(IntroductionPermissions.EDIT)
    public ProgrammeOutcome offer(Offer command) {
        var person = participants.facts(command.participant());
        if (person.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        if (command.claimedOn() == null && command.offerOn() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.CLAIM_OR_OFFER);
        }
        if (inTheFuture(command.claimedOn())) {
            return new ProgrammeOutcome.InTheFuture(DateField.CLAIMED_ON);
        }
        if (inTheFuture(command.offerOn())) {
            return new ProgrammeOutcome.InTheFuture(DateField.OFFER_ON);
        }
        if (command.claimedOn() != null
                && command.offerOn() != null
                && command.offerOn().isBefore(command.claimedOn())) {
            return new ProgrammeOutcome.TooEarly(DateField.OFFER_ON, command.claimedOn());
        }
        var open = programmes.ofParticipant(command.participant()).stream()
                .filter(programme -> !programme.over())
                .findFirst();
        if (open.isPresent()) {
            return new ProgrammeOutcome.AlreadyOpen(open.get().id());
        }
        var programme = new Programme(
                ProgrammeId.next(),
                scope.tenant(),
                command.participant(),
                command.claimedOn(),
                command.offerOn(),
                clock.instant());
        programmes.add(programme);
        programmes.flush();
        return accepted(
                programme,
                person.get().facts(),
                List.of(What.OFFER),
                command.offerOn() == null ? command.claimedOn() : command.offerOn());
    }

    @Override
    @Requires(IntroductionPermissions.EDIT)
    public ProgrammeOutcome recordOffer(RecordOffer command) {
        var found = programmes.find(command.programme());
        if (found.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        var programme = found.get();
        if (!programme.isVersion(command.expectedVersion())) {
            return new ProgrammeOutcome.ChangedMeanwhile(programme.id());
        }
        if (programme.phase() != Phase.BEFORE_DECISION) {
            return new ProgrammeOutcome.NotNow(programme.id(), programme.phase());
        }
        if (command.offerOn() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.OFFER);
        }
        if (inTheFuture(command.offerOn())) {
            return new ProgrammeOutcome.InTheFuture(DateField.OFFER_ON);
        }
        if (programme.claimedOn() != null && command.offerOn().isBefore(programme.claimedOn())) {
            return new ProgrammeOutcome.TooEarly(DateField.OFFER_ON, programme.claimedOn());
        }
        var person = participants.facts(programme.participant());
        if (person.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        programme.offer(command.offerOn(), clock.instant());
        return accepted(programme, person.get().facts(), List.of(What.OFFER), command.offerOn());
    }

    @Override
    @Requires(IntroductionPermissions.DECIDE)
    public ProgrammeOutcome decide(Decide command) {
        var found = programmes.find(command.programme());
        if (found.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        var programme = found.get();
        if (!programme.isVersion(command.expectedVersion())) {
            return new ProgrammeOutcome.ChangedMeanwhile(programme.id());
        }
        if (programme.phase() != Phase.BEFORE_DECISION) {
            return new ProgrammeOutcome.NotNow(programme.id(), programme.phase());
        }
        if (command.decidedOn() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.DECISION_DATE);
        }
        if (inTheFuture(command.decidedOn())) {
            return new ProgrammeOutcome.InTheFuture(DateField.DECIDED_ON);
        }
        if (programme.claimedOn() != null && command.decidedOn().isBefore(programme.claimedOn())) {
            return new ProgrammeOutcome.TooEarly(DateField.DECIDED_ON, programme.claimedOn());
        }
        var known = participants.facts(programme.participant());
        if (known.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        var person = known.get().facts();
        var category = rules.category(person, programme.claimedOn(), command.decidedOn(), command.workHoursPerWeek());
        if (!category.answered()) {
            return new ProgrammeOutcome.FactsMissing(category.missing());
        }
        return command.decision() == DecisionKind.REFUSED
                ? refuse(programme, person, category, command)
                : award(programme, person, category, command);
    }

    private ProgrammeOutcome refuse(Programme programme, PersonFacts person, Asked category, Decide command) {
        if (blank(command.reasons())) {
            return new ProgrammeOutcome.Incomplete(Needed.REASONS);
        }
        programme.refuse(
                command.decidedOn(),
                scope.user(),
                ProgrammeRules.categoryOf(category),
                command.workHoursPerWeek(),
                command.reasons().strip(),
                clock.instant());
        store(
                programme,
                StoredEvaluation.Step.DECISION,
                List.of(category, rules.startDeadline(person, programme.claimedOn())));
        return accepted(programme, person, List.of(What.DECISION), command.decidedOn());
    }

    private ProgrammeOutcome award(Programme programme, PersonFacts person, Asked category, Decide command) {
        var judged = ProgrammeRules.categoryOf(category);
        if (judged == Category.NONE) {
            return new ProgrammeOutcome.OutsideTargetGroup(category.evaluation());
        }
        if (programme.offerOn() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.OFFER);
        }
        if (command.finalGoal() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.FINAL_GOAL);
        }
        if (command.plannedStartOn() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.PLANNED_START);
        }
        if (command.plannedStartOn().isBefore(command.decidedOn())) {
            return new ProgrammeOutcome.TooEarly(DateField.PLANNED_START_ON, command.decidedOn());
        }
        var goals = rules.goals(person, programme.offerOn());
        if (!goals.answered()) {
            return new ProgrammeOutcome.FactsMissing(goals.missing());
        }
        var allowed = ProgrammeRules.goalsOf(goals);
        if (goals.says(Answer.YES) && !allowed.contains(command.finalGoal())) {
            return new ProgrammeOutcome.GoalNotAllowed(allowed, goals.evaluation());
        }
        var mainGoal = ProgrammeRules.mainGoalOf(goals);
        if (mainGoal != null && mainGoal != command.finalGoal() && blank(command.goalReason())) {
            return new ProgrammeOutcome.Incomplete(Needed.GOAL_REASON);
        }
        var duration = rules.duration(person, command.finalGoal(), programme.offerOn(), command.plannedStartOn());
        if ((category.says(Answer.UNDETERMINED) || !goals.says(Answer.YES) || !duration.says(Answer.YES))
                && blank(command.reasons())) {
            return new ProgrammeOutcome.Incomplete(Needed.REASONS);
        }
        var now = clock.instant();
        programme.award(
                command.decidedOn(),
                scope.user(),
                judged,
                command.workHoursPerWeek(),
                stripped(command.reasons()),
                command.plannedStartOn(),
                now);
        programme.aimFor(command.finalGoal(), stripped(command.goalReason()), command.decidedOn(), now);
        programme.last(ProgrammeRules.monthsOf(duration), ProgrammeRules.dateOf(duration, "lastDay"));
        store(
                programme,
                StoredEvaluation.Step.DECISION,
                List.of(category, rules.startDeadline(person, programme.claimedOn()), goals, duration));
        return accepted(programme, person, List.of(What.DECISION, What.GOAL), command.decidedOn());
    }

    @Override
    @Requires(IntroductionPermissions.EDIT)
    public ProgrammeOutcome start(Start command) {
        var found = programmes.find(command.programme());
        if (found.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        var programme = found.get();
        if (!programme.isVersion(command.expectedVersion())) {
            return new ProgrammeOutcome.ChangedMeanwhile(programme.id());
        }
        if (programme.phase() != Phase.DECIDED) {
            return new ProgrammeOutcome.NotNow(programme.id(), programme.phase());
        }
        if (command.startedOn() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.START_DATE);
        }
        if (command.startedOn().isBefore(programme.decidedOn())) {
            return new ProgrammeOutcome.TooEarly(DateField.STARTED_ON, programme.decidedOn());
        }
        var known = participants.facts(programme.participant());
        if (known.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        var person = known.get().facts();
        var duration = rules.duration(person, programme.finalGoal(), programme.offerOn(), command.startedOn());
        if (!duration.answered()) {
            return new ProgrammeOutcome.FactsMissing(duration.missing());
        }
        programme.start(command.startedOn(), clock.instant());
        programme.last(ProgrammeRules.monthsOf(duration), ProgrammeRules.dateOf(duration, "lastDay"));
        store(programme, StoredEvaluation.Step.START, List.of(duration));
        return accepted(programme, person, List.of(What.START), command.startedOn());
    }

    @Override
    @Requires(IntroductionPermissions.EDIT)
    public ProgrammeOutcome end(End command) {
        var found = programmes.find(command.programme());
        if (found.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        var programme = found.get();
        if (!programme.isVersion(command.expectedVersion())) {
            return new ProgrammeOutcome.ChangedMeanwhile(programme.id());
        }
        if (programme.phase() != Phase.IN_PROGRAMME && programme.phase() != Phase.DECIDED) {
            return new ProgrammeOutcome.NotNow(programme.id(), programme.phase());
        }
        if (command.endedOn() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.END_DATE);
        }
        if (command.reason() == null) {
            return new ProgrammeOutcome.Incomplete(Needed.ENDING_REASON);
        }
        if (inTheFuture(command.endedOn())) {
            return new ProgrammeOutcome.InTheFuture(DateField.ENDED_ON);
        }
        var earliest = programme.startedOn() == null ? programme.decidedOn() : programme.startedOn();
        if (command.endedOn().isBefore(earliest)) {
            return new ProgrammeOutcome.TooEarly(DateField.ENDED_ON, earliest);
        }
        var known = participants.facts(programme.participant());
        if (known.isEmpty()) {
            return new ProgrammeOutcome.NotFound();
        }
        programme.end(command.endedOn(), command.reason(), clock.instant());
        return accepted(programme, known.get().facts(), List.of(What.ENDING), command.endedOn());
    }

    private ProgrammeOutcome accepted(Programme programme, PersonFacts person, List<What> told, LocalDate knownOn) {
        caseFiles.programmeChanged(programme, person);
        programmes.flush();
        told.forEach(what -> changes.fire(new ProgrammeChanged(
                programme.participant(), programme.id(), what, programme.id().value(), knownOn)));
        return new ProgrammeOutcome.Accepted(programme.id(), programme.version());
    }

    private void store(Programme programme, StoredEvaluation.Step step, List<Asked> asked) {
        asked.stream()
                .filter(Asked::answered)
                .map(one -> new RecordedEvaluation(scope.tenant(), programme, step, null, one, clock.instant()))
                .forEach(programmes::add);
    }

    private ProgrammeView view(Programme programme) {
        var evaluations = new ArrayList<StoredEvaluation>();
        programmes.evaluations(programme.id()).forEach(stored -> evaluations.add(stored.view()));
        return new ProgrammeView(
                programme.id(),
                programme.participant(),
                programme.phase(),
                programme.claimedOn(),
                programme.offerOn(),
                programme.decision(),
                programme.decidedOn(),
                programme.reasons(),
                programme.category(),
                programme.finalGoal(),
                programme.goalReason(),
                programme.plannedStartOn(),
                programme.startedOn(),
                programme.maximumMonths(),
                programme.lastDay(),
                programme.endedOn(),
                programme.endingReason(),
                evaluations,
                programme.version(),
                programme.changedAt());
    }

    private boolean inTheFuture(LocalDate day) {
        return day != null && day.isAfter(LocalDate.now(clock));
    }

    private static String stripped(String text) {
        return blank(text) ? null : text.strip();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
