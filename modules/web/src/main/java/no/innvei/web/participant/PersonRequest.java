package no.innvei.web.participant;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

/** @param identifiers left out when changing a person: the registered ones stay */
public record PersonRequest(
        @NotBlank @Size(max = 200) String givenNames,
        @Size(max = 200) String familyName,
        @NotNull LocalDate bornOn,
        @Size(max = 3) List<@NotNull @Valid Identifier> identifiers,
        @Pattern(regexp = "[A-Z]{2}") String citizenship,

        @Pattern(regexp = "A|B|C|D|E|F|G|FAMILY_OTHER|OTHER")
        String permitBasis,

        LocalDate permitGrantedOn,
        boolean followsFamilyPermit,
        LocalDate settledOn,
        boolean settledByAgreement,

        @Pattern(regexp = "PRIMARY_NOT_COMPLETED|PRIMARY_COMPLETED|UPPER_SECONDARY|HIGHER_EDUCATION")
        String education,

        @Pattern(regexp = "[a-z]{2,3}") String motherTongue,
        @Pattern(regexp = "[a-z]{2,3}") String interpretingLanguage,
        @Pattern(regexp = "NB|NN") String writtenForm,
        @Size(max = 20) List<@NotNull LocalDate> childrenBornOn) {

    /** One identity number, in plain text. */
    public record Identifier(
            @NotNull @Pattern(regexp = "NATIONAL_ID|D_NUMBER|DUF_NUMBER")
            String kind,

            @NotBlank @Size(max = 20) String value) {

        @JsonbCreator
        public Identifier(@JsonbProperty("kind") String kind, @JsonbProperty("value") String value) {
            this.kind = kind;
            this.value = value;
        }

        @Override
        public String toString() {
            return kind + " ********";
        }
    }

    @JsonbCreator
    public PersonRequest(
            @JsonbProperty("givenNames") String givenNames,
            @JsonbProperty("familyName") String familyName,
            @JsonbProperty("bornOn") LocalDate bornOn,
            @JsonbProperty("identifiers") List<Identifier> identifiers,
            @JsonbProperty("citizenship") String citizenship,
            @JsonbProperty("permitBasis") String permitBasis,
            @JsonbProperty("permitGrantedOn") LocalDate permitGrantedOn,
            @JsonbProperty("followsFamilyPermit") boolean followsFamilyPermit,
            @JsonbProperty("settledOn") LocalDate settledOn,
            @JsonbProperty("settledByAgreement") boolean settledByAgreement,
            @JsonbProperty("education") String education,
            @JsonbProperty("motherTongue") String motherTongue,
            @JsonbProperty("interpretingLanguage") String interpretingLanguage,
            @JsonbProperty("writtenForm") String writtenForm,
            @JsonbProperty("childrenBornOn") List<LocalDate> childrenBornOn) {
        this.givenNames = givenNames;
        this.familyName = familyName;
        this.bornOn = bornOn;
        this.identifiers = identifiers;
        this.citizenship = citizenship;
        this.permitBasis = permitBasis;
        this.permitGrantedOn = permitGrantedOn;
        this.followsFamilyPermit = followsFamilyPermit;
        this.settledOn = settledOn;
        this.settledByAgreement = settledByAgreement;
        this.education = education;
        this.motherTongue = motherTongue;
        this.interpretingLanguage = interpretingLanguage;
        this.writtenForm = writtenForm;
        this.childrenBornOn = childrenBornOn;
    }

    /** @param registered identity numbers that stay when none are sent */
    public PersonFacts toFacts(List<PersonIdentifier> registered) {
        return new PersonFacts(
                givenNames,
                familyName,
                bornOn,
                identifiers == null
                        ? registered
                        : identifiers.stream()
                                .map(sent -> new PersonIdentifier(IdentifierKind.valueOf(sent.kind()), sent.value()))
                                .toList(),
                citizenship,
                CitizenshipGroup.of(citizenship),
                permitBasis == null ? null : PermitBasis.valueOf(permitBasis),
                permitGrantedOn,
                followsFamilyPermit,
                settledOn,
                settledByAgreement,
                education == null ? null : EducationLevel.valueOf(education),
                motherTongue,
                interpretingLanguage,
                writtenForm == null ? null : WrittenForm.valueOf(writtenForm),
                childrenBornOn == null ? List.of() : childrenBornOn);
    }

    @Override
    public String toString() {
        return "person";
    }
}
