package no.innvei.registersimulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * One accepted message, as the journal keeps it.
 *
 * @param seq one, two, three in order of acceptance, over all tenants
 * @param version the sender's version of the item
 * @param key the sender's idempotency key
 */
record Item(
        long seq,
        String tenant,
        ItemKind kind,
        UUID id,
        long version,
        UUID key,
        String receipt,
        Instant acceptedAt,
        JsonObject body) {

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("seq", seq)
                .add("tenant", tenant)
                .add("kind", kind.collection())
                .add("item", id.toString())
                .add("version", version)
                .add("key", key.toString())
                .add("receipt", receipt)
                .add("acceptedAt", acceptedAt.toString())
                .add("body", body)
                .build();
    }

    static Item of(JsonObject json) {
        return new Item(
                json.getJsonNumber("seq").longValueExact(),
                json.getString("tenant"),
                ItemKind.of(json.getString("kind")).orElseThrow(),
                UUID.fromString(json.getString("item")),
                json.getJsonNumber("version").longValueExact(),
                UUID.fromString(json.getString("key")),
                json.getString("receipt"),
                Instant.parse(json.getString("acceptedAt")),
                json.getJsonObject("body"));
    }

    boolean withdrawn() {
        return body.getBoolean("withdrawn", false);
    }
}
