package no.innvei.introduction.api;

import java.util.Objects;
import java.util.UUID;
import no.innvei.kernel.Uuid7;

/** One introduction programme of one participant. */
public record ProgrammeId(UUID value) {

    public ProgrammeId {
        Objects.requireNonNull(value, "programme id");
    }

    public static ProgrammeId next() {
        return new ProgrammeId(Uuid7.next());
    }
}
