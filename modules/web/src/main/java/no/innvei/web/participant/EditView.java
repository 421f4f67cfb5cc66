package no.innvei.web.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Messages;

/** Changes what is known about a person. */
@Named("editView")
@RequestScoped
public class EditView {

    @Inject
    private Participants participants;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private final PersonFields person = new PersonFields();
    private UUID id;
    private Long version;
    private ParticipantId existing;

    /** Shows what is registered; the reading is logged. */
    public String open() {
        if (id == null) {
            return messages.notFound();
        }
        if (!scope.holds(ParticipantPermissions.EDIT)) {
            return messages.redirect("/deltakere/" + id); // a link for those who may mend, followed by one who reads
        }
        var found = participants.open(new ParticipantId(id));
        if (found.isEmpty()) {
            return messages.notFound();
        }
        person.show(found.get().facts());
        version = found.get().version();
        return null;
    }

    public String save() {
        var known = participants.facts(new ParticipantId(id));
        if (known.isEmpty()) {
            return messages.notFound();
        }
        person.keep(known.get().facts());
        var facts = person.facts();
        if (facts.isEmpty()) {
            return messages.stayAt("childrenBornOn", Registration.BUNDLE, "problem.childrenBornOn.DATE_NOT_READ");
        }
        return switch (participants.change(new ParticipantId(id), version, facts.get())) {
            case RegistrationOutcome.Accepted accepted ->
                messages.done(
                                Registration.BUNDLE,
                                Registration.doubtful(facts.get()) ? "register.doneDoubtful" : "edit.done")
                        .redirect("/deltakere/" + accepted.participant().value());
            case RegistrationOutcome.AlreadyRegistered already -> {
                existing = already.existing();
                yield messages.stay(Registration.BUNDLE, "register.already");
            }
            case RegistrationOutcome.NeedsLeader n -> messages.stay(Registration.BUNDLE, "register.leader");
            case RegistrationOutcome.Invalid invalid -> Registration.invalid(messages, invalid);
            case RegistrationOutcome.ChangedMeanwhile c -> messages.stay(Registration.BUNDLE, "edit.changed");
            case RegistrationOutcome.NotFound n -> messages.notFound();
        };
    }

    public PersonFields getPerson() {
        return person;
    }

    public String getExistingAddress() {
        return existing == null ? null : "/deltakere/" + existing.value();
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public Long getVersion() {
        return version;
    }

    public void setVersion(Long version) {
        this.version = version;
    }
}
