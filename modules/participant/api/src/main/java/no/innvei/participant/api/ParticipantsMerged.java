package no.innvei.participant.api;

import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/**
 * Two records are one now, or two again. Fired in the same transaction, before {@link ParticipantChanged} of those who changed by it.
 *
 * @param undone true when the merge was taken back
 */
public record ParticipantsMerged(UUID merge, ParticipantId surviving, ParticipantId merged, boolean undone) {}
