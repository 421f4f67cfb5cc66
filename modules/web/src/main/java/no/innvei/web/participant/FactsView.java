package no.innvei.web.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.LifeFacts.LifeHistory;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Participants;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Choice;
import no.innvei.web.page.Messages;
import no.innvei.web.page.UuidConverter;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** {@code /deltakere/{id}/opplysninger}: everything known about a person with its history, now or as it was known on an earlier day. */
@Named("factsView")
@RequestScoped
public class FactsView {

    @Inject
    private LifeFacts facts;

    @Inject
    private Participants participants;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private UUID id;
    private LocalDate knownOn;
    private LocalDate chosenDay;
    private LifeHistory history;
    private boolean revealed;

    /** A number a person has or had. */
    public record Number(String label, String text, String period, String note, boolean current) {}

    /** Facts that belong together. */
    public record Group(String id, String title, List<FactLine> lines) {}

    @PostConstruct
    void readAddress() {
        var faces = FacesContext.getCurrentInstance();
        var parameters = faces.getExternalContext().getRequestParameterMap();
        id = new UuidConverter().getAsObject(faces, null, parameters.get("id"));
        knownOn = day(parameters.get("kjent"));
        if (id != null && faces.isPostback()) {
            read();
        }
    }

    private static LocalDate day(String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** Opens the person for case work; the opening is logged. */
    public String open() {
        if (id != null) {
            read();
        }
        return history == null ? messages.notFound() : null;
    }

    private void read() {
        var participant = new ParticipantId(id);
        history = (knownOn == null ? facts.history(participant) : facts.asKnown(participant, knownOn)).orElse(null);
    }

    /** Shows complete identity numbers for this one answer; the showing is logged. */
    public String reveal() {
        if (participants.showIdentifiers(new ParticipantId(id)).isEmpty()) {
            return messages.notFound();
        }
        revealed = true;
        return null;
    }

    /** Looks back. */
    public String look() {
        return messages.redirect(
                chosenDay == null || !chosenDay.isBefore(LocalDate.now(clock))
                        ? getAddress()
                        : getAddress() + "?kjent=" + chosenDay);
    }

    public boolean isFound() {
        return history != null;
    }

    public boolean isLookingBack() {
        return knownOn != null;
    }

    public boolean isNothingKnown() {
        return history.facts().isEmpty();
    }

    public String getName() {
        return history.facts().stream()
                .filter(row -> row.known() && row.open() && row.fact() instanceof LifeFact.Name)
                .map(row -> FactWords.value(row.fact()))
                .findFirst()
                .orElse("");
    }

    public boolean isProtectedIdentity() {
        return history.protectionLevel() > 0;
    }

    public List<Group> getGroups() {
        var lines = new FactLines(history, isLookingBack() ? knownOn : LocalDate.now(clock), isEditable());
        var living =
                isProtectedIdentity() ? lines.of(FactKind.EMPLOYMENT) : lines.of(FactKind.EMPLOYMENT, FactKind.CONTACT);
        return List.of(
                new Group(
                        "personen",
                        text("fields.person"),
                        lines.of(FactKind.NAME, FactKind.BIRTH_DATE, FactKind.CITIZENSHIP)),
                new Group(
                        "opphold",
                        text("fields.residence"),
                        lines.of(
                                FactKind.PERMIT,
                                FactKind.SETTLEMENT,
                                FactKind.RESIDENCE,
                                FactKind.UNACCOMPANIED_MINOR)),
                new Group(
                        "sprak",
                        text("fields.languages"),
                        lines.of(
                                FactKind.EDUCATION,
                                FactKind.MOTHER_TONGUE,
                                FactKind.INTERPRETING,
                                FactKind.WRITTEN_FORM)),
                new Group("familie", text("facts.family"), lines.of(FactKind.PARTNER, FactKind.CHILD)),
                new Group("arbeid", text("facts.living"), living),
                new Group("samtykke", text("facts.research"), lines.of(FactKind.RESEARCH_RESERVATION)));
    }

    /** One more of what there can be several of. */
    public List<Choice> getAdditions() {
        var base = getAddress() + "/endre?slag=";
        var additions = new ArrayList<Choice>();
        additions.add(Choice.of(base + FactKind.CHILD, text("facts.add.CHILD")));
        additions.add(Choice.of(base + FactKind.EMPLOYMENT, text("facts.add.EMPLOYMENT")));
        if (!isProtectedIdentity()) {
            additions.add(Choice.of(base + FactKind.CONTACT, text("facts.add.CONTACT")));
        }
        return additions;
    }

    public List<Number> getNumbers() {
        return history.identifiers().stream().map(this::number).toList();
    }

    private Number number(HeldIdentifier held) {
        return new Number(
                text("number." + held.identifier().kind()),
                revealed ? held.identifier().value() : held.identifier().masked(),
                FactWords.period(held.from(), held.endedOn()),
                held.current() ? "" : text("number.ended." + held.why(), NorwegianFormat.dayOf(held.endedAt())),
                held.current());
    }

    public boolean isRevealable() {
        return !revealed && !history.identifiers().isEmpty() && scope.holds(ParticipantPermissions.SHOW_IDENTIFIER);
    }

    public boolean isEditable() {
        return !isLookingBack() && scope.holds(ParticipantPermissions.EDIT);
    }

    private static String text(String key, Object... values) {
        return Texts.of(Registration.BUNDLE).get(key, values);
    }

    public String getAddress() {
        return "/deltakere/" + id + "/opplysninger";
    }

    public UUID getId() {
        return id;
    }

    public LocalDate getKnownOn() {
        return knownOn;
    }

    public LocalDate getChosenDay() {
        return chosenDay == null ? knownOn : chosenDay;
    }

    public void setChosenDay(LocalDate chosenDay) {
        this.chosenDay = chosenDay;
    }
}
