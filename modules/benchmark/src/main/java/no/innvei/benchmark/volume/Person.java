package no.innvei.benchmark.volume;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.introduction.api.Category;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;

/**
 * What the rules and the register ask about one participant.
 *
 * @param grantedOn {@link CopyRows#NONE} where the papers lack it; so is {@code settledOn} while it is not carried out
 * @param present citizenship now; during a programme it is still the one she came with
 * @param protection 0 ordinary, 1 fortrolig, 2 strengt fortrolig
 * @param refused code and field the register refuses her with, or {@code null}
 */
record Person(
        UUID id,
        int bornOn,
        PermitBasis basis,
        int grantedOn,
        int settledOn,
        boolean byAgreement,
        EducationLevel education,
        CitizenshipGroup present,
        List<LocalDate> children,
        long registeredAt,
        int protection,
        Refusal refused) {

    record Refusal(String code, String field) {}

    /** Whether category and deadline depend on a decision day at all. */
    boolean complete() {
        return grantedOn != CopyRows.NONE && settledOn != CopyRows.NONE;
    }

    PersonFacts facts(CitizenshipGroup citizenship) {
        return new PersonFacts(
                "-",
                null,
                date(bornOn),
                List.of(),
                null,
                citizenship,
                basis,
                date(grantedOn),
                false,
                date(settledOn),
                byAgreement,
                education,
                null,
                null,
                (WrittenForm) null,
                children);
    }

    static LocalDate date(int day) {
        return day == CopyRows.NONE ? null : LocalDate.ofEpochDay(day);
    }

    static int day(LocalDate date) {
        return date == null ? CopyRows.NONE : (int) date.toEpochDay();
    }

    static String name(Category category) {
        return category == null ? null : category.name();
    }

    @Override
    public String toString() {
        return "person " + id;
    }
}
