package no.innvei.platform;

import java.util.Collection;
import no.innvei.kernel.ParticipantId;

/** Reads of people (innsynslogg), written in the reader's own transaction; the application may insert and never change or delete. */
public interface AccessLog {

    enum Purpose {
        /** ordinary case work */
        CASE_WORK,
        SEARCH_BY_IDENTIFIER,
        SHOW_IDENTIFIER,
        EXPORT,
        IMPORT
    }

    /** Says that the current user has seen this participant. */
    void seen(ParticipantId participant, Purpose purpose);

    /** The same for many at once, one row each. */
    default void seen(Collection<ParticipantId> participants, Purpose purpose) {
        participants.forEach(participant -> seen(participant, purpose));
    }
}
