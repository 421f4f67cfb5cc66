package no.innvei.participant.api;

import java.util.List;
import no.innvei.kernel.ParticipantId;

/**
 * What undoing an import would do.
 *
 * @param removed people the import registered, who would be gone
 * @param restored people the import changed, of whom what stood before would stand again
 * @param kept people who stay as they are
 */
public record ImportUndo(ImportId id, long removed, long restored, List<Kept> kept) {

    public ImportUndo {
        kept = List.copyOf(kept);
    }

    public record Kept(ParticipantId participant, String name, int line, Why why) {}

    public enum Why {
        /** Somebody has changed the person after the import. */
        CHANGED_SINCE,
        /** Something rests on the person being registered, for instance a programme. */
        BUILT_ON
    }

    /** What came of asking for it. */
    public enum Outcome {
        STARTED,
        /** Unknown, someone else's, not confirmed, undone before, or more than 24 hours ago. */
        NOT_POSSIBLE
    }
}
