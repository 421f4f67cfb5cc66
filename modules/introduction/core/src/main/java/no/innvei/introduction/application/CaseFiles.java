package no.innvei.introduction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.domain.CaseFile;
import no.innvei.introduction.domain.Programme;
import no.innvei.introduction.domain.ProgrammeRules;
import no.innvei.introduction.persistence.ProgrammeRepository;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.ParticipantsChanged;
import no.innvei.participant.api.ParticipantsRemoved;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.UndoAsked;
import no.innvei.platform.CurrentScope;

/**
 * Keeps what the rules say of every participant, from the moment she is registered: the start deadline runs from settlement, long before anyone
 * opens a programme. Works in the transaction of whoever changed something.
 */
@ApplicationScoped
public class CaseFiles {

    private final ProgrammeRules rules = new ProgrammeRules();
    private ProgrammeRepository programmes;
    private Participants participants;
    private CurrentScope scope;
    private Clock clock;

    protected CaseFiles() {
        // for the CDI proxy
    }

    @Inject
    public CaseFiles(ProgrammeRepository programmes, Participants participants, CurrentScope scope, Clock clock) {
        this.programmes = programmes;
        this.participants = participants;
        this.scope = scope;
        this.clock = clock;
    }

    public void personChanged(@Observes ParticipantChanged changed) {
        peopleChanged(List.of(changed.participant()));
    }

    public void peopleChanged(@Observes ParticipantsChanged changed) {
        peopleChanged(
                changed.people().stream().map(ParticipantChanged::participant).toList());
    }

    /** The same few statements for one and for many. */
    private void peopleChanged(List<ParticipantId> people) {
        var files = programmes.caseFiles(people);
        var followed = programmes.find(files.values().stream()
                .map(CaseFile::programme)
                .filter(Objects::nonNull)
                .toList());
        for (var person : participants.facts(people)) {
            var file = files.computeIfAbsent(person.id(), this::opened);
            judge(file, person.facts(), file.programme() == null ? null : followed.get(file.programme()));
        }
    }

    /** A programme opened or changed since rests on the person. */
    public void undoAsked(@Observes UndoAsked asked) {
        programmes.changedSince(asked.people(), asked.since()).forEach(asked::builtOn);
    }

    public void removed(@Observes ParticipantsRemoved removed) {
        programmes.removeCaseFiles(removed.people());
    }

    /** The programme is, or has become, the participant's newest. */
    public void programmeChanged(Programme programme, PersonFacts person) {
        var file = open(programme.participant());
        file.follow(programme.id());
        judge(file, person, programme);
    }

    /** Which programme is the participant's newest has changed together with whose programmes are whose. */
    void newest(ParticipantId participant, Optional<ProgrammeId> programme) {
        open(participant).follow(programme.orElse(null));
        programmes.flush();
    }

    private CaseFile open(ParticipantId participant) {
        return programmes.caseFile(participant).orElseGet(() -> opened(participant));
    }

    private CaseFile opened(ParticipantId participant) {
        var file = new CaseFile(scope.tenant(), participant, LocalDate.now(clock), clock.instant());
        programmes.add(file);
        return file;
    }

    /** The limit of § 12 covers the first paragraph of § 8; while the category is open it is shown, so that it is not missed. */
    private void judge(CaseFile file, PersonFacts person, Programme programme) {
        var today = LocalDate.now(clock);
        var running = programme != null && !programme.over() ? programme : null;
        var claimedOn = running == null ? null : running.claimedOn();
        var category = rules.category(person, claimedOn, today, running == null ? null : running.workHoursPerWeek());
        var judged = ProgrammeRules.categoryOf(category);
        var deadline = rules.startDeadline(person, claimedOn);
        var runs = judged == null || judged == Category.RIGHT_AND_DUTY || judged == Category.RIGHT_ONLY;
        file.judge(
                judged,
                runs ? ProgrammeRules.dateOf(deadline, "decideAndStartBy") : null,
                category.answered() ? category.json() : null,
                runs && deadline.answered() ? deadline.json() : null,
                today,
                clock.instant());
    }
}
