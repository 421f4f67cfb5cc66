package no.innvei.registersync.integration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.registersync.api.RegisterMessage;
import no.innvei.registersync.api.RegisterMessage.Content;

/** A message as the contract's JSON. What is unknown is left out. */
final class RegisterJson {

    static JsonObject of(RegisterMessage message) {
        var json = Json.createObjectBuilder().add("version", message.version());
        switch (message.content()) {
            case Content.Withdrawn w -> json.add("withdrawn", true);
            case Content.Person p -> person(json, p);
            case Content.MergedIdentity m -> json.add("person", m.person().toString());
            case Content.ProgrammeOffer o ->
                date(programme(json, o.person(), o.programme()), "offeredOn", o.offeredOn());
            case Content.ProgrammeDecision d -> {
                date(programme(json, d.person(), d.programme()), "decidedOn", d.decidedOn());
                json.add("outcome", RegisterVocabulary.decision(d.granted()));
                text(json, "category", d.category() == null ? null : RegisterVocabulary.category(d.category()));
            }
            case Content.ProgrammeStart s -> {
                date(programme(json, s.person(), s.programme()), "startOn", s.startOn());
                date(json, "plannedLastDay", s.plannedLastDay());
            }
            case Content.Goal g ->
                programme(json, g.person(), g.programme()).add("goal", RegisterVocabulary.goal(g.goal()));
            case Content.NorwegianGoal n -> {
                programme(json, n.person(), n.programme());
                text(json, "listening", n.listening());
                text(json, "reading", n.reading());
                text(json, "writing", n.writing());
                text(json, "oral", n.oral());
            }
            case Content.Measure m -> {
                programme(json, m.person(), m.programme()).add("category", RegisterVocabulary.element(m.category()));
                date(json, "from", m.from());
                date(json, "to", m.to());
                if (m.minutesPerWeek() != null) {
                    json.add("minutesPerWeek", m.minutesPerWeek());
                }
            }
            case Content.Ending e -> {
                date(programme(json, e.person(), e.programme()), "endedOn", e.endedOn());
                text(json, "reason", e.reason() == null ? null : RegisterVocabulary.ending(e.reason()));
            }
        }
        return json.build();
    }

    private static void person(JsonObjectBuilder json, Content.Person person) {
        var identifiers = Json.createArrayBuilder();
        person.identifiers()
                .forEach(identifier -> identifiers.add(Json.createObjectBuilder()
                        .add("kind", RegisterVocabulary.identifierKind(identifier.kind()))
                        .add("value", identifier.value())));
        json.add("identifiers", identifiers);
        text(json, "givenNames", person.givenNames());
        text(json, "familyName", person.familyName());
        date(json, "bornOn", person.bornOn());
        text(json, "citizenship", person.citizenship());
        text(
                json,
                "permitBasis",
                person.permitBasis() == null ? null : RegisterVocabulary.permit(person.permitBasis()));
        date(json, "permitGrantedOn", person.permitGrantedOn());
        date(json, "settledOn", person.settledOn());
        json.add("settledByAgreement", person.settledByAgreement());
        text(json, "education", person.education() == null ? null : RegisterVocabulary.education(person.education()));
        text(json, "motherTongue", person.motherTongue());
    }

    private static JsonObjectBuilder programme(JsonObjectBuilder json, UUID person, UUID programme) {
        return json.add("person", person.toString()).add("programme", programme.toString());
    }

    private static void text(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static void date(JsonObjectBuilder json, String name, LocalDate value) {
        text(json, name, value == null ? null : value.toString());
    }

    private RegisterJson() {}
}
