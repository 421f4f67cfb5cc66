package no.innvei.web.participant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.Countries;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.Languages;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.web.page.Choice;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;

/** What is typed about a person, for one request; registering and editing share it. Identity numbers that are left empty stay as they were. */
public class PersonFields {

    private PersonFacts known;
    private String givenNames;
    private String familyName;
    private LocalDate bornOn;
    private String nationalId;
    private String dNumber;
    private String dufNumber;
    private String citizenship;
    private PermitBasis permitBasis;
    private LocalDate permitGrantedOn;
    private LocalDate settledOn;
    private boolean settledByAgreement;
    private EducationLevel education;
    private String motherTongue;
    private String interpretingLanguage;
    private WrittenForm writtenForm;
    private String childrenBornOn;

    /** Shows what is registered, except the identity numbers. */
    void show(PersonFacts facts) {
        known = facts;
        givenNames = facts.givenNames();
        familyName = facts.familyName();
        bornOn = facts.bornOn();
        citizenship = facts.citizenship();
        permitBasis = facts.permitBasis();
        permitGrantedOn = facts.permitGrantedOn();
        settledOn = facts.settledOn();
        settledByAgreement = facts.settledByAgreement();
        education = facts.education();
        motherTongue = facts.motherTongue();
        interpretingLanguage = facts.interpretingLanguage();
        writtenForm = facts.writtenForm();
        childrenBornOn =
                facts.childrenBornOn().stream().map(NorwegianFormat::date).collect(Collectors.joining(", "));
    }

    /** What is registered already, without showing it in the fields: for a form that comes back. */
    void keep(PersonFacts facts) {
        known = facts;
    }

    /** Empty when the children's birth dates cannot be read. */
    Optional<PersonFacts> facts() {
        return children()
                .map(children -> new PersonFacts(
                        givenNames,
                        familyName,
                        bornOn,
                        identifiers(),
                        citizenship,
                        known != null
                                        && known.citizenship() != null
                                        && known.citizenship().equals(citizenship)
                                ? known.citizenshipGroup()
                                : CitizenshipGroup.of(citizenship),
                        permitBasis,
                        permitGrantedOn,
                        known != null && known.followsFamilyPermit() && permitBasis == known.permitBasis(),
                        settledOn,
                        settledByAgreement,
                        education,
                        motherTongue,
                        interpretingLanguage,
                        writtenForm,
                        children));
    }

    private List<PersonIdentifier> identifiers() {
        var identifiers = new ArrayList<PersonIdentifier>();
        for (var kind : IdentifierKind.values()) {
            var typed = typed(kind);
            if (typed != null && !typed.isBlank()) {
                identifiers.add(new PersonIdentifier(kind, typed));
            } else {
                registered(kind).ifPresent(identifiers::add);
            }
        }
        return identifiers;
    }

    private String typed(IdentifierKind kind) {
        return switch (kind) {
            case NATIONAL_ID -> nationalId;
            case D_NUMBER -> dNumber;
            case DUF_NUMBER -> dufNumber;
        };
    }

    private Optional<PersonIdentifier> registered(IdentifierKind kind) {
        return known == null
                ? Optional.empty()
                : known.identifiers().stream()
                        .filter(identifier -> identifier.kind() == kind)
                        .findFirst();
    }

