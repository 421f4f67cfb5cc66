package no.innvei.participant;

import java.time.LocalDate;
import java.util.List;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

/** Synthetic people: identity numbers have the month raised by 80. */
public final class People {

    /** Rahel with a DUF number and nothing else that matters. */
    public static PersonFacts rahel(PersonIdentifier... identifiers) {
        return new PersonFacts(
                "Rahel Tesfamariam",
                "Habte",
                LocalDate.of(1994, 6, 14),
                List.of(identifiers),
                "ER",
                null,
                PermitBasis.A,
                LocalDate.of(2026, 3, 2),
                false,
                LocalDate.of(2026, 4, 20),
                true,
                EducationLevel.PRIMARY_COMPLETED,
                "ti",
                "ti",
                null,
                List.of(LocalDate.of(2017, 2, 1), LocalDate.of(2021, 8, 9)));
    }

    public static PersonFacts with(PersonFacts f, PermitBasis basis, LocalDate grantedOn, EducationLevel education) {
        return new PersonFacts(
                f.givenNames(),
                f.familyName(),
                f.bornOn(),
                f.identifiers(),
                f.citizenship(),
                f.citizenshipGroup(),
                basis,
                grantedOn,
                f.followsFamilyPermit(),
                f.settledOn(),
                f.settledByAgreement(),
                education,
                f.motherTongue(),
                f.interpretingLanguage(),
                f.writtenForm(),
                f.childrenBornOn());
    }

    public static PersonFacts named(
            PersonFacts f, String given, String family, LocalDate bornOn, PersonIdentifier... identifiers) {
        return new PersonFacts(
                given,
                family,
                bornOn,
                List.of(identifiers),
                f.citizenship(),
                f.citizenshipGroup(),
                f.permitBasis(),
                f.permitGrantedOn(),
                f.followsFamilyPermit(),
                f.settledOn(),
                f.settledByAgreement(),
                f.education(),
                f.motherTongue(),
                f.interpretingLanguage(),
                f.writtenForm(),
                List.of());
    }

    public static PersonIdentifier duf(int serial) {
        return new PersonIdentifier(IdentifierKind.DUF_NUMBER, dufNumber(serial));
    }

    /** A DUF number of 2025 with the check digits of the open rule. */
    public static String dufNumber(int serial) {
        var ten = "2025%06d".formatted(serial);
        return ten + "%02d".formatted(sum(ten, "4632463275") % 11);
    }

    public static PersonIdentifier nationalId(LocalDate bornOn, int serial) {
        return new PersonIdentifier(IdentifierKind.NATIONAL_ID, nationalIdNumber(bornOn, serial));
    }

    public static PersonIdentifier dNumber(LocalDate bornOn, int serial) {
        return new PersonIdentifier(IdentifierKind.D_NUMBER, number(bornOn.getDayOfMonth() + 40, bornOn, serial));
    }

    /** The first synthetic number of that birth date at or after the serial. */
    public static String nationalIdNumber(LocalDate bornOn, int serial) {
        return number(bornOn.getDayOfMonth(), bornOn, serial);
    }

    private static String number(int day, LocalDate bornOn, int serial) {
        for (int s = serial; ; s++) {
            var nine = "%02d%02d%02d%03d".formatted(day, bornOn.getMonthValue() + 80, bornOn.getYear() % 100, s);
            for (int k = 0; k < 100; k++) {
                var number = nine + "%02d".formatted(k);
                if (sum(number, "37618945210") % 11 == 0 && sum(number, "54327654321") % 11 == 0) {
                    return number;
                }
            }
        }
    }

    private static int sum(String number, String weights) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            sum += (number.charAt(i) - '0') * (weights.charAt(i) - '0');
        }
        return sum;
    }

    private People() {}
}
