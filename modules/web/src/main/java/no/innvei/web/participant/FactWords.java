package no.innvei.web.participant;

import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import no.innvei.participant.api.Countries;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.Languages;
import no.innvei.participant.api.LifeFact;
import no.innvei.tenancy.api.Municipalities;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** Life facts in words. */
public final class FactWords {

    public static String kind(FactKind kind) {
        return text("facts.kind." + kind);
    }

    /** What is true, in one line. */
    public static String value(LifeFact fact) {
        return switch (fact) {
            case LifeFact.Name name ->
                name.familyName() == null ? name.givenNames() : name.givenNames() + " " + name.familyName();
            case LifeFact.BirthDate birth -> NorwegianFormat.date(birth.bornOn());
            case LifeFact.Permit permit -> permit(permit);
            case LifeFact.Settlement settlement ->
                text(settlement.byAgreement() ? "facts.settled.byAgreement" : "facts.settled.withoutAgreement");
            case LifeFact.Residence residence -> municipality(residence.municipality());
            case LifeFact.Citizenship citizenship ->
                citizenship.country() == null
                        ? text("facts.group." + citizenship.group())
                        : Countries.name(citizenship.country(), PersonFields.form());
            case LifeFact.Education education ->
                joined(
                        text("education." + education.level()),
                        education.evidence() == null ? null : text("evidence." + education.evidence()));
            case LifeFact.MotherTongue tongue -> language(tongue.language());
            case LifeFact.Interpreting interpreting ->
                interpreting.needed() ? language(interpreting.language()) : text("fact.noInterpreter");
            case LifeFact.WrittenForm form -> text("form." + form.form());
            case LifeFact.Partner partner ->
                joined(
                        text("relation." + partner.relation()),
                        text(partner.livesTogether() ? "facts.livesTogether" : "facts.livesApart"),
                        partner.participates() ? text("facts.participates") : null);
            case LifeFact.Child child ->
                joined(text("facts.born", child.bornOn()), text("livesWith." + child.livesWith()));
            case LifeFact.Employment employment ->
                joined(
                        text("work." + employment.state()),
                        text("facts.perWeek", NorwegianFormat.hours(employment.minutesPerWeek())));
            case LifeFact.Contact contact -> contact.content();
            case LifeFact.UnaccompaniedMinor minor -> yesOrNo(minor.applies());
            case LifeFact.ResearchReservation reservation -> yesOrNo(reservation.reserved());
        };
    }

    /** Bergen (4601); numbers from before 2024 have no name here. */
    static String municipality(String number) {
        return CDI.current()
                .select(Municipalities.class)
                .get()
                .name(number)
                .map(name -> municipality(name, number))
                .orElseGet(() -> text("facts.municipality", number));
    }

    static String municipality(String name, String number) {
        return text("facts.municipality.named", name, number);
    }

    private static String permit(LifeFact.Permit permit) {
        return joined(
                text("permit.short." + permit.basis()),
                permit.ground() == null ? null : text("ground." + permit.ground()),
                permit.renewedOn() == null ? null : text("facts.renewed", permit.renewedOn()),
                permit.expiresOn() == null ? null : text("facts.expires", permit.expiresOn()));
    }

    /** From when to when; empty when nobody knows either. */
    public static String period(LocalDate from, LocalDate to) {
        if (from == null) {
            return to == null ? "" : text("facts.until", to);
        }
        return to == null ? text("facts.since", from) : text("facts.between", from, to);
    }

    /** When and why it was written, and what became of it. */
    public static String knowledge(DatedFact row) {
        var words = new ArrayList<String>();
        words.add(text("facts.recorded", NorwegianFormat.dayOf(row.recordedAt())));
        if (row.reason() != null) {
            words.add(text("reason." + row.reason()));
        }
        if (!row.known()) {
            words.add(text("facts.superseded." + row.why(), NorwegianFormat.dayOf(row.supersededAt())));
        }
        return String.join(", ", words);
    }

    private static String joined(String... parts) {
        return String.join(", ", Stream.of(parts).filter(part -> part != null).toList());
    }

    private static String yesOrNo(boolean answer) {
        return text(answer ? "facts.yes" : "facts.no");
    }

    private static String language(String code) {
        return Languages.name(code, PersonFields.form());
    }

    private static String text(String key, Object... values) {
        return Texts.of(Registration.BUNDLE).get(key, values);
    }

    private FactWords() {}
}
