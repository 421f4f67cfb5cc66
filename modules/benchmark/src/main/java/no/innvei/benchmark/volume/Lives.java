package no.innvei.benchmark.volume;

import static no.innvei.benchmark.volume.CopyRows.NONE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.innvei.benchmark.volume.Household.Adult;
import no.innvei.benchmark.volume.Sheets.Written;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.PermitBasis;
import no.innvei.testkit.SyntheticPeople.Country;

/** Writes who the people of a household are: names, numbers, permits, settlement and what else is known of them, with its history. */
final class Lives {

    private static final int FIRST_COLLECTIVE = Person.day(LocalDate.of(2022, 3, 11));
    private static final int FIRST_MUNICIPALITY_NUMBERS = Person.day(LocalDate.of(2024, 1, 1));
    private static final int YEARS_TO_CITIZENSHIP = 8;
    private static final int NEW = 100;

    private final BulkVault vault;
    private final Spelling spelling = new Spelling();
    private final Today today;
    private Sheets sheets;
    private TenantPlace place;
    private UUID adviser;

    Lives(BulkVault vault, Today today) {
        this.vault = vault;
        this.today = today;
    }

    void enter(Sheets sheets, TenantPlace place, UUID adviser) {
        this.sheets = sheets;
        this.place = place;
        this.adviser = adviser;
        vault.enter(place.tenant());
    }

    /** In the order of the household. */
    List<Person> write(Household household, Dice dice) {
        int registered = household.settledOn() == NONE
                ? today.day() - dice.between(1, 30)
                : today.notAfter(household.settledOn() - dice.between(5, 40));
        long at = today.moment(dice, registered);
        var written = new Written(at, adviser, null);
        var people = new ArrayList<Person>(2);
        PermitBasis first = null;
        for (var adult : household.adults()) {
            var basis = basis(dice, household, first);
            first = basis;
            people.add(person(household, adult, basis, dice, written));
        }
        family(household, people, dice, written);
        return people;
    }

