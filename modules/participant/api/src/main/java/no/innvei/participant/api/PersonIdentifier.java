package no.innvei.participant.api;

import java.util.Objects;

/** A national identity number of some kind; masks itself when printed. The value has been checked by {@link IdentityNumbers}. */
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

    /** The part that may be shown without a reason: six digits of a fødselsnummer or D-number, the year of a DUF number. */
    public String masked() {
        int shown = kind == IdentifierKind.DUF_NUMBER ? 4 : 6;
        return value.length() <= shown
                ? "•".repeat(value.length())
                : value.substring(0, shown) + " " + "•".repeat(value.length() - shown);
    }

    @Override
    public String toString() {
        return kind + " ********";
    }
}
