package no.innvei.web.introduction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.PersonFacts;

/** The name at the top of the pages about one participant. */
@ApplicationScoped
class Person {

    private Participants participants;

    Person() {
        // for the CDI proxy
    }

    @Inject
    Person(Participants participants) {
        this.participants = participants;
    }

    /** Opens the person for case work, which is logged. */
    Optional<String> open(UUID participant) {
        return participants.open(new ParticipantId(participant)).map(view -> name(view.facts()));
    }

    /** Again on the same page. */
    Optional<String> again(UUID participant) {
        return participants.facts(new ParticipantId(participant)).map(view -> name(view.facts()));
    }

    private static String name(PersonFacts facts) {
        return facts.familyName() == null ? facts.givenNames() : facts.givenNames() + " " + facts.familyName();
    }
}
