package no.innvei.devstack.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.innvei.devstack.demo.DemoCase.Course;
import no.innvei.devstack.demo.DemoCase.Education;
import no.innvei.devstack.demo.DemoCase.Papers;
import no.innvei.devstack.demo.DemoCase.Permit;
import no.innvei.testkit.SyntheticPeople;
import no.innvei.testkit.SyntheticPeople.Country;
import no.innvei.testkit.SyntheticPeople.Part;
import no.innvei.testkit.SyntheticPeople.Person;

/** Decides the lives of the demo participants. The same seed and day give the same cases; families stay in one municipality. */
final class DemoCases {

    static final long SEED = 20_260_101L;

    /** How many participants each demo municipality has. */
    static final Map<String, Integer> SIZES = sizes();

    private static final LocalDate EARLIEST_SETTLEMENT = LocalDate.of(2023, 1, 9);
    private static final int OLDEST = 63;

    /** What happens to those who leave before their time, with a weight. */
    private static final List<String> REASONS = List.of(
            "WORK_FULL_TIME",
            "WORK_FULL_TIME",
            "WORK_FULL_TIME",
            "WORK_PART_TIME",
            "WORK_PART_TIME",
            "UPPER_SECONDARY",
            "UPPER_SECONDARY",
            "PREPARATORY_ADULT_EDUCATION",
            "HIGHER_EDUCATION",
            "NAV_MEASURE",
            "PARENTAL_LEAVE",
            "MOVED_MUNICIPALITY",
            "SOCIAL_ASSISTANCE",
            "WITHDRAWN");

    private enum Stage {
        EXPECTED(6),
        JUST_SETTLED(7),
        OFFERED(8),
        DECIDED(3),
        STARTED(50),
        ENDED_EARLY(22),
        REFUSED(4);

        private final int weight;

        Stage(int weight) {
            this.weight = weight;
        }
    }

    private final LocalDate today;
    private final Random random = new Random(SEED);

    private DemoCases(LocalDate today) {
        this.today = today;
    }

    static List<DemoCase> on(LocalDate today) {
        return new DemoCases(today).all();
    }

    private List<DemoCase> all() {
        var people = new SyntheticPeople(SEED, today);
        var cases = new ArrayList<DemoCase>();
        for (var size : SIZES.entrySet()) {
            int number = 0;
            while (number < size.getValue()) {
                var household = people.household().stream()
                        .filter(person -> person.part() == Part.ADULT && age(person) <= OLDEST)
                        .toList();
                String firstBasis = null;
                for (var person : household) {
                    if (number < size.getValue()) {
                        var basis = basis(person.country(), firstBasis);
                        firstBasis = basis;
                        cases.add(life(size.getKey(), ++number, person, basis));
                    }
                }
            }
        }
        return List.copyOf(cases);
    }

    private DemoCase life(String tenant, int number, Person person, String basis) {
        var stage = stage();
        var settledOn = settlement(stage);
        var byAgreement = !basis.equals("F") && random.nextInt(100) < 92;
        var papers = papers(stage);
        var base = settledOn == null ? today : settledOn;
        var granted = papers == Papers.NO_PERMIT_DATE
                ? null
                : notAfterToday(workday(base.minusDays(25 + random.nextInt(150))));
        var course = course(stage, settledOn, byAgreement);
        boolean hasPlan = course.decidedOn() != null && !course.refused();
        return new DemoCase(
                tenant,
                number,
                person,
                random.nextInt(12) == 0,
                new Permit(basis, granted, false),
                settledOn,
                byAgreement,
                education(person.country()),
                random.nextInt(100) < 70,
                papers,
                course,
                hasPlan ? course.startOn() == null ? random.nextInt(2) : 1 + (random.nextInt(4) == 0 ? 1 : 0) : 0,
                hasPlan && course.endedOn() == null && random.nextInt(5) == 0,
                protection(tenant, number));
    }

    /** One person in each municipality, so that there is something to hide. */
    private static int protection(String tenant, int number) {
        return number != 7 ? 0 : tenant.equals("ringerike") ? 2 : 1;
    }

    private Stage stage() {
        int ticket = random.nextInt(100);
        for (var stage : Stage.values()) {
            ticket -= stage.weight;
            if (ticket < 0) {
                return stage;
            }
        }
        throw new IllegalStateException("the weights do not add up to 100");
    }

    /** The three months of § 12 run from settlement: some have weeks left, some days, a few are over. */
    private LocalDate settlement(Stage stage) {
        return switch (stage) {
            case EXPECTED -> random.nextInt(3) == 0 ? null : workday(today.plusDays(3 + random.nextInt(60)));
            case JUST_SETTLED -> workday(today.minusDays(5 + random.nextInt(70)));
            case OFFERED, DECIDED -> workday(today.minusDays(45 + random.nextInt(55)));
            case REFUSED -> workday(today.minusDays(100 + random.nextInt(300)));
            case STARTED -> workday(today.minusDays(60 + random.nextInt(500)));
            case ENDED_EARLY -> {
                long days = ChronoUnit.DAYS.between(EARLIEST_SETTLEMENT, today) - 200;
                yield workday(EARLIEST_SETTLEMENT.plusDays(random.nextLong(Math.max(1, days))));
            }
        };
    }

