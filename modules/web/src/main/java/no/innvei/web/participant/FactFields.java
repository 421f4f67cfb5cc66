package no.innvei.web.participant;

import jakarta.enterprise.inject.spi.CDI;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.Countries;
import no.innvei.participant.api.EducationEvidence;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.ImmigrationGround;
import no.innvei.participant.api.Languages;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFact.Child;
import no.innvei.participant.api.LifeFact.Contact;
import no.innvei.participant.api.LifeFact.Employment;
import no.innvei.participant.api.LifeFact.Partner;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.tenancy.api.Municipalities;
import no.innvei.web.page.Choice;
import no.innvei.web.text.Texts;

/** The fields of one life fact, whatever its kind; only those of the kind are on the page. */
public class FactFields {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private String givenNames;
    private String familyName;
    private LocalDate bornOn;
    private PermitBasis basis;
    private boolean follows;
    private ImmigrationGround ground;
    private LocalDate renewedOn;
    private LocalDate expiresOn;
    private boolean byAgreement;
    private String municipality;
    private String country;
    private EducationLevel level;
    private EducationEvidence evidence;
    private String language;
    private WrittenForm form;
    private Partner.Relation relation;
    private String partnerNumber;
    private boolean participates;
    private boolean livesTogether;
    private Child.LivesWith livesWith;
    private Employment.State state;
    private String hoursPerWeek;
    private Contact.Channel channel;
    private String content;
    private boolean answer;

    /** Shows what is registered; the number of a partner is not shown again. */
    void show(LifeFact fact) {
        switch (fact) {
            case LifeFact.Name name -> {
                givenNames = name.givenNames();
                familyName = name.familyName();
            }
            case LifeFact.BirthDate birth -> bornOn = birth.bornOn();
            case LifeFact.Permit permit -> {
                basis = permit.basis();
                follows = permit.followsFamilyPermit();
                ground = permit.ground();
                renewedOn = permit.renewedOn();
                expiresOn = permit.expiresOn();
            }
            case LifeFact.Settlement settlement -> byAgreement = settlement.byAgreement();
            case LifeFact.Residence residence -> municipality = residence.municipality();
            case LifeFact.Citizenship citizenship -> country = citizenship.country();
            case LifeFact.Education education -> {
                level = education.level();
                evidence = education.evidence();
            }
            case LifeFact.MotherTongue tongue -> language = tongue.language();
            case LifeFact.Interpreting interpreting -> language = interpreting.language();
            case LifeFact.WrittenForm written -> form = written.form();
            case Partner partner -> {
                relation = partner.relation();
                participates = partner.participates();
                livesTogether = partner.livesTogether();
            }
            case Child child -> {
                bornOn = child.bornOn();
                livesWith = child.livesWith();
            }
            case Employment employment -> {
                state = employment.state();
                hoursPerWeek = BigDecimal.valueOf(employment.minutesPerWeek())
                        .divide(MINUTES, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',');
            }
            case Contact contact -> {
                channel = contact.channel();
                content = contact.content();
            }
            case LifeFact.UnaccompaniedMinor minor -> answer = minor.applies();
            case LifeFact.ResearchReservation reservation -> answer = reservation.reserved();
        }
    }

    /**
     * What was typed. Empty when the number of a partner belongs to nobody the user may see.
     *
     * @param known what is registered of the kind, or {@code null}
     */
    Optional<LifeFact> fact(FactKind kind, LifeFact known, LifeFacts facts) {
        return switch (kind) {
            case NAME -> Optional.of(new LifeFact.Name(givenNames, familyName));
            case BIRTH_DATE -> Optional.of(new LifeFact.BirthDate(bornOn));
            case PERMIT -> Optional.of(new LifeFact.Permit(basis, follows, ground, renewedOn, expiresOn));
            case SETTLEMENT -> Optional.of(new LifeFact.Settlement(byAgreement));
            case RESIDENCE -> Optional.of(new LifeFact.Residence(municipality));
            case CITIZENSHIP -> Optional.of(new LifeFact.Citizenship(country, null));
            case EDUCATION -> Optional.of(new LifeFact.Education(level, evidence));
            case MOTHER_TONGUE -> Optional.of(new LifeFact.MotherTongue(language));
            case INTERPRETING -> Optional.of(new LifeFact.Interpreting(language));
            case WRITTEN_FORM -> Optional.of(new LifeFact.WrittenForm(form));
            case PARTNER -> partner(known, facts);
            case CHILD -> Optional.of(new Child(bornOn, livesWith));
            case EMPLOYMENT -> Optional.of(new Employment(state, minutes()));
            case CONTACT ->
                Optional.of(new Contact(known instanceof Contact contact ? contact.channel() : channel, content));
            case UNACCOMPANIED_MINOR -> Optional.of(new LifeFact.UnaccompaniedMinor(answer));
            case RESEARCH_RESERVATION -> Optional.of(new LifeFact.ResearchReservation(answer));
        };
    }