    private Person person(Household household, Adult adult, PermitBasis basis, Dice dice, Written written) {
        var id = dice.id(written.at());
        int settledOn = household.settledOn();
        int base = settledOn == NONE ? today.day() : settledOn;
        boolean fresh = base > today.day() - NEW;
        int ticket = dice.below(100);
        boolean noNumber = fresh && ticket < 3;
        boolean noPermitDate = fresh && !noNumber && ticket < 6;
        int granted = noPermitDate
                ? NONE
                : today.notAfter(Families.workday(base - 25 - dice.below(basis == PermitBasis.E ? 40 : 150)));
        if (basis == PermitBasis.E && granted != NONE) {
            granted = Math.max(granted, FIRST_COLLECTIVE);
        }
        var education = education(dice, household.country());
        boolean interpreter = dice.percent(70);
        boolean norwegian =
                settledOn != NONE && settledOn < today.day() - 366 * YEARS_TO_CITIZENSHIP && dice.percent(45);
        boolean reserved = dice.perMille(10);
        var ownForm = dice.perMille(30) ? place.nynorsk() ? "NB" : "NN" : null;
        boolean byAgreement = basis != PermitBasis.F && dice.percent(92);
        int level = dice.perMille(3) ? 1 : dice.perMille(1) ? 2 : 0;
        var country = household.country();
        var refused = noNumber
                ? new Person.Refusal("R-105", "identifiers")
                : noPermitDate ? new Person.Refusal("R-109", "permitGrantedOn") : null;

        sheets.fact(VolumeTable.PERSON_NAME, dice, id, NONE, NONE, written)
                .text(adult.given())
                .text(adult.family());
        sheets.fact(VolumeTable.BIRTH_DATE, dice, id, NONE, NONE, written).day(adult.bornOn());
        sheets.fact(VolumeTable.EDUCATION, dice, id, NONE, NONE, written)
                .text(education.name())
                .text(evidence(dice));
        sheets.fact(VolumeTable.MOTHER_TONGUE, dice, id, NONE, NONE, written).text(country.motherTongue());
        sheets.fact(VolumeTable.INTERPRETING, dice, id, NONE, NONE, written)
                .yes(interpreter)
                .text(interpreter ? country.motherTongue() : null);
        if (ownForm != null) {
            sheets.fact(VolumeTable.WRITTEN_FORM, dice, id, NONE, NONE, written).text(ownForm);
        }
        if (household.unaccompanied()) {
            sheets.fact(VolumeTable.UNACCOMPANIED, dice, id, NONE, NONE, written)
                    .yes(true);
        }
        if (reserved) {
            sheets.fact(VolumeTable.RESERVATION, dice, id, NONE, NONE, written).yes(true);
        }
        long changed = citizenship(dice, id, country, norwegian, settledOn, written);
        changed = Math.max(changed, permit(dice, id, basis, granted, written));
        sheets.fact(VolumeTable.SETTLEMENT, dice, id, settledOn, NONE, written).yes(byAgreement);
        if (settledOn != NONE && settledOn <= today.day()) {
            sheets.fact(
                            VolumeTable.RESIDENCE,
                            dice,
                            id,
                            settledOn < FIRST_MUNICIPALITY_NUMBERS ? NONE : settledOn,
                            NONE,
                            written)
                    .text(place.number());
        }
        if (level > 0) {
            sheets.row(VolumeTable.PROTECTED).id(id).small(level).moment(written.at());
        } else if (dice.percent(50)) {
            sheets.fact(VolumeTable.CONTACT, dice, id, NONE, NONE, written)
                    .text("EMAIL")
                    .text("deltaker-" + Long.toHexString(id.getLeastSignificantBits() & 0xffffffffL) + "@example.org");
        }
        if (!noNumber) {
            changed = Math.max(changed, numbers(dice, id, adult, settledOn, written));
        }
        sheets.row(VolumeTable.PARTICIPANT)
                .id(id)
                .text(adult.given())
                .text(adult.family())
                .text(spelling.sortKey(adult.given(), adult.family()))
                .day(adult.bornOn())
                .text(norwegian ? "NO" : country.code())
                .text(norwegian ? "NORDIC" : "OTHER")
                .text(education.name())
                .text(country.motherTongue())
                .text(interpreter ? country.motherTongue() : null)
                .text(ownForm);
        var row = sheets.rows().get(VolumeTable.PARTICIPANT);
        if (household.unaccompanied()) {
            row.yes(true);
        } else {
            row.nothing();
        }
        if (reserved) {
            row.yes(true);
        } else {
            row.nothing();
        }
        row.big(changed > written.at() ? 2 : 1).moment(written.at()).moment(changed);
        for (var token : spelling.tokens(adult.given(), adult.family())) {
            sheets.row(VolumeTable.NAME_TOKEN).id(id).text(token);
        }
        return new Person(
                id,
                adult.bornOn(),
                basis,
                granted,
                settledOn,
                byAgreement,
                education,
                norwegian ? CitizenshipGroup.NORDIC : CitizenshipGroup.OTHER,
                Arrays.stream(household.childrenBornOn())
                        .mapToObj(LocalDate::ofEpochDay)
                        .toList(),
                written.at(),
                level,
                refused);
    }

    /** Who became Norwegian was something else before, and both are known. */
    private long citizenship(Dice dice, UUID id, Country country, boolean norwegian, int settledOn, Written written) {
        if (!norwegian) {
            citizen(sheets.fact(VolumeTable.CITIZENSHIP, dice, id, NONE, NONE, written), country.code(), "OTHER");
            return written.at();
        }
        int earliest = settledOn + 366 * YEARS_TO_CITIZENSHIP;
        int on = earliest + dice.below(Math.max(1, Math.min(1500, today.day() - earliest)));
        var then = new Written(today.moment(dice, on + dice.between(0, 20)), adviser, "TOLD_BY_PERSON");
        citizen(
                sheets.setAside(VolumeTable.CITIZENSHIP, dice, id, NONE, NONE, written, then, "CHANGED"),
                country.code(),
                "OTHER");
        citizen(sheets.fact(VolumeTable.CITIZENSHIP, dice, id, NONE, on - 1, then), country.code(), "OTHER");
        citizen(sheets.fact(VolumeTable.CITIZENSHIP, dice, id, on, NONE, then), "NO", "NORDIC");
        return then.at();
    }

