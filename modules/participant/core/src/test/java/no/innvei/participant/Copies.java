package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** What lists read from the participant's own row, against the life facts it was copied from. */
final class Copies {

    /** Copied column, table, column there. */
    private static final List<List<String>> COPIED = List.of(
            List.of("given_names", "person_name", "given_names"),
            List.of("family_name", "person_name", "family_name"),
            List.of("born_on", "birth_date", "born_on"),
            List.of("citizenship", "citizenship", "country"),
            List.of("citizenship_group", "citizenship", "country_group"),
            List.of("education", "education", "level"),
            List.of("mother_tongue", "mother_tongue", "language"),
            List.of("interpreting_language", "interpreting", "language"),
            List.of("written_form", "written_form", "form"),
            List.of("unaccompanied_minor", "unaccompanied_minor", "applies"),
            List.of("research_reservation", "research_reservation", "reserved"));

    static void assertAgree(int tenant) {
        for (var copy : COPIED) {
            assertEquals(
                    0,
                    Municipality.number("select count(*) from participant.participant p left join participant."
                            + copy.get(1)
                            + " f on f.tenant_id = p.tenant_id and f.participant_id = p.id and f.superseded_at is null and f.valid_to is null"
                            + " where p.tenant_id = " + tenant + " and p." + copy.get(0) + " is distinct from f."
                            + copy.get(2)),
                    copy.get(0));
        }
    }

    private Copies() {}
}
