package no.innvei.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.testkit.SyntheticPeople.Country;
import no.innvei.testkit.SyntheticPeople.Gender;
import no.innvei.testkit.SyntheticPeople.Part;
import no.innvei.testkit.SyntheticPeople.Person;
import org.junit.jupiter.api.Test;

class SyntheticPeopleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<Person> people = new SyntheticPeople(2026, TODAY).people(2000);

    @Test
    void the_same_seed_gives_the_same_people_and_another_seed_others() {
        assertEquals(people, new SyntheticPeople(2026, TODAY).people(2000));
        assertFalse(people.equals(new SyntheticPeople(2027, TODAY).people(2000)));
    }

    @Test
    void every_number_has_month_plus_80_and_both_check_digits() {
        for (var person : people) {
            for (var number : List.of(person.nationalId(), person.dNumber())) {
                int month = Integer.parseInt(number.substring(2, 4));
                assertEquals(person.bornOn().getMonthValue() + 80, month);
                assertEquals(0, remainder(number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1));
                assertEquals(0, remainder(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1));
                assertEquals(person.gender() == Gender.MALE, number.charAt(8) % 2 == 1);
            }
            assertEquals(
                    person.bornOn().getDayOfMonth() + 40,
                    Integer.parseInt(person.dNumber().substring(0, 2)));
        }
    }

    @Test
    void the_check_digits_of_a_duf_number_follow_the_published_examples() {
        assertEquals("201212345603", SyntheticNumbers.dufNumber(2012, 123456));
        assertEquals("200205705502", SyntheticNumbers.dufNumber(2002, 57055));
        assertEquals("200900595509", SyntheticNumbers.dufNumber(2009, 5955));
    }

    @Test
    void no_two_people_share_a_number() {
        var all = people.stream()
                .flatMap(person -> Stream.of(person.nationalId(), person.dNumber(), person.dufNumber()))
                .toList();
        assertEquals(all.size(), Set.copyOf(all).size());
    }

    @Test
    void names_come_in_four_scripts() {
        var scripts = people.stream()
                .map(person -> UnicodeScript.of(person.own().given().codePointAt(0)))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.ARABIC, UnicodeScript.ETHIOPIC),
                scripts);
        assertTrue(people.stream()
                .allMatch(person -> UnicodeScript.of(person.latin().given().codePointAt(0)) == UnicodeScript.LATIN));
    }

    @Test
    void parents_are_adults_and_at_least_eighteen_years_older_than_their_children() {
        for (var person : people) {
            if (person.part() == Part.ADULT) {
                assertTrue(Period.between(person.bornOn(), TODAY).getYears() >= 18);
            }
            assertFalse(person.bornOn().isAfter(TODAY));
        }
        var households = people.stream().collect(Collectors.groupingBy(Person::household));
        for (var household : households.values()) {
            var oldest = household.getFirst();
            for (var child : oldest.childrenBornOn()) {
                assertTrue(Period.between(oldest.bornOn(), child).getYears() >= 18);
            }
        }
    }

    @Test
    void children_in_eritrea_carry_their_fathers_given_name() {
        var households = people.stream()
                .filter(person -> person.country() == Country.ERITREA)
                .collect(Collectors.groupingBy(Person::household));
        var checked = 0;
        for (var household : households.values()) {
            var father = household.stream()
                    .filter(person -> person.part() == Part.ADULT && person.gender() == Gender.MALE)
                    .findFirst();
            for (var child : household) {
                if (father.isPresent() && child.part() == Part.CHILD) {
                    assertEquals(father.get().own().given(), child.own().family());
                    checked++;
                }
            }
        }
        assertTrue(checked > 5);
    }

    @Test
    void a_printed_person_shows_neither_name_nor_number() {
        var person = people.getFirst();
        assertEquals("person of household 1", person.toString());
    }

    private static int remainder(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (number.charAt(i) - '0');
        }
        return sum % 11;
    }
}
