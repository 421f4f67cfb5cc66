package no.innvei.registersimulator;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides whether a message is accepted. The first thing that is wrong is the refusal; its field is the one to mend. */
final class Checks {

    /** What is held now; a withdrawn item is still found. */
    interface Held {
        Optional<Item> find(String tenant, ItemKind kind, UUID id);
    }

    /** Stops the check at the first refusal; never leaves this class. */
    private static final class Refusal extends RuntimeException {
        private final transient Reply.Refused reply;

        Refusal(String code, String field, String message) {
            super(code, null, false, false);
            this.reply = new Reply.Refused(code, field, message);
        }
    }

    private final Held held;
    private final Clock clock;

    Checks(Held held, Clock clock) {
        this.held = held;
        this.clock = clock;
    }

    Optional<Reply.Refused> refusal(Register.Message message) {
        try {
            if (message.body().getBoolean("withdrawn", false)) {
                withdrawal(message);
            } else {
                content(message);
            }
            return Optional.empty();
        } catch (Refusal r) {
            return Optional.of(r.reply);
        }
    }

    private void withdrawal(Register.Message message) {
        if (held.find(message.tenant(), message.kind(), message.id()).isEmpty()) {
            throw new Refusal("R-110", "withdrawn", "Posten finnes ikke, og kan ikke trekkes.");
        }
    }

    private void content(Register.Message message) {
        var body = message.body();
        if (message.kind() == ItemKind.PERSON) {
            person(body);
            return;
        }
        UUID person = id(body, "person");
        present(message, ItemKind.PERSON, person, "R-101", "person", "Personen er ikke registrert.");
        if (message.kind() == ItemKind.MERGED) {
            if (person.equals(message.id())) {
                throw new Refusal("R-112", "person", "En identitet kan ikke slås sammen med seg selv.");
            }
            present(message, ItemKind.PERSON, message.id(), "R-101", "itemId", "Identiteten er ikke registrert.");
            return;
        }
        UUID programme = id(body, "programme");
        if (message.kind() == ItemKind.OFFER) {
            date(body, "offeredOn");
            return;
        }
        if (message.kind() == ItemKind.DECISION) {
            decision(message, body, person, programme);
            return;
        }
        var offer = held.find(message.tenant(), ItemKind.OFFER, programme).filter(item -> !item.withdrawn());
        var known = offer.orElseGet(() -> present(
                message,
                ItemKind.DECISION,
                programme,
                "R-201",
                "programme",
                "Det er verken registrert tilbud eller vedtak for programmet."));
        samePerson(known, person);
        switch (message.kind()) {
            case START -> start(message, body, programme, offer);
            case GOAL -> code(body, "goal", Codes.GOAL, "R-301", "Sluttmålet er ikke kjent.");
            case NORWEGIAN_GOAL -> norwegianGoal(body);
            case ELEMENT -> element(body, offer);
            case ENDING -> ending(message, body, programme);
            case PERSON, MERGED, OFFER, DECISION -> throw new IllegalStateException("checked above");
        }
    }

    private static void samePerson(Item item, UUID person) {
        if (!person.toString().equals(item.body().getString("person"))) {
            throw new Refusal("R-202", "person", "Programmet tilhører en annen person.");
        }
    }

    private void person(JsonObject body) {
        text(body, "givenNames", "R-102", "Navn mangler.");
        var bornOn = date(body, "bornOn");
        if (bornOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("R-104", "bornOn", "Fødselsdatoen er fram i tid.");
        }
        var identifiers = body.getJsonArray("identifiers");
        if (identifiers == null || identifiers.isEmpty()) {
            throw new Refusal("R-105", "identifiers", "Personen mangler fødselsnummer, D-nummer og DUF-nummer.");
        }
        for (var identifier : identifiers.getValuesAs(JsonObject.class)) {
            String kind = identifier.getString("kind", "");
            String number = identifier.getString("value", "");
            if (!IdentityNumber.wellFormed(kind, number)) {
                throw new Refusal("R-106", "identifiers", "Et nummer er ikke gyldig.");
            }
            if (!"DUF".equals(kind)
                    && IdentityNumber.birthday(kind, number, bornOn)
                            .filter(bornOn::equals)
                            .isEmpty()) {
                throw new Refusal("R-107", "bornOn", "Fødselsdatoen stemmer ikke med nummeret.");
            }
        }
        optionalCode(body, "permitBasis", Codes.PERMIT, "R-108", "Oppholdsgrunnlaget er ikke kjent.");
        if (body.containsKey("permitBasis") && !body.containsKey("permitGrantedOn")) {
            throw new Refusal("R-109", "permitGrantedOn", "Dato for tillatelsen mangler.");
        }
        optionalDate(body, "permitGrantedOn");
        optionalDate(body, "settledOn");
        optionalCode(body, "education", Codes.EDUCATION, "R-111", "Utdanningsnivået er ikke kjent.");
    }

