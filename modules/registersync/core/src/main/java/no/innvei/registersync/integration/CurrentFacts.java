package no.innvei.registersync.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.RegisterFacts;
import no.innvei.introduction.api.RegisterFacts.ProgrammeFacts;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.Participants;
import no.innvei.participant.api.PersonFacts;
import no.innvei.registersync.api.RegisterMessage.Content;
import no.innvei.registersync.api.RegisterMessage.Identifier;
import no.innvei.registersync.domain.OwedItem;

/** What an item says right now, read from the modules that own the facts. */
@ApplicationScoped
public class CurrentFacts {

    /** What there is to tell about an item. */
    sealed interface Told {

        /** @param since the day the information existed at the latest; {@code null} when that is known otherwise */
        record Now(Content content, LocalDate since) implements Told {}

        /** The fact is gone, or never got as far. */
        record Gone() implements Told {}

        /** The person is not settled yet. */
        record NotSettled() implements Told {}

        /** The ending of a programme that never began. */
        record NeverStarted() implements Told {}
    }

    private Participants participants;
    private Merges merges;
    private RegisterFacts programmes;

    protected CurrentFacts() {
        // for the CDI proxy
    }

    @Inject
    public CurrentFacts(Participants participants, Merges merges, RegisterFacts programmes) {
        this.participants = participants;
        this.merges = merges;
        this.programmes = programmes;
    }

    /** @param alone nothing else about the participant is owed: then she must be settled before anything is */
    Told about(OwedItem item, boolean alone) {
        var person = item.participant().value();
        var programme = item.programme();
        return switch (item.kind()) {
            case PERSON -> person(item, alone);
            case MERGED_IDENTITY ->
                merges.survivorOf(new ParticipantId(item.subject()))
                        .<Told>map(surviving -> new Told.Now(new Content.MergedIdentity(surviving.value()), null))
                        .orElseGet(Told.Gone::new);
            case PROGRAMME_OFFER ->
                fact(item, ProgrammeFacts::offerOn, f -> new Content.ProgrammeOffer(person, programme, f.offerOn()));
            case PROGRAMME_DECISION ->
                fact(
                        item,
                        ProgrammeFacts::decision,
                        f -> new Content.ProgrammeDecision(
                                person,
                                programme,
                                f.decidedOn(),
                                f.decision() == DecisionKind.AWARDED,
                                name(f.category())));
            case PROGRAMME_START ->
                fact(
                        item,
                        ProgrammeFacts::startedOn,
                        f -> new Content.ProgrammeStart(person, programme, f.startedOn(), f.lastDay()));
            case GOAL ->
                fact(item, ProgrammeFacts::finalGoal, f -> new Content.Goal(person, programme, name(f.finalGoal())));
            case NORWEGIAN_GOAL -> fact(item, CurrentFacts::anyLevel, f -> norwegianGoal(person, f));
            case MEASURE -> element(item);
            case ENDING_REASON ->
                programmes
                                .programme(new ProgrammeId(programme))
                                .filter(f -> f.endedOn() != null && f.startedOn() == null)
                                .isPresent()
                        ? new Told.NeverStarted()
                        : fact(
                                item,
                                ProgrammeFacts::endedOn,
                                f -> new Content.Ending(person, programme, f.endedOn(), name(f.endingReason())));
        };
    }

    private Told person(OwedItem item, boolean alone) {
        var found = participants.facts(item.participant());
        if (found.isEmpty()) {
            return new Told.Gone();
        }
        PersonFacts facts = found.get().facts();
        if (facts.settledOn() == null && alone) {
            return new Told.NotSettled();
        }
        var identifiers = facts.identifiers().stream()
                .map(identifier -> new Identifier(identifier.kind().name(), identifier.value()))
                .toList();
        return new Told.Now(
                new Content.Person(
                        identifiers,
                        facts.givenNames(),
                        facts.familyName(),
                        facts.bornOn(),
                        facts.citizenship(),
                        name(facts.permitBasis()),
                        facts.permitGrantedOn(),
                        facts.settledOn(),
                        facts.settledByAgreement(),
                        name(facts.education()),
                        facts.motherTongue()),
                facts.settledOn());
    }

    private Told element(OwedItem item) {
        return programmes
                .element(new ProgrammeId(item.programme()), item.subject())
                .filter(element -> !element.withdrawn())
                .<Told>map(element -> new Told.Now(
                        new Content.Measure(
                                item.participant().value(),
                                item.programme(),
                                name(element.kind()),
                                element.from(),
                                element.to(),
                                element.minutesPerWeek()),
                        null))
                .orElseGet(Told.Gone::new);
    }

    private Told fact(
            OwedItem item, Function<ProgrammeFacts, Object> exists, Function<ProgrammeFacts, Content> content) {
        return programmes
                .programme(new ProgrammeId(item.programme()))
                .filter(facts -> exists.apply(facts) != null)
                .<Told>map(facts -> new Told.Now(content.apply(facts), null))
                .orElseGet(Told.Gone::new);
    }

    private static Content norwegianGoal(UUID person, ProgrammeFacts facts) {
        var goal = facts.norwegianGoal();
        return new Content.NorwegianGoal(
                person,
                facts.programme().value(),
                name(goal.listening()),
                name(goal.reading()),
                name(goal.writing()),
                name(goal.oral()));
    }

    private static CefrLevel anyLevel(ProgrammeFacts facts) {
        var goal = facts.norwegianGoal();
        return goal.oral() != null
                ? goal.oral()
                : goal.listening() != null
                        ? goal.listening()
                        : goal.reading() != null ? goal.reading() : goal.writing();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
