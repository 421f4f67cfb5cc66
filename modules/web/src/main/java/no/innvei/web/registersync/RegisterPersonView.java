package no.innvei.web.registersync;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Participants;
import no.innvei.web.page.Messages;

/** One participant's page about the register. Opening it is opening the case: it writes an access row. */
@Named("registerPersonView")
@ViewScoped
public class RegisterPersonView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Participants participants;

    @Inject
    private transient Messages messages;

    private UUID id;
    private String name;

    public String open() {
        var found = id == null
                ? java.util.Optional.<Participants.ParticipantView>empty()
                : participants.open(new ParticipantId(id));
        if (found.isEmpty()) {
            return messages.notFound();
        }
        var facts = found.get().facts();
        name = facts.familyName() == null ? facts.givenNames() : facts.givenNames() + " " + facts.familyName();
        return null;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public String getPersonAddress() {
        return "/deltakere/" + id;
    }
}