    private static void citizen(CopyRows row, String country, String group) {
        row.text(country).text(group);
    }

    private long permit(Dice dice, UUID id, PermitBasis basis, int granted, Written written) {
        int renewed = NONE;
        int expires = NONE;
        if (granted != NONE) {
            var first = LocalDate.ofEpochDay(granted);
            int years = LocalDate.ofEpochDay(granted).until(today.date()).getYears();
            if (basis == PermitBasis.E) {
                renewed = years == 0 ? NONE : Person.day(first.plusYears(years));
                expires = Person.day(first.plusYears(years + 1L));
            } else if (years < 5) {
                expires = Person.day(first.plusYears(5));
            }
        }
        var known = written;
        if (granted != NONE && dice.percent(4)) {
            var mended = new Written(
                    Math.min(today.last(), written.at() + dice.between(1, 60) * 86_400_000_000L),
                    adviser,
                    "TYPING_ERROR");
            int mistyped = granted - dice.between(1, 300);
            permit(
                    sheets.setAside(VolumeTable.PERMIT, dice, id, mistyped, NONE, written, mended, "CORRECTED"),
                    basis,
                    NONE,
                    NONE);
            known = mended;
        }
        permit(sheets.fact(VolumeTable.PERMIT, dice, id, granted, NONE, known), basis, renewed, expires);
        return known.at();
    }

    private static void permit(CopyRows row, PermitBasis basis, int renewed, int expires) {
        row.text(basis.name()).yes(false).text(ground(basis)).day(renewed).day(expires);
    }

    private static String ground(PermitBasis basis) {
        return switch (basis) {
            case A -> "SECTION_28";
            case B -> "SECTION_35";
            case C -> "SECTION_38_1";
            case D -> "SECTION_38_5";
            case E -> "SECTION_34";
            case F, FAMILY_OTHER -> "CHAPTER_6";
            case G -> "SECTION_53";
            case OTHER -> "OTHER";
        };
    }

    /** DUF number first, then perhaps a D-number, then the fødselsnummer that ends it. */
    private long numbers(Dice dice, UUID id, Adult adult, int settledOn, Written written) {
        long changed = written.at();
        boolean settled = settledOn != NONE && settledOn <= today.day();
        int days = settled ? today.day() - settledOn : 0;
        boolean national = adult.nationalId() != null && settled && dice.percent(days > 60 ? 94 : 30);
        boolean duf = (adult.dNumber() == null && !national) || dice.percent(96);
        if (duf) {
            number(dice, id, "DUF_NUMBER", adult.duf(), written, NONE, null);
        }
        int from = national ? today.notAfter(settledOn + dice.between(5, 60)) : NONE;
        var then = national ? new Written(today.moment(dice, from), adviser, null) : null;
        if (adult.dNumber() != null) {
            number(dice, id, "D_NUMBER", adult.dNumber(), written, NONE, then);
        }
        if (national) {
            boolean later = adult.dNumber() != null;
            number(dice, id, "NATIONAL_ID", adult.nationalId(), later ? then : written, later ? from : NONE, null);
            changed = later ? then.at() : changed;
        }
        return changed;
    }

