package no.innvei.introduction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;

/** A newly settled refugee of thirty with upper secondary, unless a test says otherwise. */
final class Person {

    private LocalDate bornOn = LocalDate.of(1996, 3, 10);
    private PermitBasis permit = PermitBasis.A;
    private LocalDate settledOn = LocalDate.of(2026, 6, 15);
    private EducationLevel education = EducationLevel.UPPER_SECONDARY;
    private CitizenshipGroup citizenship = CitizenshipGroup.OTHER;
    private final List<LocalDate> children = new ArrayList<>();

    static Person settled(String day) {
        var person = new Person();
        person.settledOn = LocalDate.parse(day);
        return person;
    }

    static Person expected() {
        var person = new Person();
        person.settledOn = null;
        return person;
    }

    Person born(String day) {
        bornOn = LocalDate.parse(day);
        return this;
    }

    Person permit(PermitBasis basis) {
        permit = basis;
        return this;
    }

    Person education(EducationLevel level) {
        education = level;
        return this;
    }

    Person citizen(CitizenshipGroup group) {
        citizenship = group;
        return this;
    }

    Person child(String bornOn) {
        children.add(LocalDate.parse(bornOn));
        return this;
    }

    PersonFacts facts() {
        return new PersonFacts(
                "Test",
                "Person",
                bornOn,
                List.of(),
                "SY",
                citizenship,
                permit,
                permit == null ? null : LocalDate.of(2026, 5, 1),
                false,
                settledOn,
                settledOn != null,
                education,
                null,
                null,
                null,
                children);
    }
}
