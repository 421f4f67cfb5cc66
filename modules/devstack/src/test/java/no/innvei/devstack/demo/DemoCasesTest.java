package no.innvei.devstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.devstack.demo.DemoCase.Papers;
import org.junit.jupiter.api.Test;

class DemoCasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<DemoCase> cases = DemoCases.on(TODAY);

    @Test
    void there_are_600_participants_in_three_municipalities() {
        assertEquals(
                Map.of("bergen", 360L, "ringerike", 180L, "volda", 60L),
                cases.stream().collect(Collectors.groupingBy(DemoCase::tenant, Collectors.counting())));
    }

    @Test
    void the_same_day_gives_the_same_lives_and_another_day_the_same_people() {
        assertEquals(cases, DemoCases.on(TODAY));
        assertEquals(
                cases.stream().map(DemoCase::familyName).toList(),
                DemoCases.on(TODAY.plusDays(40)).stream()
                        .map(DemoCase::familyName)
                        .toList());
    }

    @Test
    void everybody_is_of_an_age_the_service_meets() {
        for (var c : cases) {
            long age = ChronoUnit.YEARS.between(c.person().bornOn(), TODAY);
            assertTrue(age >= 18 && age <= 63, c + " is " + age);
        }
    }

    @Test
    void nobody_is_recorded_twice() {
        var numbers = new HashSet<String>();
        for (var c : cases) {
            assertTrue(numbers.add(c.person().nationalId()), c.toString());
            assertTrue(numbers.add(c.person().dNumber()), c.toString());
            assertTrue(numbers.add(c.person().dufNumber()), c.toString());
        }
    }

    @Test
    void what_has_happened_happened_in_order_and_not_in_the_future() {
        for (var c : cases) {
            var dates = Stream.of(
                            c.permit().grantedOn(),
                            c.course().offerOn() == null ? null : c.settledOn(),
                            c.course().offerOn(),
                            c.course().decidedOn(),
                            c.course().startOn(),
                            c.course().endedOn())
                    .filter(Objects::nonNull)
                    .toList();
            assertEquals(dates.stream().sorted().toList(), dates, c.toString());
            assertTrue(dates.stream().noneMatch(TODAY::isBefore), c.toString());
        }
    }

    @Test
    void one_person_in_each_municipality_is_protected_and_only_one_strictly() {
        assertEquals(
                Map.of("bergen", 1, "ringerike", 2, "volda", 1),
                cases.stream()
                        .filter(c -> c.protection() > 0)
                        .collect(Collectors.toMap(DemoCase::tenant, DemoCase::protection)));
    }

    @Test
    void there_is_something_of_everything_to_see_in_every_municipality() {
        for (var tenant : DemoCases.SIZES.keySet()) {
            var here = cases.stream().filter(c -> c.tenant().equals(tenant)).toList();
            assertTrue(
                    here.stream()
                            .anyMatch(
                                    c -> c.settledOn() == null || c.settledOn().isAfter(TODAY)),
                    tenant);
            assertTrue(
                    here.stream()
                            .anyMatch(c ->
                                    c.course().offerOn() != null && c.course().decidedOn() == null),
                    tenant);
            assertTrue(
                    here.stream()
                            .anyMatch(c ->
                                    c.course().startOn() != null && c.course().endedOn() == null),
                    tenant);
            assertTrue(here.stream().anyMatch(c -> c.course().endedOn() != null), tenant);
            assertTrue(here.stream().anyMatch(c -> c.course().refused()), tenant);
            assertTrue(here.stream().anyMatch(DemoCase::ownScript), tenant);
        }
        assertTrue(cases.stream().anyMatch(c -> c.papers() == Papers.NO_NUMBER));
        assertTrue(cases.stream().anyMatch(c -> c.course().leftOpen()));
    }
}
