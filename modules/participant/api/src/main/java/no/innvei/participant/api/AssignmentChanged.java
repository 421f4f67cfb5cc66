package no.innvei.participant.api;

import no.innvei.kernel.ParticipantId;

/** Who follows up a participant was changed; fired in the same transaction, once per participant. */
public record AssignmentChanged(ParticipantId participant, long version) {}
