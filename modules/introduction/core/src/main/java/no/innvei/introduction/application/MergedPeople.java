package no.innvei.introduction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import no.innvei.introduction.persistence.ProgrammeMoves;
import no.innvei.participant.api.MergeAsked;
import no.innvei.participant.api.Merges.Obstacle;
import no.innvei.participant.api.ParticipantsMerged;

/**
 * Programmes follow the surviving record of a merge, in its transaction. Two programmes that are not over are nobody's to choose between here: one of them must
 * be ended first, by somebody who knows why.
 */
@ApplicationScoped
public class MergedPeople {

    private ProgrammeMoves moves;
    private CaseFiles files;
    private Clock clock;

    protected MergedPeople() {
        // for the CDI proxy
    }

    @Inject
    public MergedPeople(ProgrammeMoves moves, CaseFiles files, Clock clock) {
        this.moves = moves;
        this.files = files;
        this.clock = clock;
    }

    public void asked(@Observes MergeAsked asked) {
        if (asked.undoing()) {
            if (moves.changedSince(asked.merge())) {
                asked.obstacle(new Obstacle(Obstacle.Code.PROGRAMME_CHANGED, asked.surviving()));
            }
        } else if (moves.bothOpen(asked.surviving(), asked.merged())) {
            asked.obstacle(new Obstacle(Obstacle.Code.BOTH_HAVE_OPEN_PROGRAMME, asked.merged()));
        }
    }

    /** {@code ParticipantChanged} follows, and the rules are asked anew then. */
    public void merged(@Observes ParticipantsMerged merged) {
        if (merged.undone()) {
            moves.back(merged.merge(), merged.merged(), clock.instant());
            files.newest(merged.merged(), moves.current(merged.merged()));
        } else {
            moves.forgetCaseFile(merged.merged());
            moves.follow(merged.merge(), merged.merged(), merged.surviving(), clock.instant());
        }
        files.newest(merged.surviving(), moves.current(merged.surviving()));
    }
}
