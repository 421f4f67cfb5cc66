package no.innvei.participant.api;

import no.innvei.kernel.ParticipantId;

/** A person was registered or changed; fired in the same transaction. */
public record ParticipantChanged(ParticipantId participant, long version, boolean registered) {}