    private Optional<LifeFact> partner(LifeFact known, LifeFacts facts) {
        ParticipantId partner = known instanceof Partner registered ? registered.partner() : null;
        if (partnerNumber != null && !partnerNumber.isBlank()) {
            var digits = partnerNumber.replaceAll("\\D", "");
            partner = List.of(IdentifierKind.values()).stream()
                    .flatMap(kind -> facts.ownerOf(new PersonIdentifier(kind, digits)).stream())
                    .findFirst()
                    .orElse(null);
            if (partner == null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Partner(relation, partner, participates, livesTogether));
    }

    /** Hours as staff write them, 37,5; 0 when it is no number, which the use case refuses. */
    private int minutes() {
        try {
            return hoursPerWeek == null
                    ? 0
                    : new BigDecimal(hoursPerWeek.strip().replace(',', '.'))
                            .multiply(MINUTES)
                            .setScale(0, RoundingMode.HALF_UP)
                            .intValueExact();
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return 0;
        }
    }

    /** The field a problem belongs to; {@code null} when it concerns the whole form. */
    static String field(FactKind kind, String problem) {
        return switch (problem) {
            case "row", "fact", "line" -> null;
            case "language" -> kind == FactKind.MOTHER_TONGUE ? "motherTongue" : "interpretingLanguage";
            case "bornOn" -> kind == FactKind.CHILD ? "childBornOn" : "bornOn";
            case "partner" -> "partnerNumber";
            default -> problem;
        };
    }

    private static List<Choice> choices(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value, Texts.of(Registration.BUNDLE).get(prefix + value.name())))
                .toList();
    }

    public List<Choice> getBases() {
        return choices("permit.", PermitBasis.values());
    }

    public List<Choice> getGrounds() {
        return choices("ground.", ImmigrationGround.values());
    }

    public List<Choice> getLevels() {
        return choices("education.", EducationLevel.values());
    }

    public List<Choice> getEvidences() {
        return choices("evidence.", EducationEvidence.values());
    }

    public List<Choice> getForms() {
        return choices("form.", WrittenForm.values());
    }

    public List<Choice> getRelations() {
        return choices("relation.", Partner.Relation.values());
    }

    public List<Choice> getHomes() {
        return choices("livesWith.", Child.LivesWith.values());
    }

    public List<Choice> getStates() {
        return choices("work.", Employment.State.values());
    }

    public List<Choice> getChannels() {
        return choices("channel.", Contact.Channel.values());
    }

    public List<Choice> getLanguages() {
        return Languages.codes(PersonFields.form()).stream()
                .map(code -> Choice.of(code, Languages.name(code, PersonFields.form())))
                .toList();
    }

    public List<Choice> getCountries() {
        return Countries.codes(PersonFields.form()).stream()
                .map(code -> Choice.of(code, Countries.name(code, PersonFields.form())))
                .toList();
    }

    public String getGivenNames() {
        return givenNames;
    }

    public void setGivenNames(String givenNames) {
        this.givenNames = givenNames;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public LocalDate getBornOn() {
        return bornOn;
    }

    public void setBornOn(LocalDate bornOn) {
        this.bornOn = bornOn;
    }

    public PermitBasis getBasis() {
        return basis;
    }

    public void setBasis(PermitBasis basis) {
        this.basis = basis;
    }

    public boolean isFollows() {
        return follows;
    }

    public void setFollows(boolean follows) {
        this.follows = follows;
    }

    public ImmigrationGround getGround() {
        return ground;
    }

    public void setGround(ImmigrationGround ground) {
        this.ground = ground;
    }

    public LocalDate getRenewedOn() {
        return renewedOn;
    }

    public void setRenewedOn(LocalDate renewedOn) {
        this.renewedOn = renewedOn;
    }

    public LocalDate getExpiresOn() {
        return expiresOn;
    }

    public void setExpiresOn(LocalDate expiresOn) {
        this.expiresOn = expiresOn;
    }

    public boolean isByAgreement() {
        return byAgreement;
    }

    public void setByAgreement(boolean byAgreement) {
        this.byAgreement = byAgreement;
    }

    /** Those of today, and the one that is registered when it is not among them. */
    public List<Choice> getMunicipalities() {
        var all = new ArrayList<Choice>();
        CDI.current().select(Municipalities.class).get().today().stream()
                .map(each -> Choice.of(each.number(), FactWords.municipality(each.name(), each.number())))
                .forEach(all::add);
        if (municipality != null && all.stream().noneMatch(each -> municipality.equals(each.getValue()))) {
            all.add(Choice.of(municipality, FactWords.municipality(municipality)));
        }
        return all;
    }

    public String getMunicipality() {
        return municipality;
    }

    public void setMunicipality(String municipality) {
        this.municipality = municipality;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public EducationLevel getLevel() {
        return level;
    }

    public void setLevel(EducationLevel level) {
        this.level = level;
    }

    public EducationEvidence getEvidence() {
        return evidence;
    }

    public void setEvidence(EducationEvidence evidence) {
        this.evidence = evidence;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public WrittenForm getForm() {
        return form;
    }

    public void setForm(WrittenForm form) {
        this.form = form;
    }

    public Partner.Relation getRelation() {
        return relation;
    }

    public void setRelation(Partner.Relation relation) {
        this.relation = relation;
    }

    public String getPartnerNumber() {
        return partnerNumber;
    }

    public void setPartnerNumber(String partnerNumber) {
        this.partnerNumber = partnerNumber;
    }

    public boolean isParticipates() {
        return participates;
    }

    public void setParticipates(boolean participates) {
        this.participates = participates;
    }

    public boolean isLivesTogether() {
        return livesTogether;
    }

    public void setLivesTogether(boolean livesTogether) {
        this.livesTogether = livesTogether;
    }

    public Child.LivesWith getLivesWith() {
        return livesWith;
    }

    public void setLivesWith(Child.LivesWith livesWith) {
        this.livesWith = livesWith;
    }

    public Employment.State getState() {
        return state;
    }

    public void setState(Employment.State state) {
        this.state = state;
    }

    public String getHoursPerWeek() {
        return hoursPerWeek;
    }

    public void setHoursPerWeek(String hoursPerWeek) {
        this.hoursPerWeek = hoursPerWeek;
    }

    public Contact.Channel getChannel() {
        return channel;
    }

    public void setChannel(Contact.Channel channel) {
        this.channel = channel;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public boolean isAnswer() {
        return answer;
    }

    public void setAnswer(boolean answer) {
        this.answer = answer;
    }
}
