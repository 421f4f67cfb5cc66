package no.innvei.registersync.application;

import java.time.Clock;
import no.innvei.introduction.api.ProgrammeChanged;
import no.innvei.participant.api.ParticipantChanged;
import no.innvei.participant.api.ParticipantsChanged;
import no.innvei.participant.api.ParticipantsMerged;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Outbox;
import no.innvei.registersync.persistence.OwedItems;

/** The observers and the delivery record, wired by hand; events are handed over as the container would. */
public final class DutiesFixture {

    private final RegisterDuties duties;
    private final DeliveryRecord record;

    public DutiesFixture(OwedItems items, CurrentScope scope, Outbox outbox, Clock clock) {
        var deadlines = new Deadlines();
        this.duties = new RegisterDuties(items, deadlines, scope, outbox, clock);
        this.record = new DeliveryRecord(items, deadlines, clock);
    }

    public void fire(ParticipantChanged event) {
        duties.personChanged(event);
    }

    public void fire(ParticipantsChanged event) {
        duties.peopleChanged(event);
    }

    public void fire(ProgrammeChanged event) {
        duties.programmeChanged(event);
    }

    public void fire(ParticipantsMerged event) {
        duties.merged(event);
    }

    public DeliveryRecord record() {
        return record;
    }
}
