package no.innvei.participant.api;

import java.util.Objects;

/** A national identity number of some kind; masks itself when printed. The value has been checked by {@link IdentifierKind}. */
public record PersonIdentifier(IdentifierKind kind, String value) {

    public enum IdentifierKind {
        /** fødselsnummer */
        NATIONAL_ID,
        D_NUMBER,
        DUF_NUMBER
    }

    public PersonIdentifier {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "identifier");
    }

    @Override
    public String toString() {
        return kind + " ********";
    }
}
