package no.innvei.participant.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Merges.Obstacle;

/** May two records become one, or two again? Told in the transaction of whoever asks; a module that knows why not says so. */
public final class MergeAsked {

    private final UUID merge;
    private final ParticipantId surviving;
    private final ParticipantId merged;
    private final List<Obstacle> obstacles = new ArrayList<>();

    /** @param merge the merge that is to be undone; {@code null} when they are to be merged */
    public MergeAsked(UUID merge, ParticipantId surviving, ParticipantId merged) {
        this.merge = merge;
        this.surviving = surviving;
        this.merged = merged;
    }

    public boolean undoing() {
        return merge != null;
    }

    public UUID merge() {
        return merge;
    }

    public ParticipantId surviving() {
        return surviving;
    }

    public ParticipantId merged() {
        return merged;
    }

    public void obstacle(Obstacle obstacle) {
        obstacles.add(obstacle);
    }

    public List<Obstacle> obstacles() {
        return List.copyOf(obstacles);
    }
}