    private void decision(Register.Message message, JsonObject body, UUID person, UUID programme) {
        var decidedOn = date(body, "decidedOn");
        held.find(message.tenant(), ItemKind.OFFER, programme)
                .filter(item -> !item.withdrawn())
                .ifPresent(offer -> {
                    samePerson(offer, person);
                    notBefore(
                            decidedOn,
                            date(offer.body(), "offeredOn"),
                            "R-203",
                            "decidedOn",
                            "Vedtaket er datert før tilbudet.");
                });
        code(body, "outcome", Codes.DECISION, "R-204", "Vedtaket er verken innvilget eller avslått.");
        optionalCode(body, "category", Codes.CATEGORY, "R-205", "Kategorien er ikke kjent.");
    }

    private void start(Register.Message message, JsonObject body, UUID programme, Optional<Item> offer) {
        var startOn = date(body, "startOn");
        offer.ifPresent(item ->
                notBefore(startOn, date(item.body(), "offeredOn"), "R-206", "startOn", "Starten er før tilbudet."));
        present(
                message,
                ItemKind.DECISION,
                programme,
                "R-207",
                "programme",
                "Det er ikke registrert noe vedtak for programmet.");
        optionalDate(body, "plannedLastDay")
                .ifPresent(last -> notBefore(last, startOn, "R-208", "plannedLastDay", "Sluttdatoen er før starten."));
    }

    private void norwegianGoal(JsonObject body) {
        boolean any = false;
        for (String skill : new String[] {"listening", "reading", "writing", "oral"}) {
            any |= optionalCode(body, skill, Codes.LEVEL, "R-302", "Nivået er ikke kjent.");
        }
        if (!any) {
            throw new Refusal("R-303", "oral", "Norskmålet mangler nivå.");
        }
    }

    private void element(JsonObject body, Optional<Item> offer) {
        code(body, "category", Codes.ELEMENT, "R-304", "Tiltakstypen er ikke kjent.");
        var from = date(body, "from");
        offer.ifPresent(item -> notBefore(
                from, date(item.body(), "offeredOn"), "R-305", "from", "Tiltaket begynner før tilbudet om program."));
        optionalDate(body, "to")
                .ifPresent(to -> notBefore(to, from, "R-306", "to", "Tiltaket slutter før det begynner."));
        if (body.get("minutesPerWeek") instanceof JsonNumber minutes
                && (minutes.longValue() < 0 || minutes.longValue() > 60 * 60)) {
            throw new Refusal("R-307", "minutesPerWeek", "Omfanget må være mellom 0 og 60 timer i uka.");
        }
    }

    private void ending(Register.Message message, JsonObject body, UUID programme) {
        var started = present(message, ItemKind.START, programme, "R-401", "programme", "Programmet er ikke startet.");
        notBefore(
                date(body, "endedOn"),
                date(started.body(), "startOn"),
                "R-402",
                "endedOn",
                "Sluttdatoen er før starten.");
        text(body, "reason", "R-403", "Avslutningsårsak mangler.");
        code(body, "reason", Codes.ENDING, "R-404", "Avslutningsårsaken er ikke kjent.");
    }

    private Item present(Register.Message message, ItemKind kind, UUID id, String code, String field, String sentence) {
        return held.find(message.tenant(), kind, id)
                .filter(item -> !item.withdrawn())
                .orElseThrow(() -> new Refusal(code, field, sentence));
    }

    private static void notBefore(LocalDate later, LocalDate earlier, String code, String field, String sentence) {
        if (later.isBefore(earlier)) {
            throw new Refusal(code, field, sentence);
        }
    }

    private static String text(JsonObject body, String field, String code, String sentence) {
        if (body.get(field) instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw new Refusal(code, field, sentence);
    }

    private static void code(JsonObject body, String field, Set<String> known, String code, String sentence) {
        if (!known.contains(text(body, field, code, sentence))) {
            throw new Refusal(code, field, sentence);
        }
    }

    private static boolean optionalCode(
            JsonObject body, String field, Set<String> known, String code, String sentence) {
        if (missing(body, field)) {
            return false;
        }
        code(body, field, known, code, sentence);
        return true;
    }

    private static Optional<LocalDate> optionalDate(JsonObject body, String field) {
        return missing(body, field) ? Optional.empty() : Optional.of(date(body, field));
    }

    private static LocalDate date(JsonObject body, String field) {
        try {
            return LocalDate.parse(text(body, field, "R-103", "Datoen mangler."));
        } catch (DateTimeParseException e) {
            throw new Refusal("R-103", field, "Datoen er ikke en dato.");
        }
    }

    private static UUID id(JsonObject body, String field) {
        try {
            return UUID.fromString(text(body, field, "R-100", "Henvisningen mangler."));
        } catch (IllegalArgumentException e) {
            throw new Refusal("R-100", field, "Henvisningen er ikke en nøkkel.");
        }
    }

    private static boolean missing(JsonObject body, String field) {
        return body.getOrDefault(field, JsonValue.NULL) == JsonValue.NULL;
    }
}
