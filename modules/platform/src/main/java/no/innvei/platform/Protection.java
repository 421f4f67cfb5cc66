package no.innvei.platform;

import no.innvei.kernel.ParticipantId;

/** Protected identity (skjermet identitet): the only source, read by the row policies themselves. */
public interface Protection {

    /** @param level 0 ordinary, 1 fortrolig, 2 strengt fortrolig; the caller's clearance must reach it */
    void set(ParticipantId participant, int level);
}