    private void number(Dice dice, UUID id, String kind, String number, Written written, int from, Written ended) {
        var hash = vault.hash(number);
        var row = sheets.row(VolumeTable.IDENTIFIER)
                .id(id)
                .id(dice.id(written.at()))
                .text(kind)
                .bytes(vault.seal(number, hash))
                .bytes(hash)
                .moment(written.at())
                .id(written.by())
                .day(from);
        if (ended == null) {
            row.nothing().nothing().nothing().nothing();
        } else {
            row.nothing().moment(ended.at()).id(ended.by()).text("NATIONAL_ID");
        }
    }

    private void family(Household household, List<Person> people, Dice dice, Written written) {
        if (people.size() == 2) {
            var relation = dice.percent(85) ? "SPOUSE" : "COHABITANT";
            boolean together = dice.percent(95);
            for (int i = 0; i < 2; i++) {
                sheets.fact(VolumeTable.PARTNER, dice, people.get(i).id(), NONE, NONE, written)
                        .text(relation)
                        .id(people.get(1 - i).id())
                        .yes(true)
                        .yes(together);
            }
        }
        for (int born : household.childrenBornOn()) {
            var told = written;
            int known = (int) Math.floorDiv(written.at(), 86_400_000_000L);
            if (born >= known) {
                told = new Written(today.moment(dice, today.notAfter(born + dice.between(1, 20))), adviser, null);
            }
            var home = dice.percent(92) ? "PARTICIPANT" : dice.percent(50) ? "SHARED" : "OTHER_PARENT";
            for (var parent : people) {
                var id = dice.id(told.at());
                sheets.fact(VolumeTable.CHILD, dice, parent.id(), NONE, NONE, told)
                        .id(id)
                        .day(born)
                        .text(home);
            }
        }
    }

    /** Spouses who came later are family of the first; Ukrainians are protected as a group. */
    private static PermitBasis basis(Dice dice, Household household, PermitBasis first) {
        if (household.country() == Country.UKRAINE) {
            return PermitBasis.E;
        }
        if (first != null) {
            return dice.below(3) == 0 ? first : PermitBasis.F;
        }
        int ticket = dice.below(100);
        return switch (household.country()) {
            case CONGO -> ticket < 90 ? PermitBasis.B : PermitBasis.F;
            case SYRIA, SUDAN ->
                ticket < 45 ? PermitBasis.B : ticket < 85 ? PermitBasis.A : ticket < 97 ? PermitBasis.F : PermitBasis.G;
            case AFGHANISTAN ->
                ticket < 60
                        ? PermitBasis.A
                        : ticket < 80
                                ? PermitBasis.B
                                : ticket < 88 ? PermitBasis.C : ticket < 92 ? PermitBasis.D : PermitBasis.F;
            case ERITREA, SOMALIA, ETHIOPIA ->
                ticket < 70 ? PermitBasis.A : ticket < 76 ? PermitBasis.C : ticket < 97 ? PermitBasis.F : PermitBasis.G;
            case UKRAINE -> PermitBasis.E;
        };
    }

    private static EducationLevel education(Dice dice, Country country) {
        int ticket = dice.below(100);
        boolean longSchooling = country == Country.UKRAINE || country == Country.SYRIA && ticket % 2 == 0;
        if (longSchooling) {
            return ticket < 55
                    ? EducationLevel.HIGHER_EDUCATION
                    : ticket < 92 ? EducationLevel.UPPER_SECONDARY : EducationLevel.PRIMARY_COMPLETED;
        }
        return ticket < 28
                ? EducationLevel.PRIMARY_NOT_COMPLETED
                : ticket < 68
                        ? EducationLevel.PRIMARY_COMPLETED
                        : ticket < 90 ? EducationLevel.UPPER_SECONDARY : EducationLevel.HIGHER_EDUCATION;
    }

    private static String evidence(Dice dice) {
        int ticket = dice.below(100);
        return ticket < 55
                ? "SELF_DECLARED"
                : ticket < 80 ? "COMPETENCE_MAPPING" : ticket < 93 ? "DIPLOMA" : "RECOGNISED";
    }
}
