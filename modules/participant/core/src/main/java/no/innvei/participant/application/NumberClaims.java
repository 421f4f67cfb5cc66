package no.innvei.participant.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.IdentifierStore.Claim;

/** Numbers for a participant: hers from now on, or the answer to give instead. */
final class NumberClaims {

    private final IdentifierStore identifiers;

    NumberClaims(IdentifierStore identifiers) {
        this.identifiers = identifiers;
    }

    /** Empty when the numbers are the participant's now. Otherwise nothing has been written. */
    Optional<RegistrationOutcome> claim(ParticipantId id, Collection<PersonIdentifier> wanted) {
        return claim(id, wanted, null);
    }

    /** @param from the day the participant got them, or {@code null} */
    Optional<RegistrationOutcome> claim(ParticipantId id, Collection<PersonIdentifier> wanted, LocalDate from) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var owners = identifiers.owners(wanted);
        var refusal = refusal(id, new HashSet<>(owners.values()));
        if (refusal.isPresent()) {
            return refusal;
        }
        var free = new ArrayList<Claim>();
        var again = new ArrayList<Claim>();
        for (var number : wanted) {
            (owners.containsKey(number) ? again : free).add(new Claim(id, number, from));
        }
        var refused = identifiers.claim(free);
        if (!refused.isEmpty()) {
            identifiers.letGo(
                    free.stream().filter(claim -> !refused.contains(claim)).toList());
            return Optional.of(refusal(
                            id,
                            new HashSet<>(identifiers.owners(numbers(refused)).values()))
                    .orElseGet(RegistrationOutcome.NeedsLeader::new));
        }
        again.forEach(claim -> identifiers.reinstate(id, claim.identifier()));
        identifiers.claim(again);
        return Optional.empty();
    }

    private static List<PersonIdentifier> numbers(Collection<Claim> claims) {
        return claims.stream().map(Claim::identifier).toList();
    }

    /** The visible owner of one of the numbers, if it is somebody else; numbers of several people are for a leader. */
    private static Optional<RegistrationOutcome> refusal(ParticipantId id, HashSet<ParticipantId> owners) {
        owners.remove(id);
        return switch (owners.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new RegistrationOutcome.AlreadyRegistered(
                        owners.iterator().next()));
            default -> Optional.of(new RegistrationOutcome.NeedsLeader());
        };
    }
}
