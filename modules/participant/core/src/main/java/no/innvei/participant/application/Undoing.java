package no.innvei.participant.application;

import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.innvei.participant.api.ImportUndo.Kept;
import no.innvei.participant.api.ImportUndo.Why;
import no.innvei.participant.api.UndoAsked;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.persistence.ImportRepository.Written;
import no.innvei.participant.persistence.ParticipantRepository;

/** Sorts people an import was written to: who can be as before, and who must stay as she is. */
final class Undoing {

    /** People a hidden one among them is in none of. */
    record Sorted(Map<Written, Participant> removed, Map<Written, Participant> restored, List<Kept> kept) {}

    private final ParticipantRepository participants;
    private final Event<UndoAsked> undoAsked;

    Undoing(ParticipantRepository participants, Event<UndoAsked> undoAsked) {
        this.participants = participants;
        this.undoAsked = undoAsked;
    }

    Sorted sort(List<Written> written) {
        var people = participants
                .findMergedToo(written.stream().map(Written::participant).toList())
                .stream()
                .collect(Collectors.toMap(Participant::id, person -> person));
        var unchanged = new ArrayList<Written>();
        var kept = new ArrayList<Kept>();
        for (var one : written) {
            var person = people.get(one.participant());
            if (person == null) {
                continue;
            }
            if (person.isVersion(one.version()) && !person.merged()) {
                unchanged.add(one);
            } else {
                kept.add(kept(one, person, Why.CHANGED_SINCE));
            }
        }
        var asked = new UndoAsked(
                unchanged.stream().map(Written::participant).collect(Collectors.toSet()),
                unchanged.stream().map(Written::at).min(Instant::compareTo).orElse(Instant.EPOCH));
        if (!unchanged.isEmpty()) {
            undoAsked.fire(asked);
        }
        var cases = participants.assigned(unchanged.stream()
                .filter(Written::registered)
                .map(Written::participant)
                .toList());
        var removed = new LinkedHashMap<Written, Participant>();
        var restored = new LinkedHashMap<Written, Participant>();
        for (var one : unchanged) {
            var person = people.get(one.participant());
            if (asked.builtOn().contains(one.participant()) || cases.contains(one.participant())) {
                kept.add(kept(one, person, Why.BUILT_ON));
            } else {
                (one.registered() ? removed : restored).put(one, person);
            }
        }
        return new Sorted(removed, restored, kept);
    }

    private static Kept kept(Written written, Participant person, Why why) {
        return new Kept(person.id(), person.name(), written.line(), why);
    }
}
