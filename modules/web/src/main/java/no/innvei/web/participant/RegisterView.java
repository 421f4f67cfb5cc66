package no.innvei.web.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Messages;

/** Registers a person by hand. */
@Named("registerView")
@RequestScoped
public class RegisterView {

    @Inject
    private Participants participants;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private final PersonFields person = new PersonFields();
    private ParticipantId existing;

    /** The page exists for those who may register. */
    public String open() {
        return scope.holds(ParticipantPermissions.EDIT) ? null : messages.notFound();
    }

    public String save() {
        var facts = person.facts();
        if (facts.isEmpty()) {
            return messages.stayAt("childrenBornOn", Registration.BUNDLE, "problem.childrenBornOn.DATE_NOT_READ");
        }
        return switch (participants.register(facts.get())) {
            case RegistrationOutcome.Accepted accepted ->
                messages.done(
                                Registration.BUNDLE,
                                Registration.doubtful(facts.get()) ? "register.doneDoubtful" : "register.done")
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

    /** Address of the one who has the number already; {@code null} unless that is what went wrong. */
    public String getExistingAddress() {
        return existing == null ? null : "/deltakere/" + existing.value();
    }
}
