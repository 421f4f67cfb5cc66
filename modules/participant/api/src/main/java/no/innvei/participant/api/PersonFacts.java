package no.innvei.participant.api;

import java.time.LocalDate;
import java.util.List;
import no.innvei.kernel.WrittenForm;

/**
 * What is known about one person. Everything but names and birth date may be unknown ({@code null}), because people arrive before their papers do.
 *
 * @param familyName {@code null} where the person has none
 * @param identifiers complete identity numbers, in plain text; never logged
 * @param citizenship ISO 3166-1 alpha-2, or {@code null}
 * @param settledOn first day in a municipality (bosetting); {@code null} until settled
 * @param settledByAgreement bosatt etter avtale with the integration authorities
 * @param followsFamilyPermit a § 9 a permit that follows a § 9 f permit
 * @param motherTongue ISO 639 code, or {@code null}
 * @param interpretingLanguage ISO 639 code, or {@code null} when no interpreter is needed
 * @param writtenForm the form the person reads, {@code null} = the tenant's
 * @param childrenBornOn birth dates of own children who live with the person
 */
public record PersonFacts(
        String givenNames,
        String familyName,
        LocalDate bornOn,
        List<PersonIdentifier> identifiers,
        String citizenship,
        CitizenshipGroup citizenshipGroup,
        PermitBasis permitBasis,
        LocalDate permitGrantedOn,
        boolean followsFamilyPermit,
        LocalDate settledOn,
        boolean settledByAgreement,
        EducationLevel education,
        String motherTongue,
        String interpretingLanguage,
        WrittenForm writtenForm,
        List<LocalDate> childrenBornOn) {

    public PersonFacts {
        identifiers = List.copyOf(identifiers);
        childrenBornOn = List.copyOf(childrenBornOn);
    }
}
