package no.innvei.kernel;

import java.util.Objects;
import java.util.UUID;

/** The participant (deltaker) inside one tenant. Made by us, never a national number; safe in addresses and logs. */
public record ParticipantId(UUID value) {

    public ParticipantId {
        Objects.requireNonNull(value, "participant id");
    }

    public static ParticipantId next() {
        return new ParticipantId(Uuid7.next());
    }
}
