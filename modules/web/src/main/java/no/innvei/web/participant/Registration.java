package no.innvei.web.participant;

import java.util.Map;
import no.innvei.participant.api.DufNumber;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.api.RegistrationOutcome;
import no.innvei.web.page.Messages;
import no.innvei.web.text.Texts;

/** The sentences a registration ends with, the same when registering and when editing. */
final class Registration {

    static final String BUNDLE = "participant";

    /** Puts each problem at its field. */
    static String invalid(Messages messages, RegistrationOutcome.Invalid invalid) {
        invalid.problems().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(problem ->
                        messages.stayAt(problem.getKey(), BUNDLE, key(problem.getKey(), problem.getValue())));
        return null;
    }

    /** The field's own sentence for a problem where there is one, else the common one. */
    static String key(String field, String code) {
        var own = "problem." + field + "." + code;
        return Texts.of(BUNDLE).has(own) ? own : "problem." + code;
    }

    /** A DUF number whose check digits do not agree is worth a look, and no more. */
    static boolean doubtful(PersonFacts facts) {
        return facts.identifiers().stream()
                .filter(identifier -> identifier.kind() == IdentifierKind.DUF_NUMBER)
                .map(identifier -> identifier.value().replaceAll("\\D", ""))
                .anyMatch(digits -> digits.length() == 12 && !new DufNumber(digits).checkDigitsAgree());
    }

    private Registration() {}
}
