package no.innvei.registersimulator;

import java.util.Arrays;
import java.util.Optional;

/** The collections of the contract, in the order in which one item rests on another. */
enum ItemKind {
    PERSON("persons", "Person"),
    MERGED("merged-identities", "Sammenslått identitet"),
    OFFER("programme-offers", "Tilbud"),
    DECISION("programme-decisions", "Vedtak"),
    START("programme-starts", "Start"),
    GOAL("goals", "Sluttmål"),
    NORWEGIAN_GOAL("norwegian-goals", "Norskmål"),
    ELEMENT("elements", "Tiltak"),
    ENDING("endings", "Avslutning");

    private final String collection;
    private final String label;

    ItemKind(String collection, String label) {
        this.collection = collection;
        this.label = label;
    }

    /** Its name in addresses and on the wire. */
    String collection() {
        return collection;
    }

    String label() {
        return label;
    }

    static Optional<ItemKind> of(String collection) {
        return Arrays.stream(values())
                .filter(kind -> kind.collection.equals(collection))
                .findFirst();
    }
}
