package no.innvei.registersimulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/** Messages about one made-up person and her programme, correct until a test spoils something. */
final class Messages {

    static final String TENANT = "3305";
    /** Born 1994-06-14; month plus 80, as all synthetic numbers. */
    static final String NUMBER = synthetic("148694", "100");

    final UUID person = UUID.randomUUID();
    final UUID programme = UUID.randomUUID();

    JsonObjectBuilder personBody() {
        return Json.createObjectBuilder()
                .add("givenNames", "Selma")
                .add("familyName", "Prøve")
                .add("bornOn", "1994-06-14")
                .add("identifiers", Json.createArrayBuilder().add(identifier("FNR", NUMBER)))
                .add("permitBasis", "9A")
                .add("permitGrantedOn", "2026-03-02")
                .add("settledOn", "2026-04-20")
                .add("settledByAgreement", true)
                .add("education", "GRUNNSKOLE");
    }

    JsonObjectBuilder programmeBody() {
        return Json.createObjectBuilder().add("person", person.toString()).add("programme", programme.toString());
    }

    JsonObjectBuilder offerBody() {
        return programmeBody().add("offeredOn", "2026-05-12");
    }

    JsonObjectBuilder decisionBody() {
        return programmeBody()
                .add("decidedOn", "2026-05-19")
                .add("outcome", "INNVILGET")
                .add("category", "RETT_OG_PLIKT");
    }

    JsonObjectBuilder startBody() {
        return programmeBody().add("startOn", "2026-06-01").add("plannedLastDay", "2028-05-31");
    }

    JsonObjectBuilder endingBody() {
        return programmeBody().add("endedOn", "2026-11-20").add("reason", "ARBEID_HELTID");
    }

    Register.Message person(JsonObjectBuilder body, long version) {
        return message(ItemKind.PERSON, person, body, version);
    }

    Register.Message of(ItemKind kind, JsonObjectBuilder body) {
        return message(kind, programme, body, 1);
    }

    static Register.Message message(ItemKind kind, UUID id, JsonObjectBuilder body, long version) {
        JsonObject json = body.add("version", version).build();
        return new Register.Message(TENANT, kind, id, version, UUID.randomUUID(), json);
    }

    static JsonObjectBuilder identifier(String kind, String value) {
        return Json.createObjectBuilder().add("kind", kind).add("value", value);
    }

    /** Puts the check digits on a birth day and an individual number; counts up when there are none. */
    static String synthetic(String birth, String individual) {
        int number = Integer.parseInt(individual);
        for (int tries = 0; tries < 100; tries++, number++) {
            for (int check = 0; check < 100; check++) {
                String whole = "%s%03d%02d".formatted(birth, number, check);
                if (IdentityNumber.wellFormed("FNR", whole)) {
                    return whole;
                }
            }
        }
        throw new IllegalStateException("no number for this day");
    }
}
