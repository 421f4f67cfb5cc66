package no.innvei.web.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Duplicates;
import no.innvei.participant.api.Duplicates.Candidate;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Messages;
import no.innvei.web.text.Texts;

/** Registers a person by hand. */
@Named("registerView")
@RequestScoped
public class RegisterView {

    @Inject
    private Participants participants;

    @Inject
    private Duplicates duplicates;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private final PersonFields person = new PersonFields();
    private ParticipantId existing;
    private List<Candidate> candidates = List.of();

    /** The page exists for those who may register. */
    public String open() {
        return scope.holds(ParticipantPermissions.EDIT) ? null : messages.notFound();
    }

    public String save() {
        var facts = person.facts();
        if (facts.isEmpty()) {
            return messages.stayAt("childrenBornOn", Registration.BUNDLE, "problem.childrenBornOn.DATE_NOT_READ");
        }
        var seen = ids("sett");
        candidates = duplicates.mayBe(facts.get());
        if (candidates.stream().anyMatch(each -> !seen.contains(each.participant()))) {
            return null; // asked once for each of them
        }
        return switch (participants.register(facts.get())) {
            case RegistrationOutcome.Accepted accepted -> {
                ids("ikke-samme").forEach(other -> duplicates.dismiss(accepted.participant(), other));
                yield messages.done(
                                Registration.BUNDLE,
                                Registration.doubtful(facts.get()) ? "register.doneDoubtful" : "register.done")
                        .redirect("/deltakere/" + accepted.participant().value());
            }
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

    private static Set<ParticipantId> ids(String name) {
        var values = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault(name, new String[0]);
        var ids = new HashSet<ParticipantId>();
        for (var value : values) {
            try {
                ids.add(new ParticipantId(UUID.fromString(value)));
            } catch (IllegalArgumentException notOurs) {
                // nobody
            }
        }
        return ids;
    }

    /** Who the person may be; asked before anything is saved. */
    public List<Candidate> getCandidates() {
        return candidates;
    }

    public String reasons(Candidate candidate) {
        return candidate.reasons().stream()
                .sorted()
                .map(reason -> Texts.of("duplicates").get("reason." + reason))
                .collect(Collectors.joining(", "));
    }

    public PersonFields getPerson() {
        return person;
    }

    /** Address of the one who has the number already; {@code null} unless that is what went wrong. */
    public String getExistingAddress() {
        return existing == null ? null : "/deltakere/" + existing.value();
    }
}
