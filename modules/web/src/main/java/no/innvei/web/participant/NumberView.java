package no.innvei.web.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.DufNumber;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.HeldIdentifier.EndedWhy;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Choice;
import no.innvei.web.page.Messages;
import no.innvei.web.page.UuidConverter;
import no.innvei.web.text.Texts;

/** {@code /deltakere/{id}/opplysninger/nummer}: a new fødselsnummer, D-number or DUF-number beside those the person has had. */
@Named("numberView")
@RequestScoped
public class NumberView {

    private static final String BUNDLE = Registration.BUNDLE;

    @Inject
    private LifeFacts facts;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private UUID id;
    private Long version;
    private Long seen;
    private boolean changed;
    private List<HeldIdentifier> held = List.of();
    private IdentifierKind kind;
    private IdentifierKind wrong;
    private String number;
    private LocalDate from;
    private EndedWhy why;
    private ParticipantId existing;

    @PostConstruct
    void readAddress() {
        var faces = FacesContext.getCurrentInstance();
        id = new UuidConverter()
                .getAsObject(
                        faces,
                        null,
                        faces.getExternalContext().getRequestParameterMap().get("id"));
        if (id != null && scope.holds(ParticipantPermissions.EDIT)) {
            facts.history(new ParticipantId(id)).ifPresent(history -> {
                version = history.version();
                held = history.identifiers();
            });
        }
    }

    public String open() {
        return version == null ? messages.notFound() : null;
    }

    public String save() {
        if (version == null) {
            return messages.notFound();
        }
        var typed = new PersonIdentifier(kind, number == null ? "" : number);
        return answer(
                facts.giveIdentifier(new ParticipantId(id), seen == null ? version : seen, typed, from, why),
                doubtful() ? "register.doneDoubtful" : "number.saved");
    }

    /** The number was never the person's. */
    public String remove() {
        return version == null
                ? messages.notFound()
                : answer(
                        facts.endIdentifier(
                                new ParticipantId(id), seen == null ? version : seen, wrong, null, EndedWhy.MISTAKE),
                        "number.removed");
    }

    private String answer(RegistrationOutcome outcome, String done) {
        return switch (outcome) {
            case RegistrationOutcome.Accepted a -> messages.done(BUNDLE, done).redirect(getBack());
            case RegistrationOutcome.AlreadyRegistered already -> {
                existing = already.existing();
                yield messages.stay(BUNDLE, "register.already");
            }
            case RegistrationOutcome.NeedsLeader n -> messages.stay(BUNDLE, "register.leader");
            case RegistrationOutcome.Invalid invalid -> Registration.invalid(messages, invalid);
            case RegistrationOutcome.ChangedMeanwhile c -> {
                changed = true;
                yield messages.stay(BUNDLE, "fact.changed");
            }
            case RegistrationOutcome.NotFound n -> messages.notFound();
        };
    }

    private boolean doubtful() {
        var digits = number.replaceAll("\\D", "");
        return kind == IdentifierKind.DUF_NUMBER && digits.length() == 12 && !new DufNumber(digits).checkDigitsAgree();
    }

    public boolean isFound() {
        return version != null;
    }

    /** What counts now, masked. */
    public List<FactsView.Number> getNumbers() {
        return held.stream()
                .filter(HeldIdentifier::current)
                .map(one -> new FactsView.Number(
                        Texts.of(BUNDLE).get("number." + one.identifier().kind()),
                        one.identifier().masked(),
                        FactWords.period(one.from(), one.endedOn()),
                        "",
                        true))
                .toList();
    }

    public List<Choice> getKinds() {
        return Arrays.stream(IdentifierKind.values())
                .map(one -> Choice.of(one, Texts.of(BUNDLE).get("number." + one)))
                .toList();
    }

    /** The kinds of number the person has now. */
    public List<Choice> getHeldKinds() {
        return held.stream()
                .filter(HeldIdentifier::current)
                .map(one -> Choice.of(
                        one.identifier().kind(),
                        Texts.of(BUNDLE).get("number." + one.identifier().kind()) + " "
                                + one.identifier().masked()))
                .toList();
    }

    public List<Choice> getReasons() {
        return List.of(EndedWhy.NEW_NUMBER, EndedWhy.MISTAKE).stream()
                .map(one -> Choice.of(one, Texts.of(BUNDLE).get("number.why." + one)))
                .toList();
    }

    public String getBack() {
        return "/deltakere/" + id + "/opplysninger";
    }

    public String getExistingAddress() {
        return existing == null ? null : "/deltakere/" + existing.value();
    }

    public UUID getId() {
        return id;
    }

    public Long getVersion() {
        return changed || seen == null ? version : seen;
    }

    public void setVersion(Long version) {
        this.seen = version;
    }

    public IdentifierKind getKind() {
        return kind;
    }

    public void setKind(IdentifierKind kind) {
        this.kind = kind;
    }

    public IdentifierKind getWrong() {
        return wrong;
    }

    public void setWrong(IdentifierKind wrong) {
        this.wrong = wrong;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public EndedWhy getWhy() {
        return why;
    }

    public void setWhy(EndedWhy why) {
        this.why = why;
    }
}
