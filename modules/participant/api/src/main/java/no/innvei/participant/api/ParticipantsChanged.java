package no.innvei.participant.api;

import java.util.List;

/**
 * Many people were registered or changed at once, as by an import; fired once per batch in its transaction, instead of one {@link ParticipantChanged}
 * each. Whoever listens to that one listens to this one too, and works with a number of statements that does not grow with the people.
 *
 * @param people at most a few hundred, each at most once
 */
public record ParticipantsChanged(List<ParticipantChanged> people) {

    public ParticipantsChanged {
        people = List.copyOf(people);
    }
}