    private Optional<List<LocalDate>> children() {
        if (childrenBornOn == null || childrenBornOn.isBlank()) {
            return Optional.of(List.of());
        }
        var days = new ArrayList<LocalDate>();
        for (var part : childrenBornOn.strip().split("\\s*(?:,|;|\\s)\\s*")) {
            var numbers = part.split("[./-]");
            try {
                days.add(LocalDate.of(
                        Integer.parseInt(numbers[2]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0])));
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException notADate) {
                return Optional.empty();
            }
        }
        return Optional.of(days);
    }

    /** The sentence under a number's field: what is registered, masked, and that an empty field keeps it. */
    private String help(IdentifierKind kind, String otherwise) {
        var texts = Texts.of("participant");
        return registered(kind)
                .map(identifier -> texts.get("fields.number.registered", identifier.masked()))
                .orElseGet(() -> texts.get(otherwise));
    }

    public String getNationalIdHelp() {
        return help(IdentifierKind.NATIONAL_ID, "fields.nationalId.help");
    }

    public String getDnumberHelp() {
        return help(IdentifierKind.D_NUMBER, "fields.dNumber.help");
    }

    public String getDufNumberHelp() {
        return help(IdentifierKind.DUF_NUMBER, "fields.dufNumber.help");
    }

    public List<Choice> getPermits() {
        return Arrays.stream(PermitBasis.values())
                .map(basis -> Choice.of(basis, Texts.of("participant").get("permit." + basis)))
                .toList();
    }

    public List<Choice> getEducations() {
        return Arrays.stream(EducationLevel.values())
                .map(level -> Choice.of(level, Texts.of("participant").get("education." + level)))
                .toList();
    }

    public List<Choice> getForms() {
        return Arrays.stream(WrittenForm.values())
                .map(form -> Choice.of(form, Texts.of("participant").get("form." + form)))
                .toList();
    }

    public List<Choice> getLanguages() {
        return Languages.codes(form()).stream()
                .map(code -> Choice.of(code, Languages.name(code, form())))
                .toList();
    }

    public List<Choice> getCountries() {
        return Countries.codes(form()).stream()
                .map(code -> Choice.of(code, Countries.name(code, form())))
                .toList();
    }

    static WrittenForm form() {
        return RequestLanguage.current().getLanguage().equals("nn") ? WrittenForm.NN : WrittenForm.NB;
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

    public String getNationalId() {
        return nationalId;
    }

    public void setNationalId(String nationalId) {
        this.nationalId = nationalId;
    }

    public String getDnumber() {
        return dNumber;
    }

    public void setDnumber(String dNumber) {
        this.dNumber = dNumber;
    }

    public String getDufNumber() {
        return dufNumber;
    }

    public void setDufNumber(String dufNumber) {
        this.dufNumber = dufNumber;
    }

    public String getCitizenship() {
        return citizenship;
    }

    public void setCitizenship(String citizenship) {
        this.citizenship = citizenship;
    }

    public PermitBasis getPermitBasis() {
        return permitBasis;
    }

    public void setPermitBasis(PermitBasis permitBasis) {
        this.permitBasis = permitBasis;
    }

    public LocalDate getPermitGrantedOn() {
        return permitGrantedOn;
    }

    public void setPermitGrantedOn(LocalDate permitGrantedOn) {
        this.permitGrantedOn = permitGrantedOn;
    }

    public LocalDate getSettledOn() {
        return settledOn;
    }

    public void setSettledOn(LocalDate settledOn) {
        this.settledOn = settledOn;
    }

    public boolean isSettledByAgreement() {
        return settledByAgreement;
    }

    public void setSettledByAgreement(boolean settledByAgreement) {
        this.settledByAgreement = settledByAgreement;
    }

    public EducationLevel getEducation() {
        return education;
    }

    public void setEducation(EducationLevel education) {
        this.education = education;
    }

    public String getMotherTongue() {
        return motherTongue;
    }

    public void setMotherTongue(String motherTongue) {
        this.motherTongue = motherTongue;
    }

    public String getInterpretingLanguage() {
        return interpretingLanguage;
    }

    public void setInterpretingLanguage(String interpretingLanguage) {
        this.interpretingLanguage = interpretingLanguage;
    }

    public WrittenForm getWrittenForm() {
        return writtenForm;
    }

    public void setWrittenForm(WrittenForm writtenForm) {
        this.writtenForm = writtenForm;
    }

    public String getChildrenBornOn() {
        return childrenBornOn;
    }

    public void setChildrenBornOn(String childrenBornOn) {
        this.childrenBornOn = childrenBornOn;
    }
}
