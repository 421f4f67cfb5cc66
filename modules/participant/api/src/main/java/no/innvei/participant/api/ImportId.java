package no.innvei.participant.api;

import java.util.Objects;
import java.util.UUID;
import no.innvei.kernel.Uuid7;

/** One file that was read for import. */
public record ImportId(UUID value) {

    public ImportId {
        Objects.requireNonNull(value, "import id");
    }

    public static ImportId next() {
        return new ImportId(Uuid7.next());
    }
}
