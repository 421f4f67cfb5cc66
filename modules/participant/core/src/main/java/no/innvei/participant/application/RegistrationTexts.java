package no.innvei.participant.application;

import java.text.Normalizer;
import java.util.List;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;

/** Brings typed text to the form it is stored in: composed letters, single spaces, nothing instead of blanks. */
final class RegistrationTexts {

    static PersonFacts tidy(PersonFacts facts, List<PersonIdentifier> identifiers) {
        return new PersonFacts(
                tidy(facts.givenNames()),
                tidy(facts.familyName()),
                facts.bornOn(),
                identifiers,
                facts.citizenship(),
                facts.citizenshipGroup() == null ? CitizenshipGroup.of(facts.citizenship()) : facts.citizenshipGroup(),
                facts.permitBasis(),
                facts.permitGrantedOn(),
                facts.permitBasis() != null && facts.followsFamilyPermit(),
                facts.settledOn(),
                facts.settledByAgreement(),
                facts.education(),
                tidy(facts.motherTongue()),
                tidy(facts.interpretingLanguage()),
                facts.writtenForm(),
                facts.childrenBornOn().stream().sorted().toList());
    }

    /** {@code null} for nothing but blanks. */
    static String tidy(String text) {
        if (text == null) {
            return null;
        }
        var tidy = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("[ \\u00a0]+", " ");
        return tidy.isEmpty() ? null : tidy;
    }

    private RegistrationTexts() {}
}