    private Course course(Stage stage, LocalDate settledOn, boolean byAgreement) {
        if (stage == Stage.EXPECTED || stage == Stage.JUST_SETTLED) {
            return Course.NOTHING_YET;
        }
        var claimed = byAgreement ? null : workday(settledOn.plusDays(4 + random.nextInt(10)));
        var offered = workday(settledOn.plusDays(14 + random.nextInt(20)));
        var decided = workday(offered.plusDays(3 + random.nextInt(12)));
        var started = workday(decided.plusDays(3 + random.nextInt(12)));
        return switch (stage) {
            case EXPECTED, JUST_SETTLED -> throw new IllegalStateException("nothing has happened yet");
            case OFFERED -> new Course(claimed, offered, null, false, null, null, null, false);
            case DECIDED -> new Course(claimed, offered, notAfterToday(decided), false, null, null, null, false);
            case REFUSED -> new Course(claimed, offered, decided, true, null, null, null, false);
            case STARTED ->
                new Course(
                        claimed, offered, decided, false, notAfterToday(started), null, null, random.nextInt(3) != 0);
            case ENDED_EARLY ->
                new Course(
                        claimed,
                        offered,
                        decided,
                        false,
                        started,
                        notAfterToday(workday(started.plusDays(60 + random.nextInt(240)))),
                        REASONS.get(random.nextInt(REASONS.size())),
                        false);
        };
    }

    private LocalDate notAfterToday(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    /** Spouses who came later are family of the first; Ukrainians are protected as a group. */
    private String basis(Country country, String firstInHousehold) {
        if (country == Country.UKRAINE) {
            return "E";
        }
        if (firstInHousehold != null) {
            return random.nextInt(3) == 0 ? firstInHousehold : "F";
        }
        int ticket = random.nextInt(100);
        return switch (country) {
            case CONGO -> ticket < 90 ? "B" : "F";
            case SYRIA, SUDAN -> ticket < 45 ? "B" : ticket < 85 ? "A" : ticket < 97 ? "F" : "G";
            case AFGHANISTAN -> ticket < 60 ? "A" : ticket < 80 ? "B" : ticket < 88 ? "C" : ticket < 92 ? "D" : "F";
            case ERITREA, SOMALIA, ETHIOPIA -> ticket < 70 ? "A" : ticket < 76 ? "C" : ticket < 97 ? "F" : "G";
            case UKRAINE -> "E";
        };
    }

    private Education education(Country country) {
        int ticket = random.nextInt(100);
        boolean longSchooling = country == Country.UKRAINE || country == Country.SYRIA && ticket % 2 == 0;
        if (longSchooling) {
            return ticket < 55
                    ? Education.HIGHER_EDUCATION
                    : ticket < 92 ? Education.UPPER_SECONDARY : Education.PRIMARY_COMPLETED;
        }
        return ticket < 28
                ? Education.PRIMARY_NOT_COMPLETED
                : ticket < 68
                        ? Education.PRIMARY_COMPLETED
                        : ticket < 90 ? Education.UPPER_SECONDARY : Education.HIGHER_EDUCATION;
    }

    /** Papers come in the end; a few of those who came lately lack what the register asks for. */
    private Papers papers(Stage stage) {
        int ticket = random.nextInt(100);
        return switch (stage) {
            case EXPECTED -> ticket < 70 ? Papers.DUF_ONLY : Papers.D_NUMBER;
            case JUST_SETTLED, OFFERED ->
                ticket < 5
                        ? Papers.NO_NUMBER
                        : ticket < 9
                                ? Papers.NO_PERMIT_DATE
                                : ticket < 25 ? Papers.DUF_ONLY : ticket < 50 ? Papers.D_NUMBER : Papers.NATIONAL_ID;
            case DECIDED, STARTED, ENDED_EARLY, REFUSED -> ticket < 12 ? Papers.D_NUMBER : Papers.NATIONAL_ID;
        };
    }

    private int age(Person person) {
        return Math.toIntExact(ChronoUnit.YEARS.between(person.bornOn(), today));
    }

    private static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.minusDays(1);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static Map<String, Integer> sizes() {
        var sizes = new LinkedHashMap<String, Integer>();
        sizes.put("bergen", 360);
        sizes.put("ringerike", 180);
        sizes.put("volda", 60);
        return Collections.unmodifiableMap(sizes);
    }
}
