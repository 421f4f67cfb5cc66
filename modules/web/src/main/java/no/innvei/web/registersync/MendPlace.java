package no.innvei.web.registersync;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.innvei.kernel.ParticipantId;

/** Where what the register refused about a person is mended: the page that changes it, with the focus in the field. */
public final class MendPlace {

    /** By the register's code. */
    private static final Map<String, String> FIELDS = Map.of(
            "R-102", "givenNames",
            "R-104", "bornOn",
            "R-105", "nationalId",
            "R-106", "nationalId",
            "R-107", "bornOn",
            "R-108", "permitBasis",
            "R-109", "permitGrantedOn",
            "R-111", "education");

    /** A missing date names its field itself. */
    private static final String DATE_MISSING = "R-103";

    private static final Set<String> DATES = Set.of("bornOn", "permitGrantedOn", "settledOn");

    /**
     * @param code the register's code
     * @param field the register's field; {@code null} when it named none
     * @return empty when it is not mended among the person's own data
     */
    public static Optional<String> address(ParticipantId participant, String code, String field) {
        var id = DATE_MISSING.equals(code)
                ? Optional.ofNullable(field).filter(DATES::contains)
                : Optional.ofNullable(FIELDS.get(code));
        return id.map(found -> "/deltakere/" + participant.value() + "/rediger#" + found);
    }

    private MendPlace() {}
}
